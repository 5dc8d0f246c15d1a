// What can be done to requests.
#pragma once

#include "models/recordkey.h"
#include "models/tone.h"
#include "sources/daemonlist.h"

#include <QPointer>
#include <QWidget>

namespace DaemonRpc::Monitor {

/// Cancels requests. Thread-bound. Daemons and requests may go at any time: what cannot be done is said.
class RequestActions : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to @p window. @p daemons has to outlive this.
    RequestActions(DaemonList &daemons, QWidget *window, QObject *parent = nullptr);
    ~RequestActions() override;

    /// Asks those of @p requests that can be cancelled to stop. Asks the person first when there are several,
    /// or one is not of this user.
    void cancel(const QList<RecordKey> &requests);

    /// The same without a question.
    void cancelNow(const QList<RecordKey> &requests);

Q_SIGNALS:
    /// What has come of it, for a status bar.
    void messageReported(const QString &text, DaemonRpc::Monitor::Tone tone);

private:
    [[nodiscard]] bool isForeign(const RecordKey &request) const;
    void ask(const QList<RecordKey> &requests);

    DaemonList &m_daemons;
    QPointer<QWidget> m_window;
};

} // namespace DaemonRpc::Monitor
