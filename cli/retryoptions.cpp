#include "retryoptions.h"

#include "escaping.h"
#include "formatting.h"
#include "globaloptions.h"

#include <algorithm>

namespace DaemonRpc::Cli {

QList<OptionSpec> RetryOptions::specs()
{
    return {
        {"idempotent", 0, "",
         RetryOptions::tr("it may run twice: repeat it too when the connection is lost")},
        {"retries", 0, "N", RetryOptions::tr("try again N times while the daemon cannot take it (0)")},
        {"retry-delay", 0, "MS",
         RetryOptions::tr("the first pause is drawn from 0 to this; it doubles (200)")},
    };
}

Result<RetryOptions> RetryOptions::parse(const OptionValues &values)
{
    RetryOptions options;
    if (values.isSet("idempotent")) {
        options.idempotence = Idempotence::Given;
        options.policy.maxAttempts = defaultAttempts;
    }
    if (values.isSet("retries")) {
        const QByteArray text = values.value("retries");
        bool isNumber = false;
        const int retries = text.toInt(&isNumber);
        if (!isNumber || retries < 0 || retries > maxRetries) {
            return unexpected(ErrorCode::InvalidArgument,
                              RetryOptions::tr("\"%1\" is no value for --retries, give a number from 0 to %2")
                                  .arg(escapedForTerminal(text))
                                  .arg(maxRetries));
        }
        options.policy.maxAttempts = retries + 1;
    }
    if (values.isSet("retry-delay")) {
        const auto delay = parseMilliseconds("retry-delay", values.value("retry-delay"));
        if (!delay)
            return unexpected(delay.error());
        options.policy.initialDelay = *delay;
        options.policy.maxDelay = std::max(options.policy.maxDelay, *delay);
    }
    return options;
}

static QString reasonOf(const Error &error)
{
    switch (error.code()) {
    case ErrorCode::QueueFull: return RetryOptions::tr("the queue is full");
    case ErrorCode::TooManyConnections: return RetryOptions::tr("the daemon has too many connections");
    case ErrorCode::NotRunning:
    case ErrorCode::ConnectionRefused: return RetryOptions::tr("no daemon is running");
    case ErrorCode::DaemonReplaced:
    case ErrorCode::Draining: return RetryOptions::tr("the daemon is about to end");
    case ErrorCode::ConnectionLost:
    case ErrorCode::ConnectionReset: return RetryOptions::tr("the connection was lost");
    default: return error.message();
    }
}

QString retryNotice(const Error &error, std::chrono::milliseconds pause, int attempt, int maxAttempts)
{
    return RetryOptions::tr("%1; trying again in %2 (%3 of %4)")
        .arg(reasonOf(error), formatDuration(pause))
        .arg(attempt)
        .arg(maxAttempts);
}

} // namespace DaemonRpc::Cli
