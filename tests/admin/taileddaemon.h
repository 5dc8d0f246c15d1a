// A server whose requests write what a test wants, for tests of those who look on.
#pragma once

#include "followeddaemon.h"

#include <daemonrpc/admin/outputevent.h>

#include <QPointer>
#include <QTest>

/// Knows "write", which runs until it is cancelled or ended by the test, and shows its context.
struct TailedDaemon
{
    TailedDaemon()
        : server(handlers())
        , service(server, control)
    {
        server.setRpcEndpoint(&service);
    }

    DaemonRpc::HandlerRegistry handlers()
    {
        using namespace DaemonRpc;
        HandlerRegistry registry;
        registry.add("write", std::make_unique<FunctionHandler>([this](RequestContext &context) {
                         contexts.append(&context);
                         QObject::connect(
                             &context, &RequestContext::cancellationRequested, &context,
                             [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
                         return std::make_unique<Execution>();
                     }));
        return registry;
    }

    /// Starts a request; its client.
    std::unique_ptr<WirePeer> start(const DaemonRpc::Command &command = DaemonRpc::Command({"write"}))
    {
        using namespace DaemonRpc;
        auto [near, far] = MemoryStream::makePair();
        server.serve(std::move(near));
        auto peer = std::make_unique<WirePeer>(std::move(far));
        peer->send(FrameType::VersionCheck, VersionCheck().encode());
        peer->send(FrameType::Command, command.encode());
        const qsizetype before = contexts.size();
        while (contexts.size() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return peer;
    }

    /// Of the request that was started last.
    [[nodiscard]] DaemonRpc::RequestContext &context() const { return *contexts.constLast(); }

    [[nodiscard]] qint64 id() const { return static_cast<qint64>(context().id()); }

    QList<QPointer<DaemonRpc::RequestContext>> contexts;
    QuietControl control;
    DaemonRpc::Server server;
    DaemonRpc::AdminService service;
};

/// One Rpc connection to it, whose reading a test decides.
class Onlooker
{
public:
    Onlooker(TailedDaemon &daemon, quint64 connectionId, DaemonRpc::Role role = DaemonRpc::Role::Control)
        : m_link(connectionId, DaemonRpc::PeerIdentity{std::nullopt, {}, {}, role},
                 [this](QByteArrayView message) { take(message); })
        , m_conversation(daemon.service.open(m_link))
    {}

    /// The answer, an object with "result" or "error".
    QJsonObject call(const QString &method, const QJsonValue &params)
    {
        m_answer = {};
        QJsonObject request{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                            {QStringLiteral("id"), 1},
                            {QStringLiteral("method"), method}};
        if (!params.isUndefined())
            request.insert(QStringLiteral("params"), params);
        m_conversation->receive(QJsonDocument(request).toJson());
        // One who asks very often has to wait for a turn.
        (void)QTest::qWaitFor([this] { return !m_answer.isEmpty(); });
        return m_answer;
    }

    /// The result; empty when the daemon refuses.
    QJsonObject tail(qint64 requestId, qint64 maxBytes = 4096)
    {
        return call(QStringLiteral("daemon.tail"),
                    QJsonObject{{QStringLiteral("id"), requestId}, {QStringLiteral("max_bytes"), maxBytes}})
            .value(u"result")
            .toObject();
    }

    /// What a call with @p params is refused with: the code's name.
    QString refusal(const QString &method, const QJsonValue &params)
    {
        const QJsonValue error = call(method, params).value(u"error");
        return error[QStringLiteral("data")][QStringLiteral("code")].toString();
    }

    /// Told so far of @p stream, by all tails.
    [[nodiscard]] QByteArray told(DaemonRpc::OutputStream stream) const
    {
        QByteArray bytes;
        for (const DaemonRpc::OutputEvent &event : events) {
            if (event.stream == stream)
                bytes += event.bytes;
        }
        return bytes;
    }

    [[nodiscard]] qint64 omitted() const
    {
        qint64 bytes = 0;
        for (const DaemonRpc::OutputEvent &event : events)
            bytes += event.omittedBytes;
        return bytes;
    }

    [[nodiscard]] bool isFinished() const { return !events.isEmpty() && events.constLast().isFinished; }

    void hangUp() { m_conversation.reset(); }

    void setPending(qint64 bytes) { m_link.pending = bytes; }

    QList<DaemonRpc::OutputEvent> events;
    bool isBroken = false; ///< Something came that is no event, or not the one that was due.

private:
    void take(QByteArrayView message)
    {
        const QJsonObject object = QJsonDocument::fromJson(message.toByteArray()).object();
        if (object.value(u"method").toString() != u"daemon.output") {
            m_answer = object;
            return;
        }
        const auto event = DaemonRpc::OutputEvent::fromJson(object.value(u"params").toObject());
        isBroken |= !event || event->sequence != ++m_sequences[event->tail];
        if (event)
            events.append(*event);
    }

    FunctionLink m_link;
    std::unique_ptr<DaemonRpc::RpcConversation> m_conversation;
    QJsonObject m_answer;
    QHash<qint64, qint64> m_sequences; // by tail
};
