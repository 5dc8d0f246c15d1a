// The daemon's side of one connection.
#pragma once

#include <daemonrpc/session/framechannel.h>
#include <daemonrpc/wire/command.h>
#include <daemonrpc/wire/daemonmessages.h>
#include <daemonrpc/wire/versioncheck.h>

namespace DaemonRpc {

/// The state machine of one connection on the daemon's side: a version check, then either one command or any
/// number of Rpc messages. Thread-bound.
///
/// It knows the protocol's order and nothing of handlers. The peer is always read, so that its end is noticed
/// at once. Exactly one of peerGone() and violated() may come, and nothing after it; neither comes after
/// finish(), fail() or refuse(), which are followed by closed().
class DAEMONRPC_EXPORT DaemonSession : public QObject
{
    Q_OBJECT

public:
    enum class State {
        AwaitingVersion, ///< Nothing has come yet.
        AwaitingCommand, ///< The versions match; a Command or an Rpc message may come.
        Running,         ///< A command came; its input, Cancel and Resize may follow.
        Rpc,             ///< Rpc messages go both ways.
        Closing,         ///< The last word is said or the peer is gone.
    };

    DaemonSession(std::unique_ptr<Stream> stream, const Limits &limits, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] std::optional<PeerCredentials> peer() const { return m_channel.peer(); }

    [[nodiscard]] qint64 bytesReceived() const { return m_channel.bytesReceived(); }

    [[nodiscard]] qint64 bytesSent() const { return m_channel.bytesSent(); }

    /// When something last came, in milliseconds since the epoch; 0 before.
    [[nodiscard]] qint64 lastReceivedAtMs() const { return m_channel.lastReceivedAtMs(); }

    /// Output that the client has not taken yet, in bytes.
    [[nodiscard]] qint64 bytesPending() const { return m_channel.bytesPending(); }

    /// What is said before an error when nothing has been said yet: a peer understands no error before it.
    void setVersion(const VersionCheck &own) { m_ownVersion = own; }

    /// Begins to read.
    void start();

    /// The answer to versionReceived(): the daemon's own version; messages may follow.
    void accept(const VersionCheck &own);
    /// The other answer: the daemon's own version and why it does not serve. Ends the connection.
    void refuse(const VersionCheck &own, const Error &error);

    /// The stream after otherDialect(); the session is of no use afterwards.
    [[nodiscard]] std::unique_ptr<Stream> takeStream() { return m_channel.takeStream(); }

    void sendOutput(QByteArrayView bytes);
    void sendErrorOutput(QByteArrayView bytes);
    void sendNotice(const Notice &notice);
    /// Lets the client send @p bytes more of standard input, at most InputWanted::maxBytes at a time.
    void grantInput(qint64 bytes);
    void sendRpc(QByteArrayView message);

    void flush() { m_channel.flush(); }

    /// The last word: the command ended. Ends the connection.
    void finish(const CommandFinished &finished);
    /// The last word: the command did not run. Ends the connection.
    void fail(const Error &error);

Q_SIGNALS:
    /// The stream does not begin with a frame: its bytes, as they come. Take the stream, or fail().
    void otherDialect(QByteArrayView bytes);
    void versionReceived(const DaemonRpc::VersionCheck &version);
    void commandReceived(const DaemonRpc::Command &command);
    /// Standard input, never more than was granted; the view is valid during the emission only.
    void inputReceived(QByteArrayView bytes);
    void inputFinished();
    void cancelRequested(int signal);
    void resized(quint16 columns, quint16 rows);
    /// The view is valid during the emission only.
    void rpcReceived(QByteArrayView message);
    /// bytesPending() has shrunk.
    void sent();

    /// The peer ended the stream, or it broke.
    void peerGone();
    /// The peer broke the protocol. It has been told, and the connection ends.
    void violated(const DaemonRpc::Error &error);
    /// Everything said has been sent (or never can be): the session can be destroyed.
    void closed();

private:
    void onFrame(FrameType type, QByteArrayView payload);
    void onVersionCheck(QByteArrayView payload);
    void onCommand(QByteArrayView payload);
    void onInput(QByteArrayView payload);
    void onCancel(QByteArrayView payload);
    void onResize(QByteArrayView payload);
    void onPeerEnd();
    void violate(const Error &error);
    void close();

    Limits m_limits;
    FrameChannel m_channel;
    VersionCheck m_ownVersion;
    State m_state = State::AwaitingVersion;
    bool m_hasPeerVersion = false;
    qint64 m_inputGranted = 0;
    bool m_inputHasEnded = false;
};

} // namespace DaemonRpc
