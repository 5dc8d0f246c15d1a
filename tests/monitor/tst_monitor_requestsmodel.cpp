#include "models/requestsmodel.h"
#include "randomdaemon.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

struct Setup
{
    enum class Tester { Yes, No }; // it looks at all there is at every change

    explicit Setup(Tester wanted = Tester::Yes)
    {
        if (wanted == Tester::Yes)
            tester = std::make_unique<QAbstractItemModelTester>(&model);
        model.setActive(true);
    }

    QVariant value(const RecordKey &key, const char *column, int role = ValueRole) const
    {
        return model.index(model.rowOf(key), model.columnOf(column)).data(role);
    }

    DaemonList list;
    UpdateClock clock;
    RequestsModel model{list, clock};
    std::unique_ptr<QAbstractItemModelTester> tester;
};

void tellRequest(PlayedDaemon *daemon, const RequestSnapshot &request)
{
    daemon->tell([&request](DaemonEvent &event) { event.requests.append(request); });
}

RequestSnapshot cancelled(RequestSnapshot request, bool isForced)
{
    request.cancellation = CancellationSnapshot{QStringLiteral("administrator"), QStringLiteral("monitor"),
                                                request.acceptedAtMs, 12, isForced};
    return request;
}

/// What the mirrors and the finished requests that were told say, without any cleverness.
class NaivePicture
{
public:
    explicit NaivePicture(DaemonList &list)
        : m_list(list)
    {}

    void follow(PlayedDaemon *daemon)
    {
        QObject::connect(&daemon->mirror(), &DaemonMirror::requestFinished, daemon,
                         [this, daemon](const RequestSnapshot &request) {
                             m_finished.append({daemon->serial(), request});
                         });
    }

    void tick()
    {
        m_finished.removeIf([this](const auto &entry) { return !m_list.find(entry.first); });
        while (m_finished.size() > qsizetype(RequestsModel::maxFinished))
            m_finished.removeFirst();
    }

    QMap<RecordKey, RequestSnapshot> requests() const
    {
        QMap<RecordKey, RequestSnapshot> all;
        for (const auto &[serial, request] : m_finished)
            all.insert({serial, request.id}, request);
        for (const auto &daemon : m_list.daemons()) {
            for (const RequestSnapshot &request : daemon->mirror().requests())
                all.insert({daemon->serial(), request.id}, request);
        }
        return all;
    }

private:
    DaemonList &m_list;
    QList<std::pair<qint64, RequestSnapshot>> m_finished;
};

QMap<RecordKey, RequestSnapshot> requestsOf(const RequestsModel &model)
{
    QMap<RecordKey, RequestSnapshot> all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.insert(model.at(row).key, model.at(row).request);
    return all;
}

} // namespace

class tst_monitor_requestsmodel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecameOfIt_data();
    void saysWhatBecameOfIt();
    void tellsOnlyWhatChanges();
    void countsAgesOn();
    void showsWhatIsLeftOfADeadline();
    void keepsRequestsOfADaemonThatHasGone();
    void forgetsWhatTheMirrorForgets();
    void keepsFinishedOnesThatMirrorsForget();
    void readsEverythingAfterALongPause();
    void isLikeANaivePicture_data();
    void isLikeANaivePicture();
    void survivesHostileDaemons();
    void staysWithinItsBounds();
};

void tst_monitor_requestsmodel::saysWhatBecameOfIt_data()
{
    QTest::addColumn<RequestSnapshot>("request");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<bool>("isDimmed");

    RequestSnapshot request = runningRequest(1);
    const auto row = [&request](const char *name, const char *shown, Tone tone, bool isDimmed) {
        QTest::newRow(shown) << request << QString::fromLatin1(name) << QString::fromLatin1(shown) << tone
                             << isDimmed;
    };
    row("running", "running", Tone::Active, false);
    request.state = QStringLiteral("queued");
    request.queuePlace = 3;
    row("queued", "queued (3)", Tone::Normal, false);
    request.state = QStringLiteral("dreaming");
    row("dreaming", "dreaming", Tone::Normal, false);
    request = cancelled(runningRequest(1), false);
    request.state = QStringLiteral("cancelling");
    row("cancelling", "cancelling", Tone::Warning, false);
    request = finished(runningRequest(1));
    row("finished", "finished", Tone::Good, true);
    request = finished(runningRequest(1), 3);
    row("failed", "failed", Tone::Bad, true);
    request = cancelled(finished(runningRequest(1), 3), false);
    row("cancelled", "cancelled", Tone::Muted, true);
    request = cancelled(finished(runningRequest(1), 3), true);
    row("forced", "forced", Tone::Bad, true);
}

void tst_monitor_requestsmodel::saysWhatBecameOfIt()
{
    QFETCH(const RequestSnapshot, request);
    QFETCH(const Tone, tone);
    Setup setup;
    PlayedDaemon *daemon = addPlayed(setup.list);
    daemon->begin();
    tellRequest(daemon, request);
    setup.clock.refresh();
    const RecordKey key{daemon->serial(), 1};
    QVERIFY(setup.model.find(key));
    QTEST(setup.value(key, "state").toString(), "outcome");
    QTEST(setup.value(key, "state", Qt::DisplayRole).toString(), "shown");
    QCOMPARE(setup.value(key, "state", ToneRole).value<Tone>(), tone);
    QTEST(setup.value(key, "state", DimmedRole).toBool(), "isDimmed");
    QCOMPARE(setup.value(key, "exit").isValid(), request.isFinished());
    QCOMPARE(setup.value(key, "command_line").toString(), QStringLiteral("sleep"));
}

void tst_monitor_requestsmodel::tellsOnlyWhatChanges()
{
    Setup setup;
    PlayedDaemon *daemon = addPlayed(setup.list);
    daemon->begin();
    for (qint64 id = 1; id <= 100; ++id)
        tellRequest(daemon, finished(runningRequest(id)));
    tellRequest(daemon, runningRequest(101, {QStringLiteral("sleep")}, 3'600'000));
    setup.clock.refresh();
    QCOMPARE(setup.model.rowCount(), 101);

    QSignalSpy changed(&setup.model, &QAbstractItemModel::dataChanged);
    const QSignalSpy moved(&setup.model, &QAbstractItemModel::rowsRemoved);
    tellRequest(daemon, finished(daemon->mirror().requests().first()));
    tellRequest(daemon, runningRequest(102));
    setup.clock.refresh();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 100);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 100);
    QCOMPARE(moved.size(), 0);
    QCOMPARE(setup.model.rowCount(), 102);
}

void tst_monitor_requestsmodel::countsAgesOn()
{
    Setup setup;
    PlayedDaemon *daemon = addPlayed(setup.list);
    daemon->begin();
    tellRequest(daemon, runningRequest(1, {QStringLiteral("young")}, 1500));
    tellRequest(daemon, runningRequest(2, {QStringLiteral("old")}, 65'432));
    tellRequest(daemon, finished(runningRequest(3, {QStringLiteral("done")}, 700)));
    setup.clock.refresh();
    const RecordKey young{daemon->serial(), 1};
    const RecordKey old{daemon->serial(), 2};
    const RecordKey done{daemon->serial(), 3};
    const qint64 first = setup.model.find(young)->ageMs;
    const qint64 took = setup.model.find(done)->ageMs;
    QVERIFY(first >= 1500);
    QVERIFY(setup.model.find(old)->ageMs >= 65'000);
    QCOMPARE(setup.model.find(old)->ageMs % 1000, 0);
    setup.clock.start();
    QTRY_VERIFY(setup.model.find(young)->ageMs > first);
    QCOMPARE(setup.model.find(done)->ageMs, took);
}

void tst_monitor_requestsmodel::showsWhatIsLeftOfADeadline()
{
    Setup setup;
    PlayedDaemon *daemon = addPlayed(setup.list);
    daemon->begin();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    RequestSnapshot request = runningRequest(1);
    tellRequest(daemon, request);
    request.id = 2;
    request.startedAtMs = now - 900'000;
    request.deadlineAtMs = now + 100'000;
    tellRequest(daemon, request);
    request.id = 3;
    request.deadlineAtMs = now - 5000;
    tellRequest(daemon, request);
    request.id = 4;
    request.cancellation = CancellationSnapshot{QStringLiteral("timeout"), {}, now, -1, false};
    tellRequest(daemon, request);
    setup.clock.refresh();
    const qint64 serial = daemon->serial();
    QVERIFY(!setup.value({serial, 1}, "deadline").isValid());
    QCOMPARE(setup.value({serial, 1}, "deadline", Qt::DisplayRole).toString(), QString());
    const double left = setup.value({serial, 2}, "deadline").toDouble();
    QVERIFY2(left > 0.0 && left <= 0.1, qPrintable(QString::number(left)));
    QVERIFY(
        setup.value({serial, 2}, "deadline", Qt::DisplayRole).toString().endsWith(QStringLiteral(" left")));
    QCOMPARE(setup.value({serial, 2}, "deadline", ToneRole).value<Tone>(), Tone::Warning);
    QCOMPARE(setup.value({serial, 3}, "deadline").toDouble(), 0.0);
    QVERIFY(!setup.value({serial, 4}, "deadline").isValid());
}

void tst_monitor_requestsmodel::keepsRequestsOfADaemonThatHasGone()
{
    Setup setup;
    PlayedDaemon *daemon = addPlayed(setup.list);
    const qint64 serial = daemon->serial();
    daemon->begin();
    tellRequest(daemon, runningRequest(1));
    tellRequest(daemon, finished(runningRequest(2)));
    setup.clock.refresh();
    daemon->vanish();
    setup.clock.refresh();
    QCOMPARE(setup.value({serial, 1}, "state").toString(), QStringLiteral("lost"));
    QCOMPARE(setup.value({serial, 1}, "state", DimmedRole).toBool(), true);
    QCOMPARE(setup.value({serial, 2}, "state").toString(), QStringLiteral("finished"));

    QSignalSpy changed(&setup.model, &QAbstractItemModel::dataChanged);
    setup.clock.refresh();
    QCOMPARE(changed.size(), 0);
    setup.model.setActive(false);
    setup.model.setActive(true);
    QCOMPARE(setup.model.rowCount(), 2);

    setup.list.dismiss(serial);
    setup.clock.refresh();
    QCOMPARE(setup.model.rowCount(), 0);
}

void tst_monitor_requestsmodel::forgetsWhatTheMirrorForgets()
{
    Setup setup;
    PlayedDaemon *daemon = addPlayed(setup.list);
    daemon->begin();
    for (qint64 id = 1; id <= 3; ++id)
        tellRequest(daemon, runningRequest(id));
    tellRequest(daemon, finished(runningRequest(4)));
    setup.clock.refresh();
    daemon->tell([](DaemonEvent &event) { event.liveRequests = QList<qint64>{2}; });
    setup.clock.refresh();
    QCOMPARE(setup.model.rowCount(), 2);
    QVERIFY(setup.model.find({daemon->serial(), 2}));
    QVERIFY(setup.model.find({daemon->serial(), 4}));

    daemon->begin(); // it is connected to anew, and has nothing to tell
    setup.clock.refresh();
    QCOMPARE(setup.model.rowCount(), 1);
    QVERIFY(setup.model.find({daemon->serial(), 4}));
}

void tst_monitor_requestsmodel::keepsFinishedOnesThatMirrorsForget()
{
    Setup setup(Setup::Tester::No);
    PlayedDaemon *daemon = addPlayed(setup.list);
    daemon->begin();
    setup.clock.refresh();
    const int count = 3 * static_cast<int>(MonitoredDaemon::maxFinishedRequests);
    for (qint64 id = 1; id <= count; ++id)
        tellRequest(daemon, finished(runningRequest(id)));
    setup.clock.refresh();
    QCOMPARE(setup.model.rowCount(), count);
    setup.model.setActive(false);
    tellRequest(daemon, finished(runningRequest(count + 1)));
    setup.clock.refresh();
    QCOMPARE(setup.model.rowCount(), count);
    setup.model.setActive(true);
    QCOMPARE(setup.model.rowCount(), count + 1);
    QCOMPARE(setup.model.rowOf({daemon->serial(), 1}), 0);
    QCOMPARE(setup.model.rowOf({daemon->serial(), count + 1}), count);
}

void tst_monitor_requestsmodel::readsEverythingAfterALongPause()
{
    Setup setup;
    PlayedDaemon *daemon = addPlayed(setup.list);
    daemon->begin();
    tellRequest(daemon, runningRequest(1));
    setup.clock.refresh();
    setup.clock.setPaused(true);
    tellRequest(daemon, finished(runningRequest(1)));
    const qint64 last = 2 * static_cast<qint64>(RequestsModel::maxFinished) + 10;
    for (qint64 id = 2; id <= last; ++id)
        tellRequest(daemon, finished(runningRequest(id)));
    QCOMPARE(setup.model.rowCount(), 1);
    setup.clock.refresh();
    QCOMPARE(setup.model.rowCount(), static_cast<int>(MonitoredDaemon::maxFinishedRequests));
    QVERIFY(!setup.model.find({daemon->serial(), 1}));
    QVERIFY(setup.model.find({daemon->serial(), last}));
}

void tst_monitor_requestsmodel::isLikeANaivePicture_data()
{
    QTest::addColumn<bool>("isMuch");
    QTest::newRow("few, looked at closely") << false;
    QTest::newRow("more than are kept") << true;
}

void tst_monitor_requestsmodel::isLikeANaivePicture()
{
    QFETCH(const bool, isMuch);
    QRandomGenerator random(testSeed());
    Setup setup(isMuch ? Setup::Tester::No : Setup::Tester::Yes);
    NaivePicture naive(setup.list);
    std::vector<RandomDaemon> daemons;
    for (int i = 0; i < 6; ++i) {
        PlayedDaemon *daemon = addPlayed(setup.list);
        daemon->begin();
        naive.follow(daemon);
        daemons.emplace_back(daemon, random.generate(), RandomDaemon::Manners::Honest);
    }
    setup.clock.refresh();
    for (int tick = 0; tick < 60; ++tick) {
        for (RandomDaemon &daemon : daemons) {
            for (int step = 0; step < 4; ++step)
                daemon.step(isMuch ? 60 : 2);
        }
        if (tick % 25 == 24) {
            daemons.front().daemon()->vanish();
            daemons.erase(daemons.begin());
        }
        if (tick == 40)
            setup.list.dismissGone();
        naive.tick();
        setup.clock.refresh();
        const auto expected = naive.requests();
        const auto shown = requestsOf(setup.model);
        QCOMPARE(shown.size(), expected.size());
        QVERIFY(shown == expected);
    }
    QCOMPARE(setup.model.rowCount() >= static_cast<int>(RequestsModel::maxFinished), isMuch);
}

void tst_monitor_requestsmodel::survivesHostileDaemons()
{
    QRandomGenerator random(testSeed());
    Setup setup;
    std::vector<RandomDaemon> daemons;
    for (int i = 0; i < 3; ++i) {
        PlayedDaemon *daemon = addPlayed(setup.list);
        daemon->begin();
        daemons.emplace_back(daemon, random.generate(), RandomDaemon::Manners::Hostile);
    }
    for (int tick = 0; tick < 30; ++tick) {
        for (RandomDaemon &daemon : daemons)
            daemon.step(40);
        if (random.bounded(10) == 0) {
            setup.model.setActive(false);
            daemons.front().step(40);
            setup.model.setActive(true);
        }
        setup.clock.refresh();
        for (const auto &daemon : setup.list.daemons()) {
            for (const RequestSnapshot &request : daemon->mirror().requests()) {
                const RequestRow *row = setup.model.find({daemon->serial(), request.id});
                QVERIFY(row);
                QVERIFY(row->request == request);
            }
        }
        for (int row = 0; row < setup.model.rowCount(); ++row) {
            const RequestRow &shown = setup.model.at(row);
            QVERIFY(shown.request.isFinished() ||
                    setup.list.find(shown.key.daemon)->mirror().requests().contains(shown.key.id));
            QVERIFY(shown.commandLine.size() <= RequestRow::maxCommandLineCharacters + 1);
        }
        readAll(setup.model);
    }
}

void tst_monitor_requestsmodel::staysWithinItsBounds()
{
    Setup setup(Setup::Tester::No);
    std::vector<PlayedDaemon *> daemons;
    for (int i = 0; i < 50; ++i) {
        daemons.push_back(addPlayed(setup.list));
        daemons.back()->begin();
    }
    for (qint64 id = 1; id <= 1000; ++id) {
        for (PlayedDaemon *daemon : daemons) {
            RequestSnapshot request = runningRequest(id);
            if (id % 100 != 0)
                request = finished(request);
            tellRequest(daemon, request);
        }
        if (id % 20 == 0) {
            setup.clock.refresh();
            const auto live = static_cast<int>(daemons.size()) * static_cast<int>(id / 100);
            QVERIFY(setup.model.rowCount() <= static_cast<int>(RequestsModel::maxFinished) + live);
        }
    }
    QCOMPARE(setup.model.rowCount(), static_cast<int>(RequestsModel::maxFinished) + 50 * 10);
    setup.list.clear();
    setup.clock.refresh();
    QCOMPARE(setup.model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_monitor_requestsmodel)
#include "tst_monitor_requestsmodel.moc"
