// The page of logs.
#pragma once

#include "models/updateclock.h"
#include "pages/recordpage.h"
#include "sources/daemonlist.h"

class QComboBox;
class QPushButton;

namespace DaemonRpc::Monitor {

class LogModel;

/// The latest lines of all logs, by level and category. Thread-bound. It follows what is written as long as
/// its end is in sight.
class LogsPage : public RecordPage
{
    Q_OBJECT

public:
    /// Categories that are offered.
    static constexpr int maxCategories = 100;

    /// All but the parent have to outlive the page.
    LogsPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent = nullptr);
    ~LogsPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] ActionContext context() const override;
    void clearFilter() override;
    void addToContextMenu(QMenu &menu) override;

private:
    void addChoosers();
    void addButtons();
    void collectCategories(int first, int last);
    void choose();
    void enableRequest();
    void showNewest();
    void showRequest();

    LogModel &m_model;
    QComboBox *m_level;
    QComboBox *m_category;
    QPushButton *m_newest;
    QPushButton *m_request;
};

} // namespace DaemonRpc::Monitor
