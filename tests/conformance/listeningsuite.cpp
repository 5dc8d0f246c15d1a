#include "listeningsuite.h"

#include "streamrecorder.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <vector>

namespace DaemonRpc::Testing {

void ListeningSuite::initTestCase()
{
    if (!m_fixture.hasListener())
        QSKIP("this transport has no listener");
}

void ListeningSuite::init()
{
    m_listener = m_fixture.listen();
    QVERIFY(m_listener);
}

void ListeningSuite::cleanup() { m_listener.reset(); }

void ListeningSuite::announcesEachPeer()
{
    std::vector<std::unique_ptr<Stream>> accepted;
    std::vector<std::unique_ptr<Stream>> dialled;
    connect(m_listener.get(), &Listener::streamAvailable, this, [this, &accepted] {
        while (std::unique_ptr<Stream> stream = m_listener->nextStream())
            accepted.push_back(std::move(stream));
    });
    QVERIFY(!m_listener->nextStream());
    for (size_t i = 1; i <= 20; ++i) {
        dialled.push_back(m_fixture.dial());
        QVERIFY(dialled.back());
        if (i % 5 == 0)
            QTRY_COMPARE(accepted.size(), i);
    }
    m_listener->disconnect(this);
}

void ListeningSuite::connectsTheRightEnds()
{
    const std::unique_ptr<Stream> first = m_fixture.dial();
    const std::unique_ptr<Stream> acceptedFirst = acceptFrom(*m_listener);
    const std::unique_ptr<Stream> second = m_fixture.dial();
    const std::unique_ptr<Stream> acceptedSecond = acceptFrom(*m_listener);
    QVERIFY(first && second && acceptedFirst && acceptedSecond);
    StreamRecorder firstSays(acceptedFirst.get());
    StreamRecorder secondSays(acceptedSecond.get());
    acceptedFirst->setReading(true);
    acceptedSecond->setReading(true);
    second->write("second");
    first->write("first");
    QTRY_COMPARE(firstSays.bytes, QByteArray("first"));
    QTRY_COMPARE(secondSays.bytes, QByteArray("second"));
}

void ListeningSuite::peerThatLeftAgainIsHandedOut()
{
    QSignalSpy available(m_listener.get(), &Listener::streamAvailable);
    std::unique_ptr<Stream> dialled = m_fixture.dial();
    QVERIFY(dialled);
    dialled->write("bye");
    dialled->flush();
    dialled.reset();
    QTRY_VERIFY(available.count() > 0);
    const std::unique_ptr<Stream> stream = acceptFrom(*m_listener);
    QVERIFY(stream);
    StreamRecorder recorder(stream.get());
    stream->setReading(true);
    QTRY_COMPARE(recorder.endCount(), 1);
    QCOMPARE(recorder.bytes, QByteArray("bye"));
}

void ListeningSuite::stopStillHandsOutThoseThatWait()
{
    QSignalSpy available(m_listener.get(), &Listener::streamAvailable);
    const std::unique_ptr<Stream> dialled = m_fixture.dial();
    QVERIFY(dialled);
    QTRY_VERIFY(available.count() > 0);
    m_listener->stopAccepting();
    const std::unique_ptr<Stream> stream = m_listener->nextStream();
    QVERIFY(stream);
    QVERIFY(!m_listener->nextStream());
    StreamRecorder recorder(stream.get());
    stream->setReading(true);
    dialled->write("served");
    QTRY_COMPARE(recorder.bytes, QByteArray("served"));
}

void ListeningSuite::stopRefusesNewPeers()
{
    QSignalSpy available(m_listener.get(), &Listener::streamAvailable);
    m_listener->stopAccepting();
    m_listener->stopAccepting();
    QVERIFY(!m_fixture.dial());
    QCoreApplication::processEvents();
    QVERIFY(!m_listener->nextStream());
    QCOMPARE(available.count(), 0);
}

void ListeningSuite::streamsOutliveTheListener()
{
    const std::unique_ptr<Stream> dialled = m_fixture.dial();
    const std::unique_ptr<Stream> stream = acceptFrom(*m_listener);
    QVERIFY(dialled && stream);
    m_listener.reset();
    StreamRecorder recorder(dialled.get());
    dialled->setReading(true);
    stream->write("still here");
    QTRY_COMPARE(recorder.bytes, QByteArray("still here"));
    QCOMPARE(recorder.endCount(), 0);
}

void ListeningSuite::deletesLaterInItsSignal()
{
    const QPointer<Listener> watched(m_listener.get());
    std::unique_ptr<Stream> stream;
    connect(m_listener.get(), &Listener::streamAvailable, this, [this, &stream] {
        stream = m_listener->nextStream();
        m_listener.release()->deleteLater();
    });
    const std::unique_ptr<Stream> dialled = m_fixture.dial();
    QTRY_VERIFY(!watched);
    QVERIFY(dialled && stream);
}

} // namespace DaemonRpc::Testing
