#!/usr/bin/env python3
"""Runs clang-tidy and clazy over every source of the project, in parallel, and remembers what passed.

    run_analyzers.py BUILD_DIR [--jobs N] [--deep]

A source is looked at again when it, a header of ours that it includes (directly or not), its compile command,
the configuration or a tool has changed. Only success is remembered, in BUILD_DIR/lint-cache.

Most of a tool's time goes into Qt's headers, so sources that are compiled alike are looked at together, as one
translation unit. A group with something to object to, or whose sources do not go together (two static functions
of one name), is halved until single sources are left; what counts is what the tool says of a single source.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
GROUP = 12  # sources that are looked at together, at most
OURS = r"/(core/daemonrpc|daemon|cli|monitor|translations|docs/examples)/.*"
TESTS = ROOT / "tests"  # left out unless asked for: looking at them takes longer than at all the rest
INCLUDE = re.compile(rb'^\s*#\s*include\s*([<"])([^>"\n]+)[>"]', re.MULTILINE)
CONFIGURATION = (".clang-tidy", "tests/.clang-tidy", "resources/scripts/run_analyzers.py")
PRECOMPILED = re.compile(r" -Winvalid-pch -include \S+/cmake_pch\.hxx")
COUNT_LINES = re.compile(r"^\d+ (warnings?|errors?)( and \d+ errors?)? (generated|treated as errors?)\.?\n?",
                         re.MULTILINE)


class Headers:
    """Which of our files a source includes, directly or not."""

    def __init__(self):
        self.direct = {}
        self.by_name = {}
        for top in ("core", "daemon", "cli", "monitor", "translations", "tests", "docs"):
            for path in (ROOT / top).rglob("*.h"):
                self.by_name.setdefault(path.name, []).append(path)

    def direct_includes(self, path):
        if path not in self.direct:
            found = []
            for quote, name in INCLUDE.findall(path.read_bytes()):
                name = name.decode(errors="replace")
                candidates = [ROOT / "core" / name, ROOT / name]
                if quote == b'"':
                    candidates.insert(0, path.parent / name)
                    # Found by an include directory of its target: any file of that name may be meant.
                    candidates += self.by_name.get(os.path.basename(name), [])
                found += [c.resolve() for c in candidates if c.is_file()]
            self.direct[path] = found
        return self.direct[path]

    def closure(self, path):
        seen = {path}
        frontier = [path]
        while frontier:
            for header in self.direct_includes(frontier.pop()):
                if header not in seen:
                    seen.add(header)
                    frontier.append(header)
        return sorted(seen)


def compile_commands(build, plain):
    """The compile command of each source in the tree, by path; generated sources are not ours to judge.

    Writes all commands to the folder plain, without precompiled headers: those of GCC are nothing to clang, and
    a source has to include what it needs.
    """
    commands = {}
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = PRECOMPILED.sub("", entry["command"])
    write_commands(plain, entries)
    for entry in entries:
        path = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if path.is_relative_to(ROOT) and not path.is_relative_to(build):
            commands.setdefault(path, entry)
    return commands


def write_commands(folder, entries):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "compile_commands.json").write_text(json.dumps(entries))


def alike(path, entry):
    """What sources have to have in common to be looked at together: the compile command but for their names."""
    words = shlex.split(entry["command"])
    output = words.index("-o") + 1 if "-o" in words else -1
    return (path.is_relative_to(TESTS), path.parent,
            tuple(word for place, word in enumerate(words) if place != output and word != entry["file"]))


def groups_of(paths, commands):
    """The sources in groups of those that are compiled alike. Tests have a configuration of their own and, with
    their twin fixtures, seldom go together."""
    found = {}
    for path in paths:
        found.setdefault(alike(path, commands[path]), []).append(path)
    for members in found.values():
        size = 1 if members[0].is_relative_to(TESTS) else GROUP
        yield from (members[first:first + size] for first in range(0, len(members), size))


def tool_version(tool):
    return subprocess.run([tool, "--version"], capture_output=True, check=True).stdout


def analyzers(build, plain, deep):
    tidy = shutil.which("clang-tidy")
    if not tidy:
        sys.exit("lint: clang-tidy is not installed; run: make setup")
    # The path-sensitive checks take nearly as long as all the others together.
    shallow = ["--checks=" if deep else "--checks=-clang-analyzer-*"]
    found = {"clang-tidy": [tidy, "--quiet", "-p", str(plain), *shallow]}
    clazy = shutil.which("clazy-standalone")
    if clazy:
        found["clazy"] = [clazy, "--checks=level1", "-p", str(plain),
                          "--header-filter=" + re.escape(str(ROOT)) + "/.*",
                          "--ignore-dirs=" + re.escape(str(build)) + "/.*"]
    else:
        print("lint: clazy is not installed; its checks are left out")
    return found


def key_of(command, version, entry, files):
    digest = hashlib.sha256(shlex.join(command).encode() + version)
    digest.update(shlex.join(entry.get("arguments") or shlex.split(entry["command"])).encode())
    for path in list(files) + [ROOT / name for name in CONFIGURATION]:
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def analyze(command, path):
    """Returns what the tool has to object to in a source (empty when nothing)."""
    result = subprocess.run([*command, str(path)], capture_output=True, text=True, cwd=ROOT, check=False)
    # Both tools count suppressed warnings on stderr; a tool that cannot run says so there, too.
    output = COUNT_LINES.sub("", result.stdout + result.stderr).strip()
    if result.returncode != 0 and not output:
        output = f"{command[0]} failed with exit code {result.returncode}"
    if result.returncode == 0 and "warning:" not in output:
        output = ""
    return output


class Groups:
    """Looks at several sources as one translation unit."""

    def __init__(self, folder, commands):
        self.folder = folder
        self.commands = commands

    def is_clean(self, tool, command, paths):
        name = hashlib.sha256(shlex.join([tool, *map(str, paths)]).encode()).hexdigest()[:16]
        folder = self.folder / name
        unit = folder / "unit.cpp"
        like = self.commands[paths[0]]
        write_commands(folder, [like | {"command": like["command"].replace(like["file"], str(unit)),
                                        "file": str(unit)}])
        unit.write_text("".join(f'#include "{path}"\n' for path in paths))
        words = [*command]
        words[words.index("-p") + 1] = str(folder)
        if tool == "clang-tidy":
            words += ["--header-filter=" + re.escape(str(ROOT)) + OURS]
            words = [word + ",-bugprone-suspicious-include" if word.startswith("--checks=") else word
                     for word in words]
        clean = not analyze(words, unit)
        shutil.rmtree(folder)
        return clean

    def look(self, tool, command, paths):
        """What the tool has to object to, by source."""
        if len(paths) == 1:
            return {paths[0]: analyze(command, paths[0])}
        if self.is_clean(tool, command, paths):
            return dict.fromkeys(paths, "")
        middle = len(paths) // 2
        return self.look(tool, command, paths[:middle]) | self.look(tool, command, paths[middle:])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--deep", action="store_true",
                        help="with the path-sensitive checks, and the tests, too (many minutes more)")
    options = parser.parse_args()
    build = options.build.resolve()
    cache = build / "lint-cache"
    cache.mkdir(exist_ok=True)

    plain = build / "lint-commands"
    commands = compile_commands(build, plain)
    headers = Headers()
    groups = Groups(build / "lint-groups", commands)
    failed = False
    for tool, command in analyzers(build, plain, options.deep).items():
        version = tool_version(command[0])
        started = time.monotonic()
        keys = {path: key_of(command, version, entry, headers.closure(path)) for path, entry in commands.items()
                if not path.is_relative_to(TESTS) or (options.deep and tool != "clazy")}
        changed = [path for path, key in sorted(keys.items()) if not (cache / key).exists()]
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            futures = [pool.submit(groups.look, tool, command, paths) for paths in groups_of(changed, commands)]
            for future in concurrent.futures.as_completed(futures):
                for path, output in future.result().items():
                    if output:
                        failed = True
                        print(output, flush=True)
                    else:
                        (cache / keys[path]).touch()
        print(f"lint: {tool}: {len(keys)} sources, {len(changed)} looked at, "
              f"{time.monotonic() - started:.0f} s", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
