// The name of a daemon.
#pragma once

#include <daemonrpc/base/result.h>

#include <QHashFunctions>

namespace DaemonRpc {

/// A valid daemon id: 1 to 64 characters of [A-Za-z0-9._-]. Value.
///
///     const Result<DaemonId> id = DaemonId::parse(u"build-server");
class DAEMONRPC_EXPORT DaemonId
{
public:
    static constexpr int maxLength = 64;

    /// The id "default".
    DaemonId();

    /// Errors: InvalidAddress with the rule in the message.
    static Result<DaemonId> parse(const QString &text);

    [[nodiscard]] const QString &toString() const { return m_text; }

    friend bool operator==(const DaemonId &, const DaemonId &) = default;

    friend size_t qHash(const DaemonId &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    explicit DaemonId(QString text);
    QString m_text;
};

} // namespace DaemonRpc
