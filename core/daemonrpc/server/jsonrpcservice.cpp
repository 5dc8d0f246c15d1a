#include <daemonrpc/server/jsonrpcservice.h>

namespace DaemonRpc {

// One peer's calls: answers that come after it has gone are dropped by the channel.
class JsonRpcService::Conversation : public RpcConversation
{
public:
    Conversation(JsonRpcService &service, RpcLink &link)
        : m_service(service)
        , m_links(service.m_links)
        , m_link(link)
        , m_channel([&link](const QByteArray &message) { link.send(message); },
                    [&link] { return link.bytesPending(); })
    {
        m_links->insert(link.connectionId(), &link);
    }

    ~Conversation() override
    {
        m_links->remove(m_link.connectionId());
        m_channel.close();
    }

    Conversation(const Conversation &) = delete;
    Conversation &operator=(const Conversation &) = delete;

    void receive(QByteArrayView message) override
    {
        m_service.m_dispatcher.dispatch(message, RpcPeer{m_link.peer(), m_link.connectionId()}, m_channel);
    }

private:
    JsonRpcService &m_service;
    std::shared_ptr<Links> m_links;
    RpcLink &m_link;
    RpcReplyChannel m_channel;
};

JsonRpcService::JsonRpcService()
    : m_dispatcher(m_methods)
    , m_links(std::make_shared<Links>())
{
    MethodDescription description;
    description.name = QStringLiteral("daemon.authenticate");
    description.summary = QStringLiteral("Gives this connection the role that a token stands for.");
    description.parameters = {
        {QStringLiteral("token"), RpcType::String, true, QStringLiteral("The content of the token file.")}};
    description.resultSummary = QStringLiteral("An object: role.");
    description.role = Role::None;
    m_methods.addSync(description, [this](const RpcParams &params, const RpcPeer &peer) {
        return authenticate(params, peer);
    });
}

JsonRpcService::~JsonRpcService() = default;

std::unique_ptr<RpcConversation> JsonRpcService::open(RpcLink &link)
{
    return std::make_unique<Conversation>(*this, link);
}

Result<QJsonValue> JsonRpcService::authenticate(const RpcParams &params, const RpcPeer &peer)
{
    RpcLink *link = m_links->value(peer.connectionId);
    const Result<QString> token = params.string(u"token");
    if (!token)
        return unexpected(token.error());
    if (!link)
        return unexpected(ErrorCode::Unsupported, QStringLiteral("there is no connection to authenticate"));
    const Result<Role> role = link->authenticate(token->toUtf8());
    if (!role)
        return unexpected(role.error());
    return QJsonObject{{QStringLiteral("role"), roleName(*role)}};
}

} // namespace DaemonRpc
