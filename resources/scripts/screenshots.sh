#!/usr/bin/env bash
# Makes pictures of the monitor from a scenario with real daemons: screenshots.sh BIN_DIR OUT_DIR [PAGE-THEME...]
# Takes about a minute and a half; needs no screen. PAGE-THEME is such as overview-dark; all pages, light and dark,
# when none is given.
set -euo pipefail
bin=$(realpath "$1") out=$(realpath -m "$2")
shift 2
pictures=("$@")
((${#pictures[@]} > 0)) || pictures=({overview,connections,requests,cancellations,health,charts,logs}-{light,dark})
seconds=${SCENARIO_SECONDS:-75}

home=$(mktemp -d "${TMPDIR:-/tmp}/s-XXXXXX")
export DAEMON_RPC_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config HOME=$home LC_ALL=C.UTF-8 LANGUAGE=
export QT_QPA_PLATFORM=offscreen
background=()
rpc() { "$bin/daemon-rpc" --daemon "$bin/daemon-rpcd" "$@"; }
cleanup() {
    for id in build format tests; do
        rpc --daemon-id "$id" stop --now >/dev/null 2>&1 || true
    done
    for process in "${background[@]}"; do
        kill "$process" 2>/dev/null || true
    done
    wait
    rm -rf "$home"
}
trap cleanup EXIT

mkdir -p "$out" "$home/config/daemon-rpc"
cat >"$home/config/daemon-rpc/daemon.yaml" <<'YAML'
performance:
  grace_ms: 8000
commands:
  compile:
    description: compiles one file
    program: bash
    arguments: [-c, 'sleep 0.$((RANDOM % 9 + 1)); head -c $((RANDOM * 20)) /dev/zero; exit $((RANDOM % 12 == 0))', compile]
  fmt:
    description: formats what it reads
    program: cat
    warm: 3
  link:
    description: links the program, one at a time
    program: sh
    arguments: [-c, 'sleep 40', link]
    max_parallel: 1
YAML

rpc --daemon-id build start
rpc --daemon-id format start
rpc --daemon-id tests start
"$bin/daemon-rpc-monitor" --dump "$home/session.jsonl" &
recorder=$!

# What people do all day.
work() {
    local n=0
    while sleep 0.$((RANDOM % 4 + 1)); do
        n=$((n + 1))
        rpc --daemon-id build run -- compile "src/module$((n % 40)).cpp" -O2 >/dev/null 2>&1 &
        rpc --daemon-id format run -- fmt <<<"int main( ){ }" >/dev/null 2>&1 || true
        ((n % 9)) || rpc --daemon-id tests run -- exec sh -c 'sleep 3; exit 1' >/dev/null 2>&1 &
    done
}
work 2>/dev/null &
background+=($!)
sleep $((seconds / 3))
(timeout -s INT 12 "$bin/daemon-rpc" --daemon-id tests run -- sleep 300 || true) >/dev/null 2>&1 &
sleep $((seconds / 3))
for file in app.o core.o; do
    (rpc --daemon-id build run -- link "$file" || true) >/dev/null 2>&1 &
done
(rpc --daemon-id tests --timeout 60000 run -- sleep 600 || true) >/dev/null 2>&1 &
(rpc --daemon-id tests run -- exec sh -c 'trap "" TERM INT HUP; while :; do sleep 0.2; done' || true) >/dev/null 2>&1 &
sleep $((seconds / 3 - 4))
deaf=$(rpc --daemon-id tests requests --json |
    python3 -c 'import json, sys; print([r["id"] for r in json.load(sys.stdin) if "trap" in " ".join(r["arguments"])][0])')
rpc --daemon-id tests cancel "$deaf"
sleep 4
kill "$recorder"
wait "$recorder" || true

for picture in "${pictures[@]}"; do
    "$bin/daemon-rpc-monitor" --replay "$home/session.jsonl" --speed 1000 --size 1280x720 \
        --page "${picture%-*}" --theme "${picture#*-}" --screenshot "$out/monitor-$picture.png"
done
ls -l "$out"
