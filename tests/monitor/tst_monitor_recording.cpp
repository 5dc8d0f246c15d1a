// What is recorded can be played.
#include "monitortesting.h"
#include "sources/recorder.h"
#include "sources/replay.h"
#include "tests/shared/signalerror.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

class tst_monitor_Recording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsWhatWasRecorded();
    void beginsAmidASession();
    void keepsTheFilePrivate();
    void takesItsTime();
    void cutOffRecording();
    void brokenRecordings_data();
    void brokenRecordings();
    void endlessDaemons();
    void fullDisk();
    void missingFile();

private:
    /// A session with two daemons, one of which goes.
    static void act(DaemonList &list)
    {
        PlayedDaemon *first = addPlayed(list, QStringLiteral("first"), 1);
        first->begin();
        first->tell([](DaemonEvent &event) {
            event.requests = {runningRequest(7)};
            event.totals.acceptedRequests = 1;
        });
        PlayedDaemon *second = addPlayed(list, QStringLiteral("second"), 2);
        second->begin([](DaemonEvent &event) { event.requests = {runningRequest(1), runningRequest(2)}; });
        first->tell([](DaemonEvent &event) {
            event.requests = {finished(runningRequest(7), 3)};
            event.totals.finishedRequests = 1;
            event.totals.failedRequests = 1;
        });
        second->vanish();
    }

    [[nodiscard]] QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

    [[nodiscard]] QString written(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }

    [[nodiscard]] static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
};

void tst_monitor_Recording::playsWhatWasRecorded()
{
    DaemonList told;
    Recorder recorder(told);
    QVERIFY(recorder.start(path("whole")));
    act(told);
    QVERIFY(recorder.stop());

    DaemonList played;
    Replay replay(played);
    QSignalSpy finishedSpy(&replay, &Replay::finished);
    QVERIFY(replay.start(path("whole"), Replay::atOnce));
    QTRY_COMPARE(finishedSpy.size(), 1);
    QCOMPARE(played.daemons().size(), size_t(2));
    for (size_t i = 0; i < 2; ++i) {
        const MonitoredDaemon &was = *told.daemons().at(i);
        const MonitoredDaemon &is = *played.daemons().at(i);
        QCOMPARE(is.daemonId(), was.daemonId());
        QCOMPARE(is.pid(), was.pid());
        QCOMPARE(is.state(), was.state());
        QVERIFY(is.mirror().requests() == was.mirror().requests());
        QVERIFY(is.mirror().finishedRequests() == was.mirror().finishedRequests());
        QVERIFY(is.mirror().totals() == was.mirror().totals());
        QVERIFY(!is.admin());
    }
    QVERIFY(!played.daemons().at(0)->problem().isEmpty()); // not gone, only no more is known
}

void tst_monitor_Recording::beginsAmidASession()
{
    DaemonList told;
    act(told);
    Recorder recorder(told);
    QVERIFY(recorder.start(path("amid")));
    auto *first = static_cast<PlayedDaemon *>(told.daemons().front().get());
    first->tell([](DaemonEvent &event) { event.requests = {runningRequest(8)}; });
    QVERIFY(recorder.stop());

    DaemonList played;
    Replay replay(played);
    QVERIFY(replay.start(path("amid"), Replay::atOnce));
    QTRY_VERIFY(replay.isFinished());
    QCOMPARE(played.daemons().size(), size_t(2));
    QCOMPARE(played.daemons().at(0)->mirror().requests().keys(), QList<qint64>{8});
    QCOMPARE(played.daemons().at(0)->mirror().finishedRequests().size(), size_t(1));
    QCOMPARE(played.daemons().at(1)->state(), MonitoredDaemon::State::Gone);
}

void tst_monitor_Recording::keepsTheFilePrivate()
{
    const QString file = written("public", "something else");
    QVERIFY(QFile::setPermissions(file, QFileDevice::Permissions(0x6644)));
    DaemonList list;
    Recorder recorder(list);
    QVERIFY(recorder.start(file));
    QVERIFY(!recorder.start(path("another")));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup;
    QCOMPARE(QFileInfo(file).permissions() & others, QFileDevice::Permissions());
    QVERIFY(recorder.stop());
    QVERIFY(!content(file).contains("something else"));
}

void tst_monitor_Recording::takesItsTime()
{
    QByteArray recording = RecordingEntry::header();
    RecordingEntry entry;
    entry.daemonId = QStringLiteral("late");
    entry.atMs = 400;
    recording += entry.toLine();
    const QString file = written("late", recording);
    DaemonList list;
    Replay replay(list);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(replay.start(file, 2));
    QTRY_VERIFY(replay.isFinished());
    QVERIFY(clock.elapsed() >= 199); // a busy machine makes it later, never earlier
}

void tst_monitor_Recording::cutOffRecording()
{
    DaemonList told;
    Recorder recorder(told);
    QVERIFY(recorder.start(path("cut")));
    act(told);
    QVERIFY(recorder.stop());
    const QByteArray whole = content(path("cut"));
    for (qsizetype length = RecordingEntry::header().size(); length < whole.size(); length += 97) {
        DaemonList played;
        Replay replay(played);
        QSignalSpy failedSpy(&replay, &Replay::failed);
        QVERIFY(replay.start(written("shorter", whole.left(length)), Replay::atOnce));
        QTRY_VERIFY(replay.isFinished());
        QCOMPARE(failedSpy.size(), 0);
    }
}

void tst_monitor_Recording::brokenRecordings_data()
{
    QTest::addColumn<QByteArray>("recording");
    QTest::addColumn<bool>("starts");
    const QByteArray header = RecordingEntry::header();
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("no header") << QByteArray("{}\n") << false;
    QTest::newRow("another format") << QByteArray("{\"format\":\"x\",\"version\":1}\n") << false;
    QTest::newRow("a later version") << QByteArray("{\"format\":\"daemon-rpc-recording\",\"version\":2}\n")
                                     << false;
    QTest::newRow("binary") << QByteArray(100000, '\xff') << false;
    QTest::newRow("no JSON") << header + "nonsense\n" << true;
    QTest::newRow("an array") << header + "[]\n" << true;
    QTest::newRow("no time") << header + "{\"daemon\":1,\"kind\":\"added\"}\n" << true;
    QTest::newRow("a negative time") << header + "{\"at_ms\":-5,\"daemon\":1,\"kind\":\"added\"}\n" << true;
    QTest::newRow("an unknown kind") << header + "{\"at_ms\":0,\"daemon\":1,\"kind\":\"sung\"}\n" << true;
    QTest::newRow("a broken event") << header + "{\"at_ms\":0,\"daemon\":1,\"kind\":\"event\",\"event\":7}\n"
                                    << true;
    QTest::newRow("a deep one") << header + QByteArray(200000, '[') + "\n" << true;
}

void tst_monitor_Recording::brokenRecordings()
{
    QFETCH(const QByteArray, recording);
    QFETCH(const bool, starts);
    DaemonList list;
    Replay replay(list);
    QSignalSpy failedSpy(&replay, &Replay::failed);
    QCOMPARE(replay.start(written("broken", recording), Replay::atOnce).has_value(), starts);
    if (!starts)
        return;
    QTRY_VERIFY(replay.isFinished());
    QCOMPARE(failedSpy.size(), 1);
    QVERIFY(errorIn(failedSpy).message().contains(QStringLiteral("2")));
}

// A file that says nothing but that there is one more.
void tst_monitor_Recording::endlessDaemons()
{
    QByteArray lines = RecordingEntry::header();
    for (qint64 number = 1; number <= 3 * static_cast<qint64>(Replay::maxDaemons); ++number) {
        RecordingEntry entry;
        entry.daemon = number;
        entry.kind = RecordingEntry::Kind::Added;
        entry.daemonId = QStringLiteral("one");
        lines += entry.toLine();
    }
    DaemonList played;
    Replay replay(played);
    QVERIFY(replay.start(written("endless", lines), Replay::atOnce));
    QTRY_VERIFY(replay.isFinished());
    QCOMPARE(played.daemons().size(), Replay::maxDaemons);
}

void tst_monitor_Recording::fullDisk()
{
    if (!QFileInfo::exists(QStringLiteral("/dev/full")))
        QSKIP("this system has no /dev/full");
    DaemonList list;
    Recorder recorder(list);
    // Its permissions cannot be changed by everybody, and root should not change them.
    const Result<void> started = recorder.start(QStringLiteral("/dev/full"));
    QVERIFY(!started);
    QVERIFY(!recorder.isRecording());
}

void tst_monitor_Recording::missingFile()
{
    DaemonList list;
    Replay replay(list);
    const Result<void> started = replay.start(path("none"));
    QVERIFY(!started);
    QVERIFY(started.error().message().contains(path("none")));
    Recorder recorder(list);
    QVERIFY(!recorder.start(path("no/folder")));
}

QTEST_GUILESS_MAIN(tst_monitor_Recording)
#include "tst_monitor_recording.moc"
