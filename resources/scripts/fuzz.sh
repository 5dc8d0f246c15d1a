#!/usr/bin/env bash
# Runs each fuzzer in a folder for some time: fuzz.sh FOLDER SECONDS
# New inputs are kept beside the fuzzer; a crash ends the run and names the input that caused it.
set -euo pipefail
folder=$1
seconds=$2
seeds=$(dirname "$0")/../../tests/fuzz/corpus
shopt -s nullglob

fuzzers=("$folder"/fuzz_*)
ran=0
for fuzzer in "${fuzzers[@]}"; do
    [ -f "$fuzzer" ] || continue
    name=$(basename "$fuzzer")
    found=$folder/corpus/$name
    mkdir -p "$found"
    corpora=("$found")
    if [ -d "$seeds/$name" ]; then
        corpora+=("$seeds/$name")
    fi
    echo "fuzz: $name for $seconds s"
    "$fuzzer" -max_total_time="$seconds" -rss_limit_mb=1024 -timeout=10 -print_final_stats=1 \
        -artifact_prefix="$folder/$name-" "${corpora[@]}"
    ran=$((ran + 1))
done
if ((ran == 0)); then
    echo "fuzz: there is no fuzzer in $folder" >&2
    exit 1
fi
echo "fuzz: $ran fuzzers, nothing found"
