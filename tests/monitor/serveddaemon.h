// A daemon in the test's own process that the monitor follows and commands over a real socket.
#pragma once

#include "sources/daemonlist.h"
#include "tests/admin/followeddaemon.h"
#include "tests/shared/localdaemon.h"

#include <daemonrpc/admin/daemonsubscription.h>
#include <daemonrpc/client/client.h>

#include <QPointer>

namespace DaemonRpc::Monitor::Testing {

/// Remembers what it was told to do.
class WillingControl : public QuietControl
{
public:
    Result<void> drain() override
    {
        deeds += QStringLiteral("drain");
        return {};
    }

    Result<void> stop(bool now) override
    {
        deeds += now ? QStringLiteral("stop now") : QStringLiteral("stop");
        return {};
    }

    Result<ReloadReport> reload() override
    {
        deeds += QStringLiteral("reload");
        if (isBroken)
            return unexpected(ErrorCode::InvalidArgument, QStringLiteral("line 3 is <b>wrong</b>"));
        return ReloadReport{{QStringLiteral("limits.requests")}, {}};
    }

    void restart(RestartCallback callback) override
    {
        deeds += QStringLiteral("restart");
        callback(RestartReport{1, 4712, 2});
    }

    QStringList deeds;
    bool isBroken = false;
};

/// Knows "wait" (until it is cancelled), "say" (its arguments to output, the last one to error output too),
/// "copy" (input to output) and "flood" (writes until nobody reads, and ends when it is cancelled).
struct ServedDaemon
{
    ServedDaemon()
        : server(handlers())
        , service(server, control)
    {
        control.status.state = QStringLiteral("ready");
        control.status.daemonId = QStringLiteral("default");
        control.status.pid = 4711;
        server.setRpcEndpoint(&service);
        server.addListener(socket.takeListener());
    }

    HandlerRegistry handlers()
    {
        HandlerRegistry registry;
        const auto endWhenCancelled = [](RequestContext &context) {
            QObject::connect(&context, &RequestContext::cancellationRequested, &context,
                             [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
        };
        registry.add("wait",
                     std::make_unique<FunctionHandler>([this, endWhenCancelled](RequestContext &context) {
                         endWhenCancelled(context);
                         contexts.append(&context);
                         return std::make_unique<Execution>();
                     }));
        registry.add("say", std::make_unique<FunctionHandler>(
                                [](RequestContext &context) -> std::unique_ptr<Execution> {
                                    const QByteArrayList words = context.command().argumentList().mid(1);
                                    for (const QByteArray &word : words)
                                        context.write(word + '\n');
                                    if (!words.isEmpty())
                                        context.writeError(words.constLast() + '\n');
                                    context.finish(static_cast<int>(words.size()));
                                    return nullptr;
                                }));
        registry.add("copy", std::make_unique<FunctionHandler>([](RequestContext &context) {
                         QObject::connect(&context, &RequestContext::inputReceived, &context,
                                          [&context](QByteArrayView bytes) {
                                              context.write(bytes);
                                              context.requestInput(bytes.size());
                                          });
                         QObject::connect(&context, &RequestContext::inputFinished, &context,
                                          [&context] { context.finish(0); });
                         context.requestInput(1024);
                         return std::make_unique<Execution>();
                     }));
        registry.add("flood",
                     std::make_unique<FunctionHandler>([this, endWhenCancelled](RequestContext &context) {
                         endWhenCancelled(context);
                         QObject::connect(&context, &RequestContext::writable, &context,
                                          [this, &context] { flood(context); });
                         flood(context);
                         return std::make_unique<Execution>();
                     }));
        return registry;
    }

    /// Writes floodBytes in lines, as fast as they are taken.
    void flood(RequestContext &context)
    {
        static const QByteArray line(100, 'x');
        while (context.isWritable() && flooded < floodBytes) {
            context.write(line + '\n');
            flooded += line.size() + 1;
        }
        if (flooded >= floodBytes)
            context.finish(0);
    }

    WillingControl control;
    LocalSocket socket;
    QList<QPointer<RequestContext>> contexts;
    qint64 floodBytes = 0;
    qint64 flooded = 0;
    Server server;
    AdminService service;
};

/// Follows a ServedDaemon as the monitor follows daemons.
class FollowedOne : public MonitoredDaemon
{
public:
    FollowedOne(qint64 serial, const ServedDaemon &served)
        : MonitoredDaemon(serial, QStringLiteral("default"), 4711)
        , m_options(served.socket.options())
        , m_admin(std::make_unique<AdminClient>(m_options))
        , m_subscription(m_admin->subscribe(SubscriptionOptions(), &mutableMirror()))
    {
        connect(&mirror(), &DaemonMirror::updated, this, [this] {
            if (!isGone())
                setAnswering();
        });
    }

    [[nodiscard]] AdminClient *admin() const override { return m_admin.get(); }

    [[nodiscard]] std::optional<ClientOptions> clientOptions() const override
    {
        return isGone() ? std::nullopt : std::optional(m_options);
    }

    /// The connection ends, and the process with it.
    void vanish()
    {
        m_subscription.reset();
        m_admin.reset();
        Q_EMIT adminChanged();
        setState(State::Gone);
    }

private:
    ClientOptions m_options;
    std::unique_ptr<AdminClient> m_admin;
    std::unique_ptr<DaemonSubscription> m_subscription;
};

inline FollowedOne *addFollowed(DaemonList &list, const ServedDaemon &served)
{
    auto daemon = std::make_unique<FollowedOne>(list.nextSerial(), served);
    FollowedOne *raw = daemon.get();
    list.add(std::move(daemon));
    return raw;
}

} // namespace DaemonRpc::Monitor::Testing
