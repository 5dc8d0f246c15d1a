#include "requesttail_p.h"

#include <daemonrpc/jsonrpc/rpcmessage.h>

namespace DaemonRpc {

RequestTail::RequestTail(qint64 id, quint64 connectionId, qsizetype maxBytes, const RequestContext &context,
                         const RpcReplyChannel &channel)
    : m_id(id)
    , m_connectionId(connectionId)
    , m_channel(channel)
    , m_output(maxBytes)
    , m_errorOutput(maxBytes)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &RequestTail::tell);
    connect(&context, &RequestContext::outputWritten, this, &RequestTail::onOutput);
    connect(&context, &RequestContext::finished, this, &RequestTail::onFinished);
}

// Within the handler's own call: nothing is sent here.
void RequestTail::onOutput(OutputStream stream, QByteArrayView bytes)
{
    bufferOf(stream).add(bytes);
    if (!m_timer.isActive())
        m_timer.start();
}

void RequestTail::onFinished()
{
    m_isOver = true;
    if (!m_timer.isActive())
        m_timer.start();
}

void RequestTail::tell()
{
    if (m_hasEnded)
        return;
    if (!tellOutput() && !m_channel.isClosed()) {
        m_timer.start();
        return;
    }
    if (m_isOver && !m_channel.isClosed()) {
        OutputEvent last;
        last.isFinished = true;
        send(last);
    }
    if (m_isOver || m_channel.isClosed()) {
        m_hasEnded = true;
        Q_EMIT ended(m_id);
    }
}

bool RequestTail::tellOutput()
{
    while (!m_output.isEmpty() || !m_errorOutput.isEmpty()) {
        if (m_channel.isClosed() || m_channel.bytesPending() > maxPendingBytes)
            return false;
        m_turn = m_turn == OutputStream::Output ? OutputStream::ErrorOutput : OutputStream::Output;
        const std::optional<TailBuffer::Piece> piece = bufferOf(m_turn).take();
        if (!piece)
            continue;
        OutputEvent event;
        event.stream = m_turn;
        event.bytes = piece->bytes;
        event.omittedBytes = piece->omittedBytes;
        send(event);
    }
    return true;
}

void RequestTail::send(OutputEvent event)
{
    event.tail = m_id;
    event.sequence = ++m_sequence;
    m_channel.send(RpcRequest{std::nullopt, QStringLiteral("daemon.output"), event.toJson()}.encode());
}

} // namespace DaemonRpc
