// The client's side of one connection.
#pragma once

#include <daemonrpc/session/framechannel.h>
#include <daemonrpc/wire/command.h>
#include <daemonrpc/wire/daemonmessages.h>
#include <daemonrpc/wire/versioncheck.h>

namespace DaemonRpc {

/// The state machine of one connection on the client's side. Thread-bound.
///
/// Exactly one of finished() and failed() comes, last. A stream that ends without the daemon's last word
/// fails with ConnectionLost: success is never guessed.
class DAEMONRPC_EXPORT ClientSession : public QObject
{
    Q_OBJECT

public:
    ClientSession(std::unique_ptr<Stream> stream, const Limits &limits, QObject *parent = nullptr);

    [[nodiscard]] std::optional<PeerCredentials> peer() const { return m_channel.peer(); }

    /// Whether the daemon has said its version: only then can the command have been started.
    [[nodiscard]] bool isAccepted() const { return m_isAccepted; }

    /// Sends the version and the command in one write.
    void startCommand(const VersionCheck &own, const Command &command);
    /// Sends the version and, when there is one, a first Rpc message in one write.
    void startRpc(const VersionCheck &own, QByteArrayView firstMessage = {});

    void sendRpc(QByteArrayView message);
    /// At most inputWanted() bytes in total.
    void sendInput(QByteArrayView bytes);
    void finishInput();
    void cancel(int signal);
    void resize(quint16 columns, quint16 rows);

    void setReading(bool enabled) { m_channel.setReading(enabled); }

    /// Standard input that the daemon still waits for, in bytes.
    [[nodiscard]] qint64 inputWanted() const { return m_inputWanted; }

Q_SIGNALS:
    /// The daemon's version: the first thing that comes.
    void accepted(const DaemonRpc::VersionCheck &daemon);
    /// The views are valid during the emission only.
    void outputReceived(QByteArrayView bytes);
    void errorOutputReceived(QByteArrayView bytes);
    void rpcReceived(QByteArrayView message);
    void noticeReceived(const DaemonRpc::Notice &notice);
    void inputWantedChanged();

    void finished(const DaemonRpc::CommandFinished &finished);
    void failed(const DaemonRpc::Error &error);

private:
    [[nodiscard]] bool isExpected(FrameType type) const;
    void onFrame(FrameType type, QByteArrayView payload);
    void onVersionCheck(QByteArrayView payload);
    void onForeignBytes(QByteArrayView bytes);
    void onEnd();
    void end(const Error &error);

    [[nodiscard]] bool isOver() const { return m_isOver; }

    Limits m_limits;
    FrameChannel m_channel;
    qint64 m_inputWanted = 0;
    std::optional<Error> m_mismatch; // no protocol in common: only the daemon's reason may follow
    bool m_isAccepted = false;
    bool m_isRpc = false;
    bool m_hasInput = false;
    bool m_inputHasEnded = false;
    bool m_hasSentMore = false; // anything after the first write
    bool m_isOver = false;
};

} // namespace DaemonRpc
