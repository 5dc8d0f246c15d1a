// All that is known of one request.
#pragma once

#include "dialogs/daemondialog.h"
#include "models/recordkey.h"

#include <daemonrpc/admin/requestdetails.h>

#include <QTimer>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;
class QTreeWidget;

namespace DaemonRpc::Monitor {

class EnvironmentPage;
class TailPage;

/// Shows one request as it goes on: its course, its arguments and directory, and what it writes.
/// Thread-bound.
///
/// Its output is asked for only while that page is open, and from then on: what was written before is not
/// told.
class RequestDialog : public DaemonDialog
{
    Q_OBJECT

public:
    RequestDialog(DaemonList &daemons, const RecordKey &request, QWidget *parent);
    ~RequestDialog() override;

    [[nodiscard]] RecordKey request() const { return {serial(), m_id}; }

Q_SIGNALS:
    // The person wants it.
    void cancelWanted(const DaemonRpc::Monitor::RecordKey &request);
    void commandLineWanted(const DaemonRpc::Monitor::RecordKey &request);

protected:
    void onDaemonChanged() override;

private:
    void build();
    [[nodiscard]] QWidget *makeCourse();
    [[nodiscard]] QWidget *makeArguments();
    [[nodiscard]] std::optional<RequestSnapshot> find() const;
    void refresh();
    void showCourse();
    void showArguments();
    void askForWhole();
    void copyArguments();
    void showEnvironment();
    void onDetails(const Result<RequestDetails> &told);
    void showTail();

    qint64 m_id;
    RequestSnapshot m_snapshot;             // as it was last told; blank when it never was
    std::optional<RequestSnapshot> m_whole; // with nothing left out
    bool m_hasAsked = false;
    QStringList m_shownArguments;
    bool m_hasEnvironment = false;

    QLabel *m_outcome;
    QTabWidget *m_tabs;
    QTreeWidget *m_course;
    QLabel *m_figures;
    QListWidget *m_arguments;
    QLabel *m_directory;
    EnvironmentPage *m_environment;
    TailPage *m_tail;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    QTimer m_clock;
};

} // namespace DaemonRpc::Monitor
