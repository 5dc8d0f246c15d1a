#include "window/monitorstatusbar.h"

#include "models/formatting.h"

#include <QLabel>

namespace DaemonRpc::Monitor {

using namespace std::chrono_literals;

static constexpr auto rateInterval = 1s;
static constexpr auto goodFor = 5s;
static constexpr auto badFor = 20s;
// Plural forms take an int, and daemons may say what they like.
static constexpr qint64 maxCounted = 2'000'000'000;
static constexpr qsizetype maxSourceCharacters = 60;

MonitorStatusBar::MonitorStatusBar(DaemonList &daemons, UpdateClock &clock, QWidget *parent)
    : QStatusBar(parent)
    , m_daemons(daemons)
    , m_clock(clock)
    , m_source(addLabel())
    , m_paused(addLabel())
    , m_lost(addLabel())
    , m_rate(addLabel())
    , m_count(addLabel())
{
    m_paused->setText(tr("Updates are paused: press Space to go on"));
    m_source->hide();
    connect(&daemons, &DaemonList::added, this, &MonitorStatusBar::follow);
    connect(&daemons, &DaemonList::added, this, &MonitorStatusBar::update);
    connect(&daemons, &DaemonList::removed, this, &MonitorStatusBar::update);
    connect(&daemons, &DaemonList::stateChanged, this, &MonitorStatusBar::update);
    connect(&clock, &UpdateClock::pausedChanged, this, &MonitorStatusBar::update);
    for (const auto &daemon : daemons.daemons())
        follow(daemon.get());
    connect(&m_timer, &QTimer::timeout, this, &MonitorStatusBar::updateRate);
    m_timer.start(rateInterval);
    m_since.start();
    update();
    updateRate();
}

MonitorStatusBar::~MonitorStatusBar() = default;

QLabel *MonitorStatusBar::addLabel()
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    addPermanentWidget(label);
    return label;
}

void MonitorStatusBar::report(const QString &text, Tone tone)
{
    const bool isBad = tone == Tone::Bad || tone == Tone::Warning;
    showMessage(Formatting::line(text),
                static_cast<int>(std::chrono::milliseconds(isBad ? badFor : goodFor).count()));
}

void MonitorStatusBar::setSource(const QString &text)
{
    // The window is never narrower than this.
    QString shown = Formatting::line(text);
    if (shown.size() > maxSourceCharacters)
        shown = shown.left(maxSourceCharacters) + u'…';
    m_source->setText(shown);
    m_source->setToolTip(Formatting::toolTip(ColumnKind::Text, text));
    m_source->setVisible(!text.isEmpty());
    m_rate->setVisible(text.isEmpty()); // how fast a recording is read says nothing
}

void MonitorStatusBar::follow(MonitoredDaemon *daemon)
{
    connect(daemon, &MonitoredDaemon::eventReceived, this, [this] { ++m_events; });
    connect(&daemon->mirror(), &DaemonMirror::eventsLost, this, &MonitorStatusBar::update);
}

void MonitorStatusBar::update()
{
    int live = 0;
    int gone = 0;
    qint64 lost = 0;
    for (const auto &daemon : m_daemons.daemons()) {
        (daemon->isGone() ? gone : live) += 1;
        for (const qint64 count : daemon->mirror().lost())
            lost = qMin(lost + qBound<qint64>(0, count, maxCounted), maxCounted);
    }
    m_count->setText(gone == 0 ? tr("%n daemons", nullptr, live)
                               : tr("%n daemons, %1 ended", nullptr, live).arg(QLocale().toString(gone)));
    m_paused->setVisible(m_clock.isPaused());
    m_lost->setText(tr("%n events lost", nullptr, static_cast<int>(lost)));
    m_lost->setToolTip(tr("What daemons could not tell in time, since so much happened."));
    m_lost->setVisible(lost > 0);
}

void MonitorStatusBar::updateRate()
{
    const double seconds = static_cast<double>(m_since.restart()) / 1000;
    const double perSecond = seconds > 0 ? static_cast<double>(std::exchange(m_events, 0)) / seconds : 0;
    m_rate->setText(tr("%1 updates", "a rate, such as 4/s").arg(Formatting::rate(perSecond)));
}

} // namespace DaemonRpc::Monitor
