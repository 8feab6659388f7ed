#!/usr/bin/env bash
# Measures against peers in one run: docs/benchmarks.md. No part of ./test.
#
#     scripts/bench.sh                  everything, about six minutes
#     scripts/bench.sh --only read      read, pdf, ledger, search, commit, item or serve
#     scripts/bench.sh --quick          only shows that everything works
#
# Exit: 0 every goal is kept, 1 one is missed or could not be measured, 2 the run failed, 64 usage.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

case "$*" in
    "" | --quick | "--only read" | "--only pdf" | "--only ledger" | "--only search" | "--only commit" | "--only item" | \
        "--only serve") ;;
    "--quick --only read" | "--quick --only pdf" | "--quick --only ledger" | "--quick --only search" | \
        "--quick --only commit" | "--quick --only item" | "--quick --only serve") ;;
    *)
        echo "usage: scripts/bench.sh [--quick] [--only read|pdf|ledger|search|commit|item|serve]" >&2
        exit 64
        ;;
esac
if ! command -v python3 >/dev/null; then
    echo "python3 is missing: the peer of the reading benchmark is written in it (apt: python3)" >&2
    exit 2
fi

"$root/scripts/build.sh" release || exit 2
swift build --package-path "$root/Benchmarks" -c release --product Bench --static-swift-stdlib --disable-build-manifest-caching >&2 || exit 2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# No exec: the trap must run.
"$root/Benchmarks/.build/release/Bench" "$root" "$root/.build/release/gongkai" "$scratch" "$@"
