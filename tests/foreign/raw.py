#!/usr/bin/python3
"""socat and nothing else: what a person types into the socket.

    raw.py SOCKET
"""

import json
import subprocess
import sys

from checks import Checks

PATIENCE_SECONDS = 30


class Socat:
    """One connection; talks bytes."""

    def __init__(self, path):
        self.path = path

    def __call__(self, data):
        """What comes back for @p data and the end of the input: all of it, up to the daemon's own end."""
        command = ["socat", "-t", str(PATIENCE_SECONDS), "-", f"UNIX-CONNECT:{self.path}"]
        done = subprocess.run(command, input=data, stdout=subprocess.PIPE, timeout=PATIENCE_SECONDS, check=True)
        return done.stdout


def answers(text):
    return [json.loads(line) for line in text.decode().splitlines()]


def request(identifier, method="ping", **more):
    return json.dumps({"jsonrpc": "2.0", "id": identifier, "method": method, **more}).encode()


def answer(identifier, result="pong"):
    return {"jsonrpc": "2.0", "id": identifier, "result": result}


def error_code(text):
    return answers(text)[0]["error"]["code"]


def by_id(text):
    return {a["id"]: a["result"] for a in answers(text)}


def main():
    talk = Socat(sys.argv[1])
    checks = Checks()
    checks.equal("one line", lambda: answers(talk(request(1) + b"\n")), [answer(1)])
    checks.equal("no line end", lambda: answers(talk(request(1))), [answer(1)])
    checks.equal("line ends of Windows", lambda: answers(talk(request("a") + b"\r\n")), [answer("a")])
    checks.equal("blank lines before", lambda: answers(talk(b"\n \n" + request(1) + b"\n")), [answer(1)])
    checks.equal("printed over several lines",
                 lambda: answers(talk(json.dumps(json.loads(request(1)), indent=4).encode())), [answer(1)])
    checks.equal("two values on one line", lambda: by_id(talk(request(1) + request(2))), {1: "pong", 2: "pong"})
    checks.equal("1,000 requests in one write",
                 lambda: by_id(talk(b"\n".join(request(n, "echo", params=[n]) for n in range(1000)))),
                 {n: [n] for n in range(1000)})
    checks.equal("a large id comes back digit by digit", lambda: b'"id":9007199254740993' in
                 talk(b'{"jsonrpc":"2.0","id":9007199254740993,"method":"ping"}').replace(b" ", b""), True)
    checks.equal("notification is not answered",
                 lambda: talk(b'{"jsonrpc":"2.0","method":"ping"}\n'), b"")
    checks.equal("empty batch", lambda: error_code(talk(b"[]\n")), -32600)
    checks.equal("batch of notifications", lambda: talk(b'[{"jsonrpc":"2.0","method":"ping"}]\n'), b"")
    checks.equal("no JSON", lambda: error_code(talk(b'{"jsonrpc": "2.0", "method\n')), -32700)
    checks.equal("no request", lambda: error_code(talk(b'{"foo": "boo"}\n')), -32600)
    checks.equal("after an error the next line counts",
                 lambda: [a.get("result") for a in answers(talk(b"{oops}\n" + request(2) + b"\n"))], [None, "pong"])
    checks.equal("Content-Length by hand", lambda: json.loads(
        talk(b"Content-Length: %d\r\n\r\n" % len(request(1)) + request(1)).partition(b"\r\n\r\n")[2]), answer(1))
    checks.true("an unknown protocol is refused", lambda: b'"result"' not in talk(b"EHLO localhost\r\n"))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
