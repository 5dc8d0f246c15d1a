#include <daemonrpc/transport/outputbuffer_p.h>

#include <QTest>

using namespace DaemonRpc;

/// All that waits, in one piece.
static QByteArray contentOf(const OutputBuffer &buffer)
{
    QByteArray content;
    for (qsizetype i = 0; i < buffer.blockCount(); ++i)
        content += buffer.block(i).toByteArray();
    return content;
}

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
    void holdsNoMoreThanItHas();
};

void TestOutputBuffer::startsEmpty()
{
    OutputBuffer buffer;
    QVERIFY(buffer.isEmpty());
    QCOMPARE(buffer.size(), 0);
    QCOMPARE(contentOf(buffer), QByteArray());
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
    QCOMPARE(contentOf(buffer), QByteArray("head\0body", 9));
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
    for (const int step :
         {777, int(OutputBuffer::keptBytes), 9999, int(OutputBuffer::blockBytes) - 1,
          int(OutputBuffer::blockBytes), int(OutputBuffer::blockBytes) + 1, 150'000, 200'000})
        QTest::addRow("%d", step) << step;
}

void TestOutputBuffer::consumesInSteps()
{
    QFETCH(const int, step);
    QByteArray expected(200'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < expected.size(); ++i)
        expected[i] = static_cast<char>(i * 31 + (i >> 8));
    OutputBuffer buffer;
    buffer.append(expected);
    QByteArray seen;
    while (!buffer.isEmpty()) {
        const qsizetype count = qMin<qsizetype>(step, buffer.size());
        seen += contentOf(buffer).first(count);
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
    QCOMPARE(contentOf(buffer), chunk);
}

void TestOutputBuffer::keepsASmallBlock()
{
    OutputBuffer buffer;
    buffer.append("some bytes");
    const char *const block = buffer.block(0).data();
    for (int turn = 0; turn < 100; ++turn) {
        buffer.consume(buffer.size());
        buffer.append("some bytes");
    }
    QCOMPARE(static_cast<const void *>(buffer.block(0).data()), static_cast<const void *>(block));
}

void TestOutputBuffer::givesBackALargeBlock()
{
    OutputBuffer buffer;
    buffer.append(QByteArray(1'000'000, 'x'));
    QCOMPARE(buffer.blockCount(), 1'000'000 / OutputBuffer::blockBytes + 1);
    buffer.consume(buffer.size());
    QVERIFY(buffer.isEmpty());
    QCOMPARE(buffer.blockCount(), 0);
}

// However it came in and went out: never more blocks than the bytes need, and one that is begun at each end.
void TestOutputBuffer::holdsNoMoreThanItHas()
{
    OutputBuffer buffer;
    for (int turn = 0; turn < 5000; ++turn) {
        buffer.append(QByteArray(1 + turn * 37 % 3000, 'x'));
        if (turn % 3 == 2)
            buffer.consume(buffer.size() / 2 + 1);
        qsizetype sum = 0;
        for (qsizetype i = 0; i < buffer.blockCount(); ++i)
            sum += buffer.block(i).size();
        QCOMPARE(sum, buffer.size());
        QVERIFY(buffer.blockCount() <= buffer.size() / OutputBuffer::blockBytes + 2);
    }
}

QTEST_GUILESS_MAIN(TestOutputBuffer)
#include "tst_outputbuffer.moc"
