#include <daemonrpc/jsonrpc/exclusiveengine.h>

#include <map>
#include <utility>

namespace DaemonRpc {

using Clock = std::chrono::steady_clock;

namespace {

struct Waiting
{
    RpcCall call;
    MethodFunction function;
    Clock::time_point since;
};

struct Running
{
    QString method;
    RpcPeer peer;
    RpcCallControl control;
    Clock::time_point since;
};

EngineCallSnapshot snapshotOf(const QString &method, const RpcPeer &peer, Clock::time_point since)
{
    return EngineCallSnapshot{method, peer.identity.describe(), peer.connectionId,
                              std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since),
                              false};
}

} // namespace

struct ExclusiveEngine::State : std::enable_shared_from_this<State>
{
    State(QString theName, int theMaxWaiting)
        : name(std::move(theName))
        , maxWaiting(theMaxWaiting)
    {}

    ~State();
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    void enqueue(const RpcCall &call, const MethodFunction &function);
    void advance();
    void start(const Waiting &next);
    void onSettled();

    QString name;
    int maxWaiting;
    std::map<quint64, Waiting> waiting; // by ticket: first in, first out
    std::optional<Running> running;
    quint64 lastTicket = 0;
    quint64 servedCount = 0;
    bool isAdvancing = false;
};

ExclusiveEngine::State::~State()
{
    for (const auto &[ticket, left] : std::exchange(waiting, {})) {
        left.call.fail(Error(ErrorCode::Cancelled,
                             QStringLiteral("the engine \"%1\" went away while the call waited").arg(name)));
    }
}

void ExclusiveEngine::State::enqueue(const RpcCall &call, const MethodFunction &function)
{
    if (running && std::cmp_greater_equal(waiting.size(), maxWaiting)) {
        call.fail(Error(ErrorCode::QueueFull,
                        QStringLiteral("the engine \"%1\" is busy and %2 calls wait; try again later")
                            .arg(name)
                            .arg(waiting.size())));
        return;
    }
    const quint64 ticket = ++lastTicket;
    waiting.emplace(ticket, Waiting{call, function, Clock::now()});
    call.onCancelled([weak = weak_from_this(), ticket] {
        if (const std::shared_ptr<State> state = weak.lock()) {
            const auto taken = state->waiting.extract(ticket); // its call may end with it
        }
    });
    advance();
}

// A loop: methods that answer at once must not nest.
void ExclusiveEngine::State::advance()
{
    if (std::exchange(isAdvancing, true))
        return;
    const std::shared_ptr<State> self = shared_from_this();
    while (!running && !waiting.empty())
        start(waiting.extract(waiting.begin()).mapped());
    isAdvancing = false;
}

void ExclusiveEngine::State::start(const Waiting &next)
{
    const RpcCallControl control = next.call.control();
    running = Running{next.call.method(), next.call.peer(), control, Clock::now()};
    control.onSettled([weak = weak_from_this()] {
        if (const std::shared_ptr<State> state = weak.lock())
            state->onSettled();
    });
    next.function(next.call);
}

void ExclusiveEngine::State::onSettled()
{
    running.reset();
    ++servedCount;
    advance();
}

ExclusiveEngine::ExclusiveEngine(QString name, int maxWaiting)
    : m_state(std::make_shared<State>(std::move(name), maxWaiting))
{}

const QString &ExclusiveEngine::name() const { return m_state->name; }

MethodFunction ExclusiveEngine::exclusive(MethodFunction function) const
{
    return [state = m_state, function = std::move(function)](const RpcCall &call) {
        state->enqueue(call, function);
    };
}

MethodFunction ExclusiveEngine::exclusiveSync(SyncMethodFunction function) const
{
    return exclusive(syncMethod(std::move(function)));
}

bool ExclusiveEngine::isBusy() const { return m_state->running.has_value(); }

qsizetype ExclusiveEngine::waitingCount() const { return static_cast<qsizetype>(m_state->waiting.size()); }

EngineSnapshot ExclusiveEngine::snapshot() const
{
    EngineSnapshot snapshot{m_state->name, std::nullopt, {}, m_state->maxWaiting, m_state->servedCount};
    if (const std::optional<Running> &running = m_state->running) {
        snapshot.running = snapshotOf(running->method, running->peer, running->since);
        snapshot.running->isCancelled = running->control.isCancelled();
    }
    for (const auto &[ticket, waiting] : m_state->waiting)
        snapshot.waiting.append(snapshotOf(waiting.call.method(), waiting.call.peer(), waiting.since));
    return snapshot;
}

} // namespace DaemonRpc
