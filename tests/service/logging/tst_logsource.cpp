#include <daemonrpc/admin/loglinesnapshot.h>
#include <daemonrpc/base/logscope.h>
#include <daemonrpc/service/logging/logsource.h>

#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;

Q_LOGGING_CATEGORY(lcSourceTest, "daemonrpc.sourcetest")

class tst_LogSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsLines();
};

void tst_LogSource::tellsLines()
{
    QTemporaryDir directory;
    LogService service;
    service.install();
    LogTargets targets;
    targets.defaultFile = directory.filePath(QStringLiteral("log"));
    QVERIFY(service.apply({}, targets));
    const LogSource source(service);
    QCOMPARE(source.kind(), EventSource::Kind::Records);
    const quint64 before = source.count();
    {
        const LogScope scope(7);
        qCInfo(lcSourceTest) << "hello";
    }
    qCWarning(lcSourceTest) << "careful";
    QCOMPARE(source.count(), before + 2);
    SubscriptionOptions options;
    EventSource::News news = source.since(before, options);
    QCOMPARE(news.values.size(), 2);
    QCOMPARE(news.lost, 0u);
    const Result<LogLineSnapshot> line = LogLineSnapshot::fromJson(news.values[0].toObject());
    QVERIFY(line);
    QCOMPARE(line->message, QStringLiteral("hello"));
    QCOMPARE(line->level, QStringLiteral("info"));
    QCOMPARE(line->category, QStringLiteral("daemonrpc.sourcetest"));
    QCOMPARE(line->requestId, 7);
    options.logLevel = QStringLiteral("warning");
    QCOMPARE(source.since(before, options).values.size(), 1);
    options.logLevel = QStringLiteral("no level"); // as info
    QCOMPARE(source.since(before, options).values.size(), 2);
    options.logLines = 1;
    QCOMPARE(source.first(options).size(), 1);
    QVERIFY(source.since(source.count(), options).values.isEmpty());
}

QTEST_GUILESS_MAIN(tst_LogSource)
#include "tst_logsource.moc"
