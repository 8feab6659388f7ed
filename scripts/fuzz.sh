#!/usr/bin/env bash
# Feeds the document readers with damaged documents: fuzz.sh [SECONDS [READER…]]
#
# Each reader (text html docx word xlsx sheet pdf report; all unless named) is fed for SECONDS (60 unless told), with the
# address sanitizer watching. What crashes, hangs or eats memory is kept in .build/fuzz/findings/READER; the inputs that
# reached something new are kept in .build/fuzz/corpus/READER for the next run. Exit 1 when something was found.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/say.sh
source "$root/scripts/say.sh"

seconds=${1:-60}
if [[ ! $seconds =~ ^[1-9][0-9]*$ ]]; then
    say "用法：scripts/fuzz.sh [秒数 [读取器…]]" "usage: scripts/fuzz.sh [SECONDS [READER…]]"
    exit 64
fi
(($# == 0)) || shift
readers=("$@")
((${#readers[@]})) || readers=(text html docx word xlsx sheet pdf report)
scratch=$root/.build/fuzz

# lld, for the linker that the package manager takes by default stumbles over the sanitizer's symbols.
swift build --package-path "$root/Fuzzing" --scratch-path "$scratch" --product fuzz \
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -parse-as-library -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld \
    >"$scratch.log" 2>&1 || {
    tail -n 20 "$scratch.log" >&2
    exit 2
}

# Copies what a reader begins with: the demonstration documents, and the real reports where they are.
seed() {
    local reader=$1 folder=$2 file
    for file in "$root"/Resources/demo/* "$root"/../shared/corpus/raw/* "$root"/../shared/seeds/*; do
        [[ -f $file ]] || continue
        case $reader:$file in
            text:*.txt | report:*.txt | html:*.html | docx:*.docx | xlsx:*.xlsx | pdf:*.pdf) cp "$file" "$folder/" ;;
            word:*.docx) part "$file" word/document.xml "$folder" ;;
            sheet:*.xlsx) part "$file" xl/worksheets/sheet1.xml "$folder" ;;
        esac
    done
}

# Takes one part out of a docx or xlsx.
part() {
    command -v unzip >/dev/null || return 0
    unzip -p "$1" "$2" >"$3/$(basename "$1").xml" 2>/dev/null || rm -f "$3/$(basename "$1").xml"
}

# The C libraries keep what they allocate once until the end: that is no leak of ours.
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1
status=0
for reader in "${readers[@]}"; do
    mkdir -p "$scratch/corpus/$reader" "$scratch/seeds/$reader" "$scratch/findings/$reader"
    seed "$reader" "$scratch/seeds/$reader"
    printf '%-7s ' "$reader"
    if FUZZ_READER=$reader "$scratch/debug/fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
        -max_len=131072 -artifact_prefix="$scratch/findings/$reader/" \
        "$scratch/corpus/$reader" "$scratch/seeds/$reader" >"$scratch/$reader.log" 2>&1; then
        grep -a '^Done ' "$scratch/$reader.log"
    else
        status=1
        printf 'FOUND: %s\n' "$(grep -a -m1 -E 'Fatal error|ERROR: ' "$scratch/$reader.log" || echo "see $reader.log")"
        find "$scratch/findings/$reader" -type f -newer "$scratch.log" -printf '        %p\n'
    fi
done
exit "$status"
