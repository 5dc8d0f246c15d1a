#!/usr/bin/python3
"""curl and Prometheus's own promtool, over the local socket.

    curl.py SOCKET
"""

import subprocess
import sys

from checks import Checks

PATIENCE_SECONDS = 30
CLOSED_BY_PEER = (52, 55, 56)  # curl(1), EXIT CODES: nothing came, sending failed, receiving failed


class CurlError(Exception):
    """No answer; the exit code is the second argument."""


class Curl:
    """Each call is one connection."""

    def __init__(self, path):
        self.command = ["curl", "--silent", "--show-error", "--max-time", str(PATIENCE_SECONDS),
                        "--unix-socket", path]

    def __call__(self, target, *options):
        """Status and body."""
        command = [*self.command, "--write-out", "\n%{http_code}", *options, f"http://daemon{target}"]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            raise CurlError(done.stderr.decode().strip(), done.returncode)
        body, _, status = done.stdout.rpartition(b"\n")
        return int(status), body.decode()


def check_metrics(text):
    """What promtool finds wrong with @p text; empty when it likes it."""
    done = subprocess.run(["promtool", "check", "metrics"], input=text.encode(), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=PATIENCE_SECONDS, check=False)
    return done.stdout.decode().strip() or ("" if done.returncode == 0 else f"exit code {done.returncode}")


def main():
    get = Curl(sys.argv[1])
    checks = Checks()
    checks.equal("/healthz", lambda: get("/healthz")[0], 200)
    checks.equal("/readyz", lambda: get("/readyz")[0], 200)
    checks.equal("/metrics", lambda: get("/metrics")[0], 200)
    checks.equal("promtool check metrics", lambda: check_metrics(get("/metrics")[1]), "")
    checks.true("type of the metrics", lambda: "text/plain; version=0.0.4" in get("/metrics", "--include")[1])
    checks.true("metrics count", lambda: "\n# TYPE " in "\n" + get("/metrics")[1])
    checks.equal("HEAD has no body", lambda: get("/metrics", "--head", "--output", "/dev/null"), (200, ""))
    checks.equal("a path that does not exist", lambda: get("/etc/passwd")[0], 404)
    checks.equal("a path that climbs", lambda: get("/../healthz", "--path-as-is")[0], 404)
    checks.equal("POST", lambda: get("/healthz", "--data", "x")[0], 405)
    checks.equal("DELETE", lambda: get("/healthz", "--request", "DELETE")[0], 405)
    checks.equal("two on one connection",
                 lambda: subprocess.run([*get.command, "http://daemon/healthz", "http://daemon/readyz",
                                         "--output", "/dev/null", "--output", "/dev/null", "--write-out",
                                         "%{http_code} "], stdout=subprocess.PIPE, check=True).stdout,
                 b"200 200 ")
    checks.true("headers of 512 KiB are refused", lambda: refused_large(get))
    checks.equal("/healthz afterwards", lambda: get("/healthz")[0], 200)
    return checks.finish()


def refused_large(get):
    options = [option for n in range(8) for option in ("--header", f"X-Large-{n}: {'x' * 65536}")]
    try:
        return get("/healthz", *options)[0] in (400, 413, 431)
    except CurlError as error:
        return error.args[1] in CLOSED_BY_PEER  # while curl was still writing


if __name__ == "__main__":
    sys.exit(main())
