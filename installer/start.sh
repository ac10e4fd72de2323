#!/bin/sh
# Set up what is missing, then open Trennwerk. Without a display: the demo on the command line.
set -eu
. "$(dirname -- "$0")/setup.sh"
setup_all runtime
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    exec "$VENV/bin/python" -m desktop "$@"
fi
say "no display found: showing the main job on the command line instead"
exec "$VENV/bin/python" -m desktop demo --headless
