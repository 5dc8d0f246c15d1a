#include "argumentparser.h"
#include "retryoptions.h"

#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;
using namespace std::chrono_literals;

class TestRetryOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accept_data();
    void accept();
    void longFirstPause();
    void refuse_data();
    void refuse();
    void notice_data();
    void notice();

private:
    static Result<RetryOptions> parse(const QByteArrayList &arguments)
    {
        ArgumentParser parser(arguments, RetryOptions::specs());
        if (const Result<void> parsed = parser.parseOptions(); !parsed)
            return unexpected(parsed.error());
        return RetryOptions::parse(parser.values());
    }
};

void TestRetryOptions::accept_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<Idempotence>("idempotence");
    QTest::addColumn<int>("delayMs");
    using I = Idempotence;
    QTest::newRow("nothing") << QByteArrayList{} << 1 << I::Unknown << 200;
    QTest::newRow("retries") << QByteArrayList{"--retries=4"} << 5 << I::Unknown << 200;
    QTest::newRow("no retries") << QByteArrayList{"--retries", "0"} << 1 << I::Unknown << 200;
    QTest::newRow("most retries") << QByteArrayList{"--retries=1000"} << 1001 << I::Unknown << 200;
    QTest::newRow("idempotent") << QByteArrayList{"--idempotent"} << 5 << I::Given << 200;
    QTest::newRow("both") << QByteArrayList{"--retries=1", "--idempotent"} << 2 << I::Given << 200;
    QTest::newRow("delay") << QByteArrayList{"--retry-delay=50"} << 1 << I::Unknown << 50;
}

void TestRetryOptions::accept()
{
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const int, attempts);
    QFETCH(const Idempotence, idempotence);
    QFETCH(const int, delayMs);
    const Result<RetryOptions> options = parse(arguments);
    QVERIFY2(options, options ? "" : qPrintable(options.error().message()));
    QCOMPARE(options->policy.maxAttempts, attempts);
    QCOMPARE(options->idempotence, idempotence);
    QCOMPARE(options->policy.initialDelay, std::chrono::milliseconds(delayMs));
    QCOMPARE(options->policy.maxDelay, 10s);
}

void TestRetryOptions::longFirstPause()
{
    const Result<RetryOptions> options = parse({"--retry-delay=60000"});
    QCOMPARE(options->policy.initialDelay, 60s);
    QCOMPARE(options->policy.maxDelay, 60s);
}

void TestRetryOptions::refuse_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no number") << QByteArray("--retries=many") << QStringLiteral("\"many\"");
    QTest::newRow("negative") << QByteArray("--retries=-1") << QStringLiteral("0 to 1000");
    QTest::newRow("too many") << QByteArray("--retries=1001") << QStringLiteral("0 to 1000");
    QTest::newRow("escape sequence") << QByteArray("--retries=\x1b[2J") << QStringLiteral("--retries");
    QTest::newRow("no delay") << QByteArray("--retry-delay=0") << QStringLiteral("--retry-delay");
    QTest::newRow("a value for a flag") << QByteArray("--idempotent=yes") << QStringLiteral("--idempotent");
}

void TestRetryOptions::refuse()
{
    QFETCH(const QByteArray, argument);
    QFETCH(const QString, expected);
    const Result<RetryOptions> options = parse({argument});
    QVERIFY(!options);
    QCOMPARE(options.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(options.error().message().contains(expected), qPrintable(options.error().message()));
    QVERIFY(!options.error().message().contains(u'\x1b'));
}

void TestRetryOptions::notice_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("queue") << ErrorCode::QueueFull << QStringLiteral("the queue is full");
    QTest::newRow("nobody") << ErrorCode::NotRunning << QStringLiteral("no daemon is running");
    QTest::newRow("draining") << ErrorCode::Draining << QStringLiteral("the daemon is about to end");
    QTest::newRow("lost") << ErrorCode::ConnectionLost << QStringLiteral("the connection was lost");
    QTest::newRow("another") << ErrorCode::Timeout << QStringLiteral("what the error says");
}

void TestRetryOptions::notice()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, reason);
    QCOMPARE(retryNotice(Error(code, QStringLiteral("what the error says")), 400ms, 2, 5),
             reason + QStringLiteral("; trying again in 400 ms (2 of 5)"));
}

QTEST_GUILESS_MAIN(TestRetryOptions)
#include "tst_cli_retryoptions.moc"
