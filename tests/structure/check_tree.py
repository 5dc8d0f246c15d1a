#!/usr/bin/env python3
"""Checks the form of every file of the project: what no file may hold, what it is called, how large it is.

    check_tree.py [ROOT]

Looks at the files that git tracks, or at all but hidden and build folders where there is no git.
"""

import pathlib
import re
import subprocess
import sys

BINARY = {".png", ".ico", ".svgz", ".gz", ".qm", ".pdf"}

# Spelled in pieces, so that this file may be checked as well.
FORBIDDEN = [
    ("an unfinished piece of work", re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")),
    ("a path of one machine", re.compile(r"(?<![\w.])(/ho" r"me/(?!user\b)\w|/ro" r"ot\b/|/Us" r"ers/\w"
                                         r"|/wo" r"rk/\w|/tmp/w" r"t\b)")),
    ("a conflict marker", re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)),
    ("a carriage return", re.compile(r"\r")),
]
TRAILING_BLANK = re.compile(r"[ \t]+$", re.MULTILINE)
WHITESPACE_CHECKED = {".h", ".cpp", ".py", ".sh", ".cmake", ".txt", ".json", ".yaml", ".yml", ".in"}

# One responsibility per file. The documentation in a header counts, so these are the outer bounds.
LIBRARY_FOLDERS = ("core", "daemon", "cli", "monitor", "translations")
MAXIMUM_LINES = {".h": 220, ".cpp": 450}
FILE_NAME = re.compile(r"^[a-z0-9]+(_p)?\.(h|cpp)$")


def tracked(root):
    result = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            capture_output=True, check=False)
    if result.returncode == 0 and result.stdout:
        names = result.stdout.decode().split("\0")
        return sorted(root / name for name in names if name and (root / name).is_file())
    return sorted(path for path in root.rglob("*") if path.is_file()
                  and not any(part.startswith((".", "build")) for part in path.relative_to(root).parts))


def check_file(root, path):
    """Yields (line, what) for each violation."""
    relative = path.relative_to(root)
    if relative.suffix in BINARY:
        return
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        # Seeds of fuzzers and other test data are raw bytes.
        if relative.parts[0] != "tests":
            yield 1, "the file is not UTF-8"
        return
    if "corpus" in relative.parts or "vectors" in relative.parts:
        return
    for what, pattern in FORBIDDEN:
        for match in pattern.finditer(text):
            yield text.count("\n", 0, match.start()) + 1, f"{what}: {match.group(0).strip()}"
    if relative.suffix in WHITESPACE_CHECKED:
        for match in TRAILING_BLANK.finditer(text):
            yield text.count("\n", 0, match.start()) + 1, "blanks at the end of the line"
        if text and not text.endswith("\n"):
            yield text.count("\n") + 1, "no newline at the end of the file"
    if relative.parts[0] in LIBRARY_FOLDERS and relative.suffix in MAXIMUM_LINES:
        lines = text.count("\n")
        if lines > MAXIMUM_LINES[relative.suffix]:
            yield lines, f"{lines} lines are too many for one responsibility: split it"
        if not FILE_NAME.match(relative.name):
            yield 1, "a file is named after its class, in lower case (framedecoder.h, framedecoder_p.h)"
        if relative.suffix == ".h" and "#pragma once" not in text:
            yield 1, "the header has no #pragma once"


def violations(root):
    """Every violation below root as "file:line: what", and how many files were looked at."""
    files = tracked(root)
    found = []
    for path in files:
        name = path.relative_to(root).as_posix()
        found += [f"{name}:{line}: {what}" for line, what in check_file(root, path)]
    return found, len(files)


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    found, count = violations(root)
    if count == 0:
        print(f"no files below {root}", file=sys.stderr)
        return 1
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print(f"{count} files: nothing to object to")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
