#!/bin/sh
# Collects all texts of the window into trennwerk_en.ts and compiles trennwerk_en.qm.
# The source language is German; translate new texts with `pyside6-linguist trennwerk_en.ts`
# and run this again. tests/ui/test_translations.py says what is missing or out of date.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cd "$here/../.."
bin=""
[ -x .venv/bin/pyside6-lupdate ] && bin=.venv/bin/
"${bin}pyside6-lupdate" -silent -no-obsolete -locations none -source-language de_DE \
    -target-language en_GB desktop/ui/*.py -ts resources/translations/trennwerk_en.ts
"${bin}pyside6-lrelease" -silent resources/translations/trennwerk_en.ts
