#include "eventtesting.h"
#include "snapshottesting.h"

#include <QTest>

using namespace DaemonRpc;
using namespace EventTesting;
using namespace SnapshotTesting;

class tst_DaemonEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void isEmpty();
    void brokenFields_data();
    void brokenFields();
    void brokenParts_data();
    void brokenParts();
};

void tst_DaemonEvent::roundTrip() { verifyRoundTrip<DaemonEvent>({fullEvent(), DaemonEvent()}); }

void tst_DaemonEvent::fieldNames()
{
    verifyFieldNames(fullEvent().toJson(),
                     QStringLiteral("commands connections daemon health live_commands live_connections "
                                    "live_requests log lost process queue requests sequence subscription "
                                    "time_ms totals workers"));
    verifyFieldNames(DaemonEvent().toJson(), QStringLiteral("sequence subscription time_ms totals"));
}

void tst_DaemonEvent::isEmpty()
{
    DaemonEvent event;
    event.totals.failedRequests = 1;
    QVERIFY(event.isEmpty()); // totals alone are no news
    QVERIFY(!fullEvent().isEmpty());
    event.lost.insert(QStringLiteral("requests"), 1);
    QVERIFY(!event.isEmpty());
}

void tst_DaemonEvent::brokenFields_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("broken");
    for (const char *name : {"subscription", "sequence", "time_ms"}) {
        QTest::addRow("%s: missing", name) << QString::fromLatin1(name) << QJsonValue(QJsonValue::Undefined);
        QTest::addRow("%s: text", name) << QString::fromLatin1(name) << QJsonValue(QStringLiteral("1"));
        QTest::addRow("%s: huge", name) << QString::fromLatin1(name) << QJsonValue(1e300);
    }
    for (const char *name : {"connections", "requests", "commands", "log", "live_connections",
                             "live_requests", "live_commands"}) {
        QTest::addRow("%s: number", name) << QString::fromLatin1(name) << QJsonValue(7);
        QTest::addRow("%s: object", name) << QString::fromLatin1(name) << QJsonValue(QJsonObject());
    }
    for (const char *name : {"daemon", "process", "workers", "health", "lost"}) {
        QTest::addRow("%s: number", name) << QString::fromLatin1(name) << QJsonValue(7);
        QTest::addRow("%s: array", name) << QString::fromLatin1(name) << QJsonValue(QJsonArray());
    }
    for (const char *name : {"live_connections", "live_requests"}) {
        QTest::addRow("%s: fraction", name) << QString::fromLatin1(name) << QJsonValue(QJsonArray{1, 1.5});
        QTest::addRow("%s: null", name) << QString::fromLatin1(name) << QJsonValue(QJsonArray{QJsonValue()});
    }
    QTest::newRow("lost: text") << QStringLiteral("lost")
                                << QJsonValue(QJsonObject{{QStringLiteral("x"), QStringLiteral("1")}});
}

void tst_DaemonEvent::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(DaemonEvent::fromJson(withField(fullEvent().toJson(), name, broken)), name);
}

void tst_DaemonEvent::brokenParts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("broken");
    for (const char *name : {"totals", "daemon", "process", "workers", "health"})
        QTest::addRow("%s: empty", name) << QString::fromLatin1(name) << QJsonValue(QJsonObject());
    for (const char *name : {"connections", "requests", "commands", "log"}) {
        QTest::addRow("%s: of numbers", name) << QString::fromLatin1(name) << QJsonValue(QJsonArray{1});
        QTest::addRow("%s: of empty ones", name)
            << QString::fromLatin1(name) << QJsonValue(QJsonArray{QJsonObject()});
    }
}

void tst_DaemonEvent::brokenParts()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    const Result<DaemonEvent> event = DaemonEvent::fromJson(withField(fullEvent().toJson(), name, broken));
    QVERIFY(!event);
    QCOMPARE(event.error().code(), ErrorCode::ProtocolViolation);
}

QTEST_GUILESS_MAIN(tst_DaemonEvent)
#include "tst_daemonevent.moc"
