#!/usr/bin/env python3
"""Compares JSON-RPC calls over a Unix socket with libjson-rpc-cpp and gRPC, in the same run.

    compare.py FOLDER [--seconds S] [--rounds N] [--connections 1,8,64] [--placements free,apart,same]

An echo of 64 bytes of text. In each round each candidate is measured once, in turn, so that all of them see the same
machine; the figures are medians over the rounds, and the ratios are taken round by round. Each connection has one
call on its way at a time; the load is one thread. libjson-rpc-cpp closes the connection after each answer, so it is
set against a connection per call of ours as well.

Placements: "free" leaves it to the scheduler, "apart" gives server and load one CPU each, "same" one CPU for both.
Besides calls per second and latency, the server's own CPU time per call is read from proc(5).
"""

import argparse
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time

TICKS = os.sysconf("SC_CLK_TCK")

# Name: server, load and its arguments after the socket. The first one is what all are set against.
CANDIDATES = {
    "lines": ("rpcbench-echoserver", "rpcbench-load", ["lines"]),
    "Rpc frames": ("rpcbench-echoserver", "rpcbench-load", ["frames"]),
    "lines, a connection per call": ("rpcbench-echoserver", "rpcbench-load", ["percall"]),
    "libjson-rpc-cpp": ("rpcbench-libjsonrpccppserver", "rpcbench-load", ["percall"]),
    "gRPC unary": ("rpcbench-grpcserver", "rpcbench-grpcload", []),
}
PAIRS = (
    ("lines", "gRPC unary"),
    ("Rpc frames", "gRPC unary"),
    ("lines", "libjson-rpc-cpp"),
    ("lines, a connection per call", "libjson-rpc-cpp"),
    ("Rpc frames", "lines"),
)


def placements(name):
    """The CPUs of server and load; None leaves them alone."""
    cpus = sorted(os.sched_getaffinity(0))
    if name == "apart":
        if len(cpus) < 2:
            sys.exit("compare: \"apart\" needs two CPUs")
        return {cpus[0]}, {cpus[1]}
    if name == "same":
        return {cpus[0]}, {cpus[0]}
    return None, None


def start(command, cpus, **more):
    set_cpus = (lambda: os.sched_setaffinity(0, cpus)) if cpus else None
    return subprocess.Popen(command, preexec_fn=set_cpus, stdin=subprocess.DEVNULL, **more)


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class Server:
    """One server for as long as the `with` lasts."""

    def __init__(self, program, cpus):
        self.directory = tempfile.TemporaryDirectory(prefix="drb-")
        self.socket = os.path.join(self.directory.name, "s")
        self.process = start([program, self.socket], cpus)

    def __enter__(self):
        deadline = time.monotonic() + 10
        while not os.path.exists(self.socket):
            if self.process.poll() is not None or time.monotonic() > deadline:
                sys.exit("compare: a server does not start")
            time.sleep(0.01)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.directory.cleanup()


def measure(folder, candidate, connections, seconds, placement):
    """Calls per second, p50 and p99 in microseconds, and the server's CPU time per call in microseconds."""
    server_program, load_program, arguments = CANDIDATES[candidate]
    server_cpus, load_cpus = placements(placement)
    with Server(str(folder / server_program), server_cpus) as server:
        before = cpu_seconds(server.process.pid)
        load = start([str(folder / load_program), server.socket, *arguments, str(connections), str(seconds)],
                     load_cpus, stdout=subprocess.PIPE)
        text, _ = load.communicate(timeout=seconds * 10 + 60)
        if load.returncode != 0:
            sys.exit(f"compare: the load on {candidate} failed")
        calls, elapsed, median, high = map(float, text.split())
        # The load's first tenth is not in its counts, but in the server's time.
        busy = (cpu_seconds(server.process.pid) - before) / 1.1
    return {"per second": calls / elapsed, "p50": median, "p99": high, "server": busy * 1e6 / max(calls, 1)}


def report(results, connections, placement):
    print(f"\n{connections} connection{'s' if connections > 1 else ''}, {placement}")
    print(f"  {'':30}{'calls/s':>10}{'p50 us':>10}{'p99 us':>10}{'server CPU us/call':>20}")
    for candidate, rounds in results.items():
        middle = {key: statistics.median(r[key] for r in rounds) for key in rounds[0]}
        print(f"  {candidate:30}{middle['per second']:10.0f}{middle['p50']:10.1f}{middle['p99']:10.1f}"
              f"{middle['server']:20.1f}")
    print(f"  {'ratios, the first by the second':44}{'calls/s':>10}{'p50':>8}{'p99':>8}{'server CPU':>12}")
    for first, second in PAIRS:
        if first not in results or second not in results:
            continue
        cells = []
        for key, width in (("per second", 10), ("p50", 8), ("p99", 8), ("server", 12)):
            # Few calls may take less than the system's clock counts.
            ratios = [a[key] / b[key] for a, b in zip(results[first], results[second]) if b[key]]
            cells.append(f"{statistics.median(ratios):{width}.2f}" if ratios else f"{'-':>{width}}")
        print(f"  {first + ' / ' + second:44}{''.join(cells)}", flush=True)


def numbers(text):
    return [int(part) for part in text.split(",")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=1.0, help="for each measurement")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--connections", type=numbers, default=[1, 8, 64])
    parser.add_argument("--placements", default="free,apart,same")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # ends the server too
    there = [name for name, (server, load, _) in CANDIDATES.items()
             if (options.folder / server).exists() and (options.folder / load).exists()]
    for name in CANDIDATES:
        if name not in there:
            print(f"compare: {name} was not built; make bench-rpc installs what it needs", file=sys.stderr)
    load = " ".join(f"{x:.2f}" for x in os.getloadavg())
    print(f"{len(os.sched_getaffinity(0))} CPUs, load average {load}; {options.rounds} rounds of {options.seconds} s")
    for placement in options.placements.split(","):
        for connections in options.connections:
            results = {name: [] for name in there}
            for _ in range(options.rounds):
                for name in there:
                    results[name].append(measure(options.folder, name, connections, options.seconds, placement))
            report(results, connections, placement)
    print(f"load average at the end: {' '.join(f'{x:.2f}' for x in os.getloadavg())}")
    return 0 if len(there) == len(CANDIDATES) else 1


if __name__ == "__main__":
    sys.exit(main())
