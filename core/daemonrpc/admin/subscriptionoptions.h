// What a subscriber asks for.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>

namespace DaemonRpc {

/// The parameters of the method daemon.subscribe. Value.
///
///     SubscriptionOptions options;
///     options.topics.append(QStringLiteral("log"));
///     options.interval = std::chrono::milliseconds(100);
struct DAEMONRPC_EXPORT SubscriptionOptions
{
    static constexpr std::chrono::milliseconds minInterval{10};
    static constexpr std::chrono::milliseconds maxInterval{60'000};
    static constexpr qint64 maxHistory = 1000;
    static constexpr qint64 maxLogLines = 1000;

    /// What to be told of: "daemon", "process", "workers", "health", "connections", "requests", "commands" by
    /// default; "log", and what a daemon has beyond. Those that a daemon does not have are left out.
    QStringList topics = standardTopics();
    /// The least time between two events, from minInterval to maxInterval. Less passes only when so much has
    /// happened that it could not be kept otherwise.
    std::chrono::milliseconds interval{250};
    qint64 history = 100;                      ///< Finished requests in the snapshot; at most maxHistory.
    QString logLevel = QStringLiteral("info"); ///< Log lines of this level or graver.
    qint64 logLines = 100;                     ///< Log lines in the snapshot; at most maxLogLines.

    [[nodiscard]] static QStringList standardTopics();

    [[nodiscard]] bool has(QStringView topic) const { return topics.contains(topic); }

    [[nodiscard]] QJsonObject toJson() const;
    /// What is left out has its default. Errors: InvalidArgument, for what is out of its bounds or of another
    /// type.
    static Result<SubscriptionOptions> fromJson(const QJsonObject &json);

    friend bool operator==(const SubscriptionOptions &, const SubscriptionOptions &) = default;
};

} // namespace DaemonRpc
