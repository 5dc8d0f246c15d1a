#include <daemonrpc/transport/outputbuffer_p.h>

#include <QTest>

using namespace DaemonRpc;

class TestOutputBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty();
    void givesBackWhatWasAppended();
    void ignoresNothing();
    void consumesInSteps_data();
    void consumesInSteps();
    void appendsWhileHalfConsumed();
    void keepsASmallBlock();
    void givesBackALargeBlock();
};

void TestOutputBuffer::startsEmpty()
{
    OutputBuffer buffer;
    QVERIFY(buffer.isEmpty());
    QCOMPARE(buffer.size(), 0);
    QVERIFY(buffer.view().isEmpty());
    buffer.consume(0);
    buffer.clear();
    QVERIFY(buffer.isEmpty());
}

void TestOutputBuffer::givesBackWhatWasAppended()
{
    OutputBuffer buffer;
    buffer.append("head");
    buffer.append(QByteArrayView("\0body", 5));
    QCOMPARE(buffer.size(), 9);
    QCOMPARE(buffer.view().toByteArray(), QByteArray("head\0body", 9));
}

void TestOutputBuffer::ignoresNothing()
{
    OutputBuffer buffer;
    buffer.append({});
    QVERIFY(buffer.isEmpty());
    buffer.append("x");
    buffer.append({});
    QCOMPARE(buffer.size(), 1);
}

void TestOutputBuffer::consumesInSteps_data()
{
    QTest::addColumn<int>("step");
    for (const int step : {1, 7, 1000, int(OutputBuffer::keptBytes), 5000, 9999, 10'000})
        QTest::addRow("%d", step) << step;
}

void TestOutputBuffer::consumesInSteps()
{
    QFETCH(const int, step);
    QByteArray expected(10'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < expected.size(); ++i)
        expected[i] = static_cast<char>(i * 31 + (i >> 8));
    OutputBuffer buffer;
    buffer.append(expected);
    QByteArray seen;
    while (!buffer.isEmpty()) {
        const qsizetype count = qMin<qsizetype>(step, buffer.size());
        seen += buffer.view().first(count).toByteArray();
        buffer.consume(count);
        QCOMPARE(buffer.size(), expected.size() - seen.size());
    }
    QCOMPARE(seen, expected);
}

// What a slow reader does: the buffer is never empty for a long time.
void TestOutputBuffer::appendsWhileHalfConsumed()
{
    OutputBuffer buffer;
    const QByteArray chunk(3000, 'x');
    buffer.append(QByteArray(3000, 'a'));
    for (int turn = 0; turn < 1000; ++turn) {
        buffer.append(chunk);
        buffer.consume(chunk.size());
        QCOMPARE(buffer.size(), 3000);
    }
    QCOMPARE(buffer.view().toByteArray(), chunk);
}

void TestOutputBuffer::keepsASmallBlock()
{
    OutputBuffer buffer;
    buffer.append("some bytes");
    const char *const block = buffer.view().data();
    for (int turn = 0; turn < 100; ++turn) {
        buffer.consume(buffer.size());
        buffer.append("some bytes");
    }
    QCOMPARE(static_cast<const void *>(buffer.view().data()), static_cast<const void *>(block));
}

void TestOutputBuffer::givesBackALargeBlock()
{
    OutputBuffer buffer;
    buffer.append(QByteArray(1'000'000, 'x'));
    buffer.consume(buffer.size());
    QVERIFY(buffer.isEmpty());
    QVERIFY2(!buffer.view().data(), "the large block is still held");
}

QTEST_GUILESS_MAIN(TestOutputBuffer)
#include "tst_outputbuffer.moc"
