// A server with its admin interface, for tests of those who follow it.
#pragma once

#include "tests/shared/functionlink.h"
#include "tests/shared/wirepeer.h"

#include <daemonrpc/admin/adminservice.h>
#include <daemonrpc/admin/daemonevent.h>
#include <daemonrpc/wire/command.h>

#include <QJsonArray>
#include <QJsonDocument>

/// A control that does nothing but tell.
class QuietControl : public DaemonRpc::DaemonControl
{
public:
    [[nodiscard]] DaemonRpc::DaemonSnapshot snapshot() const override { return status; }

    DaemonRpc::Result<void> drain() override { return {}; }

    DaemonRpc::Result<void> stop(bool) override { return {}; }

    void restart(RestartCallback callback) override { callback(DaemonRpc::RestartReport()); }

    DaemonRpc::DaemonSnapshot status;
};

/// Knows "wait", which ends when it is cancelled, and "quick", which ends at once.
struct FollowedDaemon
{
    FollowedDaemon()
        : server(handlers())
        , service(server, control)
    {
        control.status.state = QStringLiteral("ready");
        server.setRpcEndpoint(&service);
    }

    static DaemonRpc::HandlerRegistry handlers()
    {
        using namespace DaemonRpc;
        HandlerRegistry registry;
        registry.add("wait", std::make_unique<FunctionHandler>([](RequestContext &context) {
                         QObject::connect(
                             &context, &RequestContext::cancellationRequested, &context,
                             [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
                         return std::make_unique<Execution>();
                     }));
        registry.add("quick", std::make_unique<FunctionHandler>(
                                  [](RequestContext &context) -> std::unique_ptr<Execution> {
                                      context.write("done");
                                      context.finish(0);
                                      return nullptr;
                                  }));
        return registry;
    }

    /// A client that has asked for @p command; it runs as soon as the event loop does.
    std::unique_ptr<WirePeer> call(const QByteArray &command)
    {
        using namespace DaemonRpc;
        auto [near, far] = MemoryStream::makePair();
        server.serve(std::move(near));
        auto peer = std::make_unique<WirePeer>(std::move(far));
        peer->send(FrameType::VersionCheck, VersionCheck().encode());
        peer->send(FrameType::Command, Command(QByteArrayList{command, "x"}).encode());
        return peer;
    }

    QuietControl control;
    DaemonRpc::Server server;
    DaemonRpc::AdminService service;
};

/// One Rpc connection to it, whose reading a test decides.
class Follower
{
public:
    Follower(FollowedDaemon &daemon, quint64 connectionId, DaemonRpc::Role role = DaemonRpc::Role::ReadOnly)
        : m_link(connectionId, DaemonRpc::PeerIdentity{std::nullopt, {}, {}, role},
                 [this](QByteArrayView message) { take(message); })
        , m_conversation(daemon.service.open(m_link))
    {}

    /// The answer, an object with "result" or "error".
    QJsonObject call(const QString &method, const QJsonValue &params)
    {
        m_answer = {};
        const QJsonObject request{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                  {QStringLiteral("id"), 1},
                                  {QStringLiteral("method"), method},
                                  {QStringLiteral("params"), params}};
        m_conversation->receive(QJsonDocument(request).toJson());
        return m_answer;
    }

    /// The snapshot; an empty event when the daemon refuses.
    DaemonRpc::DaemonEvent subscribe(const QJsonObject &options)
    {
        const QJsonObject result =
            call(QStringLiteral("daemon.subscribe"), options).value(u"result").toObject();
        subscription = result.value(u"subscription").toInteger();
        const auto snapshot = DaemonRpc::DaemonEvent::fromJson(result.value(u"snapshot").toObject());
        return snapshot ? *snapshot : DaemonRpc::DaemonEvent();
    }

    /// How often a request was told as finished.
    [[nodiscard]] qsizetype finishedCount() const
    {
        qsizetype count = 0;
        for (const DaemonRpc::DaemonEvent &event : events) {
            for (const DaemonRpc::RequestSnapshot &request : event.requests)
                count += request.isFinished() ? 1 : 0;
        }
        return count;
    }

    void hangUp() { m_conversation.reset(); }

    void setPending(qint64 bytes) { m_link.pending = bytes; }

    QList<DaemonRpc::DaemonEvent> events;
    qint64 subscription = 0;
    bool isBroken = false; ///< Something came that is no event.

private:
    void take(QByteArrayView message)
    {
        const QJsonObject object = QJsonDocument::fromJson(message.toByteArray()).object();
        if (object.value(u"method").toString() != u"daemon.event") {
            m_answer = object;
            return;
        }
        const auto event = DaemonRpc::DaemonEvent::fromJson(object.value(u"params").toObject());
        isBroken |= !event;
        if (event)
            events.append(*event);
    }

    FunctionLink m_link;
    std::unique_ptr<DaemonRpc::RpcConversation> m_conversation;
    QJsonObject m_answer;
};
