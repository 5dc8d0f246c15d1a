#include <daemonrpc/jsonrpc/rpcreplychannel.h>

namespace DaemonRpc {

struct RpcReplyChannel::State
{
    std::shared_ptr<const SendFunction> send;
    PendingFunction bytesPending;
};

RpcReplyChannel::RpcReplyChannel(SendFunction send, PendingFunction bytesPending)
    : m_state(std::make_shared<State>())
{
    m_state->bytesPending = std::move(bytesPending);
    if (send)
        m_state->send = std::make_shared<const SendFunction>(std::move(send));
}

void RpcReplyChannel::send(const QByteArray &message) const
{
    // A copy: close() from within must not destroy the function that runs.
    const std::shared_ptr<const SendFunction> send = m_state->send;
    if (send)
        (*send)(message);
}

void RpcReplyChannel::close() const
{
    m_state->send.reset();
    m_state->bytesPending = nullptr;
}

qint64 RpcReplyChannel::bytesPending() const { return m_state->bytesPending ? m_state->bytesPending() : 0; }

bool RpcReplyChannel::isClosed() const { return !m_state->send; }

} // namespace DaemonRpc
