// A connection whose command has been taken: what a handler's test stands on.
#pragma once

#include "tests/shared/wirepeer.h"

#include <daemonrpc/session/daemonsession.h>
#include <daemonrpc/wire/daemonmessages.h>

#include <QCoreApplication>
#include <QTest>

/// A daemon's session in the state Running, over memory, and the client at its other end.
class RunningSession : public QObject
{
    Q_OBJECT

public:
    /// @p capacity is what the stream holds for a client that does not read, in bytes.
    explicit RunningSession(const DaemonRpc::Command &command,
                            qsizetype capacity = DaemonRpc::MemoryStream::defaultCapacity)
    {
        using namespace DaemonRpc;
        auto [near, far] = MemoryStream::makePair(capacity);
        m_session = std::make_unique<DaemonSession>(std::move(near), Limits());
        m_peer = std::make_unique<WirePeer>(std::move(far));
        connect(m_session.get(), &DaemonSession::versionReceived, this,
                [this] { m_session->accept(VersionCheck()); });
        m_session->start();
        m_peer->send(FrameType::VersionCheck, VersionCheck().encode());
        m_peer->send(FrameType::Command, command.encode());
        while (m_session->state() != DaemonSession::State::Running)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    [[nodiscard]] DaemonRpc::DaemonSession *session() const { return m_session.get(); }

    [[nodiscard]] WirePeer &peer() const { return *m_peer; }

    [[nodiscard]] QByteArray output() const { return m_peer->joined(DaemonRpc::FrameType::OutputChunk); }

    [[nodiscard]] QByteArray errorOutput() const { return m_peer->joined(DaemonRpc::FrameType::ErrorChunk); }

    /// Bytes of input that have been asked for so far.
    [[nodiscard]] qint64 inputWanted() const
    {
        qint64 sum = 0;
        for (const WirePeer::Frame &frame : m_peer->frames()) {
            if (frame.type == DaemonRpc::FrameType::InputWanted)
                sum += DaemonRpc::InputWanted::decode(frame.payload)->bytes;
        }
        return sum;
    }

    /// Sends @p input as it is asked for, and its end; false when nobody asks for the rest.
    bool sendInput(const QByteArray &input)
    {
        const auto send = [this, &input] {
            const qint64 size = qMin<qint64>(inputWanted() - m_inputSent, input.size() - m_inputSent);
            for (qint64 left = size; left > 0;) {
                const qint64 piece = qMin<qint64>(left, 64 * 1024);
                m_peer->send(DaemonRpc::FrameType::InputChunk,
                             QByteArrayView(input).sliced(m_inputSent, piece));
                m_inputSent += piece;
                left -= piece;
            }
            return m_inputSent == input.size();
        };
        const bool isSent = QTest::qWaitFor(send, 20000);
        if (isSent)
            m_peer->send(DaemonRpc::FrameType::InputChunk, {});
        return isSent;
    }

    /// The connection is gone while its request goes on.
    void endSession() { m_session.reset(); }

private:
    std::unique_ptr<DaemonRpc::DaemonSession> m_session;
    std::unique_ptr<WirePeer> m_peer;
    qint64 m_inputSent = 0;
};
