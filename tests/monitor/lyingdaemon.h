// A daemon that does not mean well.
#pragma once

#include "tests/shared/localdaemon.h"

#include <daemonrpc/admin/daemonsnapshot.h>
#include <daemonrpc/instance/discovery.h>
#include <daemonrpc/server/rpcendpoint.h>
#include <daemonrpc/server/server.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <functional>

namespace DaemonRpc::Monitor::Testing {

/// What it says. Value. JSON texts go out as they are, whether they are JSON or not.
struct Lies
{
    QByteArray status;       ///< The result of daemon.status; empty: no answer, ever.
    QByteArray subscription; ///< The result of daemon.subscribe; empty: no answer, ever.
    /// The parameters of the notification number n, from 1; nothing: there are no more.
    std::function<QByteArray(qint64)> event;
    int eventsAtOnce = 1;        ///< Before others have their turn.
    QByteArray otherwise = "17"; ///< The result of everything else.
};

/// Answers whoever asks with Lies. Thread-bound.
class LyingDaemon : public RpcEndpoint
{
public:
    explicit LyingDaemon(Lies lies)
        : m_lies(std::move(lies))
    {
        m_server.setRpcEndpoint(this);
        m_server.addListener(m_socket.takeListener());
    }

    /// As discovery would find it.
    [[nodiscard]] DiscoveredInstance instance() const
    {
        DiscoveredInstance instance{InstanceName(DaemonId()), {}, {}, {}, {}, true, true, {}};
        instance.socketPath = m_socket.path();
        return instance;
    }

    [[nodiscard]] ClientOptions options() const { return m_socket.options(); }

    [[nodiscard]] qint64 toldCount() const { return m_told; }

    std::unique_ptr<RpcConversation> open(RpcLink &link) override
    {
        return std::make_unique<Conversation>(*this, link);
    }

    /// A believable answer to daemon.status.
    static QByteArray goodStatus()
    {
        DaemonSnapshot daemon;
        daemon.daemonId = QStringLiteral("default");
        daemon.state = QStringLiteral("ready");
        daemon.pid = 4711;
        return QJsonDocument(daemon.toJson()).toJson(QJsonDocument::Compact);
    }

    /// The answer to daemon.subscribe with the snapshot @p event.
    static QByteArray subscriptionTo(const QByteArray &event)
    {
        return R"({"subscription":1,"topics":["daemon","requests","connections","log"],"snapshot":)" + event +
               '}';
    }

private:
    class Conversation : public RpcConversation
    {
    public:
        Conversation(LyingDaemon &daemon, RpcLink &link)
            : m_daemon(daemon)
            , m_link(link)
        {
            QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tell(); });
        }

        void receive(QByteArrayView message) override
        {
            const QJsonObject call = QJsonDocument::fromJson(message.toByteArray()).object();
            const QString method = call.value(u"method").toString();
            const Lies &lies = m_daemon.m_lies;
            const bool subscribes = method == u"daemon.subscribe";
            const QByteArray &result = subscribes                   ? lies.subscription
                                       : method == u"daemon.status" ? lies.status
                                                                    : lies.otherwise;
            if (result.isEmpty())
                return;
            const QByteArray id = QByteArray::number(call.value(u"id").toInteger());
            m_link.send(R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":)" + result + '}');
            if (subscribes && lies.event)
                m_timer.start(0);
        }

    private:
        void tell()
        {
            for (int i = 0; i < m_daemon.m_lies.eventsAtOnce && m_link.bytesPending() < maxPendingBytes;
                 ++i) {
                const QByteArray event = m_daemon.m_lies.event(m_next);
                if (event.isEmpty()) {
                    m_timer.stop();
                    return;
                }
                ++m_next;
                ++m_daemon.m_told;
                m_link.send(R"({"jsonrpc":"2.0","method":"daemon.event","params":)" + event + '}');
            }
        }

        static constexpr qint64 maxPendingBytes = 1024 * 1024;

        LyingDaemon &m_daemon;
        RpcLink &m_link;
        QTimer m_timer;
        qint64 m_next = 1;
    };

    Lies m_lies;
    qint64 m_told = 0;
    LocalSocket m_socket;
    Server m_server{HandlerRegistry()};
};

} // namespace DaemonRpc::Monitor::Testing
