// One line of a recorded session.
#pragma once

#include <daemonrpc/admin/daemonevent.h>

#include <QByteArray>

#include <optional>

namespace DaemonRpc::Monitor {

/// What happened to one daemon at one moment. Value.
///
/// A recording is a text of JSON objects, one per line: a header {"format": "daemon-rpc-recording",
/// "version": 1}, then entries. Unknown members are ignored, so that later versions can say more.
struct RecordingEntry
{
    enum class Kind {
        Added,    ///< A daemon has come: daemonId and pid.
        Snapshot, ///< event is its whole picture.
        Event,    ///< event is what has changed.
        Gone,     ///< It has ended.
        Removed,  ///< It was dismissed.
    };

    /// Longer lines are refused.
    static constexpr qsizetype maxLineBytes = 32 * 1024 * 1024;

    qint64 atMs = 0;   ///< Since the recording began.
    qint64 daemon = 0; ///< Its number in the recording.
    Kind kind = Kind::Added;
    QString daemonId;
    qint64 pid = 0;
    std::optional<DaemonEvent> event;

    [[nodiscard]] static QByteArray header();
    /// Errors: InvalidArgument, when @p line is the header of no recording, or of a later version's.
    [[nodiscard]] static Result<void> checkHeader(const QByteArray &line);

    /// With the line feed.
    [[nodiscard]] QByteArray toLine() const;
    /// Errors: InvalidArgument, with what is wrong.
    [[nodiscard]] static Result<RecordingEntry> fromLine(const QByteArray &line);
};

} // namespace DaemonRpc::Monitor
