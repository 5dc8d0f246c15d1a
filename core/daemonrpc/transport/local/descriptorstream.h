// A stream on a connected socket descriptor.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/transport/stream.h>

#include <memory>

class QSocketNotifier;

namespace DaemonRpc {

class OutputBuffer;

/// A stream on a connected, non-blocking stream socket (Unix or TCP). Thread-bound.
///
/// Reads in large steps into a buffer shared by all streams of the thread, so that an idle stream holds no
/// memory; writes what a turn has queued with one gathered sendmsg(2).
class DAEMONRPC_EXPORT DescriptorStream : public Stream
{
    Q_OBJECT

public:
    /// Bytes taken from the socket per system call.
    static constexpr qsizetype readBytes = 128 * 1024;

    /// Takes @p socket, which must be connected and non-blocking.
    explicit DescriptorStream(FileDescriptor socket, QObject *parent = nullptr);
    ~DescriptorStream() override;

    void write(QByteArrayView head, QByteArrayView body = {}) override;
    void flush() override;
    [[nodiscard]] qint64 bytesPending() const override;
    void setReading(bool enabled) override;
    void closeWhenSent() override;
    [[nodiscard]] bool isPeerReading() const override;

    [[nodiscard]] std::optional<PeerCredentials> peer() const override;

    /// The socket, still owned by the stream.
    [[nodiscard]] int descriptor() const { return m_socket.get(); }

protected:
    bool event(QEvent *event) override;

private:
    void beginReading();
    void readOnce();
    [[nodiscard]] std::optional<PeerCredentials> askForPeer() const;
    [[nodiscard]] Error resetError() const;
    void finishReading(std::optional<Error> error);
    bool sendNow(QByteArrayView head, QByteArrayView body);
    void scheduleFlush();
    void waitUntilWritable();
    void onWritable();
    void saySent();
    void abandonOutput();
    void sayClosedIfDone();

    FileDescriptor m_socket;
    mutable std::optional<std::optional<PeerCredentials>> m_peer; // once asked for
    std::unique_ptr<OutputBuffer> m_output;
    std::unique_ptr<QSocketNotifier> m_readNotifier;
    std::unique_ptr<QSocketNotifier> m_writeNotifier;
    bool m_flushScheduled = false;
    bool m_hasShrunk = false;
    bool m_canWrite = true;
    bool m_isReading = false;
    bool m_hasEnded = false;
    bool m_hasSent = false;
    bool m_nothingWasTaken = false; // our first bytes were refused: the peer was gone already
    bool m_closing = false;
    bool m_saidClosed = false;
};

} // namespace DaemonRpc
