#include "tests/instance/inchild.h"

#include <daemonrpc/service/process/processlimits.h>

#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

static QByteArray softOf(__rlimit_resource resource)
{
    rlimit limit = {};
    ::getrlimit(resource, &limit);
    return limit.rlim_cur == RLIM_INFINITY ? QByteArray("unlimited")
                                           : QByteArray::number(quint64(limit.rlim_cur));
}

static void setSoft(__rlimit_resource resource, rlim_t soft)
{
    rlimit limit = {};
    ::getrlimit(resource, &limit);
    limit.rlim_cur = soft;
    ::setrlimit(resource, &limit);
}

class tst_ProcessLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsEach();
    void givesBack();
    void hardLimitIsNamed();
    void rootRaisesTheHardLimit();
    void knowsTheOriginal();
    void countsDescriptors();
};

void tst_ProcessLimits::setsEach()
{
    const QByteArray seen = inChild([]() -> QByteArray {
        ProcessLimits limits;
        ServiceConfiguration::ResourceLimits wanted;
        wanted.coreBytes = 0;
        wanted.openFiles = 200;
        wanted.memoryMb = 65536;
        const QStringList shortfalls = limits.apply(wanted);
        return softOf(RLIMIT_CORE) + ' ' + softOf(RLIMIT_NOFILE) + ' ' + softOf(RLIMIT_AS) + ' ' +
               shortfalls.join(u'/').toUtf8();
    });
    QCOMPARE(seen, QByteArray("0 200 68719476736 "));
}

void tst_ProcessLimits::givesBack()
{
    const QByteArray seen = inChild([]() -> QByteArray {
        setSoft(RLIMIT_NOFILE, 100);
        ProcessLimits limits;
        ServiceConfiguration::ResourceLimits wanted;
        wanted.openFiles = 200;
        wanted.memoryMb = 65536;
        limits.apply(wanted);
        const QByteArray raised = softOf(RLIMIT_NOFILE);
        limits.apply({}); // reloaded without
        return raised + ' ' + softOf(RLIMIT_NOFILE) + ' ' + softOf(RLIMIT_AS);
    });
    QCOMPARE(seen, "200 100 " + softOf(RLIMIT_AS));
}

void tst_ProcessLimits::hardLimitIsNamed()
{
    const QByteArray seen = inUnprivilegedChild([]() -> QByteArray {
        const rlimit low = {50, 150};
        ::setrlimit(RLIMIT_NOFILE, &low);
        ProcessLimits limits;
        ServiceConfiguration::ResourceLimits wanted;
        wanted.openFiles = 200;
        const QStringList shortfalls = limits.apply(wanted);
        return softOf(RLIMIT_NOFILE) + ' ' + shortfalls.join(u'/').toUtf8();
    });
    QVERIFY2(
        seen.startsWith("150 limits.open_files: 200 cannot be had, it is 150 now: the hard limit is 150"),
        seen);
}

void tst_ProcessLimits::rootRaisesTheHardLimit()
{
    if (::geteuid() != 0)
        QSKIP("needs root, to raise a hard limit");
    const QByteArray seen = inChild([]() -> QByteArray {
        const rlimit low = {50, 150};
        ::setrlimit(RLIMIT_NOFILE, &low);
        ProcessLimits limits;
        ServiceConfiguration::ResourceLimits wanted;
        wanted.openFiles = 200;
        const QStringList shortfalls = limits.apply(wanted);
        return softOf(RLIMIT_NOFILE) + ' ' + shortfalls.join(u'/').toUtf8();
    });
    // A container may withhold CAP_SYS_RESOURCE; then it is told, as above.
    QVERIFY2(seen == "200 " || seen.contains("the hard limit is 150"), seen);
}

void tst_ProcessLimits::knowsTheOriginal()
{
    const QByteArray seen = inChild([]() -> QByteArray {
        setSoft(RLIMIT_NOFILE, 100);
        ProcessLimits limits;
        ServiceConfiguration::ResourceLimits wanted;
        wanted.openFiles = 200;
        limits.apply(wanted);
        QByteArray text;
        for (const ProcessLimits::Limit &limit : limits.original()) {
            if (limit.resource == RLIMIT_NOFILE)
                text += QByteArray::number(quint64(limit.value.rlim_cur));
        }
        return text;
    });
    QCOMPARE(seen, QByteArray("100"));
}

void tst_ProcessLimits::countsDescriptors()
{
    const int before = ProcessLimits::openDescriptors();
    const int fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    QCOMPARE(ProcessLimits::openDescriptors(), before + 1);
    ::close(fd);
    QCOMPARE(ProcessLimits::openDescriptors(), before);
}

QTEST_GUILESS_MAIN(tst_ProcessLimits)

#include "tst_processlimits.moc"
