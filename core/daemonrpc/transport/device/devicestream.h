// A stream on any QIODevice with a connection behind it.
#pragma once

#include <daemonrpc/transport/stream.h>

#include <QIODevice>

#include <memory>

namespace DaemonRpc {

/// A stream on an open, sequential, asynchronous QIODevice: QLocalSocket, QTcpSocket, QSslSocket or an
/// embedder's own. Thread-bound. The portable implementation; on Unix DescriptorStream is about three times
/// as fast.
class DAEMONRPC_EXPORT DeviceStream : public Stream
{
    Q_OBJECT

public:
    /// Bytes the device may hold for a paused reader.
    static constexpr qint64 readBufferBytes = 128 * 1024;

    /// Takes @p device, which must be connected. @p peer is what peer() answers.
    explicit DeviceStream(std::unique_ptr<QIODevice> device,
                          std::optional<PeerCredentials> peer = std::nullopt, QObject *parent = nullptr);
    ~DeviceStream() override;

    void write(QByteArrayView head, QByteArrayView body = {}) override;
    void flush() override;
    [[nodiscard]] qint64 bytesPending() const override;
    void setReading(bool enabled) override;
    void closeWhenSent() override;
    [[nodiscard]] std::optional<PeerCredentials> peer() const override;

private:
    void readAll();
    void onBytesWritten();
    void onDisconnected();
    void sayClosedIfDone();

    std::unique_ptr<QIODevice> m_device;
    std::optional<PeerCredentials> m_peer;
    bool m_isReading = false;
    bool m_isFlushing = false;
    bool m_isDisconnected = false;
    bool m_saidEnded = false;
    bool m_closing = false;
    bool m_saidClosed = false;
};

} // namespace DaemonRpc
