// One who looks on at a request's output.
#pragma once

#include "tailbuffer_p.h"

#include <daemonrpc/admin/outputevent.h>
#include <daemonrpc/handler/requestcontext.h>
#include <daemonrpc/jsonrpc/rpcreplychannel.h>

#include <QTimer>

namespace DaemonRpc {

/// Tells what one request writes, at a fixed rate and as fast as it is read. Thread-bound.
///
/// Of each stream the latest maxBytes are kept between two tellings, and while more than maxPendingBytes wait
/// to be read; older ones are counted as omitted. So it costs a fixed amount and holds up nobody. When the
/// request has ended it stays until the rest is told.
class RequestTail : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds interval{50};
    /// What may wait for the reader before it is let alone.
    static constexpr qint64 maxPendingBytes = 256 * 1024;

    /// Of @p context, which may go once it has finished.
    RequestTail(qint64 id, quint64 connectionId, qsizetype maxBytes, const RequestContext &context,
                const RpcReplyChannel &channel);

    [[nodiscard]] qint64 id() const { return m_id; }

    [[nodiscard]] quint64 connectionId() const { return m_connectionId; }

    /// Whether nobody can be told any more.
    [[nodiscard]] bool isAbandoned() const { return m_channel.isClosed(); }

Q_SIGNALS:
    /// All is told, or the connection has ended; said once.
    void ended(qint64 id);

private:
    [[nodiscard]] TailBuffer &bufferOf(OutputStream stream)
    {
        return stream == OutputStream::Output ? m_output : m_errorOutput;
    }

    void onOutput(OutputStream stream, QByteArrayView bytes);
    void onFinished();
    void tell();
    /// False when the reader has to catch up first.
    bool tellOutput();
    void send(OutputEvent event);

    const qint64 m_id;
    const quint64 m_connectionId;
    RpcReplyChannel m_channel;
    TailBuffer m_output;
    TailBuffer m_errorOutput;
    OutputStream m_turn = OutputStream::ErrorOutput; // a busy stream does not keep the other one back
    qint64 m_sequence = 0;
    QTimer m_timer;
    bool m_isOver = false;
    bool m_hasEnded = false;
};

} // namespace DaemonRpc
