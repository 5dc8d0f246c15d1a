// What the dialogs about one daemon have in common.
#pragma once

#include "models/tone.h"
#include "sources/daemonlist.h"

#include <QDialog>
#include <QPointer>

#include <functional>

class QDialogButtonBox;
class QLabel;
class QVBoxLayout;

namespace DaemonRpc::Monitor {

/// A window about one daemon that stays open while it lives, and says so when it has ended. Thread-bound;
/// deletes itself once closed. Base of InvokeDialog, RequestDialog and RunDialog.
///
/// The daemon is looked up by its serial each time: it may be dismissed while the window is open.
class DaemonDialog : public QDialog
{
    Q_OBJECT

public:
    DaemonDialog(DaemonList &daemons, qint64 serial, QWidget *parent);
    ~DaemonDialog() override;

    [[nodiscard]] qint64 serial() const { return m_serial; }

    /// Null when it is no longer in the list.
    [[nodiscard]] MonitoredDaemon *daemon() const;

    /// Null while it cannot be asked.
    [[nodiscard]] AdminClient *admin() const;

    /// "“default” (pid 4711)"; as it was when the daemon is gone.
    [[nodiscard]] const QString &daemonName() const { return m_name; }

protected:
    /// Where what the dialog shows goes, between the banner and the buttons.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

    [[nodiscard]] QDialogButtonBox *buttons() const { return m_buttons; }

    /// The daemon's state or connection is another, or it has left the list.
    virtual void onDaemonChanged() {}

    /// Runs @p onAnswer only while the dialog lives.
    template <typename T>
    std::function<void(const Result<T> &)> answer(std::function<void(const Result<T> &)> onAnswer)
    {
        return [self = QPointer(this), onAnswer = std::move(onAnswer)](const Result<T> &result) {
            if (self)
                onAnswer(result);
        };
    }

private:
    void update();

    QPointer<DaemonList> m_daemons;
    qint64 m_serial;
    QString m_name;
    QLabel *m_banner;
    QVBoxLayout *m_body;
    QDialogButtonBox *m_buttons;
};

} // namespace DaemonRpc::Monitor
