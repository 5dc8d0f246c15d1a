#include "snapshottesting.h"

#include <daemonrpc/admin/outputevent.h>

using namespace DaemonRpc;
using namespace SnapshotTesting;

static OutputEvent sample()
{
    OutputEvent event;
    event.tail = 3;
    event.sequence = 17;
    event.stream = OutputStream::ErrorOutput;
    event.bytes = QByteArray("\0\xff\xc3(\n", 5);
    event.omittedBytes = 123'456'789'012;
    return event;
}

class tst_OutputEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void json();
    void brokenFields_data();
    void brokenFields();
    void outOfRange_data();
    void outOfRange();
};

void tst_OutputEvent::roundTrip()
{
    OutputEvent last;
    last.isFinished = true;
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all.append(static_cast<char>(i));
    OutputEvent any = sample();
    any.bytes = all;
    verifyRoundTrip<OutputEvent>({OutputEvent(), sample(), last, any});
}

void tst_OutputEvent::json()
{
    const QJsonObject json = sample().toJson();
    verifyFieldNames(json, QStringLiteral("data finished omitted_bytes sequence stream tail"));
    QCOMPARE(json.value(u"stream"), QJsonValue(QStringLiteral("stderr")));
    QCOMPARE(json.value(u"data"), QJsonValue(QStringLiteral("AP/DKAo=")));
}

void tst_OutputEvent::brokenFields_data() { addBrokenFields(sample().toJson()); }

void tst_OutputEvent::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(OutputEvent::fromJson(withField(sample().toJson(), name, broken)), name);
}

void tst_OutputEvent::outOfRange_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("broken");
    QTest::newRow("another stream") << QStringLiteral("stream") << QJsonValue(QStringLiteral("stdlog"));
    QTest::newRow("not base64") << QStringLiteral("data") << QJsonValue(QStringLiteral("AP/D!Ao="));
    QTest::newRow("base64 cut") << QStringLiteral("data") << QJsonValue(QStringLiteral("AP/DKA=o"));
    QTest::newRow("not Latin 1") << QStringLiteral("data") << QJsonValue(QStringLiteral(u"\u4e2d\u6587AA"));
    QTest::newRow("negative") << QStringLiteral("omitted_bytes") << QJsonValue(-1);
}

void tst_OutputEvent::outOfRange()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(OutputEvent::fromJson(withField(sample().toJson(), name, broken)), name);
}

QTEST_APPLESS_MAIN(tst_OutputEvent)
#include "tst_outputevent.moc"
