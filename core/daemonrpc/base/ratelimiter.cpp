#include <daemonrpc/base/ratelimiter.h>

#include <algorithm>

namespace DaemonRpc {

using namespace std::chrono_literals;

// Looking for buckets to forget costs a pass over the table: not for every stranger of a flood.
static constexpr std::chrono::seconds clearingPause = 1s;

bool RateLimiter::has(const QByteArray &key, Clock::time_point now)
{
    if (m_perMinute == 0)
        return true;
    const auto found = m_buckets.find(key);
    if (found == m_buckets.end() && m_buckets.size() < m_maxKeys)
        return m_burst >= 1;
    return bucketOf(key, now).tokens >= 1;
}

bool RateLimiter::take(const QByteArray &key, Clock::time_point now)
{
    if (m_perMinute == 0)
        return true;
    Bucket &bucket = bucketOf(key, now);
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

RateLimiter::Bucket &RateLimiter::bucketOf(const QByteArray &key, Clock::time_point now)
{
    auto found = m_buckets.find(key);
    if (found == m_buckets.end() && m_buckets.size() >= m_maxKeys)
        forgetFull(now);
    if (found == m_buckets.end() && m_buckets.size() >= m_maxKeys) {
        if (m_shared.since == Clock::time_point())
            m_shared = {static_cast<double>(m_burst), now};
        refill(m_shared, now);
        return m_shared;
    }
    if (found == m_buckets.end())
        found = m_buckets.insert(key, {static_cast<double>(m_burst), now});
    refill(*found, now);
    return *found;
}

void RateLimiter::refill(Bucket &bucket, Clock::time_point now) const
{
    const std::chrono::duration<double, std::ratio<60>> passed = now - bucket.since;
    bucket.tokens = std::min<double>(m_burst, bucket.tokens + passed.count() * m_perMinute);
    bucket.since = now;
}

// A full bucket is the same as none.
void RateLimiter::forgetFull(Clock::time_point now)
{
    if (m_lastClearing != Clock::time_point() && now - m_lastClearing < clearingPause)
        return;
    m_lastClearing = now;
    m_buckets.removeIf([this, now](const auto &entry) {
        Bucket bucket = entry.value();
        refill(bucket, now);
        return bucket.tokens >= m_burst;
    });
}

} // namespace DaemonRpc
