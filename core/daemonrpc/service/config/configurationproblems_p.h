// Collects what is wrong while a configuration is read.
#pragma once

#include "configurationnode_p.h"

#include <daemonrpc/service/config/configurationdiagnostic.h>

#include <QList>

namespace DaemonRpc {

/// Problems of all layers, in the order found. Value; keeps a bounded number and counts the rest.
class ConfigurationProblems
{
public:
    static constexpr qsizetype maxKept = 20;

    /// What add() speaks of from now on: a file, a variable, an option.
    void setSource(const QString &source) { m_source = source; }

    [[nodiscard]] const QString &source() const { return m_source; }

    void add(ConfigurationPosition position, const QString &message)
    {
        ++m_count;
        if (m_kept.size() < maxKept)
            m_kept.append({m_source, position.line, position.column, message});
    }

    /// About the source as a whole.
    void add(const QString &message) { add(ConfigurationPosition(), message); }

    [[nodiscard]] const QList<ConfigurationDiagnostic> &kept() const { return m_kept; }

    /// Those that were not kept, too.
    [[nodiscard]] qsizetype count() const { return m_count; }

private:
    QString m_source;
    QList<ConfigurationDiagnostic> m_kept;
    qsizetype m_count = 0;
};

} // namespace DaemonRpc
