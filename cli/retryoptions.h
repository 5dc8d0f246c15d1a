// How often `run` tries, and what a person hears of it.
#pragma once

#include "optionspec.h"

#include <daemonrpc/base/result.h>
#include <daemonrpc/client/retrypolicy.h>

#include <QCoreApplication>

namespace DaemonRpc::Cli {

/// `--idempotent`, `--retries` and `--retry-delay`, checked. Value.
struct RetryOptions
{
    /// Attempts of an idempotent command without `--retries`.
    static constexpr int defaultAttempts = 5;
    static constexpr int maxRetries = 1000;

    RetryPolicy policy;
    Idempotence idempotence = Idempotence::Unknown;

    static QList<OptionSpec> specs();

    /// Errors: InvalidArgument.
    static Result<RetryOptions> parse(const OptionValues &values);

    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::RetryOptions)
};

/// "the queue is full; trying again in 400 ms (2 of 5)": @p attempt follows after @p pause, of @p
/// maxAttempts.
[[nodiscard]] QString retryNotice(const Error &error, std::chrono::milliseconds pause, int attempt,
                                  int maxAttempts);

} // namespace DaemonRpc::Cli
