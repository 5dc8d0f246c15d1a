#include "models/filterproxy.h"
#include "models/healthmodel.h"
#include "models/requestsmodel.h"
#include "models/rowexport.h"
#include "randomdaemon.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

QModelIndexList rowsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QModelIndexList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        rows.append(model.index(row, 0, parent));
        rows += rowsOf(model, rows.constLast());
    }
    return rows;
}

QJsonArray arrayOf(const QString &json) { return QJsonDocument::fromJson(json.toUtf8()).array(); }

} // namespace

class tst_monitor_rowexport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesTsv();
    void writesJson();
    void writesBranchesAndLeaves();
    void writesNothing();
    void survivesHostileDaemons();

private:
    DaemonList m_list;
    UpdateClock m_clock;
    RequestsModel m_model{m_list, m_clock};
    FilterProxy m_proxy;
};

void tst_monitor_rowexport::initTestCase()
{
    m_proxy.setSourceModel(&m_model);
    m_model.setActive(true);
    PlayedDaemon *daemon = addPlayed(m_list, QStringLiteral("build"));
    daemon->begin();
    RequestSnapshot request = runningRequest(
        1, {QStringLiteral("printf"), QStringLiteral("a\tb"), QString(600, u'x'), QStringLiteral("c\\d")});
    request.outputBytes = 2048;
    request.startedAtMs = 1'700'000'000'123;
    request.workingDirectory = QStringLiteral("/tmp/a\tb\nc\\d");
    RequestSnapshot other = finished(runningRequest(2, {QStringLiteral("false")}), 1);
    other.error = QStringLiteral("handler_failed");
    other.errorMessage = QStringLiteral("it broke");
    other.durationMs = 1234;
    daemon->tell([&](DaemonEvent &event) { event.requests = {request, other}; });
    m_clock.refresh();
    m_proxy.sort(0, Qt::AscendingOrder);
}

void tst_monitor_rowexport::writesTsv()
{
    const QList<int> columns{m_model.columnOf("id"), m_model.columnOf("state"), m_model.columnOf("output"),
                             m_model.columnOf("error"), m_model.columnOf("directory")};
    const QString tsv = RowExport::toTsv(rowsOf(m_proxy), columns);
    QCOMPARE(tsv, QStringLiteral("ID\tState\tOutput\tError\tDirectory\n"
                                 "1\trunning\t%1\t\t/tmp/a\\tb\\nc\\\\d\n"
                                 "2\tfailed\t%2\tit broke\t\n")
                      .arg(Formatting::bytes(2048), Formatting::bytes(0)));

    const QStringList lines = RowExport::toTsv(rowsOf(m_proxy)).split(u'\n');
    QCOMPARE(lines.size(), 4);
    for (int line = 0; line < 3; ++line)
        QCOMPARE(lines.at(line).count(u'\t'), m_model.columnCount() - 1);
    QVERIFY(lines.at(1).contains(QString(600, u'x'))); // more than is shown
}

void tst_monitor_rowexport::writesJson()
{
    const QJsonArray array = arrayOf(RowExport::toJson(rowsOf(m_proxy)));
    QCOMPARE(array.size(), 2);
    const QJsonObject first = array.at(0).toObject();
    QCOMPARE(first.value(u"id"), QJsonValue(1));
    QCOMPARE(first.value(u"state"), QJsonValue(QStringLiteral("running")));
    QCOMPARE(first.value(u"output_bytes"), QJsonValue(2048));
    QCOMPARE(first.value(u"started"), QJsonValue(QStringLiteral("2023-11-14T22:13:20.123Z")));
    QCOMPARE(first.value(u"started_ms"), QJsonValue(qint64(1'700'000'000'123)));
    QCOMPARE(first.value(u"finished"), QJsonValue(QJsonValue::Null));
    QCOMPARE(first.value(u"exit"), QJsonValue(QJsonValue::Null));
    QCOMPARE(first.value(u"directory"), QJsonValue(QStringLiteral("/tmp/a\tb\nc\\d")));
    QCOMPARE(array.at(1).toObject().value(u"age_ms"), QJsonValue(1234));
    QCOMPARE(array.at(1).toObject().value(u"error"), QJsonValue(QStringLiteral("handler_failed")));
}

void tst_monitor_rowexport::writesBranchesAndLeaves()
{
    HealthModel model(m_list, m_clock);
    model.setActive(true);
    auto *daemon = static_cast<PlayedDaemon *>(m_list.daemons().front().get());
    HealthCheckSnapshot check;
    check.name = QStringLiteral("disk");
    check.status = QStringLiteral("ok");
    check.value = 12.5;
    check.unit = QStringLiteral("%");
    daemon->tell([&](DaemonEvent &event) { event.health = HealthSnapshot{QStringLiteral("ok"), {check}}; });
    m_clock.refresh();
    const QJsonArray array = arrayOf(RowExport::toJson(rowsOf(model)));
    QCOMPARE(array.size(), 2);
    QCOMPARE(array.at(0).toObject().value(u"name"), QJsonValue(QStringLiteral("build")));
    QCOMPARE(array.at(1).toObject().value(u"name"), QJsonValue(QStringLiteral("disk")));
    QCOMPARE(array.at(1).toObject().value(u"value"), QJsonValue(12.5));
    QCOMPARE(RowExport::toTsv(rowsOf(model), {0, 2}), QStringLiteral("Check\tStatus\nbuild\tok\ndisk\tok\n"));
}

void tst_monitor_rowexport::writesNothing()
{
    QCOMPARE(RowExport::toTsv({}), QString());
    QCOMPARE(arrayOf(RowExport::toJson({})).size(), 0);
    QVERIFY(RowExport::toJson({}).startsWith(u'['));
}

void tst_monitor_rowexport::survivesHostileDaemons()
{
    QRandomGenerator random(testSeed());
    DaemonList list;
    RequestsModel model(list, m_clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    RandomDaemon talker(daemon, random.generate(), RandomDaemon::Manners::Hostile);
    for (int i = 0; i < 30; ++i)
        talker.step(10);
    m_clock.refresh();
    const QModelIndexList rows = rowsOf(model);
    QVERIFY(!rows.isEmpty());
    const QString tsv = RowExport::toTsv(rows);
    QCOMPARE(tsv.count(u'\n'), rows.size() + 1);
    QCOMPARE(tsv.count(u'\t'), (rows.size() + 1) * (model.columnCount() - 1));
    QCOMPARE(arrayOf(RowExport::toJson(rows)).size(), rows.size());
}

QTEST_GUILESS_MAIN(tst_monitor_rowexport)
#include "tst_monitor_rowexport.moc"
