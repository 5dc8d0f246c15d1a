// One request from its command to its end.
#pragma once

#include <daemonrpc/handler/commandhandler.h>
#include <daemonrpc/server/requestrecord.h>

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace DaemonRpc {

class LogScope;

/// The state machine of one request: queued, running, cancelling, forced, finished. Thread-bound.
///
/// Every request ends: by itself, within the grace after it was asked to, or forced. It outlives its
/// connection when the client goes away.
class DAEMONRPC_EXPORT ServedRequest : public QObject
{
    Q_OBJECT

public:
    /// How long a forced execution may still take to tell its end by itself.
    static constexpr std::chrono::milliseconds forcedEndTimeout{500};
    /// Bytes of a command's name that the log shows.
    static constexpr qsizetype maxShownNameBytes = 100;

    ServedRequest(quint64 id, quint64 connectionId, const Command &command, DaemonSession *session,
                  const Limits &limits, WorkQueue *workers, QObject *parent = nullptr);
    ~ServedRequest() override;

    [[nodiscard]] quint64 id() const { return m_context.id(); }

    /// The command's name.
    [[nodiscard]] QByteArray name() const { return m_context.arguments().constFirst(); }

    [[nodiscard]] RequestRecord record() const;

    /// What its handler sees; it lives as long as the request.
    [[nodiscard]] const RequestContext &context() const { return m_context; }

    /// Lets @p handler serve it, and keeps it until the request has ended.
    void start(std::shared_ptr<CommandHandler> handler);
    /// The same with a handler that outlives the request.
    void start(CommandHandler &handler);
    /// Ends it without a handler.
    void refuse(const Error &error);
    /// Asks it to stop; only the first call has an effect and returns true.
    bool cancel(CancellationReason reason, const QString &requestedBy, int signal);

Q_SIGNALS:
    void cancellationStarted();
    /// Its state or place is another one. Not said for bytes, nor for the end.
    void changed();
    /// Said exactly once, from the event loop; the request can be deleted then.
    void ended();

private:
    void startTimeout(const CommandHandler &handler);
    void onQueuePlaceChanged(int place);
    void onGraceOver();
    void forceEnd();
    [[nodiscard]] ForcedEnd forcedEnd() const;
    void onContextFinished();
    [[nodiscard]] QString shownName() const;
    [[nodiscard]] LogScope logScope() const;
    void logEnd() const;
    void takeDuration(RequestRecord *record) const;

    RequestContext m_context;
    QPointer<DaemonSession> m_session;
    std::shared_ptr<CommandHandler> m_handler; // outlives its execution
    std::unique_ptr<Execution> m_execution;
    RequestRecord m_record;
    QElapsedTimer m_age;
    QElapsedTimer m_cancelAge;
    QTimer m_grace;
    QTimer m_timeout;
};

} // namespace DaemonRpc
