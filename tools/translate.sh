#!/bin/sh
# Gathers the window's words into resources/translations/tandem_*.ts and compiles what the program reads (*.qm).
# English has a file too, for its plurals. Translate what is left in tandem_es.ts by hand or with Qt Linguist.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
sources=$(find ui -name '*.py' | sort)
for language in en es; do
    plural=""
    if [ "$language" = en ]; then plural="-pluralonly"; fi
    # shellcheck disable=SC2086 - one word a file
    .venv/bin/pyside6-lupdate -silent -no-obsolete -locations none $plural -source-language en \
        -target-language "$language" $sources -ts "resources/translations/tandem_$language.ts"
    .venv/bin/pyside6-lrelease -silent "resources/translations/tandem_$language.ts" \
        -qm "resources/translations/tandem_$language.qm"
done
