#!/bin/sh
# Writes requirements.lock anew from pyproject.toml: pins with hashes for three systems, no address in it.
# Arguments go to uv: --upgrade, or --upgrade-package NAME.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
uv="$root/.tools/bin/uv"
[ -x "$uv" ] || { echo "Start ./run once first: it brings uv." >&2; exit 1; }
cd "$root"
"$uv" pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
    --python-version 3.11 --group dev "$@" pyproject.toml -o requirements.lock
echo "uv==0.13.9" | "$uv" pip compile --quiet --generate-hashes --no-header --no-annotate --no-emit-index-url \
    --no-emit-find-links - -o tools/uv.lock
