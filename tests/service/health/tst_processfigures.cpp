#include <daemonrpc/service/health/processfigures.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_ProcessFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memory();
    void memoryOfNobody();
    void descriptors();
    void descriptorLimit();
    void processorTime();
};

void tst_ProcessFigures::memory()
{
    const std::optional<qint64> before = ProcessFigures::privateBytes();
    QVERIFY(before);
    const QByteArray block(32 * 1024 * 1024, 'x');
    QCOMPARE(block.back(), 'x');
    const std::optional<qint64> after = ProcessFigures::privateBytes();
    QVERIFY(after);
    QVERIFY2(*after - *before >= block.size() / 2,
             qPrintable(u"%1 before, %2 after"_s.arg(*before).arg(*after)));
    QVERIFY(ProcessFigures::residentBytes().value_or(0) >= block.size());
}

void tst_ProcessFigures::memoryOfNobody()
{
    const QTemporaryDir directory;
    const QString nothing = directory.filePath(u"nothing"_s);
    QVERIFY(!ProcessFigures::privateBytes(nothing, nothing));
    QVERIFY(!ProcessFigures::residentBytes(nothing));
    QVERIFY(!ProcessFigures::openDescriptors(nothing));
}

void tst_ProcessFigures::descriptors()
{
    const std::optional<qint64> before = ProcessFigures::openDescriptors();
    QVERIFY(before);
    QFile one(u"/dev/null"_s);
    QFile two(u"/dev/null"_s);
    QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
    QCOMPARE(*ProcessFigures::openDescriptors(), *before + 2);
}

void tst_ProcessFigures::descriptorLimit()
{
    rlimit limit = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    const quint64 expected = limit.rlim_cur == RLIM_INFINITY ? 0 : limit.rlim_cur;
    QCOMPARE(ProcessFigures::descriptorLimit(), expected);
}

void tst_ProcessFigures::processorTime()
{
    const std::chrono::microseconds before = ProcessFigures::processorTime();
    QVERIFY(before.count() > 0);
    QTRY_VERIFY(ProcessFigures::processorTime() > before);
}

QTEST_GUILESS_MAIN(tst_ProcessFigures)
#include "tst_processfigures.moc"
