#include <daemonrpc/client/client.h>

namespace DaemonRpc {

Client::Client(const ClientOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{}

Client::~Client() = default;

Reply *Client::execute(const Command &command, Idempotence idempotence)
{
    return new Reply(m_options, command, idempotence, nullptr, this);
}

Reply *Client::execute(const Command &command, std::unique_ptr<Stream> stream)
{
    return new Reply(m_options, command, Idempotence::Unknown, std::move(stream), this);
}

RpcChannel *Client::openRpc(Intent intent) { return new RpcChannel(m_options, intent, this); }

} // namespace DaemonRpc
