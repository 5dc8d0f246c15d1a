#include <daemonrpc/daemon/daemonoptions.h>

#include <QTest>

using namespace DaemonRpc;

class tst_DaemonOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGiven();
    void whatAClientGives();
    void whatAPredecessorGives();
    void buildOfAnother();
    void forms_data();
    void forms();
    void errors_data();
    void errors();

private:
    static QStringList words(const QString &line) { return line.split(u' ', Qt::SkipEmptyParts); }
};

void tst_DaemonOptions::nothingGiven()
{
    const Result<DaemonOptions> options = DaemonOptions::fromArguments({QStringLiteral("program")});
    QVERIFY(options);
    QCOMPARE(options->id, DaemonId());
    QVERIFY(options->runtimeDirectory.isEmpty());
    QCOMPARE(options->build, BuildIdentity::current());
    QCOMPARE(options->readyFd, -1);
    QVERIFY(!options->inheritance.isGiven());
    QCOMPARE(options->restartAttempt, 0);
    QCOMPARE(options->restartCommand.arguments, QByteArrayList());
}

void tst_DaemonOptions::whatAPredecessorGives()
{
    const Result<DaemonOptions> options = DaemonOptions::fromArguments(
        words(QStringLiteral("p --inherit-lock-fd 5 --inherit-socket-fd=6 --inherit-socket-inode "
                             "18446744073709551615 --restart-attempt 2 --own x")));
    QVERIFY2(options, options ? "" : qPrintable(options.error().message()));
    QCOMPARE(options->inheritance, (Inheritance{5, 6, 18446744073709551615ULL}));
    QCOMPARE(options->restartAttempt, 2);
    QCOMPARE(options->restartCommand.arguments, (QByteArrayList{"--own", "x"}));
}

void tst_DaemonOptions::buildOfAnother()
{
    // What a client said holds for the very build it said it of.
    const QString line = QStringLiteral("p --build-timestamp 7 --build-id given --build-of ");
    const QString own = QString::fromUtf8(BuildIdentity::current().id);
    QCOMPARE(DaemonOptions::fromArguments(words(line + own))->build, (BuildIdentity{7, "given"}));
    QCOMPARE(DaemonOptions::fromArguments(words(line + QStringLiteral("other")))->build,
             BuildIdentity::current());
}

void tst_DaemonOptions::whatAClientGives()
{
    const Result<DaemonOptions> options = DaemonOptions::fromArguments(
        {QStringLiteral("program"), QStringLiteral("--daemon-id"), QStringLiteral("build"),
         QStringLiteral("--runtime-dir"), QStringLiteral("/tmp/a b"), QStringLiteral("--build-timestamp"),
         QStringLiteral("1700000000000"), QStringLiteral("--build-id"), QStringLiteral("0123abcd"),
         QStringLiteral("--my-own"), QStringLiteral("--ready-fd"), QStringLiteral("7")});
    QVERIFY(options);
    QCOMPARE(options->id.toString(), QStringLiteral("build"));
    QCOMPARE(options->runtimeDirectory, QStringLiteral("/tmp/a b"));
    QCOMPARE(options->build, (BuildIdentity{1'700'000'000'000, "0123abcd"}));
    QCOMPARE(options->readyFd, 7);
}

void tst_DaemonOptions::forms_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::newRow("with a blank") << QStringLiteral("p --daemon-id x") << QStringLiteral("x");
    QTest::newRow("with =") << QStringLiteral("p --daemon-id=x") << QStringLiteral("x");
    QTest::newRow("the last counts") << QStringLiteral("p --daemon-id=x --daemon-id y")
                                     << QStringLiteral("y");
    QTest::newRow("others are left alone")
        << QStringLiteral("p --daemon-idx=y positional") << QStringLiteral("default");
    QTest::newRow("without its value") << QStringLiteral("p --daemon-id") << QStringLiteral("default");
}

void tst_DaemonOptions::forms()
{
    QFETCH(const QString, line);
    QFETCH(const QString, id);
    const Result<DaemonOptions> options = DaemonOptions::fromArguments(words(line));
    QVERIFY(options);
    QCOMPARE(options->id.toString(), id);
}

void tst_DaemonOptions::errors_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("bad id") << QStringLiteral("p --daemon-id a/b") << ErrorCode::InvalidAddress
                            << QStringLiteral("a/b");
    QTest::newRow("empty id") << QStringLiteral("p --daemon-id=") << ErrorCode::InvalidAddress << QString();
    QTest::newRow("timestamp: text") << QStringLiteral("p --build-timestamp soon")
                                     << ErrorCode::InvalidArgument << QStringLiteral("soon");
    QTest::newRow("timestamp: negative") << QStringLiteral("p --build-timestamp -1")
                                         << ErrorCode::InvalidArgument << QStringLiteral("--build-timestamp");
    QTest::newRow("timestamp: huge") << QStringLiteral("p --build-timestamp 9223372036854775807")
                                     << ErrorCode::InvalidArgument << QStringLiteral("--build-timestamp");
    QTest::newRow("descriptor: text")
        << QStringLiteral("p --ready-fd x") << ErrorCode::InvalidArgument << QStringLiteral("--ready-fd");
    QTest::newRow("descriptor: beyond an int") << QStringLiteral("p --ready-fd 4294967296")
                                               << ErrorCode::InvalidArgument << QStringLiteral("--ready-fd");
    QTest::newRow("lock: text") << QStringLiteral("p --inherit-lock-fd x") << ErrorCode::InvalidArgument
                                << QStringLiteral("--inherit-lock-fd");
    QTest::newRow("socket: negative") << QStringLiteral("p --inherit-socket-fd -1")
                                      << ErrorCode::InvalidArgument << QStringLiteral("--inherit-socket-fd");
    QTest::newRow("inode: beyond 64 bits")
        << QStringLiteral("p --inherit-socket-inode 18446744073709551616") << ErrorCode::InvalidArgument
        << QStringLiteral("--inherit-socket-inode");
    QTest::newRow("attempt: text") << QStringLiteral("p --restart-attempt many") << ErrorCode::InvalidArgument
                                   << QStringLiteral("--restart-attempt");
    QTest::newRow("descriptor: fraction")
        << QStringLiteral("p --ready-fd 3.0") << ErrorCode::InvalidArgument << QStringLiteral("3.0");
}

void tst_DaemonOptions::errors()
{
    QFETCH(const QString, line);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, mentions);
    const Result<DaemonOptions> options = DaemonOptions::fromArguments(words(line));
    QVERIFY(!options);
    QCOMPARE(options.error().code(), code);
    QVERIFY2(options.error().message().contains(mentions), qPrintable(options.error().message()));
}

QTEST_APPLESS_MAIN(tst_DaemonOptions)
#include "tst_daemonoptions.moc"
