#include "eventtesting.h"

#include <daemonrpc/admin/daemonmirror.h>

#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace DaemonRpc;
using namespace EventTesting;

class tst_DaemonMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void snapshot();
    void follows();
    void gaps_data();
    void gaps();
    void losses();
    void commandsGo();
    void boundedHistory();
    void boundedObjects();
    void boundedTexts();
    void hostileNumbers();
    void unknownStates();
    void daemonTime();

private:
    static DaemonEvent event(qint64 sequence)
    {
        DaemonEvent event;
        event.sequence = sequence;
        return event;
    }

    std::unique_ptr<DaemonMirror> m_mirror;
};

void tst_DaemonMirror::init() { m_mirror = std::make_unique<DaemonMirror>(); }

void tst_DaemonMirror::snapshot()
{
    QSignalSpy reset(m_mirror.get(), &DaemonMirror::wasReset);
    QSignalSpy added(m_mirror.get(), &DaemonMirror::requestAdded);
    QSignalSpy updated(m_mirror.get(), &DaemonMirror::updated);
    m_mirror->reset(fullEvent());
    QCOMPARE(reset.size(), 1);
    QCOMPARE(updated.size(), 1);
    QCOMPARE(added.size(), 0); // a reset says it all
    QCOMPARE(m_mirror->daemon().daemonId, QStringLiteral("build"));
    QCOMPARE(m_mirror->requests().keys(), QList<qint64>{10});
    QCOMPARE(m_mirror->connections().keys(), QList<qint64>{7});
    QCOMPARE(m_mirror->finishedRequests().size(), 1u);
    QCOMPARE(m_mirror->commands().size(), 1);
    QCOMPARE(m_mirror->log().size(), 1u);
    QVERIFY(m_mirror->process() && m_mirror->workers() && m_mirror->health());
    m_mirror->reset(event(0));
    QVERIFY(m_mirror->requests().isEmpty() && m_mirror->finishedRequests().empty() && !m_mirror->health());
    QVERIFY(m_mirror->connections().isEmpty() && m_mirror->commands().isEmpty() && m_mirror->log().empty());
}

void tst_DaemonMirror::follows()
{
    m_mirror->reset(event(0));
    QSignalSpy added(m_mirror.get(), &DaemonMirror::requestAdded);
    QSignalSpy changed(m_mirror.get(), &DaemonMirror::requestChanged);
    QSignalSpy finished(m_mirror.get(), &DaemonMirror::requestFinished);
    QSignalSpy opened(m_mirror.get(), &DaemonMirror::connectionAdded);
    QSignalSpy closed(m_mirror.get(), &DaemonMirror::connectionClosed);
    QSignalSpy totals(m_mirror.get(), &DaemonMirror::totalsChanged);
    QSignalSpy logged(m_mirror.get(), &DaemonMirror::logAppended);
    QSignalSpy updated(m_mirror.get(), &DaemonMirror::updated);
    DaemonEvent next = event(1);
    next.requests = {request(1, QStringLiteral("queued")), request(2, QStringLiteral("finished"))};
    next.connections = {connection(5)};
    next.log = {line(QStringLiteral("a")), line(QStringLiteral("b"))};
    QVERIFY(m_mirror->apply(next));
    QCOMPARE(added.size(), 1);
    QCOMPARE(finished.size(), 1); // though it was never seen running
    QCOMPARE(opened.size(), 1);
    QCOMPARE(totals.size(), 0);
    QCOMPARE(logged[0][0].value<qsizetype>(), 2);
    next = event(2);
    next.requests = {request(1, QStringLiteral("running"))};
    next.totals.finishedRequests = 1;
    QVERIFY(m_mirror->apply(next));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(totals.size(), 1);
    QCOMPARE(m_mirror->requests()[1].state, QStringLiteral("running"));
    next = event(3);
    next.requests = {request(1, QStringLiteral("finished"))};
    next.connections = {connection(5, 9)};
    QVERIFY(m_mirror->apply(next));
    QVERIFY(m_mirror->requests().isEmpty());
    QVERIFY(m_mirror->connections().isEmpty());
    QCOMPARE(m_mirror->finishedRequests().back().id, 1);
    QCOMPARE(finished.size(), 2);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(updated.size(), 3);
    QCOMPARE(m_mirror->sequence(), 3);
}

void tst_DaemonMirror::gaps_data()
{
    QTest::addColumn<qint64>("sequence");
    QTest::newRow("left out") << qint64(3);
    QTest::newRow("again") << qint64(1);
    QTest::newRow("back") << qint64(0);
    QTest::newRow("negative") << qint64(-1);
    QTest::newRow("huge") << std::numeric_limits<qint64>::max();
}

void tst_DaemonMirror::gaps()
{
    QFETCH(const qint64, sequence);
    DaemonEvent next = event(1);
    next.requests = {request(1, QStringLiteral("running"))};
    QVERIFY(!m_mirror->apply(next)); // there is no snapshot yet
    m_mirror->reset(event(0));
    QVERIFY(m_mirror->apply(next));
    next.sequence = sequence;
    next.requests = {request(2, QStringLiteral("running"))};
    QSignalSpy updated(m_mirror.get(), &DaemonMirror::updated);
    QVERIFY(!m_mirror->apply(next));
    QCOMPARE(updated.size(), 0);
    QCOMPARE(m_mirror->requests().keys(), QList<qint64>{1});
}

void tst_DaemonMirror::losses()
{
    DaemonEvent first = event(0);
    first.requests = {request(1, QStringLiteral("running")), request(2, QStringLiteral("running"))};
    first.connections = {connection(3), connection(4)};
    m_mirror->reset(first);
    QSignalSpy forgotten(m_mirror.get(), &DaemonMirror::requestForgotten);
    QSignalSpy connectionsForgotten(m_mirror.get(), &DaemonMirror::connectionForgotten);
    QSignalSpy lost(m_mirror.get(), &DaemonMirror::eventsLost);
    DaemonEvent next = event(1);
    next.lost = {{QStringLiteral("requests"), 7}, {QStringLiteral("log"), 2}};
    next.liveRequests = QList<qint64>{2, 99};
    next.liveConnections = QList<qint64>{4};
    QVERIFY(m_mirror->apply(next));
    QCOMPARE(m_mirror->requests().keys(), QList<qint64>{2});
    QCOMPARE(m_mirror->connections().keys(), QList<qint64>{4});
    QCOMPARE(forgotten.size(), 1);
    QCOMPARE(forgotten[0][0].toLongLong(), 1);
    QCOMPARE(connectionsForgotten.size(), 1);
    QCOMPARE(lost.size(), 1);
    next.sequence = 2;
    QVERIFY(m_mirror->apply(next));
    QCOMPARE(m_mirror->lost().value(QStringLiteral("requests")), 14);
    QCOMPARE(m_mirror->lost().value(QStringLiteral("log")), 4);
}

void tst_DaemonMirror::commandsGo()
{
    DaemonEvent first = event(0);
    first.commands = {command(QStringLiteral("a")), command(QStringLiteral("b"))};
    m_mirror->reset(first);
    DaemonEvent next = event(1);
    next.commands = {command(QStringLiteral("c"))};
    next.liveCommands = QStringList{QStringLiteral("b"), QStringLiteral("c")};
    QVERIFY(m_mirror->apply(next));
    QCOMPARE(m_mirror->commands().keys(), QStringList({QStringLiteral("b"), QStringLiteral("c")}));
}

void tst_DaemonMirror::boundedHistory()
{
    m_mirror->reset(event(0));
    DaemonEvent next = event(1);
    const auto most = static_cast<qint64>(DaemonMirror::maxFinished);
    for (qint64 id = 1; id <= most + 5; ++id)
        next.requests.append(request(id, QStringLiteral("finished")));
    for (size_t i = 0; i < DaemonMirror::maxLogLines + 5; ++i)
        next.log.append(line(QString::number(i)));
    QVERIFY(m_mirror->apply(next));
    QCOMPARE(m_mirror->finishedRequests().size(), DaemonMirror::maxFinished);
    QCOMPARE(m_mirror->finishedRequests().front().id, 6);
    QCOMPARE(m_mirror->log().size(), DaemonMirror::maxLogLines);
    QCOMPARE(m_mirror->log().front().message, QStringLiteral("5"));
}

void tst_DaemonMirror::boundedObjects()
{
    m_mirror->reset(event(0));
    DaemonEvent next = event(1);
    for (qint64 id = 1; id <= DaemonMirror::maxLive + 5; ++id) {
        next.requests.append(request(id, QStringLiteral("running")));
        next.connections.append(connection(id));
    }
    for (qsizetype i = 0; i < DaemonMirror::maxCommands + 5; ++i)
        next.commands.append(command(QString::number(i)));
    for (int i = 0; i < 100; ++i)
        next.lost.insert(QString::number(i), 1);
    QVERIFY(m_mirror->apply(next));
    QCOMPARE(m_mirror->requests().size(), DaemonMirror::maxLive);
    QCOMPARE(m_mirror->connections().size(), DaemonMirror::maxLive);
    QCOMPARE(m_mirror->commands().size(), DaemonMirror::maxCommands);
    QCOMPARE(m_mirror->lost().size(), DaemonMirror::maxLostKinds);
    QCOMPARE(m_mirror->omittedCount(), 15);
    // Those that are known go on.
    next = event(2);
    next.requests = {request(1, QStringLiteral("finished")), request(20'000, QStringLiteral("running"))};
    QVERIFY(m_mirror->apply(next));
    QVERIFY(m_mirror->requests().contains(20'000));
}

void tst_DaemonMirror::boundedTexts()
{
    const QString huge(1'000'000, u'x');
    DaemonEvent first = event(0);
    RequestSnapshot hostile = request(1, huge);
    hostile.arguments = QStringList(1000, huge);
    hostile.workingDirectory = hostile.errorMessage = huge;
    hostile.cancellation = CancellationSnapshot{huge, huge, 0, 0, true, huge};
    first.requests = {hostile};
    ConnectionSnapshot peer = connection(1);
    peer.peerProgram = peer.remoteAddress = huge;
    first.connections = {peer};
    first.daemon = DaemonSnapshot();
    first.daemon->daemonId = huge;
    first.commands = {command(huge)};
    first.log = {line(huge)};
    HealthSnapshot health{huge, QList<HealthCheckSnapshot>(1000, {huge, huge, huge, 0, huge, 0})};
    first.health = health;
    m_mirror->reset(first);
    constexpr qsizetype most = 1024;
    const RequestSnapshot kept = m_mirror->requests()[1];
    QCOMPARE(kept.state.size(), most);
    QCOMPARE(kept.arguments.join(QString()).size(), most);
    QCOMPARE(kept.workingDirectory.size(), most);
    QCOMPARE(kept.cancellation->requestedBy.size(), most);
    QCOMPARE(kept.cancellation->forcedBy.size(), most);
    QCOMPARE(m_mirror->connections()[1].peerProgram.size(), most);
    QCOMPARE(m_mirror->daemon().daemonId.size(), most);
    QCOMPARE(m_mirror->commands().firstKey().size(), most);
    QVERIFY(m_mirror->log()[0].message.size() < 20'000);
    QCOMPARE(m_mirror->health()->checks.size(), 100);
    QCOMPARE(m_mirror->health()->checks[0].text.size(), most);
}

void tst_DaemonMirror::hostileNumbers()
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    DaemonEvent first = event(0);
    first.timeMs = least;
    first.totals = {least, least, least, least, least, least, least, least, least};
    RequestSnapshot hostile = request(least, QStringLiteral("running"));
    hostile.acceptedAtMs = hostile.durationMs = hostile.outputBytes = hostile.queuePlace = hostile.processId =
        least;
    first.requests = {hostile};
    first.workers = WorkersSnapshot{least, least, least, least, least};
    first.process = ProcessSnapshot{least, least, least};
    first.lost = {{QStringLiteral("requests"), least}};
    m_mirror->reset(first);
    QCOMPARE(m_mirror->totals(), EventTotals());
    const RequestSnapshot kept = m_mirror->requests().first();
    QCOMPARE(kept.acceptedAtMs, 0);
    QCOMPARE(kept.outputBytes, 0);
    QCOMPARE(kept.queuePlace, 0);
    QCOMPARE(kept.processId, 0);
    QCOMPARE(*m_mirror->workers(), WorkersSnapshot());
    QCOMPARE(m_mirror->lost().value(QStringLiteral("requests")), 0);
    DaemonEvent next = event(1);
    next.timeMs = std::numeric_limits<qint64>::max();
    next.lost = {{QStringLiteral("requests"), std::numeric_limits<qint64>::max()}};
    QVERIFY(m_mirror->apply(next));
    next.sequence = 2;
    QVERIFY(m_mirror->apply(next)); // the sum stays what it can be
    QCOMPARE(m_mirror->lost().value(QStringLiteral("requests")), std::numeric_limits<qint64>::max());
    QVERIFY(m_mirror->daemonTimeMs() > 0);
}

void tst_DaemonMirror::unknownStates()
{
    DaemonEvent first = event(0);
    first.requests = {request(1, QStringLiteral("sleeping")), request(2, QString())};
    m_mirror->reset(first);
    QCOMPARE(m_mirror->requests().size(), 2);
    QCOMPARE(m_mirror->requests()[1].state, QStringLiteral("sleeping"));
}

void tst_DaemonMirror::daemonTime()
{
    DaemonEvent first = event(0);
    first.timeMs = 1'000'000; // another clock than ours
    m_mirror->reset(first);
    QVERIFY(m_mirror->daemonTimeMs() >= 1'000'000);
    QVERIFY(m_mirror->daemonTimeMs() < 1'000'000 + 3'600'000);
}

QTEST_GUILESS_MAIN(tst_DaemonMirror)
#include "tst_daemonmirror.moc"
