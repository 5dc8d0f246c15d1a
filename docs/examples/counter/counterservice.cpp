#include "counterservice.h"

#include <daemonrpc/jsonrpc/rpcclient.h>

#include <chrono>
#include <limits>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

// A subscriber that has not read this much gets nothing more until it does; then the latest value.
static constexpr qint64 maxPendingBytes = 64 * 1024;
static constexpr std::chrono::milliseconds retryDelay{50};

static Error tooFar() { return Error(ErrorCode::InvalidArgument, u"the counter cannot go that far"_s); }

CounterService::CounterService(MethodRegistry &methods, QObject *parent)
    : QObject(parent)
{
    m_publishing.setSingleShot(true);
    connect(&m_publishing, &QTimer::timeout, this, &CounterService::publish);
    addChanging(methods);
    addWatching(methods);
}

void CounterService::addChanging(MethodRegistry &methods)
{
    const MethodParameter by{u"by"_s, RpcType::Integer, false, u"1 when left out."_s};
    const auto amountOf = [](const RpcParams &params) { return params.integer(u"by", 1); };
    methods.addSync({u"counter.increment"_s, u"Adds to the counter."_s, {by}, u"The new value."_s},
                    [this, amountOf](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> {
                        const Result<qint64> amount = amountOf(params);
                        return amount ? add(*amount) : unexpected(amount.error());
                    });
    methods.addSync({u"counter.decrement"_s, u"Subtracts from the counter."_s, {by}, u"The new value."_s},
                    [this, amountOf](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> {
                        const Result<qint64> amount = amountOf(params);
                        if (amount && *amount == std::numeric_limits<qint64>::min())
                            return unexpected(tooFar()); // it has no opposite
                        return amount ? add(-*amount) : unexpected(amount.error());
                    });
    methods.addSync({u"counter.reset"_s, u"Sets the counter to 0."_s, {}, u"0"_s},
                    [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                        set(0);
                        return m_value;
                    });
}

void CounterService::addWatching(MethodRegistry &methods)
{
    methods.addSync({u"counter.value"_s, u"Tells the value."_s, {}, u"A number."_s, Role::ReadOnly},
                    [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> { return m_value; });
    methods.add({u"counter.subscribe"_s,
                 u"Sends counter.changed on this connection whenever the value has changed."_s,
                 {},
                 u"The value."_s,
                 Role::ReadOnly},
                [this](const RpcCall &call) {
                    m_subscribers.insert(call.peer().connectionId, {call.channel(), m_value});
                    call.reply(m_value);
                });
}

Result<QJsonValue> CounterService::add(qint64 amount)
{
    constexpr qint64 highest = std::numeric_limits<qint64>::max();
    constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    if (amount > 0 ? m_value > highest - amount : m_value < lowest - amount)
        return unexpected(tooFar());
    set(m_value + amount);
    return m_value;
}

void CounterService::set(qint64 value)
{
    m_value = value;
    if (!m_publishing.isActive())
        m_publishing.start(std::chrono::milliseconds(0));
}

void CounterService::publish()
{
    const QByteArray message =
        RpcClient::notification(u"counter.changed"_s, QJsonObject{{u"value"_s, m_value}});
    bool isSomebodyBehind = false;
    m_subscribers.removeIf([](const auto &entry) { return entry.value().channel.isClosed(); });
    for (auto &subscriber : m_subscribers) {
        const bool isSlow = subscriber.channel.bytesPending() > maxPendingBytes;
        if (subscriber.told != m_value && !isSlow) {
            subscriber.told = m_value;
            subscriber.channel.send(message);
        }
        isSomebodyBehind = isSomebodyBehind || subscriber.told != m_value;
    }
    if (isSomebodyBehind)
        m_publishing.start(retryDelay);
}
