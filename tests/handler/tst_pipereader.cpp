#include <daemonrpc/handler/process/pipereader_p.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace DaemonRpc;

class tst_PipeReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsUntilTheEnd();
    void largeSteps();
    void pauses();
    void readsWhatIsThere();
    void finishesWithWhatIsThere();
    void finishesAtOnceWhenEmpty();
    void finishesWhilePaused();
    void finishesOnce();
    void deletedInItsSlot();

private:
    void write(const QByteArray &bytes)
    {
        QCOMPARE(::write(m_write.get(), bytes.constData(), size_t(bytes.size())), ssize_t(bytes.size()));
    }

    FileDescriptor m_write;
    std::unique_ptr<PipeReader> m_reader;
    std::unique_ptr<QSignalSpy> m_finished;
    QByteArray m_received;
    int m_pieces = 0;
};

void tst_PipeReader::init()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    m_write.reset(ends[1]);
    m_reader = std::make_unique<PipeReader>(FileDescriptor(ends[0]));
    m_finished = std::make_unique<QSignalSpy>(m_reader.get(), &PipeReader::finished);
    m_received.clear();
    m_pieces = 0;
    connect(m_reader.get(), &PipeReader::received, m_reader.get(), [this](QByteArrayView bytes) {
        m_received += bytes.toByteArray();
        ++m_pieces;
    });
}

void tst_PipeReader::cleanup()
{
    m_reader.reset();
    m_write.reset();
}

void tst_PipeReader::readsUntilTheEnd()
{
    write("first");
    QTRY_COMPARE(m_received, QByteArray("first"));
    write(QByteArray("\0\xff second", 9));
    m_write.reset();
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(m_received, QByteArray("first") + QByteArray("\0\xff second", 9));
    QVERIFY(m_reader->isFinished());
}

void tst_PipeReader::largeSteps()
{
    const QByteArray bytes(64 * 1024, 'x');
    write(bytes);
    QTRY_COMPARE(m_received.size(), bytes.size());
    QCOMPARE(m_pieces, 1);
}

void tst_PipeReader::pauses()
{
    m_reader->setEnabled(false);
    write("waits");
    m_write.reset();
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(m_received, QByteArray());
    QCOMPARE(m_finished->size(), 0);
    m_reader->setEnabled(true);
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(m_received, QByteArray("waits"));
}

// The writer has ended; that others still hold the pipe, and even write to it, does not count.
void tst_PipeReader::readsWhatIsThere()
{
    m_reader->setEnabled(false);
    write("ab");
    write("c");
    m_reader->readWhatIsThere();
    QCOMPARE(m_received, QByteArray("abc")); // no event loop, and paused
    m_reader->readWhatIsThere();
    QCOMPARE(m_received, QByteArray("abc"));
    QCoreApplication::processEvents();
    write("d");
    QCoreApplication::processEvents();
    QCOMPARE(m_received, QByteArray("abc")); // still paused
    m_reader->setEnabled(true);
    QTRY_COMPARE(m_received, QByteArray("abcd"));
}

void tst_PipeReader::finishesWithWhatIsThere()
{
    write("the last words");
    m_reader->finishWithWhatIsThere();
    QVERIFY(!m_reader->isFinished());
    write("of somebody else");
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(m_received, QByteArray("the last words"));
    write("even later");
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(m_received, QByteArray("the last words"));
}

void tst_PipeReader::finishesAtOnceWhenEmpty()
{
    m_reader->finishWithWhatIsThere();
    QCOMPARE(m_finished->size(), 1);
    QVERIFY(m_reader->isFinished());
}

void tst_PipeReader::finishesWhilePaused()
{
    m_reader->setEnabled(false);
    write("for a slow client");
    m_reader->finishWithWhatIsThere();
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(m_finished->size(), 0);
    m_reader->setEnabled(true);
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(m_received, QByteArray("for a slow client"));
}

void tst_PipeReader::finishesOnce()
{
    m_write.reset();
    QTRY_COMPARE(m_finished->size(), 1);
    m_reader->finishWithWhatIsThere();
    m_reader->setEnabled(false);
    m_reader->setEnabled(true);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(m_finished->size(), 1);
}

void tst_PipeReader::deletedInItsSlot()
{
    PipeReader *reader = m_reader.release();
    const QPointer<PipeReader> guard(reader);
    connect(reader, &PipeReader::received, reader, &QObject::deleteLater);
    write("x");
    m_write.reset();
    QTRY_VERIFY(!guard);
}

QTEST_GUILESS_MAIN(tst_PipeReader)
#include "tst_pipereader.moc"
