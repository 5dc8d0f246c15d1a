// Which lines of which category are written.
#pragma once

#include <daemonrpc/service/logging/logrecord.h>

#include <QMap>

namespace DaemonRpc {

/// The levels of all categories. Value.
///
/// A name means the category itself and all below it: "daemonrpc" means "daemonrpc.server", too; the longest
/// name that fits decides. "daemonrpc." may be left out. Without a fitting name the general level holds, but
/// not for Qt's own categories (qt.*), which stay as Qt or QT_LOGGING_RULES has them.
class LogLevels
{
public:
    /// "all", or empty: everything, single levels are forgotten.
    void set(const QString &category, LogLevel level);

    /// Every step of each request, whatever else is said.
    void setTracing(bool isTracing) { m_isTracing = isTracing; }

    /// Everything, whatever else is said.
    void setDebugging(bool isDebugging) { m_isDebugging = isDebugging; }

    [[nodiscard]] bool isDebugging() const { return m_isDebugging; }

    /// Nothing: leave the category as it is.
    [[nodiscard]] std::optional<LogLevel> levelOf(const QByteArray &category) const;

    /// What was set, by name; "all" is the general level.
    [[nodiscard]] QMap<QString, QString> list() const;

private:
    LogLevel m_general = LogLevel::Info;
    QMap<QByteArray, LogLevel> m_categories;
    bool m_isTracing = false;
    bool m_isDebugging = false;
};

} // namespace DaemonRpc
