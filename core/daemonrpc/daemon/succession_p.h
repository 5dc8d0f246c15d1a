// Starting the daemon that replaces this one.
#pragma once

#include <daemonrpc/daemon/daemonoptions.h>
#include <daemonrpc/daemon/presence.h>
#include <daemonrpc/instance/spawner.h>

#include <memory>

namespace DaemonRpc {

/// Starts one successor at a time and lets it inherit lock and socket of a presence. Thread-bound.
///
/// Exactly one of the two signals follows each begin() that succeeded, unless abort() comes before. The
/// presence, which must outlive it, is left as it was when the start fails.
class Succession : public QObject
{
    Q_OBJECT

public:
    explicit Succession(const DaemonOptions &options, QObject *parent = nullptr);
    /// Ends what is under way.
    ~Succession() override;

    [[nodiscard]] bool isUnderWay() const { return m_spawner != nullptr; }

    /// @p attempt is told to the successor, when it is above 0. Errors: Unsupported; of
    /// Presence::beginSuccession().
    Result<void> begin(Presence &presence, int attempt);

    /// Kills the successor that is being started, if there is one.
    void abort();

Q_SIGNALS:
    /// The successor serves.
    void succeeded(qint64 successorPid);
    void failed(const DaemonRpc::Error &error);

private:
    [[nodiscard]] QByteArrayList arguments(const Inheritance &inheritance, int attempt) const;
    void onReady();
    void onFailed(const Error &error);
    void end();

    const DaemonOptions m_options;
    Presence *m_presence = nullptr;
    std::unique_ptr<Spawner> m_spawner;
};

} // namespace DaemonRpc
