#!/usr/bin/env python3
"""Times tools three ways in one run: plain, cold through the daemon, warm through the daemon.

    measure.py BIN_DIR PRETTIER_HOME [--rounds 30] [--only NAME ...]

BIN_DIR has daemon-rpc and daemon-rpcd; PRETTIER_HOME is where `npm install prettier` was run. The rounds of the three
ways take turns, each way's median is printed. Before a warm call the daemon's copies have had time to get ready: what
is measured is the call of a person, not a queue of them. Outputs are compared: all three ways say the same.
"""

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
CLOSURE = "/usr/share/java/closure-compiler.jar:/usr/share/java/json-android.jar"
SAMPLES = HERE / "samples"


def tools(prettier_home):
    """Name, plain command line, command of the daemon with its arguments, standard input."""
    node = dict(os.environ, PRETTIER_HOME=str(prettier_home))
    script = str(SAMPLES / "inventory.js")
    return [
        ("black", ["/usr/bin/python3", "-m", "black", "-q", "-"], ["black"], "inventory.py", None),
        ("blackfilter", ["/usr/bin/python3", "-m", "black", "-q", "-"], ["blackfilter"], "inventory.py", None),
        ("prettier", ["node", str(pathlib.Path(prettier_home) / "node_modules/prettier/bin/prettier.cjs"),
                      "--stdin-filepath", "inventory.js"], ["prettier"], "inventory.js", node),
        ("clang-format", ["clang-format", "--assume-filename=input.cpp", "--style=LLVM"], ["clang-format"],
         "inventory.cc", None),
        ("minify", ["java", "-cp", CLOSURE, str(HERE / "java/ClosureWorker.java"), script], ["minify", script],
         None, None),
    ]


def timed(command, source, environment=None):
    """Runs the command; its time in milliseconds and its output."""
    with open(SAMPLES / source if source else os.devnull, "rb") as stdin:
        begin = time.perf_counter()
        done = subprocess.run(command, stdin=stdin, capture_output=True, env=environment, check=False)
        elapsed = (time.perf_counter() - begin) * 1000
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return elapsed, done.stdout


class Daemon:
    """A daemon of the measurement's own, ended with it."""

    def __init__(self, bin_dir, directory, name, configuration):
        self.client = [str(bin_dir / "daemon-rpc"), "--runtime-dir", str(directory), "--daemon-id", name]
        file = pathlib.Path(directory) / f"{name}.yaml"
        file.write_text(configuration, encoding="utf-8")
        subprocess.run([*self.client, "--config", str(file), "start"], check=True, capture_output=True)

    def run(self, command, source):
        return timed([*self.client, "--no-spawn", "run", *command], source)

    def wait_until_ready(self, command):
        """Until the command's copies all wait for a call and have settled."""
        for _ in range(400):
            listed = json.loads(subprocess.run([*self.client, "commands", "--json"], check=True,
                                               capture_output=True).stdout)
            entry = next(item for item in listed if item["name"] == command)
            if entry["warm_ready"] >= entry["warm_wanted"]:
                break
            time.sleep(0.02)
        else:
            sys.exit(f"the warm copies of {command} do not get ready")
        time.sleep(self.settling)

    settling = 0.7

    def stop(self):
        subprocess.run([*self.client, "stop", "--now"], check=False, capture_output=True)


def configurations(prettier_home):
    """The worked configuration, warm as it is and with the warm copies taken out."""
    text = (HERE / "tools.yaml.in").read_text(encoding="utf-8")
    warm = text.replace("@EXAMPLES@", str(HERE)).replace("@PRETTIER_HOME@", str(prettier_home))
    cold = re.sub(r"^ +(warm\w*|worker):.*\n", "", warm, flags=re.MULTILINE)
    return warm, cold


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bin_dir", type=pathlib.Path)
    parser.add_argument("prettier_home", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--only", nargs="*", help="only these")
    options = parser.parse_args()
    bin_dir, prettier_home = options.bin_dir.resolve(), options.prettier_home.resolve()

    warm_text, cold_text = configurations(prettier_home)
    print(f"medians of {options.rounds} rounds, {os.cpu_count()} CPUs, free placement; milliseconds")
    print(f"{'command':14}{'plain':>9}{'cold':>9}{'warm':>9}{'warm/plain':>12}")
    with tempfile.TemporaryDirectory() as directory:
        warm = Daemon(bin_dir, directory, "warm", warm_text)
        cold = Daemon(bin_dir, directory, "cold", cold_text)
        try:
            for name, plain, command, source, environment in tools(prettier_home):
                if options.only and name not in options.only:
                    continue
                times = {"plain": [], "cold": [], "warm": []}
                for _ in range(options.rounds):
                    warm.wait_until_ready(name)
                    results = {"warm": warm.run(command, source),
                               "plain": timed(plain, source, environment),
                               "cold": cold.run(command, source)}
                    if len({output for _, output in results.values()}) != 1:
                        sys.exit(f"{name}: the outputs differ")
                    for way, (elapsed, _) in results.items():
                        times[way].append(elapsed)
                median = {way: statistics.median(values) for way, values in times.items()}
                print(f"{name:14}{median['plain']:9.1f}{median['cold']:9.1f}{median['warm']:9.1f}"
                      f"{median['warm'] / median['plain']:12.2f}", flush=True)
        finally:
            warm.stop()
            cold.stop()


if __name__ == "__main__":
    main()
