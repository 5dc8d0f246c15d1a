#!/usr/bin/env python3
"""The wrapper around the tests: what it passes on, what it finds, what it ends."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

WRAPPER = pathlib.Path(__file__).with_name("run_isolated.py")


class RunIsolated(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory(prefix="drt-self-")
        self.addCleanup(self.directory.cleanup)

    def run_script(self, script, timeout=20, settle=0.2):
        """Runs a shell script below the wrapper, whose own temporary directory lies in ours."""
        result = subprocess.run(
            [sys.executable, WRAPPER, "--timeout", str(timeout), "--settle", str(settle), "--",
             "sh", "-c", script],
            env=dict(os.environ, TMPDIR=self.directory.name), capture_output=True, text=True, check=False)
        self.assertEqual(os.listdir(self.directory.name), [], "the wrapper leaves its own directory behind")
        return result

    def assert_ended(self, pid):
        # Ended and reaped by the wrapper before it returned, so this needs no patience.
        self.assertFalse(os.path.exists(f"/proc/{pid}"), f"process {pid} still runs")

    def test_a_clean_program_passes(self):
        result = self.run_script("echo out; echo err >&2")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "out\n", "err\n"))

    def test_the_exit_code_is_passed_on(self):
        self.assertEqual(self.run_script("exit 7").returncode, 7)

    def test_a_signal_becomes_128_and_its_number(self):
        result = self.run_script("kill -ABRT $$")
        self.assertEqual(result.returncode, 128 + 6)
        self.assertIn("SIGABRT", result.stderr)

    def test_sigpipe_has_its_default_action(self):
        result = self.run_script("grep SigIgn /proc/self/status")
        self.assertEqual(int(result.stdout.split()[1], 16) & (1 << 12), 0)

    def test_each_run_has_its_own_names(self):
        script = 'echo "$DAEMON_RPC_TEST_RUN $TMPDIR $HOME $DAEMON_RPC_RUNTIME_DIR"'
        first = self.run_script(script).stdout.split()
        second = self.run_script(script).stdout.split()
        self.assertEqual(len(set(first + second)), 8)
        for path in first[1:]:
            self.assertTrue(path.startswith(self.directory.name), path)

    def test_a_file_left_behind_fails(self):
        result = self.run_script('mkdir "$TMPDIR/a"; touch "$TMPDIR/a/b"')
        self.assertEqual(result.returncode, 1)
        self.assertIn("left behind: file a/b", result.stderr)

    def test_an_empty_directory_left_behind_fails(self):
        self.assertIn("left behind: file a/", self.run_script('mkdir "$TMPDIR/a"').stderr)

    def test_a_socket_and_pid_file_left_behind_fail_but_lock_and_log_stay_by_design(self):
        result = self.run_script('mkdir "$DAEMON_RPC_RUNTIME_DIR"; cd "$DAEMON_RPC_RUNTIME_DIR"; '
                                 'touch daemon-rpc-x.lock daemon-rpc-x.log')
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        result = self.run_script('mkdir "$DAEMON_RPC_RUNTIME_DIR"; cd "$DAEMON_RPC_RUNTIME_DIR"; '
                                 'touch daemon-rpc-x.sock daemon-rpc-x.pid')
        self.assertEqual(result.returncode, 1)
        self.assertIn("runtime/daemon-rpc-x.pid", result.stderr)
        self.assertIn("runtime/daemon-rpc-x.sock", result.stderr)

    def test_a_detached_process_with_a_cleared_environment_is_found_and_ended(self):
        result = self.run_script("setsid env -i sleep 600 >/dev/null 2>&1 & echo $!")
        self.assertEqual(result.returncode, 1)
        self.assertIn("sleep 600", result.stderr)
        self.assert_ended(result.stdout.strip())

    def test_a_process_that_ends_within_the_settling_time_is_no_failure(self):
        result = self.run_script("setsid sleep 0.1 >/dev/null 2>&1 &", settle=20)
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_a_failure_outweighs_what_was_left(self):
        self.assertEqual(self.run_script('touch "$TMPDIR/a"; exit 7').returncode, 7)

    def test_a_timeout_ends_the_program_and_all_it_started(self):
        started = time.monotonic()
        result = self.run_script("setsid sleep 600 >/dev/null 2>&1 & echo $!; sleep 600", timeout=0.3)
        self.assertEqual(result.returncode, 124)
        self.assertLess(time.monotonic() - started, 30)
        self.assert_ended(result.stdout.strip())


if __name__ == "__main__":
    unittest.main()
