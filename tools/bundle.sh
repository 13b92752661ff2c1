#!/bin/sh
# Builds the program as a folder that needs no Python: dist/tandem (Linux), dist/Tandem.app (macOS).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
TOOLS="objdump:binutils strip:binutils"
. "$root/tools/setup.sh"
cd "$root"
if [ -r /etc/debian_version ]; then
    # The system's own Python keeps its library in a package apart; the bundle carries a copy.
    version=$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2] if sys.base_prefix == "/usr" else "")')
    if [ -n "$version" ] && lacks_library "libpython$version.so.1.0"; then
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "libpython$version" >/dev/null
    fi
fi
.venv/bin/python -m PyInstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build build.spec
du -sh dist/*
