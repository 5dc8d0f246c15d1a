// A counter that many programs share.
#pragma once

#include <daemonrpc/jsonrpc/methodregistry.h>

#include <QHash>
#include <QObject>
#include <QTimer>

/// A number, methods to change it, and a notification for those who want to know. Thread-bound; must outlive
/// the registry that it adds to, or at least the last call.
///
/// - counter.increment {by?}, counter.decrement {by?}, counter.reset {}: return the new value;
/// - counter.value {}: returns the value;
/// - counter.subscribe {}: returns the value, and sends `counter.changed {"value": 3}` on the caller's
///   connection from then on, at most once for each turn of the event loop.
class CounterService : public QObject
{
    Q_OBJECT

public:
    explicit CounterService(DaemonRpc::MethodRegistry &methods, QObject *parent = nullptr);

    [[nodiscard]] qint64 value() const { return m_value; }

    [[nodiscard]] qsizetype subscriberCount() const { return m_subscribers.size(); }

private:
    void addChanging(DaemonRpc::MethodRegistry &methods);
    void addWatching(DaemonRpc::MethodRegistry &methods);
    [[nodiscard]] DaemonRpc::Result<QJsonValue> add(qint64 amount);
    void set(qint64 value);
    void publish();

    /// One connection that wants to know, and what it knows.
    struct Subscriber
    {
        DaemonRpc::RpcReplyChannel channel;
        qint64 told = 0;
    };

    qint64 m_value = 0;
    QHash<quint64, Subscriber> m_subscribers; // by connection
    QTimer m_publishing;
};
