#!/usr/bin/env bash
# Installs a build into a stage and uses it from outside, by CMake and by pkg-config:
#     check_package.sh CMAKE CXX SOURCE_DIR BUILD_DIR static|shared
# BUILD_DIR is a build of the kind named; for "shared" it is configured and built here when needed.
set -euo pipefail
cmake=$1 cxx=$2 source=$3 build=$4 kind=$5

if [ "$kind" = shared ]; then
    mkdir -p "$build" 2>/dev/null || true
fi
if [ ! -w "$build" ]; then
    echo "skipped: the build directory belongs to another user"
    exit 77
fi

# What fails tells itself; what works is one line.
quietly() {
    local log="$TMPDIR/log"
    if ! "$@" >"$log" 2>&1; then
        echo "failed: $*"
        cat "$log"
        return 1
    fi
}

# greets PROGRAM: the daemon in PROGRAM starts by itself, answers through two clients, and ends.
greets() {
    local runtime=$TMPDIR/run pid
    mkdir -m 700 "$runtime"
    test "$(DAEMON_RPC_RUNTIME_DIR=$runtime "$1" you)" = "hello you"
    pid=$(sed -n 's/^pid=//p' "$runtime/daemon-rpc-outside.pid")
    test "$(DAEMON_RPC_RUNTIME_DIR=$runtime "$1" again)" = "hello again"
    test "$pid" = "$(sed -n 's/^pid=//p' "$runtime/daemon-rpc-outside.pid")"
    kill "$pid"
    while [ -e "/proc/$pid" ] && [ "$(ps -o stat= -p "$pid")" != Z ]; do sleep 0.05; done
    rm -r "$runtime"
}

# serves PROGRAM: the service in PROGRAM answers the installed client, and ends.
serves() {
    local runtime=$TMPDIR/run
    mkdir -m 700 "$runtime"
    "$1" --daemon-id outside --runtime-dir "$runtime" >/dev/null 2>&1 &
    while [ ! -S "$runtime/daemon-rpc-outside.sock" ]; do
        kill -0 $! || return 1
        sleep 0.05
    done
    local client=("$stage/bin/daemon-rpc" --daemon-id outside --runtime-dir "$runtime" --no-spawn)
    if [ -x "$stage/bin/daemon-rpc" ]; then
        test "$("${client[@]}" --version-policy ignore run greet you)" = "hello you"
    fi
    kill $!
    wait $!
    rm -r "$runtime"
}

# loads PROGRAM: the daemon in PROGRAM, which needs --foreground or not, serves the command of a plugin.
loads() {
    local runtime=$TMPDIR/run plugins=$TMPDIR/plugins
    mkdir -m 700 "$runtime" "$plugins"
    install -m 600 "$TMPDIR/by-cmake/greetings.so" "$plugins"
    "$@" --daemon-id outside --runtime-dir "$runtime" >/dev/null 2>&1 &
    while [ ! -S "$runtime/daemon-rpc-outside.sock" ]; do
        kill -0 $! || return 1
        sleep 0.05
    done
    test "$("$stage/bin/daemon-rpc" --daemon-id outside --runtime-dir "$runtime" --no-spawn \
        --version-policy ignore run greetings.greet you)" = "welcome you"
    kill $!
    wait $!
    rm -r "$runtime" "$plugins"
}

TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
stage=$TMPDIR/stage
outside=$source/tests/package/outside

if [ "$kind" = shared ]; then
    quietly "$cmake" -S "$source" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER="$cxx" -DBUILD_SHARED_LIBS=ON \
        -DDAEMONRPC_BUILD_TESTS=OFF -DDAEMONRPC_PRECOMPILED_HEADERS=ON -DCMAKE_COMPILE_WARNING_AS_ERROR=ON \
        -DCMAKE_CXX_FLAGS=-O0
    quietly "$cmake" --build "$build"
fi
quietly "$cmake" --install "$build" --prefix "$stage"
echo "installed: $(find "$stage" -type f | wc -l) files"

# The stage is moved before it is used: nothing installed may know where it was.
mv "$stage" "$TMPDIR/moved"
stage=$TMPDIR/moved
if private=$(find "$stage" -name '*_p.h' | grep .); then
    echo "private headers are installed: $private"
    exit 1
fi
if leaked=$(grep -rlIF -e "$source" -e "$build" "$stage"); then
    echo "these installed files name the build's own folders: $leaked"
    exit 1
fi

libdir=$(dirname "$(find "$stage" -name 'libDaemonRpcCore.*' | head -n 1)")
export LD_LIBRARY_PATH=$libdir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}

quietly "$cmake" -S "$outside" -B "$TMPDIR/by-cmake" -G Ninja -DCMAKE_CXX_COMPILER="$cxx" \
    -DCMAKE_PREFIX_PATH="$stage"
quietly "$cmake" --build "$TMPDIR/by-cmake"
greets "$TMPDIR/by-cmake/outside"
serves "$TMPDIR/by-cmake/service"
echo "find_package(DaemonRpc COMPONENTS Service): built and run"
if [ -x "$stage/bin/daemon-rpc" ] && [ -x "$stage/bin/daemon-rpcd" ]; then
    # The program as installed, and one that was built outside.
    loads "$stage/bin/daemon-rpcd" --foreground \
        --set "plugins.directory=$TMPDIR/plugins" --set plugins.settings=greetings.greeting=welcome
    DAEMON_RPC_PLUGINS_DIRECTORY=$TMPDIR/plugins DAEMON_RPC_PLUGINS_SETTINGS=greetings.greeting=welcome \
        loads "$TMPDIR/by-cmake/service"
    echo "daemonrpc_add_plugin(), daemonrpc_plugin_host(): built and run"
fi

export PKG_CONFIG_PATH=$libdir/pkgconfig
static=()
if [ "$kind" = static ]; then
    static=(--static)
fi
# Unquoted on purpose: flags are words.
# shellcheck disable=SC2046
quietly "$cxx" -std=c++20 -fPIC $(pkg-config --cflags daemonrpc-core) "$outside/main.cpp" \
    -o "$TMPDIR/by-pkg-config" $(pkg-config --libs "${static[@]}" daemonrpc-core)
greets "$TMPDIR/by-pkg-config"
quietly "$cxx" -std=c++20 -fPIC $(pkg-config --cflags daemonrpc-service) "$outside/service.cpp" \
    -o "$TMPDIR/service-by-pkg-config" $(pkg-config --libs "${static[@]}" daemonrpc-service)
serves "$TMPDIR/service-by-pkg-config"
echo "pkg-config daemonrpc-core, daemonrpc-service: built and run"

for program in daemon-rpc daemon-rpcd; do
    if [ -x "$stage/bin/$program" ]; then
        "$stage/bin/$program" --version
    fi
done
