#!/usr/bin/env bash
# Runs the tests and prints which lines of each product file they reach: coverage.sh [options of swift test]
# The whole report, line by line, is left in .build/coverage/report.txt.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
scratch=$root/.build/coverage

# Programs that the tests start leave their profiles where they stand.
mkdir -p "$scratch"
cd "$scratch"
swift test --package-path "$root" --scratch-path "$scratch" --disable-xctest --enable-code-coverage \
    --explicit-target-dependency-import-check error "$@" >&2

# The llvm-cov of the toolchain: an older one on the path does not read the profile.
resources=$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
llvm_cov=$resources/../../bin/llvm-cov
binary=$(find "$scratch/debug/" -maxdepth 1 -name '*PackageTests.xctest')
profile=$scratch/debug/codecov/default.profdata
ignore=(-ignore-filename-regex '/(Tests|TestSupport|\.build)/')

"$llvm_cov" show "$binary" -instr-profile "$profile" "${ignore[@]}" >"$scratch/report.txt"
"$llvm_cov" report "$binary" -instr-profile "$profile" "${ignore[@]}"
