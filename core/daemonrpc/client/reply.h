// The client's handle on a request.
#pragma once

#include <daemonrpc/client/clientoptions.h>
#include <daemonrpc/client/connector.h>
#include <daemonrpc/client/retryschedule.h>
#include <daemonrpc/session/clientsession.h>

#include <memory>

namespace DaemonRpc {

/// One command on its way: output as it comes, input when it is wanted, and exactly one finished().
/// Thread-bound.
///
/// Made by Client::execute(). Starts on the next turn of the event loop, so that signals can be connected
/// first. Destroying it closes the connection, which cancels the request.
///
/// What fails is tried again as ClientOptions::retry says, at most until the command may have begun; one that
/// is said to be idempotent also after that. Never once output was passed on or standard input was sent, as
/// neither can be taken back, and never on a stream that was given.
///
///     Reply *reply = client.execute(Command::withCallersContext({"echo", "hello"}));
///     connect(reply, &Reply::outputReceived, this, [](QByteArrayView bytes) { show(bytes); });
///     connect(reply, &Reply::finished, this, [reply] { use(reply->exitCode()); reply->deleteLater(); });
class DAEMONRPC_EXPORT Reply : public QObject
{
    Q_OBJECT

public:
    ~Reply() override;

    // The result, after finished().

    /// Why there is no exit code; nothing when the command ran.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    [[nodiscard]] int exitCode() const { return m_result.exitCode; }

    /// The signal that ended the command, or 0.
    [[nodiscard]] int signal() const { return m_result.signal; }

    [[nodiscard]] bool isCancelled() const { return m_result.isCancelled; }

    [[nodiscard]] bool isForced() const { return m_result.isForced; }

    [[nodiscard]] bool isFinished() const { return m_isFinished; }

    /// The attempt that runs or is planned, from 1.
    [[nodiscard]] int attempt() const { return m_schedule.attempt(); }

    /// The daemon that serves it, after accepted().
    [[nodiscard]] const VersionCheck &daemon() const { return m_daemon; }

    /// Bytes of standard input that may be sent now.
    [[nodiscard]] qint64 inputWanted() const { return m_session ? m_session->inputWanted() : 0; }

    /// Sends at most inputWanted() bytes of standard input.
    void sendInput(QByteArrayView bytes);
    /// Ends the standard input.
    void finishInput();

    /// Asks the request to stop; @p signal is what the person pressed. finished() follows within the grace.
    void cancel(int signal);
    /// Tells the request the new size of the terminal.
    void resize(quint16 columns, quint16 rows);
    /// Pauses or resumes the output; a paused command is held up by the daemon at its high-water mark.
    void setReading(bool enabled);

Q_SIGNALS:
    /// A daemon is being started.
    void spawning();
    /// The daemon has said its version: it takes the command, or refuses it next. May come again when it gave
    /// way to a fresh daemon, which is asked then.
    void accepted();
    /// The views are valid during the emission only.
    void outputReceived(QByteArrayView bytes);
    void errorOutputReceived(QByteArrayView bytes);
    void noticeReceived(const DaemonRpc::Notice &notice);
    /// inputWanted() has grown, or is zero again as another attempt follows.
    void inputWantedChanged();
    /// An attempt failed with @p error, and attempt() follows after @p pause.
    void retrying(const DaemonRpc::Error &error, std::chrono::milliseconds pause);
    /// The one terminal signal.
    void finished();

private:
    friend class Client;
    Reply(const ClientOptions &options, const Command &command, Idempotence idempotence,
          std::unique_ptr<Stream> stream, QObject *parent);

    void start();
    void attemptAgain();
    void onConnected(std::unique_ptr<Stream> stream);
    void connectSession(ClientSession *session);
    void onFailed(const Error &error);
    [[nodiscard]] bool isRepeatable() const;
    bool follow(const Error &error);
    bool retry(const Error &error);
    void onExpired();
    void dropSession();
    void finish();
    void finish(const Error &error);

    /// Times that a daemon may be found gone or replaced before the command was read, and a fresh one be
    /// asked at once.
    static constexpr int maxFollowed = 4;

    ClientOptions m_options;
    Command m_command;
    Idempotence m_idempotence;
    RetrySchedule m_schedule;
    StartReason m_startReason = StartReason::UserAction;
    std::unique_ptr<Stream> m_givenStream;
    std::unique_ptr<Connector> m_connector;
    std::unique_ptr<ClientSession> m_session;
    VersionCheck m_daemon;
    std::optional<Error> m_error;
    CommandFinished m_result;
    int m_followed = 0;
    bool m_hasDelivered = false; // output of the command, to the caller
    bool m_hasSentInput = false;
    bool m_inputHasEnded = false;
    bool m_isReading = true;
    bool m_isCancelRequested = false;
    bool m_isFinished = false;
};

} // namespace DaemonRpc
