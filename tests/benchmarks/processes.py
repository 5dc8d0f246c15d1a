#!/usr/bin/env python3
"""Times whole processes in pairs: warm and cold calls against bare QCoreApplication programs.

usage: processes.py BIN_DIR TRIVIAL_APPLICATION [ROUNDS]

Each round runs every candidate once, in turn, so that all of them see the same machine; the figures are medians,
and the ratios are taken round by round. Nothing is pinned: placement is left to the scheduler.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time


def timed(command, environment):
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def private_kib(pid):
    total = 0
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Private_Dirty:"):
            total = int(line.split()[1])
    return total


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    binaries = pathlib.Path(sys.argv[1]).resolve()
    trivial = str(pathlib.Path(sys.argv[2]).resolve())
    rounds = int(sys.argv[3]) if len(sys.argv) == 4 else 30
    client = str(binaries / "daemon-rpc")
    with tempfile.TemporaryDirectory(prefix="drpc-") as directory:
        environment = {**os.environ, "DAEMON_RPC_RUNTIME_DIR": directory}
        call = [client, "run", "echo", "x"]
        stop = [client, "stop", "--now"]
        figures = {"bare": [], "two bare": [], "warm": [], "cold": []}
        timed(call, environment)
        for _ in range(rounds):
            bare = timed([trivial], environment)
            figures["bare"].append(bare)
            figures["two bare"].append(bare + timed([trivial], environment))
            figures["warm"].append(timed(call, environment))
            subprocess.run(stop, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            figures["cold"].append(timed(call, environment))
        pid = int(next(line.split("=")[1] for line in
                       (pathlib.Path(directory) / "daemon-rpc-default.pid").read_text().splitlines()
                       if line.startswith("pid=")))
        memory = private_kib(pid)
        subprocess.run(stop, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for name, values in figures.items():
        print(f"{name:10} median {statistics.median(values):7.2f} ms   min {min(values):7.2f}   max {max(values):7.2f}")
    pairs = (("warm", "bare"), ("cold", "two bare"))
    for over, under in pairs:
        ratio = statistics.median(a / b for a, b in zip(figures[over], figures[under]))
        print(f"{over} / {under}: median ratio {ratio:.2f}")
    print(f"idle daemon: {memory} KiB private dirty")


if __name__ == "__main__":
    main()
