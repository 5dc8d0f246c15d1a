// The frame: how messages are cut out of a stream of bytes (docs/PROTOCOL.md, "Frame").
#pragma once

#include <daemonrpc/base/export.h>

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace DaemonRpc {

/// Message types. Below 0x80 an unknown type is a protocol violation; from 0x80 up it is ignored.
enum class FrameType : quint8 {
    VersionCheck = 0x01,
    Command = 0x02,
    OutputChunk = 0x03,
    ErrorChunk = 0x04,
    CommandError = 0x05,
    CommandFinished = 0x06,
    InputWanted = 0x07,
    InputChunk = 0x08,
    Cancel = 0x09,
    Resize = 0x0a,
    Notice = 0x0b,
    Rpc = 0x10,
    FirstExtension = 0x80, ///< From here on unknown types are skipped.
};

/// Bytes before the payload: length (u32, network order, counts type and payload) and type.
inline constexpr qsizetype frameHeaderSize = 5;

/// The largest payload of any frame, in bytes; keeps the first byte of a stream 0x00.
inline constexpr qsizetype maxFramePayload = 0x00ffffff - 1;

using FrameHeader = std::array<char, frameHeaderSize>;

/// The header for a payload of @p payloadSize bytes (at most maxFramePayload), for a gathered write.
[[nodiscard]] DAEMONRPC_EXPORT FrameHeader encodeFrameHeader(FrameType type, qsizetype payloadSize);

/// Header and payload in one array, for small messages.
[[nodiscard]] DAEMONRPC_EXPORT QByteArray encodeFrame(FrameType type, QByteArrayView payload);

/// One frame as the decoder hands it out. The view ends with the next call of the decoder.
struct FrameView
{
    FrameType type = FrameType::VersionCheck;
    QByteArrayView payload;
};

} // namespace DaemonRpc
