// What a handler sees of the request it serves.
#pragma once

#include <daemonrpc/base/cancellation.h>
#include <daemonrpc/base/limits.h>
#include <daemonrpc/handler/outputstream.h>
#include <daemonrpc/session/daemonsession.h>

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>

#include <optional>
#include <variant>

namespace DaemonRpc {

class WorkQueue;

/// One request as its handler sees it: the command, output, input on demand, cancellation. Thread-bound to
/// the I/O thread; blocking handlers get a BlockingContext instead.
///
/// The client may go away at any time: output is then dropped and the request is cancelled, nothing else
/// changes.
///
///     context.write("hello\n");
///     context.finish(0);
class DAEMONRPC_EXPORT RequestContext : public QObject
{
    Q_OBJECT

public:
    using Outcome = std::variant<CommandFinished, Error>;

    RequestContext(quint64 id, Command command, DaemonSession *session, const Limits &limits,
                   WorkQueue *workers, QObject *parent = nullptr);

    [[nodiscard]] quint64 id() const { return m_id; }

    [[nodiscard]] const Command &command() const { return m_command; }

    /// The command's name and arguments, split when it came as text. Never empty.
    [[nodiscard]] const QByteArrayList &arguments() const { return m_arguments; }

    [[nodiscard]] std::optional<PeerCredentials> peer() const { return m_peer; }

    [[nodiscard]] const CancellationToken &token() const { return m_cancellation.token(); }

    /// When the request will be cancelled for its timeout; forever when it has none.
    [[nodiscard]] QDeadlineTimer deadline() const { return m_deadline; }

    /// Time between the request to stop and force.
    [[nodiscard]] std::chrono::milliseconds grace() const { return m_grace; }

    [[nodiscard]] const Limits &limits() const { return m_limits; }

    /// Threads for blocking work; null when the embedder has none.
    [[nodiscard]] WorkQueue *workers() const { return m_workers; }

    /// Standard output and standard error. Bytes are always taken; stop when isWritable() turns false and go
    /// on at writable(), so that a slow client costs bounded memory.
    void write(QByteArrayView bytes);
    void writeError(QByteArrayView bytes);
    /// Whether less than the high-water mark waits for the client.
    [[nodiscard]] bool isWritable() const;

    /// Lets the client send @p bytes more of standard input. Without input, inputFinished() follows.
    void requestInput(qint64 bytes);

    /// Says something to the person who waits.
    void notify(const Notice &notice);

    /// For handlers that let requests wait: the place in the queue, from 1; 0 as soon as it is this one's
    /// turn.
    void setQueuePlace(int place);

    [[nodiscard]] int queuePlace() const { return m_queuePlace; }

    /// For handlers that run a program: the leader of its process group, for those who watch. It is
    /// remembered when the process has ended.
    void setProcessId(qint64 processId) { m_processId = processId; }

    /// 0 for none.
    [[nodiscard]] qint64 processId() const { return m_processId; }

    /// Ends the request; the first of these counts, later ones are ignored.
    void finish(int exitCode);
    void finishSignaled(int signal);
    void fail(const Error &error);

    [[nodiscard]] bool isFinished() const { return m_outcome.has_value(); }

    [[nodiscard]] const std::optional<Outcome> &outcome() const { return m_outcome; }

    // For the server.

    /// Asks to stop: sets the token, then says cancellationRequested(). Only the first call has an effect.
    bool cancel(CancellationReason reason, int signal);

    void setGrace(std::chrono::milliseconds grace) { m_grace = grace; }

    void setDeadline(QDeadlineTimer deadline) { m_deadline = deadline; }

    [[nodiscard]] qint64 inputBytes() const { return m_inputBytes; }

    [[nodiscard]] qint64 outputBytes() const { return m_outputBytes; }

    /// When the first output was written, in milliseconds since the epoch; 0 while there is none.
    [[nodiscard]] qint64 firstOutputAtMs() const { return m_firstOutputAtMs; }

Q_SIGNALS:
    void writable();
    /// The handler has written @p bytes, valid during the emission only, whether or not a client still takes
    /// them. For those who look on; it costs nothing while nobody does.
    void outputWritten(DaemonRpc::OutputStream stream, QByteArrayView bytes);
    void queuePlaceChanged(int place);
    /// The view is valid during the emission only.
    void inputReceived(QByteArrayView bytes);
    void inputFinished();
    /// @p signal is what the person's client got (SIGINT …), or SIGTERM.
    void cancellationRequested(DaemonRpc::CancellationReason reason, int signal);
    void resized(quint16 columns, quint16 rows);
    /// outcome() is set. Said once, from within finish(), finishSignaled() or fail().
    void finished();

private:
    void setOutcome(Outcome outcome);
    void onInput(QByteArrayView bytes);
    void noteOutput(OutputStream stream, QByteArrayView bytes);
    [[nodiscard]] bool isAboveMark() const;
    void wakeIfWritable();

    quint64 m_id;
    Command m_command;
    QByteArrayList m_arguments;
    QPointer<DaemonSession> m_session;
    std::optional<PeerCredentials> m_peer;
    Limits m_limits;
    WorkQueue *m_workers;
    CancellationSource m_cancellation;
    QDeadlineTimer m_deadline;
    std::chrono::milliseconds m_grace;
    std::optional<Outcome> m_outcome;
    qint64 m_inputBytes = 0;
    qint64 m_outputBytes = 0;
    qint64 m_firstOutputAtMs = 0;
    qint64 m_processId = 0;
    int m_queuePlace = 0;
    mutable bool m_isBlocked = false; // isWritable() has said no
};

} // namespace DaemonRpc
