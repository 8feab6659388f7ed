#!/usr/bin/env bash
# Checks the layout of the Swift sources and the shell scripts. Ends with 1 when something is to be mended.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

places=(Package.swift Sources Tests)
for package in Benchmarks Fuzzing; do
    [[ ! -d $package ]] || places+=("$package/Package.swift" "$package/Sources")
done

clean=true
if ! swift format lint --strict --parallel --recursive "${places[@]}"; then
    echo "Layout: swift format --in-place --recursive ${places[*]}" >&2
    clean=false
fi

scripts=(run test .ci/run scripts/*.sh)
for script in "${scripts[@]}"; do
    bash -n "$script" || clean=false
done
if command -v shellcheck >/dev/null; then
    shellcheck --external-sources --source-path=. "${scripts[@]}" || clean=false
fi
[[ $clean == true ]]
