#!/usr/bin/env python3
"""A persistent worker for tests: the JSON variant of the protocol that Bazel documents.

Answers one WorkRequest a line until its input ends. The first argument of a request says what to do:

    say TEXT...   the output is the pid, how many requests came before, the directory and the other arguments
    exit N        exit code N
    log TEXT      writes TEXT to standard error
    large N       N bytes of output
    wait          answers only when it is cancelled
    deaf          never answers
    crash         kills itself
    garbage       answers what is no JSON
    twice         answers two times
    endless       writes one line that never ends
"""

import json
import os
import signal
import sys


def answer(**fields):
    print(json.dumps({"requestId": 0, **fields}), flush=True)


def main():
    served = 0
    for line in sys.stdin:
        request = json.loads(line)
        if request.get("cancel"):
            answer(wasCancelled=True)
            continue
        what, *rest = request["arguments"] or ["say"]
        if what == "say":
            answer(exitCode=0, output=" ".join([str(os.getpid()), str(served), os.getcwd(), *rest]) + "\n")
        elif what == "exit":
            answer(exitCode=int(rest[0]))
        elif what == "log":
            print(rest[0], file=sys.stderr, flush=True)
            answer(output="logged\n")
        elif what == "large":
            answer(output="x" * int(rest[0]))
        elif what == "ignorant":
            sys.stdin.readline()  # the cancellation
            answer(exitCode=7)
        elif what == "deaf":
            signal.pause()
        elif what == "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        elif what == "garbage":
            print("this is no answer", flush=True)
        elif what == "twice":
            print('{"exitCode": 0}\n{"exitCode": 0}', flush=True)
        elif what == "endless":
            while True:
                sys.stdout.write("x" * 65536)
        served += 1


if __name__ == "__main__":
    main()
