// Progress from a worker to the thread of its call.
#pragma once

#include <QJsonValue>
#include <QObject>

#include <mutex>
#include <optional>

namespace DaemonRpc {

/// Holds the latest progress until it is taken. Thread-safe.
class BlockingProgress
{
public:
    /// @p wake is called on any thread when there is something to take, until detach().
    explicit BlockingProgress(std::function<void()> wake);

    // The worker's side.
    void set(const QJsonValue &value);

    // The call's side.
    [[nodiscard]] std::optional<QJsonValue> take();
    void detach();

private:
    std::mutex m_mutex;
    std::function<void()> m_wake;
    std::optional<QJsonValue> m_latest;
};

} // namespace DaemonRpc
