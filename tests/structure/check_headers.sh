#!/usr/bin/env bash
# Compiles each public header of the library alone: check_headers.sh CMAKE BUILD_DIR
set -euo pipefail
cmake=$1
build=$2
if [ ! -w "$build" ]; then
    echo "skipped: the build directory belongs to another user"
    exit 77
fi
"$cmake" --build "$build" --target all_verify_interface_header_sets
