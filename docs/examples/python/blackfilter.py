"""Formats Python source from standard input with Black.

Loads everything it needs before it reads: as a warm copy it waits in read() and has only the formatting left to do.
"""

import os
import sys

import black

MODE = black.Mode()

# The first run fills the parser's tables.
black.format_str("x = 1\n", mode=MODE)

source = sys.stdin.read()
try:
    sys.stdout.write(black.format_str(source, mode=MODE))
    sys.stdout.flush()
    code = 0
except black.InvalidInput as error:
    sys.stderr.write(f"blackfilter: {error}\n")
    sys.stderr.flush()
    code = 123
# Nothing is left to tidy up: the interpreter's own farewell would take longer than the formatting.
os._exit(code)
