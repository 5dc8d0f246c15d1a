#include "core/daemonrpc/admin/tailbuffer_p.h"

#include <QTest>

using namespace DaemonRpc;

class tst_TailBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhatItGets();
    void dropsTheOldest();
    void longerThanItself();
    void piecesAreBounded();
    void whateverComes_data();
    void whateverComes();
};

void tst_TailBuffer::givesWhatItGets()
{
    TailBuffer buffer(100);
    QVERIFY(buffer.isEmpty());
    QVERIFY(!buffer.take());
    buffer.add("");
    QVERIFY(buffer.isEmpty());
    buffer.add("one ");
    buffer.add(QByteArrayView("t\0\xff", 3));
    QVERIFY(!buffer.isEmpty());
    QCOMPARE(buffer.take(), (TailBuffer::Piece{0, QByteArray("one t\0\xff", 7)}));
    QVERIFY(buffer.isEmpty());
    QVERIFY(!buffer.take());
}

void tst_TailBuffer::dropsTheOldest()
{
    TailBuffer buffer(5);
    buffer.add("abc");
    buffer.add("defg");
    QCOMPARE(buffer.take(), (TailBuffer::Piece{2, "cdefg"}));
    buffer.add("hi");
    QCOMPARE(buffer.take(), (TailBuffer::Piece{0, "hi"})); // told once
}

void tst_TailBuffer::longerThanItself()
{
    TailBuffer buffer(3);
    buffer.add("ab");
    buffer.add("cdefgh");
    buffer.add("i");
    QCOMPARE(buffer.take(), (TailBuffer::Piece{6, "ghi"}));
    QVERIFY(buffer.isEmpty());
}

void tst_TailBuffer::piecesAreBounded()
{
    constexpr qsizetype size = 3 * TailBuffer::maxPieceBytes + 1;
    TailBuffer buffer(size);
    const QByteArray bytes(size, 'x');
    buffer.add(bytes);
    QByteArray taken;
    while (const std::optional<TailBuffer::Piece> piece = buffer.take()) {
        QVERIFY(piece->bytes.size() <= TailBuffer::maxPieceBytes);
        QCOMPARE(piece->omittedBytes, 0);
        taken += piece->bytes;
    }
    QCOMPARE(taken, bytes);
}

void tst_TailBuffer::whateverComes_data()
{
    QTest::addColumn<int>("maxBytes");
    QTest::addColumn<int>("largest");
    QTest::addColumn<int>("takesEvery");
    for (const int maxBytes : {1, 7, 4096, 200'000}) {
        for (const int largest : {1, 10, 70'000, 300'000}) {
            for (const int takesEvery : {1, 7, 1000})
                QTest::addRow("%d of up to %d, every %d", maxBytes, largest, takesEvery)
                    << maxBytes << largest << takesEvery;
        }
    }
}

// Each byte is where it belongs, or counted.
void tst_TailBuffer::whateverComes()
{
    QFETCH(const int, maxBytes);
    QFETCH(const int, largest);
    QFETCH(const int, takesEvery);
    QByteArray pattern(1 << 20, '\0');
    for (qsizetype i = 0; i < pattern.size(); ++i)
        pattern[i] = static_cast<char>((i * 31 + i / 251) % 256);
    TailBuffer buffer(maxBytes);
    quint32 chance = 1;
    qint64 position = 0; // of what comes next
    qint64 expected = 0; // of what is taken next
    const auto takeAll = [&] {
        while (const std::optional<TailBuffer::Piece> piece = buffer.take()) {
            expected += piece->omittedBytes;
            if (piece->bytes != pattern.mid(expected, piece->bytes.size()))
                return false;
            expected += piece->bytes.size();
        }
        return expected == position;
    };
    for (int round = 1; position < pattern.size() && round < 5000; ++round) {
        chance = chance * 1664525u + 1013904223u;
        const qint64 size =
            qMin<qint64>((chance >> 8) % static_cast<quint32>(largest) + 1, pattern.size() - position);
        buffer.add(QByteArrayView(pattern).sliced(position, size));
        position += size;
        if (round % takesEvery == 0)
            QVERIFY(takeAll());
    }
    QVERIFY(takeAll());
}

QTEST_APPLESS_MAIN(tst_TailBuffer)
#include "tst_tailbuffer.moc"
