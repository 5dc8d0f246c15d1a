#include <daemonrpc/service/command/parallelgate_p.h>

#include <QTest>

using namespace DaemonRpc;

class tst_ParallelGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noLimit();
    void letsInInOrder();
    void tellsPlaces();
    void waiterLeaves();
    void newcomersQueueBehindWaiters();
    void full();
    void leavesWhileEntering();
    void unknownTickets();

private:
    /// Arrives as @p number; the events are recorded.
    quint64 arrive(ParallelGate &gate, int number, int maxQueueLength = 100)
    {
        const Result<quint64> ticket = gate.arrive({[this, number] { m_entered.append(number); },
                                                    [this, number](int place) {
                                                        m_places.append({number, place});
                                                    }},
                                                   maxQueueLength);
        return ticket ? *ticket : 0;
    }

    using Places = QList<std::pair<int, int>>;

    QList<int> m_entered;
    Places m_places;
};

void tst_ParallelGate::init()
{
    m_entered.clear();
    m_places.clear();
}

void tst_ParallelGate::noLimit()
{
    ParallelGate gate(0);
    for (int i = 0; i < 100; ++i)
        QVERIFY(arrive(gate, i, 0) > 0);
    QCOMPARE(gate.insideCount(), 100);
    QVERIFY(m_places.isEmpty());
}

void tst_ParallelGate::letsInInOrder()
{
    ParallelGate gate(2);
    QList<quint64> tickets;
    for (int i = 0; i < 6; ++i)
        tickets.append(arrive(gate, i));
    QCOMPARE(m_entered, QList<int>({0, 1}));
    gate.leave(tickets[1]);
    QCOMPARE(m_entered.size(), 2); // from the event loop only
    QTRY_COMPARE(m_entered, QList<int>({0, 1, 2}));
    gate.leave(tickets[0]);
    gate.leave(tickets[2]);
    QTRY_COMPARE(m_entered, QList<int>({0, 1, 2, 3, 4}));
    QCOMPARE(gate.insideCount(), 2);
    QCOMPARE(gate.queueLength(), 1);
}

void tst_ParallelGate::tellsPlaces()
{
    ParallelGate gate(1);
    const quint64 first = arrive(gate, 0);
    arrive(gate, 1);
    arrive(gate, 2);
    QCOMPARE(m_places, Places({{1, 1}, {2, 2}}));
    gate.leave(first);
    QTRY_COMPARE(m_places, Places({{1, 1}, {2, 2}, {2, 1}}));
}

void tst_ParallelGate::waiterLeaves()
{
    ParallelGate gate(1);
    const quint64 first = arrive(gate, 0);
    const quint64 second = arrive(gate, 1);
    arrive(gate, 2);
    m_places.clear();
    gate.leave(second);
    QCOMPARE(m_places, Places({{2, 1}})); // at once
    gate.leave(first);
    QTRY_COMPARE(m_entered, QList<int>({0, 2}));
}

void tst_ParallelGate::newcomersQueueBehindWaiters()
{
    ParallelGate gate(1);
    const quint64 first = arrive(gate, 0);
    arrive(gate, 1);
    gate.leave(first); // there is room, but it belongs to 1
    arrive(gate, 2);
    QTRY_COMPARE(m_entered, QList<int>({0, 1}));
    QCOMPARE(gate.queueLength(), 1);
}

void tst_ParallelGate::full()
{
    ParallelGate gate(1);
    QVERIFY(arrive(gate, 0, 1) > 0);
    QVERIFY(arrive(gate, 1, 1) > 0);
    const Result<quint64> refused = gate.arrive({[] {}, [](int) {}}, 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::QueueFull);
    QVERIFY(isRetryable(refused.error().code()));
    QCOMPARE(m_entered, QList<int>{0});
}

void tst_ParallelGate::leavesWhileEntering()
{
    ParallelGate gate(1);
    const quint64 first = arrive(gate, 0);
    quint64 second = 0;
    second = *gate.arrive({[&] {
                               m_entered.append(1);
                               gate.leave(second);
                           },
                           [](int) {}},
                          10);
    arrive(gate, 2);
    gate.leave(first);
    QTRY_COMPARE(m_entered, QList<int>({0, 1, 2}));
    QCOMPARE(gate.insideCount(), 1);
}

void tst_ParallelGate::unknownTickets()
{
    ParallelGate gate(1);
    gate.leave(7);
    const quint64 first = arrive(gate, 0);
    gate.leave(first);
    gate.leave(first);
    QCOMPARE(gate.insideCount(), 0);
    QVERIFY(arrive(gate, 1) > first);
}

QTEST_GUILESS_MAIN(tst_ParallelGate)

#include "tst_parallelgate.moc"
