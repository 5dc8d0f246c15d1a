#include "callplan_p.h"
#include "warmpool_p.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

#include <unistd.h>

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcCommand, "daemonrpc.command", QtInfoMsg)

namespace {

constexpr qsizetype maxLastWords = 400; // bytes of a dead copy's error output that go to the log

// The proportional share of process @p pid, which does not count shared libraries for each copy, or what it
// holds in memory where that is not told (proc(5)); -1 when it is gone.
qint64 memoryOf(qint64 pid)
{
    QFile rollup(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
    if (rollup.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : rollup.readAll().split('\n')) {
            if (line.startsWith("Pss:"))
                return line.mid(4).simplified().split(' ').constFirst().toLongLong() * 1024;
        }
    }
    QFile statm(QStringLiteral("/proc/%1/statm").arg(pid));
    if (!statm.open(QIODevice::ReadOnly))
        return -1;
    return statm.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

QString describe(const ChildProcess::End &end)
{
    if (end.error)
        return end.error->message();
    return end.signal != 0 ? QStringLiteral("signal %1").arg(end.signal)
                           : QStringLiteral("exit code %1").arg(end.exitCode);
}

} // namespace

WarmPool::WarmPool(const CommandDefinition &definition, qint64 chunkBytes)
    : m_definition(definition)
    , m_spec(CallPlan::fixedSpec(definition))
    , m_chunkBytes(chunkBytes)
    , m_wanted(isPersistent() ? qMax(1, definition.warm) : definition.warm)
{
    m_refill.setSingleShot(true);
    m_refill.setTimerType(Qt::PreciseTimer);
    connect(&m_refill, &QTimer::timeout, this, &WarmPool::refill);
    connect(&m_inspection, &QTimer::timeout, this, &WarmPool::inspect);
    std::chrono::milliseconds interval = inspectionInterval;
    if (definition.warmMaxAge.count() > 0)
        interval = std::clamp(definition.warmMaxAge / 4, std::chrono::milliseconds(10), interval);
    if (definition.warmMaxAge.count() > 0 || definition.warmMaxMemoryBytes > 0)
        m_inspection.start(interval);
    refillAfter(std::chrono::milliseconds(0));
}

WarmPool::~WarmPool() { close(); }

void WarmPool::close()
{
    m_isClosed = true;
    m_refill.stop();
    m_inspection.stop();
    m_copies.clear();
}

int WarmPool::missing() const
{
    return m_isClosed ? 0 : qMax(0, m_wanted - static_cast<int>(m_copies.size()) - m_inUse);
}

void WarmPool::refillAfter(std::chrono::milliseconds delay)
{
    if (missing() > 0 && !m_refill.isActive())
        m_refill.start(delay);
}

std::chrono::milliseconds WarmPool::pause()
{
    if (m_isClosed)
        return std::chrono::milliseconds(0);
    if (!std::exchange(m_isPausing, true))
        m_refill.start(m_backoff.next());
    return m_refill.intervalAsDuration();
}

// One copy in a turn of the loop: forking takes a while.
void WarmPool::refill()
{
    m_isPausing = false;
    if (missing() == 0)
        return;
    auto child = std::make_unique<ChildProcess>(m_spec, m_chunkBytes);
    if (const Result<void> started = child->start(); !started) {
        const std::chrono::milliseconds delay = pause();
        qCWarning(lcCommand).noquote()
            << "cannot start a copy of" << name() << "ahead:" << started.error().message()
            << "- next attempt in" << delay.count() << "ms";
        return;
    }
    keep(std::move(child));
    refillAfter(std::chrono::milliseconds(0));
}

void WarmPool::keep(std::unique_ptr<ChildProcess> copy)
{
    ChildProcess *child = copy.get();
    connect(child, &ChildProcess::exited, this, [this, child] { onExited(child); });
    if (isPersistent()) {
        // What it logs between calls is nobody's; what it answers unasked would be taken for an answer.
        connect(child, &ChildProcess::outputReceived, this, [this, child] {
            discard(child, QStringLiteral("it wrote to its output without a request"));
        });
        child->setReading(true);
    }
    m_copies.push_back(std::move(copy));
}

std::unique_ptr<ChildProcess> WarmPool::take()
{
    const auto it =
        std::find_if(m_copies.begin(), m_copies.end(), [](const auto &copy) { return !copy->isDead(); });
    if (it == m_copies.end())
        return nullptr; // the dead ones are told of by the loop
    std::unique_ptr<ChildProcess> child = std::move(*it);
    m_copies.erase(it);
    child->disconnect(this);
    child->setReading(false);
    ++m_statistics.hits;
    m_backoff.reset();
    if (isPersistent())
        ++m_inUse;
    refillAfter(refillDelay);
    return child;
}

void WarmPool::callEnded()
{
    if (m_refill.isActive() && !m_isPausing)
        m_refill.start(std::chrono::milliseconds(0));
}

void WarmPool::giveBack(std::unique_ptr<ChildProcess> child)
{
    m_inUse = qMax(0, m_inUse - 1);
    if (child && !child->isDead() && missing() > 0)
        keep(std::move(child));
    if (child)
        child.release()->deleteLater(); // may be the sender
    refillAfter(refillDelay);
}

void WarmPool::onExited(ChildProcess *child)
{
    const auto it = std::find_if(m_copies.begin(), m_copies.end(),
                                 [child](const auto &copy) { return copy.get() == child; });
    if (it == m_copies.end())
        return;
    it->release()->setParent(this);
    m_copies.erase(it);
    ++m_statistics.died;
    // Nobody has called yet, so nobody wants what it left running; it would be more with each attempt.
    child->killRemnantsLater(std::chrono::milliseconds(0));
    if (child->age() > steadyAge)
        m_backoff.reset();
    const std::chrono::milliseconds delay = pause();
    // Its last words say why.
    auto words = std::make_shared<QByteArray>();
    connect(child, &ChildProcess::errorOutputReceived, child, [words](QByteArrayView bytes) {
        words->append(bytes.first(qMin(bytes.size(), maxLastWords - words->size())).toByteArray());
    });
    connect(child, &ChildProcess::finished, this, [this, child, words, delay] {
        qCWarning(lcCommand).noquote()
            << "a copy of" << name() << "ended before its call:" << describe(*child->end())
            << QString::fromUtf8(words->trimmed()) << "- the next one is started in" << delay.count() << "ms";
        child->deleteLater();
    });
    child->setReading(true);
}

void WarmPool::discard(ChildProcess *child, const QString &why)
{
    const auto it = std::find_if(m_copies.begin(), m_copies.end(),
                                 [child](const auto &copy) { return copy.get() == child; });
    if (it == m_copies.end())
        return;
    qCWarning(lcCommand).noquote() << "a copy of" << name() << "is replaced:" << why;
    child->disconnect(this);
    it->release()->deleteLater();
    m_copies.erase(it);
    ++m_statistics.replaced;
    pause();
}

QString WarmPool::whyReplace(const ChildProcess &copy) const
{
    if (m_definition.warmMaxAge.count() > 0 && copy.age() > m_definition.warmMaxAge)
        return QStringLiteral("it is older than %1 ms").arg(m_definition.warmMaxAge.count());
    if (m_definition.warmMaxMemoryBytes <= 0)
        return {};
    const qint64 memory = memoryOf(copy.pid());
    if (memory <= m_definition.warmMaxMemoryBytes)
        return {};
    return QStringLiteral("it has %1 bytes of memory, the limit is %2")
        .arg(memory)
        .arg(m_definition.warmMaxMemoryBytes);
}

// One at a time, so that not all are gone at once.
void WarmPool::inspect()
{
    for (auto it = m_copies.begin(); it != m_copies.end(); ++it) {
        const QString why = whyReplace(**it);
        if (why.isEmpty())
            continue;
        qCDebug(lcCommand).noquote() << "a copy of" << name() << "is replaced:" << why;
        m_copies.erase(it);
        ++m_statistics.replaced;
        refillAfter(std::chrono::milliseconds(0));
        return;
    }
}

WarmPoolStatistics WarmPool::statistics() const
{
    WarmPoolStatistics statistics = m_statistics;
    statistics.wanted = m_wanted;
    statistics.ready = static_cast<int>(
        std::count_if(m_copies.begin(), m_copies.end(), [](const auto &copy) { return !copy->isDead(); }));
    statistics.starting = missing();
    statistics.inUse = m_inUse;
    return statistics;
}

} // namespace DaemonRpc
