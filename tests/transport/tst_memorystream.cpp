// What is particular to a stream in memory; the rest is in tests/conformance.
#include "streamrecorder.h"

#include <daemonrpc/transport/memory/memorystream.h>

#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;

class TestMemoryStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToItsCapacity_data();
    void keepsToItsCapacity();
    void saysSentUntilNothingIsPending();
    void deliversWhatWasWrittenBeforeTheDestruction();
};

void TestMemoryStream::keepsToItsCapacity_data()
{
    QTest::addColumn<qsizetype>("capacity");
    QTest::newRow("one byte") << qsizetype(1);
    QTest::newRow("ten bytes") << qsizetype(10);
    QTest::newRow("default") << MemoryStream::defaultCapacity;
}

void TestMemoryStream::keepsToItsCapacity()
{
    QFETCH(const qsizetype, capacity);
    auto [first, second] = MemoryStream::makePair(capacity);
    StreamRecorder recorder(second.get());
    first->write(QByteArray(capacity, 'a'), "b");
    first->flush();
    QCOMPARE(first->bytesPending(), qint64(1));
    first->flush();
    QCoreApplication::processEvents();
    QCOMPARE(first->bytesPending(), qint64(1));
    second->setReading(true);
    QTRY_COMPARE(recorder.bytes, QByteArray(capacity, 'a') + 'b');
    QCOMPARE(first->bytesPending(), qint64(0));
}

// A writer may wait for any level below what is pending, down to nothing.
void TestMemoryStream::saysSentUntilNothingIsPending()
{
    auto [first, second] = MemoryStream::makePair(10);
    StreamRecorder writer(first.get());
    StreamRecorder reader(second.get());
    qint64 lastSeen = -1;
    writer.whenSent = [&, stream = first.get()] { lastSeen = stream->bytesPending(); };
    first->write(QByteArray(55, 'x'));
    second->setReading(true);
    QTRY_COMPARE(reader.byteCount, qint64(55));
    QTRY_COMPARE(lastSeen, qint64(0));
}

void TestMemoryStream::deliversWhatWasWrittenBeforeTheDestruction()
{
    auto [first, second] = MemoryStream::makePair();
    StreamRecorder recorder(second.get());
    first->write("last words");
    first.reset();
    second->setReading(true);
    QTRY_COMPARE(recorder.endedCount, 1);
    QCOMPARE(recorder.bytes, QByteArray("last words"));
}

QTEST_GUILESS_MAIN(TestMemoryStream)
#include "tst_memorystream.moc"
