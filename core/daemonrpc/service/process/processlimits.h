// The resource limits of the daemon's process.
#pragma once

#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/export.h>

#include <QList>
#include <QStringList>

#include <sys/resource.h>

namespace DaemonRpc {

/// Sets what the section `limits` asks for (setrlimit(2)) and knows what was there before. Value.
///
/// A limit that cannot be had in full is set as far as possible and told of: a daemon with too few
/// descriptors serves better than none. Children inherit the limits unless they are given back what was
/// before: many programs work badly with very many descriptors (select(2)) or little memory.
///
///     ProcessLimits limits;
///     for (const QString &shortfall : limits.apply(configuration.limits))
///         qCWarning(lcService).noquote() << shortfall;
class DAEMONRPC_SERVICE_EXPORT ProcessLimits
{
public:
    /// One limit. Value.
    struct Limit
    {
        int resource; ///< RLIMIT_...
        rlimit value;
    };

    /// Remembers the limits as they are.
    ProcessLimits();

    /// Sets soft limits, and hard ones where they are too low and this process may raise them; before
    /// privileges are dropped, so that it may. Returns one sentence for each that could not be set in full.
    /// May be called again, after a reload; 0 for open files or memory gives back what was before.
    QStringList apply(const ServiceConfiguration::ResourceLimits &wanted);

    /// The limits before the first apply(), for children.
    [[nodiscard]] const QList<Limit> &original() const { return m_original; }

    /// Descriptors that are open now; -1 when unknown.
    [[nodiscard]] static int openDescriptors();

private:
    [[nodiscard]] rlimit originalOf(int resource) const;

    QList<Limit> m_original;
};

} // namespace DaemonRpc
