#!/usr/bin/env bash
# Installs what building, testing and checking need on Debian 12 and its relatives: setup-debian.sh [extra...]
# Extras: bench (Google Benchmark, and the libraries that are compared with), fuzz (clang with libFuzzer), examples
# (the tools that docs/examples makes faster), foreign (the clients of tests/foreign). Does nothing, quickly, when
# all is there.
set -euo pipefail

packages=(
    # Build: the compiler brings the sanitizers along.
    cmake ninja-build g++ make ccache
    qt6-base-dev      # Core, Network, Test; Widgets for the monitor
    qt6-tools-dev qt6-l10n-tools # lrelease and lupdate: the catalogues of translations/
    libexpected-dev   # Result<T>
    libyaml-cpp-dev   # the configuration file
    libspdlog-dev     # the daemon's log
    prometheus-cpp-dev # its metrics
    libboost-dev      # Beast: the parser of HTTP requests, headers only
    # Test: the wrapper around each test, and the outside project that uses the installed package.
    python3 pkg-config procps
    # Lint.
    git clang-format clang-tidy clazy
)
# A Node.js of another source may be there already; Debian's package of npm would not go with it.
add_node() {
    command -v npm >/dev/null || packages+=(nodejs npm)
}
for extra in "$@"; do
    case $extra in
    bench)
        packages+=(libbenchmark-dev)
        # What bench-rpc compares with.
        packages+=(libjsonrpccpp-dev libgrpc++-dev libprotobuf-dev protobuf-compiler-grpc)
        ;;
    fuzz) packages+=(clang llvm) ;;
    examples)
        packages+=(black clang-format closure-compiler default-jdk-headless)
        add_node
        ;;
    foreign)
        packages+=(curl socat python3-jsonrpclib-pelix)
        packages+=(prometheus) # promtool
        add_node
        ;;
    *)
        echo "setup: unknown extra \"$extra\"; there are: bench fuzz examples foreign" >&2
        exit 2
        ;;
    esac
done

if ! command -v dpkg-query >/dev/null; then
    echo "setup: this is no Debian system; what is needed goes by these names there: ${packages[*]}" >&2
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    if [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
        missing+=("$package")
    fi
done
if ((${#missing[@]} == 0)); then
    echo "setup: everything is installed"
    exit 0
fi

as_root=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        echo "setup: these packages are missing and there is no sudo to install them: ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
