#!/usr/bin/env python3
"""The checks of the tree can fail: each rule meets a small tree that breaks it, and one that does not."""

import pathlib
import tempfile
import unittest

import check_includes
import check_tree

CORE = "core/daemonrpc/"
UNFINISHED = "TO" + "DO"
HOME = "/ho" + "me/"


class Fixture(unittest.TestCase):
    def tree(self, files):
        directory = tempfile.TemporaryDirectory(prefix="drt-")
        self.addCleanup(directory.cleanup)
        root = pathlib.Path(directory.name).resolve()
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return root

    def found(self, check, name, text):
        found, count = check.violations(self.tree({name: text}))
        self.assertEqual(count, 1)
        return found


class Includes(Fixture):
    FORBIDDEN = [
        # (file, text, a piece of the rule it breaks)
        (CORE + "wire/a.h", "#include <daemonrpc/transport/b.h>\n", "wire may not include transport"),
        (CORE + "transport/a.h", "#include <daemonrpc/wire/b.h>\n", "transport may not include wire"),
        (CORE + "client/a.cpp", "#include <daemonrpc/server/b.h>\n", "client may not include server"),
        (CORE + "server/a.cpp", "#include <daemonrpc/client/b.h>\n", "server may not include client"),
        (CORE + "client/a.cpp", "#include <daemonrpc/handler/b.h>\n", "client may not include handler"),
        (CORE + "base/a.h", "#  include <daemonrpc/wire/b.h>\n", "base may not include wire"),
        (CORE + "server/a.h", "#include <daemonrpc/service/b.h>\n", "server may not include service"),
        (CORE + "service/command/a.h", "#include <daemonrpc/service/config/b.h>\n",
         "service/command may not include service/config"),
        (CORE + "service/health/a.h", "#include <daemonrpc/service/daemonapplication.h>\n",
         "service/health may not include service/daemonapplication.h"),
        (CORE + "kitchen/a.h", "\n", "kitchen is not a room"),
        ("core/a.h", "\n", "core is not a room"),
        (CORE + "wire/a.h", '#include "daemonrpc/base/b.h"\n', "included as <daemonrpc/base/b.h>"),
        (CORE + "wire/a.cpp", '#include "a.h"\n', "as <daemonrpc/room/file.h>"),
        (CORE + "wire/a.cpp", '#include "../server/a_p.h"\n', "outside the room"),
        ("cli/main.cpp", "#include <daemonrpc/client/reply_p.h>\n", "private to the library"),
        ("daemon/main.cpp", "#include <daemonrpc/server/x_p.h>\n", "private to the library"),
        ("cli/main.cpp", '#include "daemon/stock.h"\n', "another program's header"),
        ("translations/a.cpp", '#include "cli/a.h"\n', "another program's header"),
        ("translations/a.cpp", "#include <daemonrpc/base/a.h>\n", "may not include the library"),
        (CORE + "client/a.cpp", '#include "translations/a.h"\n', "as <daemonrpc/room/file.h>"),
        (CORE + "wire/a.h", "class A : public QObject {};\n", "hold no QObject"),
        (CORE + "wire/a.h", "tl::expected<int, int> f();\n", "only base/result.h names tl::expected"),
        ("daemon/main.cpp", "#include <tl/expected.hpp>\n", "only base/result.h names tl::expected"),
        (CORE + "transport/local/a.cpp", "QSslSocket s;\n", "only transport/tcp names QSsl"),
        ("daemon/config.cpp", "YAML::Node n;\n", "only service/config names yaml-cpp"),
        (CORE + "client/a.cpp", "QProcess p;\n", "start processes"),
        (CORE + "instance/lock.cpp", "    ::posix_spawn(&pid);\n", "start processes"),
        (CORE + "handler/context.cpp", "if (fork() == 0) {}\n", "start processes"),
        (CORE + "client/a.cpp", "    QEventLoop loop;\n", "nested event loop"),
        (CORE + "client/a.cpp", "socket->waitForConnected(1);\n", "blocks on a device"),
        (CORE + "server/a.cpp", "    ::exit(1);\n", "ends the process"),
        (CORE + "server/a.cpp", "    std::exit(1);\n", "ends the process"),
        (CORE + "server/a.cpp", "    qputenv(name, value);\n", "working directory or environment"),
        (CORE + "server/a.cpp", "qInstallMessageHandler(f);\n", "message handler"),
        (CORE + "server/a.h", "static Registry &instance();\n", "no singletons"),
        ("daemon/main.cpp", "connect(timer, &QTimer::timeout, [this] { go(); });\n", "context object"),
        ("cli/a.cpp", "QObject::connect(&m_timer, &QTimer::timeout,\n        [] {});\n", "context object"),
    ]
    ALLOWED = [
        (CORE + "session/a.cpp", "#include <daemonrpc/wire/a.h>\n#include <daemonrpc/transport/b.h>\n"),
        (CORE + "wire/a.cpp", "#include <daemonrpc/wire/a_p.h>\n"),
        (CORE + "service/a.cpp", "#include <daemonrpc/server/a.h>\n#include <daemonrpc/client/a.h>\n"),
        (CORE + "wire/a.h", "// Not a QObject; see tl::expected and\n/* QProcess\n */\n"),
        (CORE + "wire/a.cpp", 'auto s = "QObject QProcess fork()";\nchar c = \'"\'; // QObject\n'),
        (CORE + "server/a.cpp", '#include "a.moc"\nauto n = 1\'000\'000;\n'),
        (CORE + "base/result.h", "#include <tl/expected.hpp>\n"),
        (CORE + "transport/tcp/a.cpp", "QSslSocket s;\n"),
        (CORE + "instance/spawner.cpp", "QProcess p;\n"),
        (CORE + "transport/local/a.cpp", '#include "../a_p.h"\n#include "b_p.h"\n'),
        (CORE + "handler/process/handler.h", "QProcess m_process;\n"),
        (CORE + "handler/a.h", "QProcessEnvironment environment;\n"),
        (CORE + "eventloop/a.cpp", "bool processEvents(QEventLoop::ProcessEventsFlags flags);\n"),
        (CORE + "server/a.cpp", "thread->exit();\nQCoreApplication::exit(0);\napp.exec();\n"),
        ("cli/main.cpp", "connect(timer, &QTimer::timeout, this, [this] { go(); });\n"),
        ("cli/main.cpp", '#include "daemon/commands/stockcommands.h"\n'),
        ("cli/main.cpp", '#include "translations/programtranslator.h"\n'),
        (CORE + "instance/detachedstart.cpp", "pid = ::fork();\n::_exit(1);\n"),
        ("cli/main.cpp", '#include "printer.h"\n#include <daemonrpc/client/client.h>\n'),
    ]

    def test_what_is_forbidden_is_found(self):
        for name, text, rule in self.FORBIDDEN:
            with self.subTest(name=name, text=text):
                found = self.found(check_includes, name, text)
                self.assertTrue(found and rule in found[0], found)
                self.assertTrue(found[0].startswith(f"{name}:1: "), found)

    def test_what_is_allowed_passes(self):
        for name, text in self.ALLOWED:
            with self.subTest(name=name, text=text):
                self.assertEqual(self.found(check_includes, name, text), [])

    def test_the_line_is_named(self):
        text = "/* one\ntwo */\n#include <daemonrpc/client/a.h>\n"
        found = self.found(check_includes, CORE + "wire/a.h", text)
        self.assertTrue(found[0].startswith(CORE + "wire/a.h:3: "), found)

    def test_the_table_has_no_cycle(self):
        def reach(room, seen):
            for other in check_includes.ROOMS[room] - {room}:
                self.assertNotIn(other, seen, f"{room} -> {other} closes a cycle")
                reach(other, seen | {other})
        for room in check_includes.ROOMS:
            reach(room, {room})


class Tree(Fixture):
    FORBIDDEN = [
        ("docs/A.md", f"{UNFINISHED}: more\n", "unfinished"),
        ("docs/A.md", f"see {HOME}ana/x\n", "path of one machine"),
        ("a.sh", "cd\r\n", "carriage return"),
        ("a.sh", "cd \n", "blanks at the end"),
        ("a.sh", "cd", "no newline"),
        ("a.md", b"\xff\xfe", "not UTF-8"),
        (CORE + "base/a.h", "int x;\n", "no #pragma once"),
        (CORE + "base/FrameDecoder.h", "#pragma once\n", "in lower case"),
        (CORE + "base/a.cpp", "\n" * 1000, "split it"),
        ("a.md", "<" * 7 + " HEAD\n", "conflict marker"),
    ]
    ALLOWED = [
        ("docs/A.md", "A method, a hackney carriage, /home/user/x, mkstemp(\"/tmp/a-XXXXXX\")\n"),
        (CORE + "base/a_p.h", "#pragma once\n"),
        ("tests/fuzz/corpus/x/1", b"\xff\r\n"),
        ("tests/base/tst_a.cpp", "int x;\n"),
    ]

    def test_what_is_forbidden_is_found(self):
        for name, text, rule in self.FORBIDDEN:
            with self.subTest(name=name, rule=rule):
                found = self.found(check_tree, name, text)
                self.assertTrue(any(rule in line for line in found), found)

    def test_what_is_allowed_passes(self):
        for name, text in self.ALLOWED:
            with self.subTest(name=name):
                self.assertEqual(self.found(check_tree, name, text), [])


if __name__ == "__main__":
    unittest.main()
