#include "sources/replay.h"

#include <QDir>

namespace DaemonRpc::Monitor {

/// A daemon that was recorded. Thread-bound.
class Replay::Daemon : public MonitoredDaemon
{
public:
    using MonitoredDaemon::MonitoredDaemon;

    void reset(const DaemonEvent &snapshot)
    {
        Q_EMIT snapshotReceived(snapshot);
        mutableMirror().reset(snapshot);
        setPid(mirror().daemon().pid);
        onUpdated();
    }

    void apply(DaemonEvent event)
    {
        if (mirror().sequence() < 0)
            return;
        // The recording may have begun amid a subscription.
        event.sequence = mirror().sequence() + 1;
        Q_EMIT eventReceived(event);
        mutableMirror().apply(event);
        onUpdated();
    }

    void vanish() { setState(State::Gone); }

    void endReplay()
    {
        stopClock();
        if (!isGone())
            setProblem(Replay::tr("The recording ends here"));
    }

private:
    void onUpdated()
    {
        markSeen();
        setAnswering();
    }
};

Replay::Replay(DaemonList &list, QObject *parent)
    : QObject(parent)
    , m_list(list)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Replay::step);
}

Replay::~Replay() = default;

Result<void> Replay::start(const QString &path, double speed)
{
    m_speed = speed;
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return unexpected(
            ErrorCode::IoError,
            tr("%1 cannot be read: %2").arg(QDir::toNativeSeparators(path), m_file.errorString()));
    if (const Result<void> checked = RecordingEntry::checkHeader(m_file.readLine(4096)); !checked)
        return checked;
    m_clock.start();
    m_timer.start(0);
    return {};
}

Result<void> Replay::readNext()
{
    m_next.reset();
    ++m_line;
    const QByteArray line = m_file.readLine(RecordingEntry::maxLineBytes);
    // A recording that was cut off ends amid a line; its last one counts for nothing.
    if (line.isEmpty() || (!line.endsWith('\n') && m_file.atEnd()))
        return {};
    Result<RecordingEntry> entry = RecordingEntry::fromLine(line);
    if (!entry)
        return unexpected(
            ErrorCode::InvalidArgument,
            tr("Line %1 of the recording is broken: %2").arg(m_line).arg(entry.error().message()));
    m_next = *std::move(entry);
    return {};
}

void Replay::step()
{
    for (int count = 0; count < maxLinesAtOnce; ++count) {
        if (m_next) {
            const double dueMs = m_speed > 0 ? static_cast<double>(m_next->atMs) / m_speed : 0;
            const double waitMs = dueMs - static_cast<double>(m_clock.elapsed());
            if (waitMs >= 1) {
                m_timer.start(static_cast<int>(qMin(waitMs, 1000.0)));
                return;
            }
            play(*m_next);
        }
        if (const Result<void> read = readNext(); !read) {
            Q_EMIT failed(read.error());
            finish();
            return;
        }
        if (!m_next) {
            finish();
            return;
        }
    }
    m_timer.start(0);
}

void Replay::play(const RecordingEntry &entry)
{
    if (entry.kind == RecordingEntry::Kind::Added) {
        if (m_list.daemons().size() >= maxDaemons)
            return;
        auto daemon = std::make_unique<Daemon>(m_list.nextSerial(), entry.daemonId.left(DaemonId::maxLength),
                                               entry.pid);
        m_serials.insert(entry.daemon, daemon->serial());
        m_list.add(std::move(daemon));
        return;
    }
    auto *daemon = static_cast<Daemon *>(m_list.find(m_serials.value(entry.daemon)));
    if (!daemon)
        return;
    switch (entry.kind) {
    case RecordingEntry::Kind::Snapshot: daemon->reset(*entry.event); break;
    case RecordingEntry::Kind::Event: daemon->apply(*entry.event); break;
    case RecordingEntry::Kind::Gone: daemon->vanish(); break;
    case RecordingEntry::Kind::Removed: m_list.dismiss(daemon->serial()); break;
    case RecordingEntry::Kind::Added: break;
    }
}

void Replay::finish()
{
    m_isFinished = true;
    m_file.close();
    for (const qint64 serial : std::as_const(m_serials)) {
        if (auto *daemon = static_cast<Daemon *>(m_list.find(serial)))
            daemon->endReplay();
    }
    Q_EMIT finished();
}

} // namespace DaemonRpc::Monitor
