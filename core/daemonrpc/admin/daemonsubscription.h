// Following a daemon, on the client's side.
#pragma once

#include <daemonrpc/admin/daemonmirror.h>
#include <daemonrpc/admin/subscriptionoptions.h>

#include <QPointer>
#include <QTimer>

namespace DaemonRpc {

class AdminClient;

/// One subscription over an AdminClient, with the picture that it keeps. Thread-bound.
///
/// When the daemon leaves out a number, or says what cannot be understood, the subscription begins anew, with
/// a fresh snapshot: at once the first time, then with pauses that double up to maxPause. So mirror() is
/// never wrong for long, and a daemon that errs for ever costs next to nothing.
///
///     AdminClient admin(options);
///     const std::unique_ptr<DaemonSubscription> subscription = admin.subscribe(SubscriptionOptions());
///     connect(&subscription->mirror(), &DaemonMirror::updated, this, &Window::show);
class DAEMONRPC_EXPORT DaemonSubscription : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds firstPause{500};
    static constexpr std::chrono::milliseconds maxPause{30'000};
    /// Events in a row after which a daemon counts as reliable again.
    static constexpr int reliableEvents = 100;

    enum class State {
        Starting, ///< The snapshot has been asked for.
        Live,
        Pausing, ///< It went wrong; mirror() is as it was, and a fresh snapshot will be asked for.
        Ended,   ///< The connection has ended, or the daemon has refused.
    };

    /// Subscribes with @p admin; does nothing any more when that is destroyed.
    /// Keeps the picture in @p mirror, which stays the caller's and outlives the subscription; in one of its
    /// own without.
    DaemonSubscription(AdminClient &admin, const SubscriptionOptions &options, DaemonMirror *mirror = nullptr,
                       QObject *parent = nullptr);
    ~DaemonSubscription() override;

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] const DaemonMirror &mirror() const { return *m_mirror; }

    /// The topics that the daemon has of those that were asked for; after the first snapshot.
    [[nodiscard]] const QStringList &topics() const { return m_topics; }

    /// How often it had to begin anew.
    [[nodiscard]] int restartCount() const { return m_restarts; }

Q_SIGNALS:
    void stateChanged();
    /// As they came, before the mirror takes them: for recordings.
    void snapshotReceived(const DaemonRpc::DaemonEvent &snapshot);
    void eventReceived(const DaemonRpc::DaemonEvent &event);
    /// Why it begins anew.
    void interrupted(const DaemonRpc::Error &error);
    /// Why it has ended. Said once.
    void failed(const DaemonRpc::Error &error);

private:
    void subscribe();
    void onAnswer(const Result<QJsonValue> &answer);
    void onNotified(const QString &method, const QJsonValue &params);
    void interrupt(const Error &error);
    void unsubscribe();
    void end(const Error &error);
    void setState(State state);

    QPointer<AdminClient> m_admin;
    SubscriptionOptions m_options;
    DaemonMirror m_ownMirror;
    DaemonMirror *m_mirror;
    QStringList m_topics;
    State m_state = State::Starting;
    qint64 m_id = 0;
    QTimer m_pause;
    std::chrono::milliseconds m_nextPause{0};
    int m_goodEvents = 0;
    int m_restarts = 0;
};

} // namespace DaemonRpc
