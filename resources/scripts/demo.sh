#!/usr/bin/env bash
# Shows the main job on real input: commands through a daemon that starts by itself. demo.sh BIN_DIR
# Everything happens in a private runtime directory, which is gone afterwards, like the daemon.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=$(cd "${1:-build/dev/bin}" 2>/dev/null && pwd) || {
    echo "demo: there is no folder \"${1:-build/dev/bin}\"; run: make build" >&2
    exit 1
}
for program in daemon-rpc daemon-rpcd; do
    if [ ! -x "$bin/$program" ]; then
        echo "demo: $bin/$program is not built; run: make build" >&2
        exit 1
    fi
done

runtime=$(mktemp -d /tmp/daemon-rpc-demo-XXXXXX)
# What a person keeps in ~/.config/daemon-rpc/daemon.yaml; empty in the beginning.
touch "$runtime/daemon.yaml"
rpc() {
    "$bin/daemon-rpc" --daemon-id demo --runtime-dir "$runtime" --daemon "$bin/daemon-rpcd" \
        --config "$runtime/daemon.yaml" "$@"
}
cleanup() {
    # A demo that failed halfway leaves no daemon either.
    if ! rpc --no-spawn stop --now >/dev/null 2>&1 && [ -S "$runtime/daemon-rpc-demo.sock" ]; then
        kill "$(sed -n 's/^pid=//p' "$runtime/daemon-rpc-demo.pid")" 2>/dev/null || true
        for _ in {1..50}; do
            [ -S "$runtime/daemon-rpc-demo.sock" ] || break
            sleep 0.1
        done
    fi
    rm -rf "$runtime"
}
trap cleanup EXIT

step=0
show() { printf '\n%d. %s\n' $((++step)) "$1"; }
prompt() { printf '   $ %s\n' "$1"; }
indent() { sed 's/^/     /'; }
# expect WHAT WANTED GOT
expect() {
    if [ "$2" != "$3" ]; then
        echo "demo: $1: expected \"$2\", got \"$3\"" >&2
        exit 1
    fi
}
milliseconds() { echo $(($(date +%s%N) / 1000000)); }

input=README.md
[ -f "$input" ] || input=LICENSE

show "The first command, as text on standard input. No daemon runs yet: this starts it."
prompt "printf 'echo hello from the daemon' | daemon-rpc"
begin=$(milliseconds)
answer=$(printf 'echo hello from the daemon' | rpc)
cold=$(($(milliseconds) - begin))
indent <<<"$answer"
expect "echo" "hello from the daemon" "$answer"

show "The second one meets a warm daemon."
prompt "printf 'echo hello again' | daemon-rpc"
begin=$(milliseconds)
answer=$(printf 'echo hello again' | rpc)
warm=$(($(milliseconds) - begin))
indent <<<"$answer"
expect "echo" "hello again" "$answer"
echo "   The first call took $cold ms, daemon and all; this one $warm ms."

show "Real programs, with this project's $input streamed through their standard input."
prompt "daemon-rpc run exec wc -l < $input"
lines=$(rpc run exec wc -l <"$input" | tr -d ' ')
indent <<<"$lines"
expect "lines of $input" "$(wc -l <"$input" | tr -d ' ')" "$lines"
prompt "daemon-rpc run exec sort < $input | head -n 3"
sorted=$(LC_ALL=C rpc run exec sort <"$input")
grep -v '^ *$' <<<"$sorted" | sed -n 1,3p | indent
expect "sort of $input" "$(LC_ALL=C sort "$input")" "$sorted"
prompt "daemon-rpc run cat < $input | cmp - $input"
# Both sides only read it.
# shellcheck disable=SC2094
rpc run cat <"$input" | cmp - "$input"
echo "     byte for byte the same"

show "Exit code, standard output and standard error are the program's own."
prompt "daemon-rpc run exec sh -c 'echo fine; echo sad >&2; exit 3'"
code=0
rpc run exec sh -c 'echo fine; echo sad >&2; exit 3' >"$runtime/out" 2>"$runtime/err" || code=$?
echo "     stdout: $(cat "$runtime/out")"
echo "     stderr: $(cat "$runtime/err")"
echo "     exit code: $code"
expect "stdout" "fine" "$(cat "$runtime/out")"
expect "stderr" "sad" "$(cat "$runtime/err")"
expect "exit code" 3 "$code"
rm -f "$runtime/out" "$runtime/err"
prompt "daemon-rpc run nonsense"
code=0
message=$(rpc run nonsense 2>&1) || code=$?
indent <<<"$message"
echo "     exit code: $code"
expect "exit code of an unknown command" 127 "$code"

show "A slow filter from the configuration: two copies are kept started and wait for input."
cat >"$runtime/daemon.yaml" <<'YAML'
commands:
  count-words:
    description: counts words as JSON
    program: python3
    arguments:
      - -c
      - |
        import asyncio, collections, email.parser, http.client, json, sys, unittest, xml.dom.minidom  # loads a while
        print(json.dumps(collections.Counter(sys.stdin.read().split()).most_common(3)))
    warm: 2
YAML
sed -n '2,5p;$p' "$runtime/daemon.yaml" | indent
prompt "daemon-rpc reload"
rpc --no-spawn reload 2>&1 | indent
begin=$(milliseconds)
plain=$(sed -n 's/^        //p' "$runtime/daemon.yaml" >"$runtime/count.py" && python3 "$runtime/count.py" <"$input")
plain_time=$(($(milliseconds) - begin))
for _ in {1..100}; do
    rpc --no-spawn commands | grep -q '2 of 2 ready' && break
    sleep 0.05
done
sleep 0.5 # a copy is ready when it is started; it still has to load
prompt "daemon-rpc run count-words < $input"
begin=$(milliseconds)
answer=$(rpc --no-spawn run count-words <"$input")
warm=$(($(milliseconds) - begin))
indent <<<"$answer"
expect "the words of $input" "$plain" "$answer"
echo "   The program by itself took $plain_time ms; through a warm copy $warm ms."
rm -f "$runtime/count.py"

show "A restart refuses nobody, and takes a newly installed program along."
prompt "daemon-rpc restart"
rpc restart 2>&1 | indent

show "What runs, and whether it is well."
prompt "daemon-rpc list"
rpc list | indent
prompt "daemon-rpc status"
rpc --no-spawn status | indent
prompt "daemon-rpc health"
rpc --no-spawn health | indent

show "The end."
prompt "daemon-rpc stop"
rpc --no-spawn stop 2>&1 | indent
if [ -e "$runtime/daemon-rpc-demo.sock" ]; then
    echo "demo: the daemon has stopped but left its socket behind" >&2
    exit 1
fi
echo
echo "demo: all of it worked"
