#!/bin/sh
# Set up what is missing, then run all tests. Extra words go to pytest: sh installer/test.sh -k split
set -eu
. "$(dirname -- "$0")/setup.sh"
setup_all dev
export PYTHONDONTWRITEBYTECODE=1
# The widgets are tested off screen; the end-to-end test needs a real X server.
if [ "$(uname -s)" = Linux ]; then
    exec xvfb-run -a -s "-screen 0 1366x768x24 -nolisten tcp" "$VENV/bin/python" -m pytest "$@"
fi
exec "$VENV/bin/python" -m pytest "$@"
