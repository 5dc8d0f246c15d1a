#!/usr/bin/python3
"""Debian's python3-jsonrpclib-pelix. It knows HTTP alone; a transport of a few lines gives it lines on a socket.

    pelix.py SOCKET
"""

import json
import socket
import sys

import jsonrpclib

from checks import Checks, LONG_TEXT


class LineTransport:
    """What jsonrpclib calls a transport: one text there, one text back; nothing for notifications."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.lines = self.socket.makefile("r", encoding="utf-8", newline="\n")

    def push_headers(self, headers):
        """For HTTP."""

    def pop_headers(self, headers):
        """For HTTP."""

    def request(self, _host, _handler, body, verbose=0):
        # One line: a line end within a value is escaped in JSON.
        self.socket.sendall(" ".join(body.splitlines()).encode() + b"\n")
        requests = json.loads(body)
        expects = [r for r in (requests if isinstance(requests, list) else [requests]) if r.get("id") is not None]
        return self.lines.readline() if expects else ""


def error_of(call, *arguments, **named):
    try:
        value = call(*arguments, **named)
    except jsonrpclib.ProtocolError as error:
        return error.args[0][0]
    raise AssertionError(f"expected an error, got {value!r}")


def batch(server):
    calls = jsonrpclib.MultiCall(server)
    calls.echo(1)
    calls.ping()
    calls._notify.ping()
    calls.echo("zwei")
    return sorted(map(str, calls()))


def main():
    server = jsonrpclib.ServerProxy("http://daemon/", transport=LineTransport(sys.argv[1]))
    checks = Checks()
    value = {"text": "é", "list": [1, 2.5, None, True], "nested": {"a": {}}}
    checks.equal("call without parameters", lambda: server.ping(), "pong")
    checks.equal("parameters by name", lambda: server.echo(**value), value)
    checks.equal("parameters by position", lambda: server.echo(1, "two", [3]), [1, "two", [3]])
    checks.equal("an integer of 64 bits", lambda: server.echo(9007199254740993, -2**63), [9007199254740993, -2**63])
    checks.equal("64 KiB there and back", lambda: server.echo(LONG_TEXT), [LONG_TEXT])
    checks.equal("a method with a dot", lambda: server.daemon.status()["daemon_id"], "default")
    checks.equal("unknown method", lambda: error_of(server.no.such.method), -32601)
    checks.equal("wrong parameters", lambda: error_of(server.daemon.cancel, id="no number"), -32602)
    checks.equal("batch", lambda: batch(server), ["['zwei']", "[1]", "pong"])
    checks.equal("notification is not answered", lambda: (server._notify.ping(), server.ping()), (None, "pong"))
    checks.equal("1,000 calls", lambda: [server.echo(n)[0] for n in range(1000)], list(range(1000)))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
