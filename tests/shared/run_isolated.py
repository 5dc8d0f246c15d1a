#!/usr/bin/env python3
"""Runs one test in a world of its own and sees that it leaves nothing behind.

    run_isolated.py [--timeout SECONDS] [--settle SECONDS] -- PROGRAM [ARGUMENT...]

The program gets a fresh TMPDIR, HOME and DAEMON_RPC_RUNTIME_DIR, and an environment variable
DAEMON_RPC_TEST_RUN that nobody else has. When it has ended, so must have all that it started, daemons with a
session of their own included: this process is the "subreaper" (prctl(2)) that inherits every orphan below it.
What still runs after the settling time, and every file left in TMPDIR, is a failure that is named.

Exit code: the program's own (128 + n when it died of signal n), or 1 when something was left behind,
124 after a timeout. Since each test has its own run, tests may go in parallel, in any order, under any user.
"""

import argparse
import ctypes
import os
import shutil
import signal
import sys
import tempfile
import time
import uuid

PR_SET_CHILD_SUBREAPER = 36
LEFT_BEHIND = 1
TIMED_OUT = 124

# A daemon keeps these by design: the lock file is never unlinked, and the log is there to be read later.
KEPT_IN_RUNTIME_DIR = (".lock", ".log")


def say(text):
    print(f"run_isolated: {text}", file=sys.stderr, flush=True)


def become_subreaper():
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_CHILD_SUBREAPER) failed")


def parents():
    """The parent of every live process, by pid."""
    result = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", "rb") as file:
                # The name in parentheses may hold anything; the fields after the last one are regular.
                state, parent = file.read().rpartition(b")")[2].split()[:2]
        except OSError:
            continue  # ended while we looked
        if state != b"Z":
            result[int(name)] = int(parent)
    return result


def descendants():
    """The pids below this process."""
    parent_of = parents() if os.path.isdir("/proc/self") else {}
    found = set()
    frontier = {os.getpid()}
    while frontier:
        frontier = {pid for pid, parent in parent_of.items() if parent in frontier} - found
        found |= frontier
    return found


def command_line(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return "(ended)"


class Run:
    """One program and all that it starts."""

    def __init__(self, arguments, environment):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        self.status = None
        # A child may be a zombie before we look: SIGCHLD stays pending, so that no wake-up is lost.
        # Python ignores these two, and ignoring is inherited: the program must meet them as anywhere else.
        self.pid = os.posix_spawnp(arguments[0], arguments, environment, setsigmask=[],
                                   setsigdef=[signal.SIGPIPE, signal.SIGXFSZ])

    def reap(self):
        """Collects whoever has ended; returns whether any child is left."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return False
            if pid == 0:
                return True
            if pid == self.pid:
                self.status = os.waitstatus_to_exitcode(status)

    def wait(self, is_done, seconds):
        """Reaps until is_done(any child left) or until the time is up; returns whether it was done."""
        deadline = time.monotonic() + seconds
        while not is_done(self.reap()):
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                return False
            signal.sigtimedwait({signal.SIGCHLD}, remaining)
        return True

    def end_all(self):
        """Kills what is left. Only ever our own descendants, who cannot be reaped, and their pids not reused,
        while we hold them; their own children come to us and are met in the next round."""
        for _ in range(100):
            for pid in descendants():
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            if self.wait(lambda any_left: not any_left, 0.1):
                return


def left_files(directory):
    found = []
    for folder, names, files in os.walk(directory, onerror=lambda error: found.append(str(error))):
        inside = os.path.relpath(folder, directory)
        for name in files + [n for n in names if os.path.islink(os.path.join(folder, n))]:
            if inside == "runtime" and name.endswith(KEPT_IN_RUNTIME_DIR):
                continue
            found.append(os.path.normpath(os.path.join(inside, name)))
        if not names and not files and inside not in (".", "home", "runtime", "session"):
            found.append(inside + "/")
    return sorted(found)


def private_environment(directory):
    environment = {k: v for k, v in os.environ.items()
                   if not k.startswith(("XDG_", "DAEMON_RPC_")) and k not in ("NOTIFY_SOCKET", "LISTEN_FDS")}
    os.mkdir(os.path.join(directory, "home"))
    # Qt makes one in TMPDIR for a program with windows that has none.
    os.mkdir(os.path.join(directory, "session"), mode=0o700)
    environment.update(
        TMPDIR=directory,
        HOME=os.path.join(directory, "home"),
        XDG_RUNTIME_DIR=os.path.join(directory, "session"),
        DAEMON_RPC_RUNTIME_DIR=os.path.join(directory, "runtime"),
        DAEMON_RPC_TEST_RUN=str(uuid.uuid4()))
    return environment


def run(arguments, timeout, settle):
    become_subreaper()
    # Short, since socket paths below it must fit in 107 bytes.
    directory = tempfile.mkdtemp(prefix="drt-")
    try:
        test = Run(arguments, private_environment(directory))

        def stop(number, _frame):
            test.end_all()
            shutil.rmtree(directory, ignore_errors=True)
            os._exit(128 + number)

        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, stop)

        result = TIMED_OUT
        if test.wait(lambda _: test.status is not None, timeout):
            result = test.status if test.status >= 0 else 128 - test.status
            if test.status < 0:
                say(f"{arguments[0]} died of {signal.Signals(-test.status).name}")
        else:
            say(f"{arguments[0]} has not ended within {timeout:g} s; it is ended now")

        # After a timeout there is nothing to wait for: all of it goes.
        if not test.wait(lambda any_left: not any_left, settle if result != TIMED_OUT else 0):
            for pid in sorted(descendants()):
                say(f"left behind: process {pid}: {command_line(pid)}")
            test.end_all()
            result = result or LEFT_BEHIND

        if result != TIMED_OUT:
            for name in left_files(directory):
                say(f"left behind: file {name}")
                result = result or LEFT_BEHIND
        return result
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--timeout", type=float, default=60, help="seconds for the program")
    parser.add_argument("--settle", type=float, default=5, help="seconds for what it started to end after it")
    parser.add_argument("program", nargs="+")
    options = parser.parse_args()
    return run(options.program, options.timeout, options.settle)


if __name__ == "__main__":
    sys.exit(main())
