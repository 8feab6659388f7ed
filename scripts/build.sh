#!/usr/bin/env bash
# Builds, with the same flags wherever a build is made: build.sh release | tests
#
# Everything printed goes to standard error. When the build is up to date nothing is printed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/say.sh
source "$root/scripts/say.sh"

# An import that the manifest does not declare is an error, not a lucky accident of build order.
flags=(--package-path "$root" --explicit-target-dependency-import-check error)
case ${1:-} in
    # The Swift runtime goes into the program, so that it starts quickly and runs where no toolchain is.
    release) flags+=(-c release --product gongkai --static-swift-stdlib -Xlinker -s) ;;
    tests) flags+=(--build-tests) ;;
    *)
        say "用法：scripts/build.sh release|tests" "usage: scripts/build.sh release|tests"
        exit 64
        ;;
esac

log=$root/.build/build-$1.log
mkdir -p "$root/.build"
[[ -e $root/.build/built-$1 ]] ||
    say "正在构建，第一次需要几分钟……" "Building; the first time takes a few minutes..."
# On a terminal the progress line is worth having. Elsewhere the log is shown only when the build fails.
if [[ -t 2 ]]; then
    swift build "${flags[@]}" >&2 && built=true || built=false
else
    swift build "${flags[@]}" >"$log" 2>&1 && built=true || built=false
    [[ $built == true ]] || cat "$log" >&2
fi
if [[ $built == false ]]; then
    say "构建失败，原因见上。" "The build failed, for the reason above."
    exit 2
fi
touch "$root/.build/built-$1"
