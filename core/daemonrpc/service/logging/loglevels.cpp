#include "loglevels_p.h"

namespace DaemonRpc {

static constexpr QByteArrayView prefix = "daemonrpc.";

void LogLevels::set(const QString &category, LogLevel level)
{
    if (category.isEmpty() || category == QLatin1String("all")) {
        m_general = level;
        m_categories.clear();
    } else {
        m_categories.insert(category.toUtf8(), level);
    }
}

std::optional<LogLevel> LogLevels::levelOf(const QByteArray &category) const
{
    const bool isQts = category == "qt" || category.startsWith("qt.");
    if (m_isDebugging && !isQts)
        return LogLevel::Debug;
    if (m_isTracing && category == "daemonrpc.request")
        return LogLevel::Debug;
    for (QByteArray name = category; !name.isEmpty();) {
        auto it = m_categories.constFind(name);
        if (it == m_categories.constEnd() && name.startsWith(prefix))
            it = m_categories.constFind(name.mid(prefix.size()));
        if (it != m_categories.constEnd())
            return *it;
        name.truncate(qMax<qsizetype>(0, name.lastIndexOf('.')));
    }
    return isQts ? std::nullopt : std::optional(m_general);
}

QMap<QString, QString> LogLevels::list() const
{
    QMap<QString, QString> levels;
    levels.insert(QStringLiteral("all"), logLevelName(m_isDebugging ? LogLevel::Debug : m_general));
    for (auto it = m_categories.constBegin(); it != m_categories.constEnd(); ++it)
        levels.insert(QString::fromUtf8(it.key()), logLevelName(it.value()));
    return levels;
}

} // namespace DaemonRpc
