// How often each of many may do something.
#pragma once

#include <daemonrpc/base/export.h>

#include <QByteArray>
#include <QHash>

#include <chrono>

namespace DaemonRpc {

/// Token buckets, one per key: a burst at once, and from then on a steady rate. Value; not thread-safe.
///
/// The table is bounded: keys that come when it is full share one bucket, so that somebody with many
/// addresses gains nothing by using them all.
///
///     RateLimiter limiter(60, 20);   // 60 a minute, 20 at once
///     if (!limiter.take(host))
///         return refuse();
class DAEMONRPC_EXPORT RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;

    static constexpr qsizetype defaultMaxKeys = 4096;

    /// At most @p perMinute a minute for each key, @p burst of them at once. A rate of 0 limits nothing.
    explicit RateLimiter(int perMinute, int burst, qsizetype maxKeys = defaultMaxKeys)
        : m_perMinute(perMinute)
        , m_burst(burst)
        , m_maxKeys(maxKeys)
    {}

    /// Whether take() would succeed.
    [[nodiscard]] bool has(const QByteArray &key, Clock::time_point now = Clock::now());

    /// Takes one token of @p key; false when it has none left.
    bool take(const QByteArray &key, Clock::time_point now = Clock::now());

    /// How many keys have a bucket of their own.
    [[nodiscard]] qsizetype keyCount() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double tokens = 0;
        Clock::time_point since;
    };

    Bucket &bucketOf(const QByteArray &key, Clock::time_point now);
    void refill(Bucket &bucket, Clock::time_point now) const;
    void forgetFull(Clock::time_point now);

    int m_perMinute;
    int m_burst;
    qsizetype m_maxKeys;
    QHash<QByteArray, Bucket> m_buckets;
    Bucket m_shared;
    Clock::time_point m_lastClearing;
};

} // namespace DaemonRpc
