#include "snapshottesting.h"

#include <daemonrpc/admin/subscriptionoptions.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_SubscriptionOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void nothingSaid();
    void twice();
    void outOfBounds_data();
    void outOfBounds();
};

void tst_SubscriptionOptions::roundTrip()
{
    SubscriptionOptions options;
    options.topics = {QStringLiteral("log"), QStringLiteral("requests")};
    options.interval = std::chrono::milliseconds(10);
    options.history = 0;
    options.logLevel = QStringLiteral("debug");
    options.logLines = 1000;
    verifyRoundTrip<SubscriptionOptions>({options, SubscriptionOptions()});
}

void tst_SubscriptionOptions::nothingSaid()
{
    const Result<SubscriptionOptions> options = SubscriptionOptions::fromJson({});
    QVERIFY(options);
    QCOMPARE(*options, SubscriptionOptions());
    QVERIFY(options->has(u"requests"));
    QVERIFY(!options->has(u"log"));
}

void tst_SubscriptionOptions::twice()
{
    const QJsonArray topics{QStringLiteral("log"), QStringLiteral("log")};
    const Result<SubscriptionOptions> options =
        SubscriptionOptions::fromJson({{QStringLiteral("topics"), topics}});
    QCOMPARE(options->topics, QStringList{QStringLiteral("log")});
}

void tst_SubscriptionOptions::outOfBounds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *tag, const QString &name, const QJsonValue &value) {
        QTest::newRow(tag) << name << value;
    };
    row("interval: too short", QStringLiteral("interval_ms"), 9);
    row("interval: too long", QStringLiteral("interval_ms"), 60'001);
    row("interval: negative", QStringLiteral("interval_ms"), -1);
    row("interval: text", QStringLiteral("interval_ms"), QStringLiteral("250"));
    row("interval: fraction", QStringLiteral("interval_ms"), 10.5);
    row("history: negative", QStringLiteral("history"), -1);
    row("history: too long", QStringLiteral("history"), 1001);
    row("log_lines: too many", QStringLiteral("log_lines"), 1001);
    row("log_level: number", QStringLiteral("log_level"), 3);
    row("topics: text", QStringLiteral("topics"), QStringLiteral("log"));
    row("topics: number inside", QStringLiteral("topics"), QJsonArray{1});
    row("topics: empty name", QStringLiteral("topics"), QJsonArray{QString()});
    row("topics: long name", QStringLiteral("topics"), QJsonArray{QString(65, u'x')});
    QJsonArray many;
    for (int i = 0; i < 33; ++i)
        many.append(QString::number(i));
    row("topics: many", QStringLiteral("topics"), many);
}

void tst_SubscriptionOptions::outOfBounds()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, value);
    const Result<SubscriptionOptions> options = SubscriptionOptions::fromJson({{name, value}});
    QVERIFY(!options);
    QCOMPARE(options.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(options.error().message().contains(name), qPrintable(options.error().message()));
}

QTEST_GUILESS_MAIN(tst_SubscriptionOptions)
#include "tst_subscriptionoptions.moc"
