#!/usr/bin/env bash
# Runs each benchmark in a folder: bench.sh FOLDER [ARGUMENT...]
# The arguments go to Google Benchmark. Results as JSON lie beside each program.
set -euo pipefail
folder=$1
shift
shopt -s nullglob

ran=0
for program in "$folder"/bench_*; do
    if [ ! -x "$program" ] || [ -d "$program" ]; then
        continue
    fi
    echo "bench: $(basename "$program")"
    "$program" --benchmark_out="$program.json" --benchmark_out_format=json "$@"
    ran=$((ran + 1))
done
if ((ran == 0)); then
    echo "bench: there is no benchmark in $folder" >&2
    exit 1
fi
