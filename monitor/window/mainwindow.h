// The window.
#pragma once

#include "actions/actioncatalogue.h"
#include "actions/actiondispatcher.h"
#include "models/updateclock.h"
#include "sources/daemonlist.h"

#include <QMainWindow>

#include <vector>

class QTabWidget;

namespace DaemonRpc::Monitor {

class MonitorStatusBar;
class Page;
class WindowState;

/// Puts pages, menus and status bar together. Thread-bound.
///
///     MainWindow window(daemons, clock, state);
///     window.addPage(new OverviewPage(daemons, statistics, clock));
///     window.restore();
///     window.show();
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All three have to outlive the window.
    MainWindow(DaemonList &daemons, UpdateClock &clock, WindowState &state, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// At the end; takes it.
    void addPage(Page *page);

    [[nodiscard]] Page *page(const QString &pageId) const;
    [[nodiscard]] Page *currentPage() const;
    /// False for a page that is not there.
    bool showPage(const QString &pageId);

    [[nodiscard]] ActionCatalogue &catalogue() { return m_catalogue; }

    [[nodiscard]] ActionDispatcher &dispatcher() { return m_dispatcher; }

    [[nodiscard]] MonitorStatusBar &monitorStatusBar() const { return *m_statusBar; }

    /// As it was left; once all pages are there.
    void restore();

    /// To the front.
    void present();

    /// Into the settings, as closing the window does.
    void save();

Q_SIGNALS:
    /// It has been closed.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void fillMenuBar();
    void connectActions();
    void onPageChanged();
    void updateContext();
    void openContextMenu(Page *page, const QPoint &position);
    void onActivated(Page *page, const RecordKey &key);
    void jump(const QString &pageId, const RecordKey &key);
    void copy(bool isJson);
    void setPaused(bool isPaused);
    void refresh();
    void resetLayout();

    DaemonList &m_daemons;
    UpdateClock &m_clock;
    WindowState &m_state;
    ActionCatalogue m_catalogue;
    ActionDispatcher m_dispatcher;
    QTabWidget *m_tabs;
    MonitorStatusBar *m_statusBar;
    std::vector<Page *> m_pages;
    Page *m_shown = nullptr;
};

} // namespace DaemonRpc::Monitor
