#include <daemonrpc/daemon/successorcommand.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;

class tst_SuccessorCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arguments_data();
    void arguments();
    void program_data();
    void program();
    void linkIsKept();
};

static QStringList words(const QString &line) { return line.split(u' ', Qt::SkipEmptyParts); }

void tst_SuccessorCommand::arguments_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, const char *line, const char *kept) {
        QTest::newRow(name) << QString::fromLatin1(line) << QByteArray(kept);
    };
    row("none", "p", "");
    row("all its own", "p --config /x --foreground -v", "--config /x --foreground -v");
    row("of one start", "p --ready-fd 7 --a --build-id x --build-timestamp 1 --build-of y --b", "--a --b");
    row("of one start, with =", "p --ready-fd=7 --a --restart-attempt=3 --b", "--a --b");
    row("inherited", "p --inherit-lock-fd 1 --inherit-socket-fd=2 --inherit-socket-inode 3 --a", "--a");
    row("given anew", "p --daemon-id x --runtime-dir=/y --a", "--a");
    row("similar names", "p --ready-fds 7 --build-id-x --daemon-idx=3",
        "--ready-fds 7 --build-id-x --daemon-idx=3");
    row("value is missing", "p --a --ready-fd", "--a");
}

void tst_SuccessorCommand::arguments()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, kept);
    QCOMPARE(SuccessorCommand::ofThisProcess(words(line)).arguments.join(' '), kept);
}

void tst_SuccessorCommand::program_data()
{
    QTest::addColumn<QString>("name");
    const QString own = QCoreApplication::applicationFilePath();
    QTest::newRow("its path") << own;
    QTest::newRow("a relative path") << QDir().relativeFilePath(own);
    QTest::newRow("a name that is none") << QStringLiteral("-sh");
    QTest::newRow("another program") << QStringLiteral("/bin/sh");
    QTest::newRow("nothing") << QString();
}

void tst_SuccessorCommand::program()
{
    QFETCH(const QString, name);
    const SuccessorCommand command = SuccessorCommand::ofThisProcess({name});
    QVERIFY(!command.isEmpty());
    QCOMPARE(QFileInfo(command.program).canonicalFilePath(),
             QFileInfo(QCoreApplication::applicationFilePath()).canonicalFilePath());
    QVERIFY(QDir::isAbsolutePath(command.program));
    QVERIFY(SuccessorCommand().isEmpty());
}

void tst_SuccessorCommand::linkIsKept()
{
    const QTemporaryDir directory;
    const QString link = directory.filePath(QStringLiteral("current"));
    QVERIFY(QFile::link(QCoreApplication::applicationFilePath(), link));
    QCOMPARE(SuccessorCommand::ofThisProcess({link}).program, link);
}

QTEST_GUILESS_MAIN(tst_SuccessorCommand)
#include "tst_successorcommand.moc"
