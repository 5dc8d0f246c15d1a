// When and how often a client tries again.
#pragma once

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/base/error.h>

#include <chrono>
#include <limits>
#include <memory>

namespace DaemonRpc {

class RetryClock;

/// Whether what is asked may be carried out twice.
enum class Idempotence {
    Unknown, ///< It is repeated only while it cannot have been begun.
    Given,   ///< Doing it twice is as good as once: it is repeated also when its connection was lost.
};

/// How a client repeats what failed. Value; the default is to try once.
///
/// Each pause is drawn evenly from zero to a bound, which starts at initialDelay and doubles up to maxDelay.
///
///     ClientOptions options;
///     options.retry.maxAttempts = 5;
///     options.retry.deadline = 30s;
struct RetryPolicy
{
    static constexpr int unlimited = std::numeric_limits<int>::max();

    int maxAttempts = 1; ///< The first one included.
    std::chrono::milliseconds initialDelay{200};
    std::chrono::milliseconds maxDelay{10000};

    /// From the call to its end, all attempts and pauses together; 0 = none. No attempt begins later, and the
    /// daemon gets what is left of it as the command's timeout.
    std::chrono::milliseconds deadline{0};

    RandomSource random;               ///< Empty: Qt's global generator.
    std::shared_ptr<RetryClock> clock; ///< Null: the system's monotonic clock and timers.

    /// Whether a failure with @p code can be followed by another attempt. Two builds that replace each other
    /// too often (HandOverLimit) are not helped by programs that go on doing so.
    [[nodiscard]] static bool mayRepeat(ErrorCode code, Idempotence idempotence)
    {
        if (code == ErrorCode::HandOverLimit)
            return false;
        if (idempotence == Idempotence::Given)
            return isRetryable(code) || code == ErrorCode::ConnectionLost;
        return isBeforeStart(code);
    }
};

} // namespace DaemonRpc
