#include "tests/shared/processprobe.h"

#include <daemonrpc/handler/process/childprocess.h>

#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace DaemonRpc;

class tst_ChildProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void cleanup() { m_child.reset(); }

    void holdsOutputUntilItIsRead();
    void talks();
    void knowsOfAnEndBeforeTheLoop();
    void endIsToldOnce_data();
    void endIsToldOnce();
    void smallChunks();
    void largeChunks();
    void destroyedWhileRunning();
    void neverStarted();

private:
    void start(const QByteArray &script, bool hasInput = false, qint64 chunkBytes = 64 * 1024);

    std::unique_ptr<ChildProcess> m_child;
    std::unique_ptr<QSignalSpy> m_finished;
    QByteArray m_output;
    QByteArray m_errorOutput;
    qsizetype m_largest = 0;
};

void tst_ChildProcess::init()
{
    m_output.clear();
    m_errorOutput.clear();
    m_largest = 0;
}

void tst_ChildProcess::start(const QByteArray &script, bool hasInput, qint64 chunkBytes)
{
    ProcessSpec spec;
    spec.program = "/bin/sh";
    spec.arguments = {"-c", script};
    spec.environment = {"PATH=/usr/bin:/bin"};
    spec.hasInput = hasInput;
    m_child = std::make_unique<ChildProcess>(spec, chunkBytes);
    m_finished = std::make_unique<QSignalSpy>(m_child.get(), &ChildProcess::finished);
    connect(m_child.get(), &ChildProcess::outputReceived, this, [this](QByteArrayView bytes) {
        m_output += bytes.toByteArray();
        m_largest = qMax(m_largest, bytes.size());
    });
    connect(m_child.get(), &ChildProcess::errorOutputReceived, this,
            [this](QByteArrayView bytes) { m_errorOutput += bytes.toByteArray(); });
    QVERIFY(m_child->start());
    QVERIFY(m_child->pid() > 0);
}

void tst_ChildProcess::holdsOutputUntilItIsRead()
{
    start("echo out; echo err >&2; exit 6");
    QTRY_VERIFY(m_child->end().has_value());
    QCOMPARE(m_child->end()->exitCode, 6);
    QCOMPARE(m_output + m_errorOutput, QByteArray());
    QVERIFY(!m_child->isFinished());
    m_child->setReading(true);
    QTRY_VERIFY(m_child->isFinished());
    QCOMPARE(m_output, QByteArray("out\n"));
    QCOMPARE(m_errorOutput, QByteArray("err\n"));
    QCOMPARE(m_finished->count(), 1);
}

void tst_ChildProcess::talks()
{
    start("read -r line; echo \"got $line\"; cat", true);
    m_child->setReading(true);
    qint64 taken = 0;
    connect(m_child.get(), &ChildProcess::inputTaken, m_child.get(), [&](qint64 count) { taken += count; });
    m_child->writeInput("one\n");
    QTRY_COMPARE(m_output, QByteArray("got one\n"));
    m_child->writeInput("two\n");
    m_child->endInput();
    QTRY_VERIFY(m_child->isFinished());
    QCOMPARE(m_output, QByteArray("got one\ntwo\n"));
    QCOMPARE(taken, 8);
}

void tst_ChildProcess::knowsOfAnEndBeforeTheLoop()
{
    start("exec sleep 1000");
    QVERIFY(!m_child->isDead());
    m_child->signal(SIGKILL);
    QDeadlineTimer deadline(10'000);
    while (!m_child->isDead() && !deadline.hasExpired()) {} // no event is processed here
    QVERIFY(m_child->isDead());
    QVERIFY(!m_child->end());
    m_child->setReading(true);
    QTRY_VERIFY(m_child->isFinished());
    QCOMPARE(m_child->end()->signal, SIGKILL);
    QVERIFY(m_child->isDead());
}

void tst_ChildProcess::endIsToldOnce_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<bool>("isExecutable");
    QTest::newRow("runs") << QByteArray("/bin/true") << true;
    QTest::newRow("missing") << QByteArray("/no/such/program") << false;
}

void tst_ChildProcess::endIsToldOnce()
{
    QFETCH(const QByteArray, program);
    QFETCH(const bool, isExecutable);
    ProcessSpec spec;
    spec.program = program;
    ChildProcess child(spec);
    QSignalSpy exited(&child, &ChildProcess::exited);
    QSignalSpy finished(&child, &ChildProcess::finished);
    connect(&child, &ChildProcess::exited, &finished, [&] { QCOMPARE(finished.count(), 0); }); // comes first
    QVERIFY(child.start());
    child.setReading(true);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(exited.count(), 1);
    QCOMPARE(!child.end()->error.has_value(), isExecutable);
    if (!isExecutable)
        QCOMPARE(child.end()->error->code(), ErrorCode::ProgramNotFound);
}

void tst_ChildProcess::smallChunks()
{
    start("head -c 5000 /dev/zero", false, 1000);
    m_child->setReading(true);
    QTRY_VERIFY(m_child->isFinished());
    QCOMPARE(m_output.size(), 5000);
    QVERIFY(m_largest <= 1000);
}

// The pipe grows with the chunks, as far as the system allows an ordinary user (pipe-max-size, 1 MiB).
void tst_ChildProcess::largeChunks()
{
    start("head -c 500000 /dev/zero; kill -STOP $$", false, 512 * 1024);
    QTRY_VERIFY(!m_child->isDead());
    QFile state(QStringLiteral("/proc/%1/stat").arg(m_child->pid()));
    QTRY_VERIFY(state.open(QIODevice::ReadOnly) && [&state] {
        const bool isStopped = state.readAll().contains(") T ");
        state.close();
        return isStopped;
    }());
    m_child->setReading(true);
    QTRY_COMPARE(m_output.size(), 500000);
    QVERIFY(m_largest > 64 * 1024);
}

void tst_ChildProcess::destroyedWhileRunning()
{
    start("trap '' TERM INT; sleep 1000 & echo $$ $!; wait");
    m_child->setReading(true);
    QTRY_VERIFY(m_output.endsWith('\n'));
    const QByteArrayList pids = m_output.trimmed().split(' ');
    m_child.reset();
    QTRY_VERIFY(!isAlive(pids[0].toLongLong()));
    QTRY_VERIFY(!isAlive(pids[1].toLongLong()));
}

void tst_ChildProcess::neverStarted()
{
    ChildProcess child((ProcessSpec()));
    QVERIFY(child.isDead());
    QCOMPARE(child.pid(), 0);
    child.signal(SIGTERM); // nobody gets it
    child.setReading(true);
    child.writeInput("x");
    child.endInput();
    QVERIFY(!child.end());
}

QTEST_GUILESS_MAIN(tst_ChildProcess)

#include "tst_childprocess.moc"
