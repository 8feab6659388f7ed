#!/usr/bin/env bash
# Runs the tests under a sanitizer: sanitize.sh [thread|address] [options of swift test]
# Each has its own build folder, since a sanitizer changes every object file.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/say.sh
source "$root/scripts/say.sh"

sanitizer=${1:-thread}
(($# == 0)) || shift
case $sanitizer in
    thread) ;;
    # The C libraries keep what they allocate once until the end: that is no leak of ours.
    address) export ASAN_OPTIONS=detect_leaks=0 ;;
    *)
        say "用法：scripts/sanitize.sh [thread|address]" "usage: scripts/sanitize.sh [thread|address]"
        exit 64
        ;;
esac
exec swift test --package-path "$root" --scratch-path "$root/.build/sanitize-$sanitizer" --disable-xctest \
    --sanitize="$sanitizer" --explicit-target-dependency-import-check error "$@" 2>&1
