#include <daemonrpc/client/retryschedule.h>

#include <QRandomGenerator>

#include <algorithm>

namespace DaemonRpc {

static double systemRandom() { return QRandomGenerator::global()->generateDouble(); }

RetrySchedule::RetrySchedule(const RetryPolicy &policy, QObject *parent)
    : QObject(parent)
    , m_policy(policy)
    , m_clock(policy.clock ? policy.clock : std::make_shared<RetryClock>())
    , m_backoff(policy.initialDelay, policy.maxDelay, policy.random ? policy.random : systemRandom)
{}

RetrySchedule::~RetrySchedule() = default;

void RetrySchedule::begin()
{
    stop();
    m_backoff.reset();
    m_attempt = 1;
    m_begun = m_clock->now();
    if (m_policy.deadline.count() > 0) {
        m_clock->wake(m_policy.deadline, this, [this, run = m_run] {
            if (run == m_run)
                Q_EMIT expired();
        });
    }
}

std::optional<std::chrono::milliseconds> RetrySchedule::planNext()
{
    if (m_attempt >= m_policy.maxAttempts)
        return std::nullopt;
    const std::chrono::milliseconds pause = m_backoff.next();
    if (const auto left = remaining(); left && pause >= *left)
        return std::nullopt;
    m_attempt = std::min(m_attempt, RetryPolicy::unlimited - 1) + 1;
    m_isWaiting = true;
    m_clock->wake(pause, this, [this, ticket = ++m_ticket] { onPauseOver(ticket); });
    return pause;
}

void RetrySchedule::hurry()
{
    if (m_isWaiting)
        onPauseOver(m_ticket);
}

void RetrySchedule::onPauseOver(quint64 ticket)
{
    if (ticket != m_ticket || !std::exchange(m_isWaiting, false))
        return;
    Q_EMIT due();
}

void RetrySchedule::stop()
{
    ++m_ticket;
    ++m_run;
    m_isWaiting = false;
}

std::optional<std::chrono::milliseconds> RetrySchedule::remaining() const
{
    if (m_policy.deadline.count() <= 0)
        return std::nullopt;
    return std::max(m_policy.deadline - elapsed(), std::chrono::milliseconds(0));
}

} // namespace DaemonRpc
