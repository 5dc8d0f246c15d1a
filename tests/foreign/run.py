#!/usr/bin/python3
"""Lets clients that nobody here wrote talk to a real daemon over its local socket.

    run.py BIN_DIR NODE_MODULES [NAME...]

Each client gets a daemon of its own in a private runtime directory, and says "ok CHECK" or "not ok CHECK: reason"
for each check. Prints a table of them all; the exit code is 1 when any check failed, was not run, or when a
daemon did not survive. With names only those clients.
"""

import argparse
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"  # the system's own, for which Debian's packages are
TIMEOUT_SECONDS = 120

# Name, what it is, and how it is run; the socket is added.
CLIENTS = {
    "vscode-jsonrpc": ("npm, Content-Length headers", ["node", str(HERE / "vscode_jsonrpc.js")]),
    "jayson": ("npm, lines, a connection per call", ["node", str(HERE / "jayson_client.js")]),
    "json-rpc-2.0": ("npm, lines, one connection", ["node", str(HERE / "json_rpc_2.js")]),
    "jsonrpclib-pelix": ("Debian, lines", [PYTHON, str(HERE / "pelix.py")]),
    "socat": ("Debian, by hand", [PYTHON, str(HERE / "raw.py")]),
    "curl, promtool": ("Debian, HTTP", [PYTHON, str(HERE / "curl.py")]),
}


class Daemon:
    """A daemon in the foreground, in a directory of its own."""

    def __init__(self, program):
        # Short, since a socket's path must fit in 107 bytes.
        self.directory = tempfile.mkdtemp(prefix="drf-")
        self.socket = os.path.join(self.directory, "daemon-rpc-default.sock")
        self.log = os.path.join(self.directory, "said")
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [program, "--foreground", "--runtime-dir", self.directory, "--daemon-id", "default"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def wait_until_ready(self):
        deadline = time.monotonic() + 30
        while not os.path.exists(self.socket):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the daemon does not start: " + pathlib.Path(self.log).read_text()[-500:])
            time.sleep(0.01)

    def end(self):
        """Whether it was still there, and ended as it was asked to."""
        was_alive = self.process.poll() is None
        self.process.terminate()
        try:
            status = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        shutil.rmtree(self.directory, ignore_errors=True)
        return was_alive and status == 0


def run_client(command, program, environment):
    """Its checks, as pairs of name and problem (or None)."""
    daemon = Daemon(program)
    try:
        daemon.wait_until_ready()
        done = subprocess.run([*command, daemon.socket], env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT_SECONDS, check=False)
        checks = []
        for line in done.stdout.decode(errors="replace").splitlines():
            if line.startswith("ok "):
                checks.append((line[3:], None))
            elif line.startswith("not ok "):
                name, _, problem = line[7:].partition(": ")
                checks.append((name, problem))
        failed = any(problem for _, problem in checks)
        if not checks or (done.returncode != 0) != failed:
            said = done.stderr.decode(errors="replace").strip()[-500:]
            checks.append(("runs to its end", f"exit code {done.returncode}: {said}"))
    except (OSError, RuntimeError, subprocess.TimeoutExpired) as error:
        checks = [("runs", str(error))]
    except SystemExit:
        daemon.end()
        raise
    if not daemon.end():
        checks.append(("the daemon is alive and well", "it had ended, or did not end when asked to"))
    return checks


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bin_dir", type=pathlib.Path)
    parser.add_argument("node_modules", type=pathlib.Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help="one of: " + "; ".join(CLIENTS))
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # ends the daemon too
    unknown = [name for name in options.names if name not in CLIENTS]
    if unknown:
        parser.error(f"there is no client {unknown[0]!r}; there are: {'; '.join(CLIENTS)}")
    environment = {**os.environ, "NODE_PATH": str(options.node_modules.resolve()), "PYTHONDONTWRITEBYTECODE": "1"}
    program = str((options.bin_dir / "daemon-rpcd").resolve())

    total = 0
    problems = 0
    print(f"{'client':17} {'what':34} check")
    for name, (what, command) in CLIENTS.items():
        if options.names and name not in options.names:
            continue
        for check, problem in run_client(command, program, environment):
            total += 1
            problems += problem is not None
            print(f"{name:17} {what:34} {'ok    ' if problem is None else 'FAILED'} {check}"
                  + (f": {problem}" if problem else ""), flush=True)
    print(f"{total} checks, {problems} failed")
    return 1 if problems or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
