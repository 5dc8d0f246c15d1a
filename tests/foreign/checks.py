"""What the Python scripts here have in common: named checks, one line each for run.py."""

LONG_TEXT = 'quote " backslash \\ tab \t line \n nul \0 é € 😀 ' * 1400  # above 64 KiB


class Checks:
    """Runs named checks and counts those that do not hold."""

    def __init__(self):
        self.failures = 0

    def equal(self, name, function, expected):
        try:
            value = function()
            problem = None if value == expected else f"expected {expected!r:.120}, got {value!r:.160}"
        except Exception as error:  # whatever a foreign library throws
            problem = f"{type(error).__name__}: {error}"
        if problem is None:
            print(f"ok {name}", flush=True)
        else:
            self.failures += 1
            print(f"not ok {name}: {' '.join(problem.split())[:300]}", flush=True)

    def true(self, name, function):
        self.equal(name, lambda: bool(function()), True)

    def finish(self):
        return 1 if self.failures else 0
