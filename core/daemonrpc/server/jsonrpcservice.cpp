#include "blockingcall_p.h"

#include <daemonrpc/jsonrpc/dispatcher.h>
#include <daemonrpc/jsonrpc/objectmethods.h>
#include <daemonrpc/server/jsonrpcservice.h>

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace DaemonRpc {

struct JsonRpcService::Shared
{
    explicit Shared(const MethodRegistry &methods)
        : dispatcher(methods)
        , workers(std::make_shared<BlockingWorkers>())
    {}

    struct Open
    {
        RpcLink *link = nullptr;
        std::shared_ptr<RpcCallTable> calls;
    };

    RpcDispatcher dispatcher;
    QHash<quint64, Open> open; // conversations, by connection
    std::shared_ptr<BlockingWorkers> workers;
};

// How long one peer's calls may keep the event loop from everybody else.
static constexpr std::chrono::milliseconds longestStretch{5};

// One peer's calls. Those that run when it ends are cancelled; their answers are dropped by the channel.
class JsonRpcService::Conversation : public RpcConversation
{
public:
    Conversation(std::shared_ptr<Shared> shared, RpcLink &link)
        : m_shared(std::move(shared))
        , m_link(link)
        , m_channel([&link](const QByteArray &message) { link.send(message); },
                    [&link] { return link.bytesPending(); })
        , m_calls(std::make_shared<RpcCallTable>(m_shared->dispatcher.limits()))
    {
        m_calls->setPacing(longestStretch, [channel = m_channel] {
            return channel.bytesPending() <= Limits().highWaterBytes;
        });
        m_shared->open.insert(link.connectionId(), {&link, m_calls});
    }

    ~Conversation() override
    {
        m_shared->open.remove(m_link.connectionId());
        m_channel.close();
        m_calls->close(CancellationReason::ClientClosed);
    }

    Conversation(const Conversation &) = delete;
    Conversation &operator=(const Conversation &) = delete;

    void receive(QByteArrayView message) override
    {
        // Copies: a method may end this conversation.
        const std::shared_ptr<Shared> shared = m_shared;
        const std::shared_ptr<RpcCallTable> calls = m_calls;
        const RpcReplyChannel channel = m_channel;
        shared->dispatcher.dispatch(message, RpcPeer{m_link.peer(), m_link.connectionId()}, channel, *calls);
    }

    [[nodiscard]] quint64 callCount() const override { return m_calls->arrivedCount(); }

    [[nodiscard]] bool isIdle() const override { return m_calls->unansweredCount() == 0; }

    [[nodiscard]] bool isSettled() const override
    {
        return m_calls->runningCount() == 0 && m_calls->waitingCount() == 0;
    }

    void cancelCalls() override
    {
        const std::shared_ptr<RpcCallTable> calls = m_calls; // an answer may end this conversation
        calls->cancelAll(CancellationReason::Shutdown);
    }

private:
    std::shared_ptr<Shared> m_shared;
    RpcLink &m_link;
    RpcReplyChannel m_channel;
    std::shared_ptr<RpcCallTable> m_calls;
};

JsonRpcService::JsonRpcService()
    : m_shared(std::make_shared<Shared>(m_methods))
{
    setLimits(Limits());
    addOwnMethods();
}

JsonRpcService::~JsonRpcService()
{
    // The conversations may stay for a while; their calls are of no use any more.
    const auto open = m_shared->open;
    for (const Shared::Open &conversation : open)
        conversation.calls->close(CancellationReason::Shutdown);
    const std::shared_ptr<BlockingWorkers> workers = m_shared->workers;
    while (!workers->calls.empty())
        (*workers->calls.begin())->giveUp();
    workers->queue = nullptr;
}

void JsonRpcService::addOwnMethods()
{
    MethodDescription token;
    token.name = QStringLiteral("daemon.authenticate");
    token.summary = QStringLiteral("Gives this connection the role that a token stands for.");
    token.parameters = {
        {QStringLiteral("token"), RpcType::String, true, QStringLiteral("The content of the token file.")}};
    token.resultSummary = QStringLiteral("An object: role.");
    token.role = Role::None;
    m_methods.addSync(
        token, [this](const RpcParams &params, const RpcPeer &peer) { return authenticate(params, peer); });

    MethodDescription queues;
    queues.name = QStringLiteral("daemon.queues");
    queues.summary = QStringLiteral("Lists the exclusive engines, with the call that each runs and those "
                                    "that wait for it, in their order.");
    queues.resultSummary = QStringLiteral("An array of objects: name, running (or null), waiting, "
                                          "waiting_count, max_waiting, served_count; a call is method, "
                                          "caller, connection_id, age_ms, cancelled.");
    queues.role = Role::ReadOnly;
    m_methods.addSync(queues, [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
        QJsonArray engines;
        for (const ExclusiveEngine &engine : std::as_const(m_engines))
            engines.append(engine.snapshot().toJson());
        return engines;
    });
}

void JsonRpcService::setWorkers(WorkQueue *queue) { m_shared->workers->queue = queue; }

void JsonRpcService::setLimits(const Limits &limits)
{
    m_shared->dispatcher.setLimits(RpcLimits(limits));
    m_shared->workers->grace = limits.grace;
}

void JsonRpcService::addBlocking(const MethodDescription &description, BlockingMethodFunction function)
{
    m_methods.add(description, blocking(std::move(function)));
}

void JsonRpcService::addBlocking(const MethodDescription &description, BlockingMethodFunction function,
                                 const ExclusiveEngine &engine)
{
    addExclusive(description, blocking(std::move(function)), engine);
}

void JsonRpcService::addExclusive(const MethodDescription &description, MethodFunction function,
                                  const ExclusiveEngine &engine)
{
    show(engine);
    m_methods.add(description, engine.exclusive(std::move(function)));
}

MethodFunction JsonRpcService::blocking(BlockingMethodFunction function) const
{
    Q_ASSERT_X(function, "JsonRpcService::blocking", "a function is needed");
    return [function = std::move(function), workers = m_shared->workers](const RpcCall &call) {
        BlockingCall::start(call, function, workers);
    };
}

QStringList JsonRpcService::addObject(QObject *object, const QString &prefix, Role role)
{
    return ObjectMethods::addTo(m_methods, object, prefix, role);
}

void JsonRpcService::show(const ExclusiveEngine &engine)
{
    const auto isShown = [&engine](const ExclusiveEngine &shown) { return shown.isSameAs(engine); };
    if (std::none_of(m_engines.cbegin(), m_engines.cend(), isShown))
        m_engines.append(engine);
}

qsizetype JsonRpcService::blockingCount() const
{
    return static_cast<qsizetype>(m_shared->workers->calls.size());
}

std::unique_ptr<RpcConversation> JsonRpcService::open(RpcLink &link)
{
    return std::make_unique<Conversation>(m_shared, link);
}

Result<QJsonValue> JsonRpcService::authenticate(const RpcParams &params, const RpcPeer &peer) const
{
    RpcLink *link = m_shared->open.value(peer.connectionId).link;
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
