#include "actions/daemonactions.h"

#include "dialogs/confirmdialog.h"
#include "dialogs/logleveldialog.h"
#include "models/formatting.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace DaemonRpc::Monitor {

static constexpr qsizetype maxNamed = 4;
static constexpr qsizetype maxCategories = 50;

static QString nameOf(const MonitoredDaemon &daemon)
{
    return DaemonActions::tr("“%1” (pid %2)")
        .arg(Formatting::line(daemon.daemonId()), QString::number(daemon.pid()));
}

DaemonActions::DaemonActions(DaemonList &daemons, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_daemons(daemons)
    , m_window(window)
{}

DaemonActions::~DaemonActions() = default;

void DaemonActions::drain(const QList<qint64> &serials)
{
    const QList<qint64> who = askable(serials);
    if (who.isEmpty())
        return;
    const int running = runningCount(who);
    const QStringList lines{tr("%n daemon(s) will take nothing new, and end when what runs has finished: %1.",
                               nullptr, static_cast<int>(who.size()))
                                .arg(names(who)),
                            running > 0
                                ? tr("%n running request(s) will be finished first.", nullptr, running)
                                : tr("Nothing runs.")};
    auto *dialog = new ConfirmDialog(tr("Drain %n daemon(s)?", nullptr, static_cast<int>(who.size())),
                                     lines.join(u'\n'), tr("&Drain"), m_window);
    connect(dialog, &ConfirmDialog::confirmed, this, [this, who] { drainNow(who); });
    dialog->open();
}

void DaemonActions::stop(const QList<qint64> &serials)
{
    const QList<qint64> who = askable(serials);
    if (who.isEmpty())
        return;
    const int running = runningCount(who);
    const QStringList lines{
        tr("%n daemon(s) will end: %1.", nullptr, static_cast<int>(who.size())).arg(names(who)),
        running > 0
            ? tr("%n running request(s) have a while to finish, then they are cancelled.", nullptr, running)
            : tr("Nothing runs.")};
    auto *dialog = new ConfirmDialog(tr("Stop %n daemon(s)?", nullptr, static_cast<int>(who.size())),
                                     lines.join(u'\n'), tr("&Stop"), m_window);
    if (running > 0) {
        dialog->addOption(tr("&Cancel what runs at once"),
                          tr("Requests are asked to stop now, and forced to after their grace."));
    }
    connect(dialog, &ConfirmDialog::confirmed, this, [this, who](bool now) { stopNow(who, now); });
    dialog->open();
}

void DaemonActions::restart(const QList<qint64> &serials)
{
    const QList<qint64> who = askable(serials);
    if (who.isEmpty())
        return;
    const int running = runningCount(who);
    if (running == 0 && who.size() <= 1) {
        restartNow(who);
        return;
    }
    const QStringList lines{
        tr("A fresh copy will take over from %n daemon(s): %1.", nullptr, static_cast<int>(who.size()))
            .arg(names(who)),
        running > 0
            ? tr("%n running request(s) will be finished by the old one, which then ends.", nullptr, running)
            : tr("Nothing runs.")};
    auto *dialog = new ConfirmDialog(tr("Restart %n daemon(s)?", nullptr, static_cast<int>(who.size())),
                                     lines.join(u'\n'), tr("&Restart"), m_window);
    connect(dialog, &ConfirmDialog::confirmed, this, [this, who] { restartNow(who); });
    dialog->open();
}

void DaemonActions::reload(const QList<qint64> &serials)
{
    forEach(serials, [this](AdminClient &admin, const QString &who) {
        admin.reload(answer<ReloadReport>(who, [this, who](const ReloadReport &done) {
            if (!done.afterRestart.isEmpty()) {
                report(tr("%1 has read its configuration; after a restart it will heed: %2.")
                           .arg(who, Formatting::line(done.afterRestart.join(QStringLiteral(", ")))),
                       Tone::Warning);
            } else if (done.applied.isEmpty()) {
                report(tr("%1 has read its configuration; nothing is different.").arg(who));
            } else {
                report(tr("%1 has read its configuration; different now: %2.")
                           .arg(who, Formatting::line(done.applied.join(QStringLiteral(", ")))));
            }
        }));
    });
}

void DaemonActions::changeLogLevel(const QList<qint64> &serials)
{
    const QList<qint64> who = askable(serials);
    if (who.isEmpty())
        return;
    QSet<QString> categories;
    for (const qint64 serial : who) {
        for (const LogLineSnapshot &line : m_daemons.find(serial)->mirror().log()) {
            if (categories.size() < maxCategories && !line.category.isEmpty())
                categories.insert(line.category);
        }
    }
    QStringList sorted = categories.values();
    sorted.sort();
    auto *dialog = new LogLevelDialog(names(who), sorted, m_window);
    connect(
        dialog, &LogLevelDialog::chosen, this,
        [this, who](const QString &level, const QString &category) { setLogLevel(who, level, category); });
    dialog->open();
}

void DaemonActions::setLogLevel(const QList<qint64> &serials, const QString &level, const QString &category)
{
    QJsonObject params{{QStringLiteral("level"), level}};
    if (!category.isEmpty())
        params.insert(QStringLiteral("category"), category);
    forEach(serials, [this, params, level](AdminClient &admin, const QString &who) {
        admin.call(QStringLiteral("log.set_level"), params,
                   answer<QJsonValue>(who, [this, who, level](const QJsonValue &) {
                       report(tr("%1 logs at the level “%2”.").arg(who, Formatting::name(level)));
                   }));
    });
}

void DaemonActions::dismissGone()
{
    const auto count =
        std::count_if(m_daemons.daemons().begin(), m_daemons.daemons().end(),
                      [](const std::unique_ptr<MonitoredDaemon> &daemon) { return daemon->isGone(); });
    m_daemons.dismissGone();
    if (count > 0)
        report(tr("%n daemon(s) dismissed that had ended.", nullptr, static_cast<int>(count)), Tone::Normal);
}

QList<qint64> DaemonActions::askable(const QList<qint64> &serials)
{
    QList<qint64> list;
    std::copy_if(serials.begin(), serials.end(), std::back_inserter(list), [this](qint64 serial) {
        const MonitoredDaemon *daemon = m_daemons.find(serial);
        return daemon && !daemon->isGone() && daemon->admin();
    });
    if (list.isEmpty())
        forEach(serials, [](AdminClient &, const QString &) {}); // says why
    return list;
}

int DaemonActions::runningCount(const QList<qint64> &serials) const
{
    qsizetype running = 0;
    for (const qint64 serial : serials)
        running += m_daemons.find(serial)->mirror().requests().size();
    return static_cast<int>(running);
}

QString DaemonActions::names(const QList<qint64> &serials) const
{
    QStringList names;
    for (const qint64 serial : serials) {
        if (names.size() < maxNamed)
            names += nameOf(*m_daemons.find(serial));
    }
    if (serials.size() > maxNamed)
        names += tr("%n more", nullptr, static_cast<int>(serials.size() - maxNamed));
    return QLocale().createSeparatedList(names);
}

void DaemonActions::forEach(const QList<qint64> &serials, const Deed &deed)
{
    for (const qint64 serial : serials) {
        MonitoredDaemon *daemon = m_daemons.find(serial);
        if (!daemon)
            report(tr("A daemon is no longer in the list."), Tone::Warning);
        else if (daemon->isGone())
            report(tr("%1 has ended already.").arg(nameOf(*daemon)), Tone::Warning);
        else if (!daemon->admin())
            report(tr("There is no connection to %1.").arg(nameOf(*daemon)), Tone::Warning);
        else
            deed(*daemon->admin(), nameOf(*daemon));
    }
}

void DaemonActions::report(const QString &text, Tone tone) { Q_EMIT messageReported(text, tone); }

void DaemonActions::reportFailure(const QString &who, const Error &error)
{
    report(tr("%1: %2.").arg(who, Formatting::line(error.message())), Tone::Bad);
}

template <typename T>
std::function<void(const Result<T> &)> DaemonActions::answer(const QString &who,
                                                             std::function<void(const T &)> onAnswer)
{
    return [self = QPointer(this), who, onAnswer = std::move(onAnswer)](const Result<T> &result) {
        if (!self)
            return;
        if (result)
            onAnswer(*result);
        else
            self->reportFailure(who, result.error());
    };
}

void DaemonActions::stopNow(const QList<qint64> &serials, bool now)
{
    forEach(serials, [this, now](AdminClient &admin, const QString &who) {
        admin.stop(
            now, answer<DaemonSnapshot>(who, [this, who](const DaemonSnapshot &left) {
                report(tr("%1 stops; %n request(s) left.", nullptr, Formatting::counted(left.runningRequests))
                           .arg(who),
                       Tone::Active);
            }));
    });
}

void DaemonActions::restartNow(const QList<qint64> &serials)
{
    forEach(serials, [this](AdminClient &admin, const QString &who) {
        report(tr("%1 starts a fresh copy…").arg(who), Tone::Active);
        admin.restart(answer<RestartReport>(who, [this, who](const RestartReport &done) {
            report(tr("%1 has left its id to pid %2; %n request(s) left to finish.", nullptr,
                      Formatting::counted(done.runningRequests))
                       .arg(who, QString::number(done.successorPid)));
        }));
    });
}

void DaemonActions::drainNow(const QList<qint64> &serials)
{
    forEach(serials, [this](AdminClient &admin, const QString &who) {
        admin.drain(answer<DaemonSnapshot>(who, [this, who](const DaemonSnapshot &left) {
            report(tr("%1 drains; %n request(s) left.", nullptr, Formatting::counted(left.runningRequests))
                       .arg(who),
                   Tone::Active);
        }));
    });
}

} // namespace DaemonRpc::Monitor
