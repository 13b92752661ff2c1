# Sourced by ./run, ./test and tools/*.sh with $root set: brings whatever is missing, does nothing when all is there.
# TOOLS: "command:package ..." wanted besides; POSTGRES=1: a PostgreSQL server as well (its programs, no service).
# Debian and Ubuntu get system libraries by apt, as root or through sudo; macOS needs none.

lacks_library() {
    case $libraries in *"$1 "*) return 1 ;; esac
}
lacks_command() { ! command -v "$1" >/dev/null 2>&1; }
lacks_python() { ! python3 -c 'import ensurepip, venv' 2>/dev/null; }
lacks_postgres() {
    lacks_command initdb || return 1
    for found in /usr/lib/postgresql/*/bin/initdb /opt/homebrew/opt/postgresql*/bin/initdb \
        /usr/local/opt/postgresql*/bin/initdb; do
        [ ! -x "$found" ] || return 1
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; return; fi
    lacks_command sudo && { echo "Please run this as root, then start again: $*" >&2; exit 1; }
    sudo "$@"
}

setup_debian() {
    packages=""
    libraries=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p)
    # What the Qt libraries and their platform plugins load: first any screen, then X11, Wayland, printing.
    for pair in libglib-2.0.so.0:libglib2.0-0 libEGL.so.1:libegl1 libGL.so.1:libgl1 libX11.so.6:libx11-6 \
        libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1 libfreetype.so.6:libfreetype6 \
        libxkbcommon.so.0:libxkbcommon0 libbrotlidec.so.1:libbrotli1 libgssapi_krb5.so.2:libgssapi-krb5-2 \
        libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 \
        libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0 libxcb-xkb.so.1:libxcb-xkb1 \
        libwayland-cursor.so.0:libwayland-cursor0 libwayland-egl.so.1:libwayland-egl1 libcups.so.2:libcups2; do
        if lacks_library "${pair%%:*}"; then packages="$packages ${pair#*:}"; fi
    done
    if lacks_python; then packages="$packages python3 python3-venv ca-certificates"; fi
    for pair in ${TOOLS:-}; do
        if lacks_command "${pair%%:*}"; then packages="$packages ${pair#*:}"; fi
    done
    no_cluster=""
    if [ -n "${POSTGRES:-}" ] && lacks_postgres; then
        packages="$packages postgresql"
        no_cluster=/etc/postgresql-common/createcluster.d/tandem.conf
    fi
    [ -n "$packages" ] || return 0
    echo "Installing:$packages"
    if [ -n "$no_cluster" ]; then  # the tests start a server of their own: no service is wanted
        as_root mkdir -p "${no_cluster%/*}"
        echo "create_main_cluster = false" | as_root tee "$no_cluster" >/dev/null
    fi
    as_root apt-get update -qq
    # shellcheck disable=SC2086 - one word a package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
    if [ -n "$no_cluster" ]; then as_root rm -f "$no_cluster"; fi
}

setup_second_python() {  # Ubuntu 22.04: its python3 is too old for Tandem, but it has a later one beside it
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' && return 0
    lacks_command python3.11 && lacks_command python3.12 && lacks_command python3.13 || return 0
    [ -n "$(apt-cache search --names-only '^python3\.11$')" ] || return 0  # uv then looks for one by itself
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3.11 >/dev/null
}

setup_mac() {
    if [ -n "${POSTGRES:-}" ] && lacks_postgres; then
        lacks_command brew && { echo "The tests need PostgreSQL: install Homebrew, or put initdb on the PATH." >&2; exit 1; }
        brew install --quiet postgresql@17
    fi
    lacks_python && { echo "Python 3 is missing: install the Xcode command line tools." >&2; exit 1; }
    return 0
}

setup_packages() {
    if ! "$root/.tools/bin/uv" --version >/dev/null 2>&1; then
        rm -rf "$root/.tools"
        python3 -m venv "$root/.tools"
        "$root/.tools/bin/pip" install -q --require-hashes -r "$root/tools/uv.lock"
    fi
    # The stamp says what stands in .venv and where the folder was then.
    if [ -x "$root/.venv/bin/python" ] && { echo "$root"; cat "$root/requirements.lock"; } | cmp -s - "$root/.venv/stamp"
    then return 0; fi
    echo "Installing the Python packages of requirements.lock"
    if ! "$root/.venv/bin/python" -c '' 2>/dev/null; then
        if [ -r /etc/debian_version ]; then setup_second_python; fi
        "$root/.tools/bin/uv" venv --quiet --clear --no-project --python '>=3.11,<3.14' "$root/.venv"
    fi
    "$root/.tools/bin/uv" pip sync --quiet --python "$root/.venv/bin/python" --require-hashes --compile-bytecode \
        "$root/requirements.lock"
    for site in "$root"/.venv/lib/python3.*/site-packages; do echo "$root" >"$site/tandem.pth"; done
    { echo "$root"; cat "$root/requirements.lock"; } >"$root/.venv/stamp"
}

setup_words() {  # what was translated, as the program reads it
    for language in en es; do
        made="$root/resources/translations/tandem_$language.qm"
        if [ ! -f "$made" ] || [ -n "$(find "$root/resources/translations" -name "*_$language.ts" -newer "$made")" ]; then
            (cd "$root" && .venv/bin/python -m tools.words compile)
            return
        fi
    done
}

if [ "$(uname)" = Darwin ]; then setup_mac
elif [ -r /etc/debian_version ]; then setup_debian
fi
setup_packages
setup_words
