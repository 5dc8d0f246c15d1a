// All that a daemon knows about itself, for the person who has to find out what is wrong.
#pragma once

#include <daemonrpc/admin/connectionsnapshot.h>
#include <daemonrpc/admin/daemonsnapshot.h>
#include <daemonrpc/admin/requestsnapshot.h>
#include <daemonrpc/service/export.h>

#include <QList>
#include <QStringList>

#include <utility>

namespace DaemonRpc {

class Server;

/// The state of a daemon at one moment, as text. Value.
///
///     StateDump dump = StateDump::of(daemon.snapshot(), daemon.server());
///     dump.addSection(QStringLiteral("Configuration"), lines);
///     const Result<QString> path = dump.write();
class DAEMONRPC_SERVICE_EXPORT StateDump
{
public:
    static constexpr qsizetype maxListed =
        500; ///< Requests, connections or descriptors; the rest is counted.

    /// Takes what @p server knows, and memory, limits, threads and descriptors of this process.
    static StateDump of(const DaemonSnapshot &daemon, const Server &server);

    /// One more section at the end.
    void addSection(const QString &title, const QStringList &lines) { m_sections.append({title, lines}); }

    /// The whole as UTF-8. Control characters are replaced: nothing that a client sent forges a line.
    [[nodiscard]] QByteArray toText() const;

    /// "daemon-rpc-<id>.dump" beside the daemon's socket.
    [[nodiscard]] QString path() const;

    /// Replaces the file at path() in one step, mode 0600; returns the path. Errors: InvalidArgument when the
    /// daemon has no socket; of open(2), write(2), rename(2).
    Result<QString> write() const;

private:
    using Section = std::pair<QString, QStringList>;

    QString m_daemonId;
    QString m_socketPath;
    QList<Section> m_sections;
};

} // namespace DaemonRpc
