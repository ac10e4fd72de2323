# Sourced by start.sh and test.sh: brings a checkout to the point where the program runs.
# Safe to run again; the second run only compares two fingerprints and takes well under a second.
#
#   setup_all runtime      what the window needs
#   setup_all dev          the same, plus what the tests need
#
# POSIX sh on purpose: a fresh Debian or Ubuntu has nothing else for certain.

ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
VENV="$ROOT/.venv"
# Shared libraries that Qt's xcb and offscreen platforms load, and the packages that carry them.
QT_LIBRARIES="libEGL.so.1 libGL.so.1 libxkbcommon.so.0 libxkbcommon-x11.so.0 libdbus-1.so.3
libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-randr.so.0
libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-xkb.so.1 libfontconfig.so.1 libglib-2.0.so.0"
QT_PACKAGES="libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libxcb-cursor0
libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
libxcb-xinerama0 libxcb-xkb1 libfontconfig1 libglib2.0-0 fonts-dejavu-core"

say() { printf '%s\n' "trennwerk: $*" >&2; }
die() { say "$*"; exit 1; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

# Installs Debian packages when that is possible without a question, else prints the command.
install_packages() {
    # shellcheck disable=SC2086  # the list is meant to split
    set -- $1
    if ! command -v apt-get >/dev/null 2>&1; then
        say "these libraries are missing; on Debian or Ubuntu they come with: apt-get install $*"
        return 1
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo"
    else
        say "system packages are missing. Please run this once, then start again:"
        say "    sudo apt-get install $*"
        return 1
    fi
    say "installing system packages: $*"
    $as_root apt-get -q update >/dev/null 2>&1 || say "apt-get update failed; trying with the old list"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install "$@" >/dev/null ||
        { say "that failed. Please run: sudo apt-get install $*"; return 1; }
}

has_library() {
    ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"
}

ensure_qt_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    for library in $QT_LIBRARIES; do
        has_library "$library" || { install_packages "$QT_PACKAGES"; return $?; }
    done
}

ensure_xvfb() {
    [ "$(uname -s)" = Linux ] || return 0
    if command -v Xvfb >/dev/null 2>&1 && command -v xauth >/dev/null 2>&1; then return 0; fi
    install_packages "xvfb xauth"
}

ensure_venv() {
    if [ -x "$VENV/bin/python" ] && "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        return 0
    fi
    python=$(find_python) || die "Python 3.11 or newer is needed (package python3)"
    say "creating the virtual environment in .venv"
    if ! "$python" -m venv "$VENV" >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        install_packages "$version" || die "the Python module venv is missing"
        "$python" -m venv --clear "$VENV" || die "could not create .venv"
    fi
}

fingerprint() {
    { echo "$1"; cat "$ROOT/pyproject.toml" "$ROOT/installer/constraints.txt"; } | cksum
}

ensure_dependencies() {
    stamp="$VENV/.trennwerk-$1"
    wanted=$(fingerprint "$1")
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then return 0; fi
    extra=""
    [ "$1" = dev ] && extra="[dev]"
    # Only the core library is needed, not the image models, so the build is kept small.
    CMAKE_ARGS="${CMAKE_ARGS:--DLLAVA_BUILD=OFF}"
    export CMAKE_ARGS
    if ! "$VENV/bin/python" -c 'import llama_cpp' 2>/dev/null; then
        if ! wheel_at_hand; then
            command -v c++ >/dev/null 2>&1 || install_packages "g++" ||
                die "a C++ compiler is needed to build llama.cpp (package g++)"
            say "building llama.cpp from its source package: about 5 to 15 minutes, once."
            say "(a folder with a ready wheel can be named in PIP_FIND_LINKS)"
        fi
    fi
    say "installing the pinned Python packages into .venv (once; a few hundred megabytes)"
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check \
        -c "$ROOT/installer/constraints.txt" -e "$ROOT$extra" ||
        die "the Python packages could not be installed; see the lines above"
    "$VENV/bin/python" -c 'import llama_cpp' || die "llama-cpp-python was installed but does not load"
    printf '%s' "$wanted" >"$stamp"
}

wheel_at_hand() {
    for folder in ${PIP_FIND_LINKS:-}; do
        for wheel in "$folder"/llama_cpp_python-*.whl; do [ -e "$wheel" ] && return 0; done
    done
    return 1
}

setup_all() {
    cd "$ROOT" || die "cannot enter $ROOT"
    ensure_venv
    ensure_dependencies "$1"
    ensure_qt_libraries || [ "$1" = runtime ] || die "the tests need the libraries named above"
    if [ "$1" = dev ]; then ensure_xvfb || die "the tests need Xvfb"; fi
}
