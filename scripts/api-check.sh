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
# Thousands of questions come from one address here: what bounds a stranger would stop the check. Tests of their own see
# the limits.
export GONGKAI_FORMS_PER_HOUR=1000000 GONGKAI_APPLY_PER_HOUR=1000000 GONGKAI_APPLY_PROMPT_PER_HOUR=1000000
export GONGKAI_TRACK_TRIES=100000 GONGKAI_TRACK_TRIES_PER_NUMBER=100000
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

# A real application, so that following one is answered too; the hook puts its number and code into the description.
"$venv/bin/python" - "$origin" "$scratch/case.json" <<'PYTHON'
import json, sys, urllib.request
origin, kept = sys.argv[1:]
read = lambda request: json.load(urllib.request.urlopen(request))
example = read(origin + "/openapi.json")["paths"]["/api/v1/requests"]["post"]
body = json.dumps(example["requestBody"]["content"]["application/json"]["example"]).encode()
def apply():
    return read(urllib.request.Request(origin + "/api/v1/requests", body, {
        "Content-Type": "application/json", "Idempotency-Key": "api-check-0123456789"}))
answer = apply()
assert apply() == answer, "the same application, sent again, is answered otherwise"
json.dump({"number": answer["number"], "code": answer["code"]}, open(kept, "w"))
PYTHON
cp "$root/scripts/api-check.toml" "$scratch/schemathesis.toml"
cp "$root/scripts/api_check_hooks.py" "$scratch/api_check_hooks.py"
cd "$scratch"
export SCHEMATHESIS_HOOKS=api_check_hooks PYTHONPATH=$scratch
"$venv/bin/schemathesis" run "$origin/openapi.json" --checks all --mode all --max-examples "${1:-30}" --seed 20211 \
    --workers 1 --suppress-health-check all --no-color
