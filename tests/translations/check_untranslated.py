#!/usr/bin/env python3
"""Looks for sentences in the programs' sources that do not go through tr().

    check_untranslated.py ROOT

A string literal in QStringLiteral(), QLatin1String() or u"..." is a sentence when two words of lower case follow
each other in it. What is no text for people, or is typed as it stands, is listed below.
"""

import pathlib
import re
import sys

PROGRAMS = ("cli", "daemon", "monitor")
# What commands answer to whoever called them is the same in every language.
EXEMPT_FOLDERS = ("daemon/commands/",)
ALLOWED = {
    # Typed into a shell.
    "chmod 600 %1",
    "chmod 700 %1",
    "daemon-rpc restart",
    "daemon-rpc run echo hello",
    "daemon-rpc run sleep 30",
    "daemon-rpc [GLOBAL OPTION...] ",
    "daemon-rpc [OPTION...] run [--] COMMAND [ARG...]",
    "mkdir -p %1",
    # Read by scripts.
    "daemon-rpc %1\\nbuild %2, timestamp %3 (%4)\\nprotocol %5\\n",
}

LITERAL = r'"(?:\\.|[^"\\\n])*"'
WRAPPED = re.compile(r"(?:\b(?:QStringLiteral|QLatin1String|QLatin1StringView)\(\s*|\bu(?=\"))"
                     rf"({LITERAL}(?:\s*{LITERAL})*)")
COMMENT = re.compile(rf"//[^\n]*|/\*.*?\*/|({LITERAL})", re.DOTALL)
HIDDEN = re.compile(r"\b(?:tr|translate)\(\s*(QT_TR\w*_NOOP\w*\()")
WORDS = re.compile(r"(?<![\w%/.-])[A-Za-z]?[a-z]{2,} [a-z]{2,}(?![\w(/.:=])")


def without_comments(code):
    return COMMENT.sub(lambda match: match.group(1) or re.sub(r"[^\n]", " ", match.group(0)), code)


def sentences(code):
    """Yields (line, text) for each literal that looks like one."""
    code = without_comments(code)
    for match in WRAPPED.finditer(code):
        text = "".join(part[1:-1] for part in re.findall(LITERAL, match.group(1)))
        if WORDS.search(text) and text not in ALLOWED:
            yield code.count("\n", 0, match.start()) + 1, text


def hidden(code):
    """Yields the line of each marked text that lupdate does not find."""
    code = without_comments(code)
    for match in HIDDEN.finditer(code):
        yield code.count("\n", 0, match.start(1)) + 1


def violations(root):
    found = []
    count = 0
    for program in PROGRAMS:
        for path in sorted((root / program).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix not in (".h", ".cpp") or name.startswith(EXEMPT_FOLDERS):
                continue
            count += 1
            code = path.read_text(encoding="utf-8")
            found += [f"{name}:{line}: not translated: \"{text}\"" for line, text in sentences(code)]
            found += [f"{name}:{line}: not found by lupdate: call the function translated()" for line in hidden(code)]
    return found, count


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    found, count = violations(root)
    for line in found:
        print(line, file=sys.stderr)
    if count == 0:
        print(f"no sources below {root}", file=sys.stderr)
    return 1 if found or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
