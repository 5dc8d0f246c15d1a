#include <daemonrpc/handler/process/pipewriter_p.h>

#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

using namespace DaemonRpc;

class tst_PipeWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void writes();
    void waitsForRoom();
    void memoryIsBounded();
    void closesWhenWritten_data();
    void closesWhenWritten();
    void closesNow();
    void readerIsGone();
    void readerGoesMeanwhile();
    void leavesThePendingSignalsOfOthersAlone();

private:
    /// What the pipe holds now.
    QByteArray take(qsizetype maximum = 1 << 20)
    {
        QByteArray bytes(maximum, '\0');
        const ssize_t count = ::read(m_read.get(), bytes.data(), size_t(maximum));
        bytes.resize(qMax<ssize_t>(0, count));
        return bytes;
    }

    [[nodiscard]] bool hasEnded() const
    {
        pollfd poll{m_read.get(), POLLIN, 0};
        ::poll(&poll, 1, 0);
        return (poll.revents & POLLHUP) != 0;
    }

    FileDescriptor m_read;
    std::unique_ptr<PipeWriter> m_writer;
    qint64 m_written = 0;
};

// The library must not depend on a program that ignores SIGPIPE.
void tst_PipeWriter::initTestCase() { ::signal(SIGPIPE, SIG_DFL); }

void tst_PipeWriter::init()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    m_read.reset(ends[0]);
    m_writer = std::make_unique<PipeWriter>(FileDescriptor(ends[1]));
    m_written = 0;
    connect(m_writer.get(), &PipeWriter::written, m_writer.get(),
            [this](qint64 count) { m_written += count; });
}

void tst_PipeWriter::cleanup()
{
    m_writer.reset();
    m_read.reset();
}

void tst_PipeWriter::writes()
{
    m_writer->write("first ");
    m_writer->write({});
    m_writer->write("second");
    QCOMPARE(m_written, 12);
    QCOMPARE(take(), QByteArray("first second"));
    QVERIFY(!hasEnded());
}

void tst_PipeWriter::waitsForRoom()
{
    QByteArray bytes;
    for (int i = 0; i < 300'000; ++i)
        bytes.append(static_cast<char>(i * 7 + i / 256));
    m_writer->write(bytes);
    QVERIFY(m_written > 0);
    QVERIFY(m_written < bytes.size());
    QByteArray read;
    while (read.size() < bytes.size()) {
        const QByteArray piece = take();
        if (piece.isEmpty())
            QTRY_VERIFY(m_written > read.size()); // the notifier goes on
        read += piece;
    }
    QVERIFY(read == bytes);
    QTRY_COMPARE(m_written, bytes.size());
}

// A child that never quite keeps up must not make the buffer grow by all that it has read.
void tst_PipeWriter::memoryIsBounded()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer has its own heap");
#endif
    constexpr qint64 window = 256 * 1024;
    constexpr qint64 total = 64 * 1024 * 1024;
    const QByteArray piece(32 * 1024, 'p');
    qint64 given = 0;
    const auto held = [] {
        const struct mallinfo2 info = ::mallinfo2();
        return info.uordblks + info.hblkhd;
    };
    QByteArray sink(16 * 1024, '\0');
    const size_t before = held();
    size_t most = before;
    while (m_written < total) {
        while (given - m_written < window) { // always more than the pipe holds
            m_writer->write(piece);
            given += piece.size();
        }
        QVERIFY(::read(m_read.get(), sink.data(), size_t(sink.size())) > 0);
        QCoreApplication::processEvents();
        most = qMax(most, held());
    }
    QVERIFY2(most - before < 4 * window, qPrintable(QStringLiteral("%1 bytes").arg(most - before)));
}

void tst_PipeWriter::closesWhenWritten_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("nothing waits") << qsizetype(0);
    QTest::newRow("something waits") << qsizetype(200'000);
}

void tst_PipeWriter::closesWhenWritten()
{
    QFETCH(const qsizetype, size);
    m_writer->write(QByteArray(size, 'x'));
    m_writer->closeWhenWritten();
    QByteArray read;
    QTRY_VERIFY((read += take(), hasEnded() && read.size() == size));
    QCOMPARE(m_written, size);
}

void tst_PipeWriter::closesNow()
{
    m_writer->write(QByteArray(200'000, 'x'));
    const qint64 written = m_written;
    m_writer->close();
    QCOMPARE(take().size(), written);
    QVERIFY(hasEnded());
    m_writer->close();
    m_writer->closeWhenWritten();
}

void tst_PipeWriter::readerIsGone()
{
    m_read.reset();
    m_writer->write("nobody");
    QCOMPARE(m_written, 6); // dropped, and counted: the input goes on being taken
    m_writer->write("listens");
    QCOMPARE(m_written, 13);
    m_writer->closeWhenWritten();
}

void tst_PipeWriter::readerGoesMeanwhile()
{
    const QByteArray bytes(200'000, 'x');
    m_writer->write(bytes);
    QVERIFY(m_written < bytes.size());
    m_read.reset();
    QTRY_COMPARE(m_written, bytes.size());
}

void tst_PipeWriter::leavesThePendingSignalsOfOthersAlone()
{
    sigset_t broken;
    ::sigemptyset(&broken);
    ::sigaddset(&broken, SIGPIPE);
    sigset_t before;
    QCOMPARE(::pthread_sigmask(SIG_BLOCK, &broken, &before), 0);
    ::raise(SIGPIPE);
    m_read.reset();
    m_writer->write("nobody");
    sigset_t pending;
    ::sigpending(&pending);
    QVERIFY(::sigismember(&pending, SIGPIPE));
    const timespec now{};
    QCOMPARE(::sigtimedwait(&broken, nullptr, &now), SIGPIPE);
    QCOMPARE(::pthread_sigmask(SIG_SETMASK, &before, nullptr), 0);
}

QTEST_GUILESS_MAIN(tst_PipeWriter)
#include "tst_pipewriter.moc"
