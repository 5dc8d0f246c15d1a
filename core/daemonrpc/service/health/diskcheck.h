// Is there room for the log?
#pragma once

#include <daemonrpc/service/health/healthcheck.h>

#include <functional>
#include <optional>

namespace DaemonRpc {

/// Free space where a file is written. Thread-bound. A full disk costs log lines, never service, and no
/// restart mends it.
class DAEMONRPC_SERVICE_EXPORT DiskCheck : public HealthCheck
{
public:
    struct Options
    {
        QString file; ///< Whose directory is looked at.
        qint64 warningBytes = 100 * 1024 * 1024;
        qint64 failureBytes = 1024 * 1024;
    };

    /// Bytes that an unprivileged process may still write in a directory; nothing when it cannot be examined.
    using SpaceSource = std::function<std::optional<qint64>(const QString &directory)>;

    explicit DiskCheck(const Options &options, SpaceSource space = {});

    /// The file has moved.
    void setFile(const QString &file) { m_options.file = file; }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] HealthResult run() override;

    [[nodiscard]] bool isCuredByRestart() const override { return false; }

private:
    Options m_options;
    SpaceSource m_space;
};

} // namespace DaemonRpc
