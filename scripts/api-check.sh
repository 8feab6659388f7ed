#!/usr/bin/env bash
# Asks the running server what its description of the interface promises, by schemathesis with all checks.
#
# Needs the program built (scripts/build.sh tests does). Installs schemathesis into .build/api-venv; where that cannot be
# done, says so and ends with 0. Ends with 1 where the server breaks a promise.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/say.sh
source "$root/scripts/say.sh"

program=$root/.build/debug/gongkai
venv=$root/.build/api-venv
version=4.32.5
if [[ ! -x $program ]]; then
    say "没有找到 $program，请先执行 scripts/build.sh tests。" "$program is not built: run scripts/build.sh tests first."
    exit 2
fi
if [[ ! -x $venv/bin/schemathesis ]]; then
    if ! { python3 -m venv "$venv" &&
        "$venv/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$version"; } >&2; then
        rm -rf "$venv"
        say "没有装上 schemathesis，跳过数据接口的检查。" "schemathesis could not be installed: the interface is not checked."
        exit 0
    fi
fi

scratch=$(mktemp -d)
server=
finish() {
    [[ -z $server ]] || kill "$server" 2>/dev/null || true
    [[ -z $server ]] || wait "$server" 2>/dev/null || true
    rm -rf "$scratch"
}
trap finish EXIT
unset GONGKAI_DATABASE
GONGKAI_DEMO=1 "$program" serve --data "$scratch/var" --listen 127.0.0.1:0 >"$scratch/out" 2>"$scratch/log" &
server=$!
for _ in $(seq 120); do
    origin=$(sed -n 's/^Gongkai is ready: \(.*\)\/$/\1/p' "$scratch/out")
    [[ -z $origin ]] || break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.5
done
if [[ -z ${origin:-} ]]; then
    cat "$scratch/log" >&2
    say "服务没有启动。" "The server did not start."
    exit 2
fi
cd "$scratch"
"$venv/bin/schemathesis" run "$origin/openapi.json" --checks all --mode all --max-examples "${1:-30}" --seed 20211 \
    --workers 2 --suppress-health-check all --no-color
