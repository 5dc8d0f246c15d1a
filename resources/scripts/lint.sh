#!/usr/bin/env bash
# Checks form and content of all sources: lint.sh [BUILD_DIR [--deep]]
# Format, include directions, clang-tidy and clazy (level 1, where it is installed). BUILD_DIR (build/dev) is a
# configured build: it tells how each source is compiled, and keeps the results, so that only what changed is
# looked at again. With --deep clang-tidy follows paths (clang-analyzer) and looks at the tests as well.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/dev}

if [ ! -f "$build/compile_commands.json" ]; then
    echo "lint: $build is not configured; run: cmake --preset dev" >&2
    exit 1
fi

# An archive of the sources has no git.
if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    mapfile -t sources < <(comm -23 \
        <(git ls-files --cached --others --exclude-standard -- '*.h' '*.cpp' | sort) \
        <(git ls-files --deleted | sort))
else
    mapfile -t sources < <(find core daemon cli monitor translations tests docs -name '*.h' -o -name '*.cpp')
fi
clang-format --dry-run -Werror "${sources[@]}"
echo "lint: format: ${#sources[@]} files"

python3 -B tests/structure/check_includes.py
python3 -B tests/structure/check_tree.py

# Sources include their .moc, which has to be there.
mapfile -t generated < <(ninja -C "$build" -t targets all |
    sed -n 's/^\([A-Za-z0-9_.-]*_autogen\): phony$/\1/p')
if ((${#generated[@]} > 0)); then
    cmake --build "$build" --target "${generated[@]}" >/dev/null
fi
python3 -B resources/scripts/run_analyzers.py "$build" "${@:2}"
