// What one who looks on is told of a request's output.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/handler/outputstream.h>

#include <QByteArray>
#include <QJsonObject>

namespace DaemonRpc {

/// The parameters of a notification daemon.output. Value.
///
///     {"tail": 1, "sequence": 3, "stream": "stdout", "data": "aGVsbG8K", "omitted_bytes": 0,
///      "finished": false}
///
/// The data is base64, since output may be any bytes. Each stream is told in its order; how the two were
/// mixed is not. The last event has `finished` true and no data.
struct DAEMONRPC_EXPORT OutputEvent
{
    qint64 tail = 0;
    qint64 sequence = 0; ///< From 1, without gaps.
    OutputStream stream = OutputStream::Output;
    QByteArray bytes;
    qint64 omittedBytes = 0; ///< Of the same stream, missing right before the bytes.
    bool isFinished = false; ///< The request has ended, and all is said.

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing, of another type or out of its range.
    static Result<OutputEvent> fromJson(const QJsonObject &json);

    friend bool operator==(const OutputEvent &, const OutputEvent &) = default;
};

} // namespace DaemonRpc
