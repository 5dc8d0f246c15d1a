#include "window/troublewatch.h"

#include "models/formatting.h"

namespace DaemonRpc::Monitor {

using State = MonitoredDaemon::State;

static constexpr qsizetype maxCommandCharacters = 80;

TroubleWatch::TroubleWatch(DaemonList &daemons, QObject *parent)
    : QObject(parent)
    , m_daemons(daemons)
{
    connect(&daemons, &DaemonList::added, this, &TroubleWatch::follow);
    connect(&daemons, &DaemonList::stateChanged, this, &TroubleWatch::onStateChanged);
    connect(&daemons, &DaemonList::removed, this, &TroubleWatch::forget);
    for (const auto &daemon : daemons.daemons())
        follow(daemon.get());
}

TroubleWatch::~TroubleWatch() = default;

void TroubleWatch::follow(MonitoredDaemon *daemon)
{
    m_states.insert(daemon->serial(), daemon->state());
    connect(&daemon->mirror(), &DaemonMirror::requestFinished, this,
            [this, daemon](const RequestSnapshot &request) { onFinished(*daemon, request); });
    count();
}

void TroubleWatch::onStateChanged(MonitoredDaemon *daemon)
{
    const State before = std::exchange(m_states[daemon->serial()], daemon->state());
    count();
    if (before == daemon->state() || daemon->state() != State::Degraded ||
        !mayTell(daemon->serial(), Kind::Degraded))
        return;
    Q_EMIT troubled(tr("A daemon is degraded"),
                    tr("The daemon %1 serves, but something is wrong with it: see its health.")
                        .arg(Formatting::line(daemon->daemonId())));
}

void TroubleWatch::onFinished(const MonitoredDaemon &daemon, const RequestSnapshot &request)
{
    if (!request.cancellation || !request.cancellation->isForced || !mayTell(daemon.serial(), Kind::Forced))
        return;
    Q_EMIT troubled(
        tr("A cancellation was forced"),
        tr("Request %1 of the daemon %2 did not stop when it was asked to: %3")
            .arg(QString::number(request.id), Formatting::line(daemon.daemonId()),
                 Formatting::line(request.arguments.join(QLatin1Char(' ')).left(maxCommandCharacters))));
}

void TroubleWatch::forget(qint64 serial)
{
    m_states.remove(serial);
    for (const Kind kind : {Kind::Degraded, Kind::Forced})
        m_told.remove({serial, static_cast<int>(kind)});
    count();
}

void TroubleWatch::count()
{
    int degraded = 0;
    for (const auto &daemon : m_daemons.daemons())
        degraded += daemon->state() == State::Degraded ? 1 : 0;
    if (std::exchange(m_degradedCount, degraded) != degraded)
        Q_EMIT degradedCountChanged(degraded);
}

bool TroubleWatch::mayTell(qint64 serial, Kind kind)
{
    QElapsedTimer &told = m_told[{serial, static_cast<int>(kind)}];
    if (told.isValid() && !told.hasExpired(std::chrono::milliseconds(pause).count()))
        return false;
    told.start();
    return true;
}

} // namespace DaemonRpc::Monitor
