#!/usr/bin/env bash
# Makes the reference of every public declaration, as a web site, in .build/docs.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
graphs=$root/.build/symbol-graphs
docs=$root/.build/docs

rm -rf "$graphs" "$docs"
mkdir -p "$graphs"
swift package --package-path "$root" dump-symbol-graph --minimum-access-level public >&2
# The tool leaves the graphs beside the build products, those of the tests among them.
find "$root/.build/" -path '*/symbolgraph/*.symbols.json' \
    ! -name '*Tests*' ! -name 'TestSupport*' ! -name 'gongkai*' -exec cp {} "$graphs/" \;

resources=$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
"$resources/../../bin/docc" convert --additional-symbol-graph-dir "$graphs" --output-dir "$docs" \
    --fallback-display-name Gongkai --fallback-bundle-identifier gongkai --transform-for-static-hosting >&2
echo "$docs"
