#include <daemonrpc/client/retryclock.h>

#include <QTimer>

namespace DaemonRpc {

RetryClock::~RetryClock() = default;

std::chrono::milliseconds RetryClock::now() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

void RetryClock::wake(std::chrono::milliseconds delay, QObject *receiver, std::function<void()> call)
{
    QTimer::singleShot(delay, receiver, std::move(call));
}

} // namespace DaemonRpc
