#!/usr/bin/env bash
# Keeps a release build under an even load and sees that it does not grow: memory, descriptors, threads.
#
#     scripts/soak.sh             ten minutes
#     scripts/soak.sh SECONDS     so long; 20 or more
#
# The load is that of the soak in ./test, which takes 20 seconds over a debug build. Exit: the status of the test.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

seconds=${1:-600}
if (($# > 1)) || [[ ! $seconds =~ ^[0-9]{2,5}$ ]] || ((10#$seconds < 20)); then
    echo "usage: scripts/soak.sh [SECONDS]" >&2
    exit 64
fi

"$root/scripts/build.sh" release
"$root/scripts/build.sh" tests
export GONGKAI_SOAK_SECONDS=$seconds GONGKAI_EXECUTABLE=$root/.build/release/gongkai
exec swift test --package-path "$root" --skip-build --disable-xctest \
    --explicit-target-dependency-import-check error --filter SoakTests
