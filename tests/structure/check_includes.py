#!/usr/bin/env python3
"""Checks which way includes point, and which names stay in their room.

    check_includes.py [ROOT]

The tables below are the rules of docs/ARCHITECTURE.md ("Which way includes point"); what they do not allow is
an error. Tests and examples are free to include any public header.
"""

import pathlib
import posixpath
import re
import sys

# A room may include itself and these. Nothing else, in either direction.
ROOMS = {
    "base": set(),
    "wire": {"base"},
    "transport": {"base"},
    "eventloop": {"base"},
    "instance": {"base"},
    "jsonrpc": {"base"},
    "session": {"wire", "transport", "base"},
    "handler": {"session", "wire", "base"},
    "client": {"session", "wire", "transport", "instance", "jsonrpc", "base"},
    "server": {"handler", "session", "wire", "transport", "jsonrpc", "base"},
    "admin": {"server", "client", "handler", "session", "wire", "transport", "instance", "jsonrpc", "base"},
    "daemon": {"admin", "server", "handler", "session", "wire", "transport", "instance", "base"},
    "plugin": {"server", "handler", "session", "wire", "jsonrpc", "base"},
    "pipe": {"session", "wire", "transport", "base"},
}
ROOMS["service"] = set(ROOMS)

# The rooms within service; what lies in service itself puts them together.
SERVICE_ROOMS = {
    "access": {"config", "command"},
    "command": set(),
    "config": {"command"},
    "logging": {"config", "command"},
    "process": {"config", "command"},
    "health": {"config", "command"},
    "plugin": {"config", "command"},
    "metrics": {"config", "command", "logging", "health"},
    "http": {"config", "command", "logging", "health", "metrics"},
}

# The rooms of the monitor: what each may include besides itself and the library. The models know nothing of
# windows, and main() puts the window together.
MONITOR_ROOMS = {
    "sources": set(),
    "models": {"sources"},
    "look": {"sources", "models"},
    "delegates": {"sources", "models", "look"},
    "widgets": {"sources", "models", "look", "delegates"},
    "actions": {"sources", "models", "look", "widgets", "dialogs"},
    "dialogs": {"sources", "models", "look", "delegates", "widgets"},
    "pages": {"sources", "models", "look", "delegates", "widgets", "dialogs", "actions"},
    "window": {"sources", "models", "look", "delegates", "widgets", "dialogs", "actions", "pages"},
}

# Programs use any room, by its public headers only (no ..._p.h), and their own headers by "name.h".
PROGRAMS = ("daemon", "cli", "monitor")

# What chooses the language of any program knows none of them, and nothing of the library.
SHARED = ("translations",)

ANY = re.compile(r"")
STARTS_PROCESSES = re.compile(r"^(core/daemonrpc/instance/(spawner|detachedstart)\w*"
                              r"|core/daemonrpc/handler/process/\w+"
                              r"|core/daemonrpc/service/(command|process)/\w+"
                              r"|core/daemonrpc/service/(daemonapplication|serviceprocess)"
                              r"|daemon/(\w+/)*\w*(process|warm)\w*)\.(h|cpp)$")


def only_in(path_pattern, what, names):
    """A rule: the names (a pattern) may appear in files that match path_pattern and nowhere else."""
    return (ANY, re.compile(path_pattern) if isinstance(path_pattern, str) else path_pattern, names, what)


def never_in(path_pattern, what, names):
    """A rule: the names (a pattern) may not appear in files that match path_pattern."""
    return (re.compile(path_pattern), None, names, what)


# Matched against the code without comments; the contents of string literals are blanked.
NAMES = [
    only_in(r"^core/daemonrpc/base/result\.h$", "only base/result.h names tl::expected",
            r"\btl::|<tl/"),
    only_in(r"^core/daemonrpc/transport/tcp/", "only transport/tcp names QSsl",
            r"\bQSsl\w*"),
    only_in(r"^core/daemonrpc/service/config", "only service/config names yaml-cpp",
            r"\bYAML::|<yaml-cpp/"),
    only_in(r"^core/daemonrpc/service/logging/", "only service/logging names spdlog",
            r"\bspdlog::|<spdlog\b"),
    only_in(r"^core/daemonrpc/service/metrics/", "only service/metrics names prometheus-cpp",
            r"\bprometheus::|<prometheus\b"),
    only_in(r"^core/daemonrpc/service/http/httpparser\.cpp$", "only service/http/httpparser.cpp names Boost",
            r"\bboost::|<boost\b"),
    only_in(STARTS_PROCESSES, "only instance/spawner and the process code of handlers start processes",
            r"\bQProcess\b|(?<![\w.>])(fork|vfork|posix_spawnp?|exec(v|l)p?e?|popen|system)\s*\("),
    never_in(r"^core/daemonrpc/(base|wire)/", "base and wire hold no QObject",
             r"\bQ_OBJECT\b|\bQObject\b"),
    never_in(r"^core/", "no singletons and no global registries: main() wires everything",
             r"\bQ_GLOBAL_STATIC\b|\bstatic\s+\w+\s*[&*]\s*instance\s*\("),
    never_in(r"^core/daemonrpc/(?!service/)", "the library never installs a message handler",
             r"\bqInstallMessageHandler\b"),
    never_in(r"^core/daemonrpc/(?!eventloop/)", "the library never runs a nested event loop",
             r"\bQEventLoop\s+\w+\s*[;({]|\bQEventLoop\s*[({]|\bprocessEvents\s*\("),
    never_in(ANY.pattern, "a connection to a lambda has a context object as its third argument",
             r"\bconnect\s*\(\s*[^,;]+,\s*(&[\w:]+|q\w*Overload<[^;]*?>\([^)]*\)),\s*\["),
    never_in(r"^core/", "the library never blocks on a device",
             r"\bwaitFor(ReadyRead|BytesWritten|Connected|Disconnected|NewConnection|Encrypted|Started"
             r"|Finished)\s*\("),
]

# Also matched against code; a child process between fork and exec is where these are right.
NOT_OUTSIDE_A_CHILD = [
    ("the library never ends the process",
     r"(\bstd|(?<!\w))::(_exit|exit|_Exit|quick_exit)\s*\(|^\s*(_exit|exit)\s*\("),
    ("the library never changes the process's working directory or environment",
     r"(?<![\w.>])(chdir|fchdir|setenv|unsetenv|putenv|qputenv|qunsetenv)\s*\("),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
TOKENS = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'',
                    re.DOTALL)


def without_comments(text, keep_strings):
    """The code with comments blanked, and string literals too unless they are kept; lines stay in place."""
    def blank(match):
        token = match.group(0)
        if keep_strings and not token.startswith(("//", "/*")):
            return token
        return re.sub(r"[^\n]", " ", token)
    return TOKENS.sub(blank, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def check_service_include(parts, target):
    """The same between the rooms of service."""
    own = parts[3] if parts[3] in SERVICE_ROOMS else None
    inner = target.split("/")[2]
    if own is None or inner == "export.h" or inner == own or inner in SERVICE_ROOMS[own]:
        return None
    return (f"service/{own} may not include service/{inner}; it may include: "
            f"{', '.join(sorted(SERVICE_ROOMS[own])) or 'nothing'}")


def check_monitor_include(parts, target):
    """The same between the rooms of the monitor."""
    inner = target.split("/")[0]
    if len(parts) < 3 or inner not in MONITOR_ROOMS:
        return None
    own = parts[1]
    if own not in MONITOR_ROOMS:
        return f"{own} is not a room of the monitor; they are in the table of {pathlib.Path(__file__).name}"
    if inner == own or inner in MONITOR_ROOMS[own]:
        return None
    return (f"monitor/{own} may not include monitor/{inner}; it may include: "
            f"{', '.join(sorted(MONITOR_ROOMS[own])) or 'nothing'}")


def check_include(path, quoted, target):
    """The rule that including target from path breaks, or None."""
    parts = path.parts
    if target.startswith("daemonrpc/"):
        if quoted:
            return f'a header of the library is included as <{target}>'
        room = target.split("/")[1]
        if parts[0] == "core":
            own = parts[2]
            if room == own == "service":
                return check_service_include(parts, target)
            if room == own or room in ROOMS[own]:
                return None
            return f"{own} may not include {room}; it may include: {', '.join(sorted(ROOMS[own])) or 'nothing'}"
        if parts[0] in SHARED:
            return f"{parts[0]} may not include the library"
        if parts[0] in PROGRAMS + ("docs",) and target.endswith("_p.h"):
            return f"{target} is private to the library; use public headers"
        return None
    if quoted and parts[0] == "core" and not target.endswith(".moc"):
        # Private headers are the exception: they stay within their room and are not installed.
        where = posixpath.normpath(posixpath.join(path.parent.as_posix(), target))
        if not where.startswith("/".join(parts[:3]) + "/"):
            return f'"{target}" lies outside the room'
        if not target.endswith("_p.h"):
            return f'the library includes its own headers as <daemonrpc/room/file.h>, not "{target}"'
    # What daemon-rpcd runs, daemon-rpc --in-process runs, too.
    if quoted and parts[0] in PROGRAMS and target.startswith("daemon/commands/"):
        return None
    if quoted and parts[0] in PROGRAMS + SHARED and target.startswith(
            tuple(f"{p}/" for p in PROGRAMS if p != parts[0])):
        return f"{parts[0]} may not include another program's header"
    if quoted and parts[0] == "monitor" and "/" in target:
        return check_monitor_include(parts, target)
    if quoted and target.startswith("..") and "core" in pathlib.PurePosixPath(target).parts:
        return "use public headers as <daemonrpc/room/file.h>"
    return None


def check_file(root, path):
    """Yields (line, rule) for each violation in the file at the relative path."""
    text = (root / path).read_text(encoding="utf-8")
    name = path.as_posix()
    if path.parts[0] == "core" and (len(path.parts) < 4 or path.parts[2] not in ROOMS):
        yield 1, f"{path.parent.name} is not a room; the rooms are the table in {pathlib.Path(__file__).name}"
        return
    directives = without_comments(text, keep_strings=True)
    for match in INCLUDE.finditer(directives):
        problem = check_include(path, match.group(1) == '"', match.group(2))
        if problem:
            yield line_of(directives, match.start(2)), problem

    code = without_comments(text, keep_strings=False)
    for applies, exempt, names, what in NAMES:
        if applies.search(name) and not (exempt and exempt.search(name)):
            for match in re.finditer(names, code, re.MULTILINE):
                yield line_of(code, match.start()), f"{what} ({match.group(0).strip()})"
    if path.parts[0] == "core" and not STARTS_PROCESSES.search(name):
        for what, names in NOT_OUTSIDE_A_CHILD:
            for match in re.finditer(names, code, re.MULTILINE):
                yield line_of(code, match.start()), f"{what} ({match.group(0).strip()})"


def sources(root):
    for top in ("core", *PROGRAMS, *SHARED, "docs"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp") and path.is_file():
                yield path.relative_to(root)


def violations(root):
    """Every violation below root as "file:line: rule", and how many files were looked at."""
    found = []
    count = 0
    for path in sources(root):
        count += 1
        found += [f"{path.as_posix()}:{line}: {what}" for line, what in check_file(root, path)]
    return found, count


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
    found, count = violations(root)
    if count == 0:
        print(f"no sources below {root}", file=sys.stderr)
        return 1
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print(f"{count} files: includes point the right way")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
