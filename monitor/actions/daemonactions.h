// What can be done to daemons.
#pragma once

#include "models/tone.h"
#include "sources/daemonlist.h"

#include <QPointer>
#include <QWidget>

#include <functional>

namespace DaemonRpc::Monitor {

class ConfirmDialog;

/// Commands daemons: each by its serial, so that one which goes meanwhile is said to have gone. Thread-bound.
///
/// What ends or interrupts something asks first, with numbers.
class DaemonActions : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to @p window. @p daemons has to outlive this.
    DaemonActions(DaemonList &daemons, QWidget *window, QObject *parent = nullptr);
    ~DaemonActions() override;

    void drain(const QList<qint64> &serials);
    void stop(const QList<qint64> &serials);
    /// Asks first only when something runs, or there are several.
    void restart(const QList<qint64> &serials);
    void reload(const QList<qint64> &serials);
    void changeLogLevel(const QList<qint64> &serials);
    void setLogLevel(const QList<qint64> &serials, const QString &level, const QString &category);
    void dismissGone();

Q_SIGNALS:
    /// What has come of it, for a status bar.
    void messageReported(const QString &text, DaemonRpc::Monitor::Tone tone);

private:
    using Deed = std::function<void(AdminClient &admin, const QString &who)>;

    /// Those that can be asked; when none can, says why.
    [[nodiscard]] QList<qint64> askable(const QList<qint64> &serials);
    [[nodiscard]] int runningCount(const QList<qint64> &serials) const;
    [[nodiscard]] QString names(const QList<qint64> &serials) const;
    void forEach(const QList<qint64> &serials, const Deed &deed);
    void report(const QString &text, Tone tone = Tone::Good);
    void reportFailure(const QString &who, const Error &error);
    /// Runs @p onAnswer unless this is gone; reports errors.
    template <typename T>
    std::function<void(const Result<T> &)> answer(const QString &who,
                                                  std::function<void(const T &)> onAnswer);
    void stopNow(const QList<qint64> &serials, bool now);
    void restartNow(const QList<qint64> &serials);
    void drainNow(const QList<qint64> &serials);

    DaemonList &m_daemons;
    QPointer<QWidget> m_window;
};

} // namespace DaemonRpc::Monitor
