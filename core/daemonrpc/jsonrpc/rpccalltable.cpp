#include "logging_p.h"

#include <daemonrpc/jsonrpc/rpccalltable.h>

#include <QMultiHash>
#include <QTimer>

#include <algorithm>
#include <map>
#include <utility>

namespace DaemonRpc {

namespace {

using Clock = std::chrono::steady_clock;

struct RunningCall
{
    QByteArray key; // of its id; empty for a notification
    qint64 costBytes = 0;
    RpcCallControl control;
};

struct WaitingCall
{
    QByteArray key;
    RpcCallTable::Arrival arrival;
};

// Ids that are equal numbers are one here: a cancellation names an id among its parameters, where numbers are
// values and have no text.
QByteArray keyOf(const RpcId &id) { return RpcId(id.value()).toText(); }

Error cancelledWhileWaiting()
{
    return Error(ErrorCode::Cancelled, QStringLiteral("the call was cancelled while it waited"));
}

} // namespace

struct RpcCallTable::State : std::enable_shared_from_this<State>
{
    explicit State(const RpcLimits &theLimits)
        : limits(theLimits)
    {}

    [[nodiscard]] std::optional<Error> refusal(const Arrival &arrival) const;

    [[nodiscard]] bool hasPlace() const { return std::cmp_less(running.size(), limits.maxInFlight); }

    bool mayStartNow();
    void pause(std::chrono::milliseconds delay);
    void startOrKeep(Arrival arrival);
    void start(const Arrival &arrival, const QByteArray &key);
    void keep(Arrival arrival, const QByteArray &key);
    void advance();
    void onSettled(quint64 ticket);
    bool cancelOne(quint64 ticket, CancellationReason reason);
    void forgetKey(const QByteArray &key, quint64 ticket);

    RpcLimits limits;
    std::map<quint64, RunningCall> running;
    std::map<quint64, WaitingCall> waiting;  // by ticket: first in, first out
    QMultiHash<QByteArray, quint64> tickets; // by id
    qint64 pendingBytes = 0;
    quint64 arrived = 0;
    quint64 lastTicket = 0;
    CancellationReason closed = CancellationReason::None;
    bool isAdvancing = false;

    std::chrono::milliseconds longestStretch{0}; // 0: not paced
    Permission permission;
    std::unique_ptr<QTimer> resume; // once it was needed
    Clock::time_point stretchBegan;
    Clock::time_point lastStart;
    int startedInStretch = 0;
};

// A gap as long as this between two calls: the event loop has had its turn.
static constexpr std::chrono::microseconds stretchGap{100};
static constexpr std::chrono::milliseconds permissionPause{20};
static constexpr int callsPerStretch = 16;

bool RpcCallTable::State::mayStartNow()
{
    if (!hasPlace())
        return false;
    if (longestStretch == std::chrono::milliseconds::zero())
        return true;
    if (resume && resume->isActive())
        return false;
    const Clock::time_point now = Clock::now();
    if (now - lastStart > stretchGap) {
        stretchBegan = now;
        startedInStretch = 0;
    }
    if (++startedInStretch > callsPerStretch && now - stretchBegan > longestStretch) {
        pause(std::chrono::milliseconds::zero());
        return false;
    }
    if (permission && !permission()) {
        pause(permissionPause);
        return false;
    }
    return true;
}

// By a timer: what is posted to the event loop is done before it looks at its sockets again.
void RpcCallTable::State::pause(std::chrono::milliseconds delay)
{
    if (!resume) {
        resume = std::make_unique<QTimer>();
        resume->setSingleShot(true);
        QObject::connect(resume.get(), &QTimer::timeout, resume.get(), [weak = weak_from_this()] {
            if (const std::shared_ptr<State> state = weak.lock()) {
                state->stretchBegan = Clock::now();
                state->lastStart = state->stretchBegan;
                state->startedInStretch = 0;
                state->advance();
            }
        });
    }
    resume->start(delay);
}

std::optional<Error> RpcCallTable::State::refusal(const Arrival &arrival) const
{
    const std::size_t count = running.size() + waiting.size();
    const bool mustWait = !hasPlace() || !waiting.empty();
    if (mustWait && std::cmp_greater_equal(waiting.size(), limits.maxBacklog)) {
        return Error(ErrorCode::QueueFull,
                     QStringLiteral("%1 calls of this connection run and %2 wait; await answers before "
                                    "sending more")
                         .arg(running.size())
                         .arg(waiting.size()));
    }
    if (count > 0 && pendingBytes + arrival.costBytes > limits.maxPendingBytes) {
        return Error(ErrorCode::QueueFull,
                     QStringLiteral("the %1 unanswered calls of this connection take %2 bytes of at most %3; "
                                    "await answers before sending more")
                         .arg(count)
                         .arg(pendingBytes)
                         .arg(limits.maxPendingBytes));
    }
    return std::nullopt;
}

void RpcCallTable::State::startOrKeep(Arrival arrival)
{
    const QByteArray key = arrival.id ? keyOf(*arrival.id) : QByteArray();
    if (waiting.empty() && mayStartNow())
        start(arrival, key);
    else
        keep(std::move(arrival), key);
}

void RpcCallTable::State::start(const Arrival &arrival, const QByteArray &key)
{
    const RpcCallControl control = arrival.start();
    if (longestStretch != std::chrono::milliseconds::zero())
        lastStart = Clock::now(); // and what it did at once is done
    if (control.isSettled())
        return; // most calls never get here: they are answered at once
    if (closed != CancellationReason::None) {
        control.cancel(closed);
        return;
    }
    const quint64 ticket = ++lastTicket;
    running.emplace(ticket, RunningCall{key, arrival.costBytes, control});
    pendingBytes += arrival.costBytes;
    if (!key.isEmpty())
        tickets.insert(key, ticket);
    control.onSettled([weak = weak_from_this(), ticket] {
        if (const std::shared_ptr<State> state = weak.lock())
            state->onSettled(ticket);
    });
}

void RpcCallTable::State::keep(Arrival arrival, const QByteArray &key)
{
    const quint64 ticket = ++lastTicket;
    pendingBytes += arrival.costBytes;
    if (!key.isEmpty())
        tickets.insert(key, ticket);
    waiting.emplace(ticket, WaitingCall{key, std::move(arrival)});
}

// A loop: calls that are answered at once must not nest.
void RpcCallTable::State::advance()
{
    if (std::exchange(isAdvancing, true))
        return;
    const std::shared_ptr<State> self = shared_from_this();
    while (!waiting.empty() && mayStartNow()) {
        const auto node = waiting.extract(waiting.begin());
        const WaitingCall &next = node.mapped();
        pendingBytes -= next.arrival.costBytes;
        forgetKey(next.key, node.key());
        start(next.arrival, next.key);
    }
    isAdvancing = false;
}

void RpcCallTable::State::onSettled(quint64 ticket)
{
    const auto node = running.extract(ticket);
    if (node.empty())
        return; // closed
    pendingBytes -= node.mapped().costBytes;
    forgetKey(node.mapped().key, ticket);
    advance();
}

bool RpcCallTable::State::cancelOne(quint64 ticket, CancellationReason reason)
{
    const auto found = running.find(ticket);
    if (found != running.end()) {
        const RpcCallControl control = found->second.control;
        return control.cancel(reason);
    }
    const auto node = waiting.extract(ticket);
    if (node.empty())
        return false;
    pendingBytes -= node.mapped().arrival.costBytes;
    forgetKey(node.mapped().key, ticket);
    if (node.mapped().arrival.refuse)
        node.mapped().arrival.refuse(cancelledWhileWaiting());
    return true;
}

void RpcCallTable::State::forgetKey(const QByteArray &key, quint64 ticket)
{
    if (!key.isEmpty())
        tickets.remove(key, ticket);
}

RpcCallTable::RpcCallTable(const RpcLimits &limits)
    : m_state(std::make_shared<State>(limits))
{}

RpcCallTable::~RpcCallTable() { close(CancellationReason::ClientClosed); }

void RpcCallTable::setPacing(std::chrono::milliseconds longest, Permission mayStart)
{
    m_state->longestStretch = longest;
    m_state->permission = std::move(mayStart);
}

void RpcCallTable::admit(Arrival arrival)
{
    const std::shared_ptr<State> state = m_state; // an answer may end the connection
    if (state->closed != CancellationReason::None)
        return;
    ++state->arrived;
    if (const std::optional<Error> error = state->refusal(arrival)) {
        qCDebug(lcJsonRpc).noquote() << error->message();
        if (arrival.refuse)
            arrival.refuse(*error);
        return;
    }
    state->startOrKeep(std::move(arrival));
}

int RpcCallTable::cancel(const RpcId &id, CancellationReason reason)
{
    const std::shared_ptr<State> state = m_state;
    int count = 0;
    const QList<quint64> tickets = state->tickets.values(keyOf(id));
    for (const quint64 ticket : tickets)
        count += state->cancelOne(ticket, reason) ? 1 : 0;
    return count;
}

void RpcCallTable::cancelAll(CancellationReason reason)
{
    const std::shared_ptr<State> state = m_state;
    QList<quint64> tickets; // those that wait first: they must not get the places of the others
    for (const auto &[ticket, call] : state->waiting)
        tickets.append(ticket);
    for (const auto &[ticket, call] : state->running)
        tickets.append(ticket);
    for (const quint64 ticket : std::as_const(tickets))
        state->cancelOne(ticket, reason);
}

void RpcCallTable::close(CancellationReason reason)
{
    const std::shared_ptr<State> state = m_state;
    if (state->closed != CancellationReason::None)
        return;
    state->closed = reason;
    state->tickets.clear();
    state->pendingBytes = 0;
    const auto waiting = std::exchange(state->waiting, {});
    for (const auto &[ticket, call] : std::exchange(state->running, {}))
        call.control.cancel(reason);
}

qsizetype RpcCallTable::runningCount() const { return static_cast<qsizetype>(m_state->running.size()); }

qsizetype RpcCallTable::waitingCount() const { return static_cast<qsizetype>(m_state->waiting.size()); }

quint64 RpcCallTable::arrivedCount() const { return m_state->arrived; }

qsizetype RpcCallTable::unansweredCount() const
{
    const auto running = std::count_if(m_state->running.begin(), m_state->running.end(),
                                       [](const auto &call) { return !call.second.control.isCancelled(); });
    return waitingCount() + static_cast<qsizetype>(running);
}

qint64 RpcCallTable::pendingBytes() const { return m_state->pendingBytes; }

} // namespace DaemonRpc
