// The attempts of one call.
#pragma once

#include <daemonrpc/client/retryclock.h>
#include <daemonrpc/client/retrypolicy.h>

#include <QObject>

#include <optional>

namespace DaemonRpc {

/// Counts attempts, draws the pauses between them and watches the deadline. Thread-bound.
///
///     m_schedule.begin();
///     …
///     if (const std::optional<std::chrono::milliseconds> pause = m_schedule.planNext())
///         say(*pause); // due() follows
///     else
///         giveUp();
class DAEMONRPC_EXPORT RetrySchedule : public QObject
{
    Q_OBJECT

public:
    explicit RetrySchedule(const RetryPolicy &policy, QObject *parent = nullptr);
    ~RetrySchedule() override;

    /// The first attempt begins: pauses and deadline count from here.
    void begin();

    /// Plans the next attempt: due() follows after the pause. Nothing when there are no more attempts, or the
    /// pause would last beyond the deadline.
    std::optional<std::chrono::milliseconds> planNext();

    /// Lets the planned attempt begin now.
    void hurry();

    /// No due() and no expired() comes any more.
    void stop();

    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

    /// The attempt that runs, or that is planned; from 1.
    [[nodiscard]] int attempt() const { return m_attempt; }

    [[nodiscard]] const RetryPolicy &policy() const { return m_policy; }

    /// Time since begin().
    [[nodiscard]] std::chrono::milliseconds elapsed() const { return m_clock->now() - m_begun; }

    /// What is left until the deadline, at least zero; nothing without one.
    [[nodiscard]] std::optional<std::chrono::milliseconds> remaining() const;

Q_SIGNALS:
    /// The pause is over.
    void due();
    /// The deadline has passed, during an attempt.
    void expired();

private:
    void onPauseOver(quint64 ticket);

    RetryPolicy m_policy;
    std::shared_ptr<RetryClock> m_clock;
    Backoff m_backoff;
    std::chrono::milliseconds m_begun{0};
    quint64 m_ticket = 0; // tells an alarm that still counts from those that were overtaken
    quint64 m_run = 0;
    int m_attempt = 0;
    bool m_isWaiting = false;
};

} // namespace DaemonRpc
