// One line of a daemon's log, as far as the client understands it.
#pragma once

#include <QByteArrayView>

#include <optional>

namespace DaemonRpc::Cli {

/// How grave a line is, in rising order; the names are those of the log.
enum class Severity { Debug, Info, Warning, Error, Fatal };

/// Nothing for an unknown name.
[[nodiscard]] std::optional<Severity> severityFromName(QByteArrayView name);

/// What a line says of itself. Value.
struct LogLine
{
    qint64 timeMs = 0; ///< Milliseconds since the epoch.
    Severity severity = Severity::Info;
    qint64 requestId = 0; ///< 0: none.

    /// Reads a text line (`2026-01-31T08:00:00.123Z info daemonrpc.request 4711 4712 [request 12]: …`) or a
    /// JSON line, with or without its line feed. Nothing when it is neither: a program's own output, the rest
    /// of a line that was cut.
    [[nodiscard]] static std::optional<LogLine> parse(QByteArrayView line);

    friend bool operator==(const LogLine &, const LogLine &) = default;
};

} // namespace DaemonRpc::Cli
