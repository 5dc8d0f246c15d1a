// Clients that call and call.
#pragma once

#include <daemonrpc/client/client.h>

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <vector>

namespace SystemTesting {

class DaemonFixture;

/// Clients that run "echo" one call after the other, each over a connection of its own, and never start a
/// daemon. Thread-bound.
class CallLoop : public QObject
{
    Q_OBJECT

public:
    CallLoop(const DaemonFixture &fixture, int clientCount);
    ~CallLoop() override;

    void start();

    /// Lets the running calls end; then isDone().
    void stop() { m_isStopping = true; }

    [[nodiscard]] bool isDone() const { return m_isStopping && m_running == 0; }

    [[nodiscard]] qsizetype callCount() const { return m_durationsUs.size(); }

    /// What went wrong, call by call; the first few.
    [[nodiscard]] const QByteArrayList &failures() const { return m_failures; }

    /// Calls that succeeded, but only after a daemon had turned them away.
    [[nodiscard]] int repeatedCount() const { return m_repeated; }

    [[nodiscard]] qint64 medianUs() const;
    [[nodiscard]] qint64 slowestUs() const;

private:
    void call(DaemonRpc::Client *client);
    void check(const DaemonRpc::Reply &reply, const QByteArray &output);

    std::vector<std::unique_ptr<DaemonRpc::Client>> m_clients;
    QList<qint64> m_durationsUs;
    QByteArrayList m_failures;
    int m_repeated = 0;
    int m_running = 0;
    bool m_isStopping = false;
};

} // namespace SystemTesting
