#include "tests/shared/processprobe.h"

#include <daemonrpc/service/command/warmpool_p.h>

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_WarmPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheOldest();
    void skipsTheDead();
    void deadOnesAreTold();
    void deadOnesLeaveNothing();
    void cannotStart();
    void closes();
    void closesWhenDestroyed();
    void takesBackWorkers();
    void replacesLostWorkers();
    void discardsTalkingWorkers();

private:
    static CommandDefinition definition(const QByteArray &script, int warm)
    {
        CommandDefinition definition;
        definition.name = "x";
        definition.program = "/bin/sh";
        definition.arguments = {"-c", script};
        definition.warm = warm;
        return definition;
    }

    static CommandDefinition worker(const QByteArray &script, int warm = 1)
    {
        CommandDefinition worker = definition(script, warm);
        worker.worker = CommandDefinition::Worker::Json;
        return worker;
    }

    static void expectWarning(const char *pattern)
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QString::fromLatin1(pattern)));
    }
};

void tst_WarmPool::givesTheOldest()
{
    WarmPool pool(definition("exec cat", 2), 65536);
    QVERIFY(!pool.take());
    QTRY_COMPARE(pool.statistics().ready, 2);
    const std::unique_ptr<ChildProcess> first = pool.take();
    const std::unique_ptr<ChildProcess> second = pool.take();
    QVERIFY(first && second);
    QVERIFY(first->age() >= second->age());
    QVERIFY(!pool.take());
    QCOMPARE(pool.statistics().hits, 2u);
    QCOMPARE(pool.statistics().starting, 2);
    QTRY_COMPARE(pool.statistics().ready, 2);
    QCOMPARE(pool.statistics().inUse, 0);
}

void tst_WarmPool::skipsTheDead()
{
    WarmPool pool(definition("exec cat", 1), 65536);
    QTRY_COMPARE(pool.statistics().ready, 1);
    const std::unique_ptr<ChildProcess> first = pool.take();
    QTRY_COMPARE(pool.statistics().ready, 1);
    // Not noticed by the loop yet.
    std::unique_ptr<ChildProcess> taken = pool.take();
    QVERIFY(taken);
    QTRY_COMPARE(pool.statistics().ready, 1);
    taken->signal(SIGKILL);
    QTRY_VERIFY(taken->isDead());
    QCOMPARE(pool.statistics().died, 0u); // it was not the pool's any more
}

void tst_WarmPool::deadOnesAreTold()
{
    expectWarning("a copy of x ended before its call: exit code 4 oops .*in 100 ms");
    expectWarning("a copy of x ended before its call: exit code 4 oops .*in 200 ms");
    WarmPool pool(definition("echo oops >&2; exit 4", 1), 65536);
    QTRY_COMPARE(pool.statistics().died, 2u);
    QTRY_COMPARE(pool.statistics().starting, 1);
    QCOMPARE(pool.statistics().ready, 0);
    pool.close();
    QTRY_VERIFY(pool.findChildren<ChildProcess *>().isEmpty());
}

void tst_WarmPool::deadOnesLeaveNothing()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("pid"));
    expectWarning("a copy of x ended before its call: exit code 0");
    WarmPool pool(definition("sleep 1000 & echo $! >" + QFile::encodeName(path), 1), 65536);
    QTRY_COMPARE(pool.statistics().died, 1u);
    pool.close();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const qint64 pid = file.readAll().trimmed().toLongLong();
    QVERIFY(pid > 0);
    QTRY_VERIFY(!isAlive(pid));
    QTRY_VERIFY(pool.findChildren<ChildProcess *>().isEmpty());
}

void tst_WarmPool::cannotStart()
{
    CommandDefinition given = definition({}, 1);
    given.program = "/no/such/program";
    expectWarning("a copy of x ended before its call: cannot execute /no/such/program");
    WarmPool pool(given, 65536);
    QTRY_COMPARE(pool.statistics().died, 1u);
    QTRY_VERIFY(pool.findChildren<ChildProcess *>().isEmpty());
    pool.close();
}

void tst_WarmPool::closes()
{
    WarmPool pool(definition("exec cat", 2), 65536);
    QTRY_COMPARE(pool.statistics().ready, 2);
    const std::unique_ptr<ChildProcess> taken = pool.take();
    pool.close();
    QCOMPARE(pool.statistics().ready, 0);
    QCOMPARE(pool.statistics().starting, 0);
    QVERIFY(!pool.take());
    pool.callEnded();
    QVERIFY(!taken->isDead()); // the call goes on
}

void tst_WarmPool::closesWhenDestroyed()
{
    qint64 pid = 0;
    {
        WarmPool pool(worker("exec cat"), 65536);
        QTRY_COMPARE(pool.statistics().ready, 1);
        std::unique_ptr<ChildProcess> taken = pool.take();
        pid = taken->pid();
        pool.giveBack(std::move(taken));
        QCOMPARE(pool.statistics().ready, 1);
    }
    QTRY_VERIFY(!isAlive(pid));
}

void tst_WarmPool::takesBackWorkers()
{
    WarmPool pool(worker("exec cat"), 65536);
    QTRY_COMPARE(pool.statistics().ready, 1);
    std::unique_ptr<ChildProcess> taken = pool.take();
    const qint64 pid = taken->pid();
    QCOMPARE(pool.statistics().inUse, 1);
    QCOMPARE(pool.statistics().starting, 0); // it will come back
    pool.giveBack(std::move(taken));
    QCOMPARE(pool.statistics().ready, 1);
    QCOMPARE(pool.statistics().inUse, 0);
    taken = pool.take();
    QCOMPARE(taken->pid(), pid);
    pool.giveBack(std::move(taken));
}

void tst_WarmPool::replacesLostWorkers()
{
    WarmPool pool(worker("exec cat"), 65536);
    QTRY_COMPARE(pool.statistics().ready, 1);
    std::unique_ptr<ChildProcess> taken = pool.take();
    const qint64 pid = taken->pid();
    taken.reset();
    pool.giveBack(nullptr);
    QTRY_COMPARE(pool.statistics().ready, 1);
    QTRY_VERIFY(!isAlive(pid));
    // One that died in the hands of its call is no gain either.
    taken = pool.take();
    taken->signal(SIGKILL);
    QTRY_VERIFY(taken->isDead());
    pool.giveBack(std::move(taken));
    QCOMPARE(pool.statistics().ready, 0);
    QTRY_COMPARE(pool.statistics().ready, 1);
}

void tst_WarmPool::discardsTalkingWorkers()
{
    expectWarning("a copy of x is replaced: it wrote to its output without a request");
    WarmPool pool(worker("echo unasked; exec cat"), 65536);
    QTRY_COMPARE(pool.statistics().replaced, 1u);
    pool.close();
}

QTEST_GUILESS_MAIN(tst_WarmPool)

#include "tst_warmpool.moc"
