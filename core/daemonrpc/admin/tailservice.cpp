#include "logging_p.h"
#include "requesttail_p.h"

#include <daemonrpc/admin/taillimits.h>
#include <daemonrpc/admin/tailservice.h>

#include <algorithm>

namespace DaemonRpc {

TailService::TailService(Server &server)
    : m_server(server)
{}

TailService::~TailService() = default;

void TailService::addTo(MethodRegistry &methods)
{
    using enum RpcType;
    methods.add({QStringLiteral("daemon.tail"),
                 QStringLiteral("Tells what a running request writes from now on, as notifications "
                                "daemon.output. What is not read fast enough is left out and counted."),
                 {{QStringLiteral("id"), Integer, true, QStringLiteral("The request.")},
                  {QStringLiteral("max_bytes"), Integer, false,
                   QStringLiteral("Bytes of each stream that are kept until they are told, 4096 to 1048576; "
                                  "262144 when left out.")}},
                 QStringLiteral("An object: tail (its id), max_bytes, interval_ms, earlier_bytes (written "
                                "before, not told)."),
                 Role::Control},
                [this](const RpcCall &call) { tail(call); });
    methods.addSync({QStringLiteral("daemon.untail"),
                     QStringLiteral("Ends a tail of this connection."),
                     {{QStringLiteral("tail"), Integer, true, QStringLiteral("Its id.")}},
                     QStringLiteral("true"),
                     Role::Control},
                    [this](const RpcParams &params, const RpcPeer &peer) { return untail(params, peer); });
}

Result<const RequestContext *> TailService::requestOf(const RpcParams &params) const
{
    const Result<qint64> id = params.integer(u"id");
    if (!id)
        return unexpected(id.error());
    const RequestContext *context =
        *id > 0 ? m_server.requests().context(static_cast<quint64>(*id)) : nullptr;
    if (!context || context->isFinished()) {
        return unexpected(
            ErrorCode::UnknownRequest,
            QStringLiteral("no running request has the id %1; the output of finished ones is not kept")
                .arg(*id));
    }
    return context;
}

Result<qint64> TailService::bytesOf(const RpcParams &params)
{
    const Result<qint64> bytes = params.integer(u"max_bytes", TailLimits::defaultBytes);
    if (bytes && (*bytes < TailLimits::minBytes || *bytes > TailLimits::maxBytes)) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("parameter \"max_bytes\" must be %1 to %2")
                              .arg(TailLimits::minBytes)
                              .arg(TailLimits::maxBytes));
    }
    return bytes;
}

Result<void> TailService::admit(quint64 connectionId)
{
    removeAbandoned();
    const auto ofConnection =
        std::count_if(m_tails.begin(), m_tails.end(), [connectionId](const auto &entry) {
            return entry.second->connectionId() == connectionId;
        });
    if (ofConnection >= TailLimits::maxPerConnection) {
        return unexpected(
            ErrorCode::ResourceExhausted,
            QStringLiteral("this connection follows the output of %1 requests, the limit; end one first")
                .arg(ofConnection));
    }
    if (count() >= TailLimits::maxTails) {
        return unexpected(
            ErrorCode::ResourceExhausted,
            QStringLiteral("the output of requests is followed %1 times, the limit").arg(count()));
    }
    return {};
}

void TailService::tail(const RpcCall &call)
{
    const Result<const RequestContext *> request = requestOf(call.params());
    if (!request) {
        call.fail(request.error());
        return;
    }
    const Result<qint64> bytes = bytesOf(call.params());
    if (!bytes) {
        call.fail(bytes.error());
        return;
    }
    if (call.channel().isClosed()) {
        call.fail(Error(ErrorCode::Unsupported, QStringLiteral("this connection takes no notifications")));
        return;
    }
    const quint64 connectionId = call.peer().connectionId;
    if (const Result<void> admitted = admit(connectionId); !admitted) {
        call.fail(admitted.error());
        return;
    }
    if (m_tails.empty()) {
        m_watch = connect(&m_server.connections(), &ConnectionTable::removed, this,
                          &TailService::onConnectionRemoved, Qt::QueuedConnection);
    }
    const qint64 id = ++m_lastId;
    auto tail = std::make_unique<RequestTail>(id, connectionId, *bytes, **request, call.channel());
    // Queued: what ends is the sender.
    connect(tail.get(), &RequestTail::ended, this, &TailService::remove, Qt::QueuedConnection);
    m_tails.emplace(id, std::move(tail));
    qCInfo(lcAdmin) << "connection" << connectionId << "follows the output of request" << (*request)->id();
    call.reply(
        QJsonObject{{QStringLiteral("tail"), id},
                    {QStringLiteral("max_bytes"), *bytes},
                    {QStringLiteral("interval_ms"), static_cast<qint64>(RequestTail::interval.count())},
                    {QStringLiteral("earlier_bytes"), (*request)->outputBytes()}});
}

Result<QJsonValue> TailService::untail(const RpcParams &params, const RpcPeer &peer)
{
    const Result<qint64> id = params.integer(u"tail");
    if (!id)
        return unexpected(id.error());
    const auto found = m_tails.find(*id);
    if (found == m_tails.end() || found->second->connectionId() != peer.connectionId)
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("this connection has no tail %1").arg(*id));
    remove(*id);
    return true;
}

void TailService::remove(qint64 id)
{
    m_tails.erase(id);
    if (m_tails.empty())
        disconnect(m_watch);
}

void TailService::removeAbandoned()
{
    std::erase_if(m_tails, [](const auto &entry) { return entry.second->isAbandoned(); });
    if (m_tails.empty())
        disconnect(m_watch);
}

void TailService::onConnectionRemoved(const ConnectionRecord &connection)
{
    std::erase_if(m_tails,
                  [&connection](const auto &entry) { return entry.second->connectionId() == connection.id; });
    if (m_tails.empty())
        disconnect(m_watch);
}

} // namespace DaemonRpc
