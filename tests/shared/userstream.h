// A stream whose peer is whoever a test says.
#pragma once

#include <daemonrpc/transport/memory/memorystream.h>

#include <memory>
#include <optional>

/// A memory stream that tells other credentials than this process's own.
class UserStream : public DaemonRpc::Stream
{
    Q_OBJECT

public:
    UserStream(std::unique_ptr<DaemonRpc::Stream> stream, std::optional<DaemonRpc::PeerCredentials> peer)
        : m_stream(std::move(stream))
        , m_peer(peer)
    {
        connect(m_stream.get(), &Stream::received, this, &Stream::received);
        connect(m_stream.get(), &Stream::sent, this, &Stream::sent);
        connect(m_stream.get(), &Stream::ended, this, &Stream::ended);
        connect(m_stream.get(), &Stream::failed, this, &Stream::failed);
        connect(m_stream.get(), &Stream::closed, this, &Stream::closed);
    }

    void write(QByteArrayView head, QByteArrayView body = {}) override { m_stream->write(head, body); }

    void flush() override { m_stream->flush(); }

    [[nodiscard]] qint64 bytesPending() const override { return m_stream->bytesPending(); }

    void setReading(bool enabled) override { m_stream->setReading(enabled); }

    void closeWhenSent() override { m_stream->closeWhenSent(); }

    [[nodiscard]] std::optional<DaemonRpc::PeerCredentials> peer() const override { return m_peer; }

private:
    std::unique_ptr<DaemonRpc::Stream> m_stream;
    std::optional<DaemonRpc::PeerCredentials> m_peer;
};
