// Time that passes when a test says so.
#pragma once

#include <daemonrpc/client/retryclock.h>

#include <QPointer>

#include <map>
#include <utility>

/// Wakes nobody until advance() is called. Thread-bound.
class ManualClock : public DaemonRpc::RetryClock
{
public:
    [[nodiscard]] std::chrono::milliseconds now() const override { return m_now; }

    void wake(std::chrono::milliseconds delay, QObject *receiver, std::function<void()> call) override
    {
        m_alarms.emplace(m_now + delay, Alarm{receiver, std::move(call)});
    }

    /// Lets @p span pass, alarm by alarm.
    void advance(std::chrono::milliseconds span)
    {
        const std::chrono::milliseconds end = m_now + span;
        while (!m_alarms.empty() && m_alarms.begin()->first <= end) {
            const auto alarm = m_alarms.extract(m_alarms.begin());
            m_now = alarm.key();
            if (alarm.mapped().receiver)
                alarm.mapped().call();
        }
        m_now = end;
    }

private:
    struct Alarm
    {
        QPointer<QObject> receiver;
        std::function<void()> call;
    };

    std::chrono::milliseconds m_now{1'000'000};
    std::multimap<std::chrono::milliseconds, Alarm> m_alarms;
};
