#include "sources/recorder.h"

#include <QDir>
#include <QFileInfo>

namespace DaemonRpc::Monitor {

DaemonEvent wholePicture(const DaemonMirror &mirror)
{
    DaemonEvent event;
    event.timeMs = mirror.daemonTimeMs();
    event.totals = mirror.totals();
    event.daemon = mirror.daemon();
    event.process = mirror.process();
    event.workers = mirror.workers();
    event.health = mirror.health();
    event.connections = mirror.connections().values();
    event.requests =
        QList<RequestSnapshot>(mirror.finishedRequests().begin(), mirror.finishedRequests().end()) +
        mirror.requests().values();
    event.commands = mirror.commands().values();
    event.log = QList<LogLineSnapshot>(mirror.log().begin(), mirror.log().end());
    return event;
}

Recorder::Recorder(DaemonList &list, QObject *parent)
    : QObject(parent)
    , m_list(list)
{
    connect(&m_list, &DaemonList::added, this, &Recorder::onAdded);
    connect(&m_list, &DaemonList::aboutToBeRemoved, this,
            [this](MonitoredDaemon *daemon) { write(daemon, RecordingEntry::Kind::Removed); });
    connect(&m_list, &DaemonList::stateChanged, this, &Recorder::onStateChanged);
    for (const auto &daemon : m_list.daemons())
        onAdded(daemon.get());
}

Recorder::~Recorder() = default;

Result<void> Recorder::start(const QString &path)
{
    if (isRecording())
        return unexpected(ErrorCode::InvalidArgument, tr("A recording is being written already."));
    if (const QFileInfo known(path); known.exists() && !known.isFile())
        return unexpected(ErrorCode::IoError, tr("%1 is no file.").arg(QDir::toNativeSeparators(path)));
    m_file.setFileName(path);
    // For its owner alone before anything is in it.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        !m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        const QString reason = m_file.errorString();
        m_file.close();
        return unexpected(ErrorCode::IoError,
                          tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), reason));
    }
    m_clock.start();
    m_file.write(RecordingEntry::header());
    for (const auto &daemon : m_list.daemons()) {
        write(daemon.get(), RecordingEntry::Kind::Added);
        if (daemon->mirror().sequence() >= 0) {
            const DaemonEvent picture = wholePicture(daemon->mirror());
            write(daemon.get(), RecordingEntry::Kind::Snapshot, &picture);
        }
        onStateChanged(daemon.get());
    }
    Q_EMIT recordingChanged();
    return {};
}

Result<void> Recorder::stop()
{
    const bool isWritten = m_file.flush() && m_file.error() == QFileDevice::NoError;
    const QString reason = m_file.errorString();
    m_file.close();
    Q_EMIT recordingChanged();
    if (!isWritten)
        return unexpected(ErrorCode::IoError,
                          tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path()), reason));
    return {};
}

void Recorder::onAdded(MonitoredDaemon *daemon)
{
    connect(daemon, &MonitoredDaemon::snapshotReceived, this, [this, daemon](const DaemonEvent &event) {
        write(daemon, RecordingEntry::Kind::Snapshot, &event);
    });
    connect(daemon, &MonitoredDaemon::eventReceived, this,
            [this, daemon](const DaemonEvent &event) { write(daemon, RecordingEntry::Kind::Event, &event); });
    write(daemon, RecordingEntry::Kind::Added);
}

void Recorder::onStateChanged(MonitoredDaemon *daemon)
{
    if (daemon->isGone())
        write(daemon, RecordingEntry::Kind::Gone);
}

void Recorder::write(MonitoredDaemon *daemon, RecordingEntry::Kind kind, const DaemonEvent *event)
{
    if (!isRecording())
        return;
    RecordingEntry entry;
    entry.atMs = m_clock.elapsed();
    entry.daemon = daemon->serial();
    entry.kind = kind;
    entry.daemonId = daemon->daemonId();
    entry.pid = daemon->pid();
    if (event)
        entry.event = *event;
    const QByteArray line = entry.toLine();
    const bool fits = m_file.size() + line.size() <= maxFileBytes;
    // At once: what ends this process does not ask first.
    if (fits && m_file.write(line) == line.size() && m_file.flush())
        return;
    Result<void> stopped = stop();
    if (!fits)
        stopped = unexpected(ErrorCode::MessageTooLarge,
                             tr("The recording has ended: it has reached its largest size."));
    if (!stopped)
        Q_EMIT failed(stopped.error());
}

} // namespace DaemonRpc::Monitor
