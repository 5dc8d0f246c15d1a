#include <daemonrpc/wire/frame.h>

#include <QtEndian>

namespace DaemonRpc {

FrameHeader encodeFrameHeader(FrameType type, qsizetype payloadSize)
{
    Q_ASSERT(payloadSize >= 0 && payloadSize <= maxFramePayload);
    FrameHeader header;
    qToBigEndian(static_cast<quint32>(payloadSize + 1), header.data());
    header[4] = static_cast<char>(type);
    return header;
}

QByteArray encodeFrame(FrameType type, QByteArrayView payload)
{
    const FrameHeader header = encodeFrameHeader(type, payload.size());
    QByteArray frame;
    frame.reserve(frameHeaderSize + payload.size());
    frame.append(header.data(), frameHeaderSize);
    frame.append(payload);
    return frame;
}

} // namespace DaemonRpc
