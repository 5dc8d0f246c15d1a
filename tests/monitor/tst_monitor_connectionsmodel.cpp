#include "models/connectionsmodel.h"
#include "randomdaemon.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

ConnectionSnapshot openConnection(qint64 id)
{
    ConnectionSnapshot connection;
    connection.id = id;
    connection.state = QStringLiteral("command");
    connection.connectedAtMs = QDateTime::currentMSecsSinceEpoch();
    return connection;
}

void tellConnection(PlayedDaemon *daemon, const ConnectionSnapshot &connection, qint64 afterMs = 0)
{
    daemon->tell([&connection, afterMs](DaemonEvent &event) {
        event.timeMs += afterMs;
        event.connections.append(connection);
    });
}

} // namespace

class tst_monitor_connectionsmodel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhoIsConnected();
    void drawsTheCourseOfBytes();
    void dropsWhatIsClosed();
    void isLikeTheMirrors_data();
    void isLikeTheMirrors();
};

void tst_monitor_connectionsmodel::showsWhoIsConnected()
{
    DaemonList list;
    UpdateClock clock;
    ConnectionsModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list, QStringLiteral("build"));
    daemon->begin();
    ConnectionSnapshot connection = openConnection(12345);
    connection.peerUid = 1000;
    connection.peerProgram = QStringLiteral("mkdocs");
    connection.role = QStringLiteral("control");
    connection.requestId = 7;
    tellConnection(daemon, connection);
    clock.refresh();

    QCOMPARE(model.rowCount(), 1);
    const auto shown = [&model](const char *column) {
        return model.index(0, model.columnOf(column)).data().toString();
    };
    QCOMPARE(shown("id"), QStringLiteral("12345"));
    QCOMPARE(shown("daemon"), QStringLiteral("build"));
    QCOMPARE(shown("peer"), QStringLiteral("1000"));
    QCOMPARE(shown("pid"), QString());
    QCOMPARE(shown("program"), QStringLiteral("mkdocs"));
    QCOMPARE(shown("role"), QStringLiteral("control"));
    QCOMPARE(shown("request"), QStringLiteral("7"));

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    clock.refresh();
    QCOMPARE(changed.size(), 0);
}

void tst_monitor_connectionsmodel::drawsTheCourseOfBytes()
{
    DaemonList list;
    UpdateClock clock;
    ConnectionsModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    // The daemon's clock is what counts, so that a recording that is played faster shows the same.
    ConnectionSnapshot connection = openConnection(1);
    tellConnection(daemon, connection);
    clock.refresh();
    const auto course = [&model](const char *column) {
        return model.index(0, model.columnOf(column)).data(SeriesRole).value<QList<double>>();
    };
    QCOMPARE(course("received").size(), 0);
    for (int second = 1; second <= 2 * RateSeries::maxPoints; ++second) {
        connection.bytesReceived += 5000;
        tellConnection(daemon, connection, second * 1000);
        clock.refresh();
        const QList<double> points = course("received");
        QCOMPARE(points.size(), qMin<qsizetype>(second, RateSeries::maxPoints));
        // As far as this test itself takes time, it is less.
        QVERIFY(points.constLast() > 0 && points.constLast() < 6000);
    }
    QCOMPARE(course("sent"), QList<double>(RateSeries::maxPoints, 0.0));

    // A counter that falls begins anew.
    connection.bytesReceived = 1;
    tellConnection(daemon, connection, 1'000'000);
    clock.refresh();
    QCOMPARE(course("received").size(), 0);
}

void tst_monitor_connectionsmodel::dropsWhatIsClosed()
{
    DaemonList list;
    UpdateClock clock;
    ConnectionsModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *one = addPlayed(list);
    PlayedDaemon *other = addPlayed(list);
    for (PlayedDaemon *daemon : {one, other}) {
        daemon->begin();
        tellConnection(daemon, openConnection(1));
        tellConnection(daemon, openConnection(2));
    }
    clock.refresh();
    QCOMPARE(model.rowCount(), 4);
    ConnectionSnapshot closed = openConnection(2);
    closed.closedAtMs = QDateTime::currentMSecsSinceEpoch();
    tellConnection(one, closed);
    clock.refresh();
    QCOMPARE(model.rowCount(), 3);
    other->vanish();
    clock.refresh();
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.find({one->serial(), 1}));
    list.clear();
    clock.refresh();
    QCOMPARE(model.rowCount(), 0);
}

void tst_monitor_connectionsmodel::isLikeTheMirrors_data()
{
    QTest::addColumn<bool>("isHostile");
    QTest::newRow("honest") << false;
    QTest::newRow("hostile") << true;
}

void tst_monitor_connectionsmodel::isLikeTheMirrors()
{
    QFETCH(const bool, isHostile);
    QRandomGenerator random(testSeed());
    DaemonList list;
    UpdateClock clock;
    ConnectionsModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    std::vector<RandomDaemon> daemons;
    for (int i = 0; i < 5; ++i) {
        PlayedDaemon *daemon = addPlayed(list);
        daemon->begin();
        daemons.emplace_back(daemon, random.generate(),
                             isHostile ? RandomDaemon::Manners::Hostile : RandomDaemon::Manners::Honest);
    }
    for (int tick = 0; tick < 25; ++tick) {
        for (RandomDaemon &daemon : daemons)
            daemon.step(15);
        clock.refresh();
        qsizetype count = 0;
        for (const auto &daemon : list.daemons()) {
            count += daemon->mirror().connections().size();
            for (const ConnectionSnapshot &connection : daemon->mirror().connections()) {
                const ConnectionRow *row = model.find({daemon->serial(), connection.id});
                QVERIFY(row);
                QVERIFY(row->connection == connection);
            }
        }
        QCOMPARE(static_cast<qsizetype>(model.rowCount()), count);
        readAll(model);
    }
}

QTEST_GUILESS_MAIN(tst_monitor_connectionsmodel)
#include "tst_monitor_connectionsmodel.moc"
