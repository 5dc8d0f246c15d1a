#include "window/mainwindow.h"

#include "models/filterexpression.h"
#include "pages/page.h"
#include "window/monitorstatusbar.h"
#include "window/windowstate.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTabWidget>

namespace DaemonRpc::Monitor {

static constexpr QSize firstSize(1200, 720);

MainWindow::MainWindow(DaemonList &daemons, UpdateClock &clock, WindowState &state, QWidget *parent)
    : QMainWindow(parent)
    , m_daemons(daemons)
    , m_clock(clock)
    , m_state(state)
    , m_dispatcher(m_catalogue, daemons, this)
    , m_tabs(new QTabWidget(this))
    , m_statusBar(new MonitorStatusBar(daemons, clock, this))
{
    setWindowTitle(tr("Daemon Monitor"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Pages"));
    setCentralWidget(m_tabs);
    setStatusBar(m_statusBar);
    m_catalogue.setDaemons(&daemons);
    fillMenuBar();
    connectActions();
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::onPageChanged);
    connect(&clock, &UpdateClock::ticked, this, &MainWindow::updateContext);
    connect(&clock, &UpdateClock::pausedChanged, m_catalogue.action(ActionId::PauseUpdates),
            &QAction::setChecked);
    connect(&m_dispatcher, &ActionDispatcher::messageReported, m_statusBar, &MonitorStatusBar::report);
    connect(&m_dispatcher, &ActionDispatcher::jumpRequested, this, &MainWindow::jump);
}

MainWindow::~MainWindow()
{
    // Their views speak of selections as they go.
    m_shown = nullptr;
    disconnect(m_tabs, nullptr, this, nullptr);
    for (Page *page : m_pages)
        delete page;
}

void MainWindow::addPage(Page *page)
{
    m_pages.push_back(page);
    connect(page, &Page::selectionChanged, this, &MainWindow::updateContext);
    connect(page, &Page::contextMenuRequested, this,
            [this, page](const QPoint &position) { openContextMenu(page, position); });
    connect(page, &Page::activated, this, [this, page](const RecordKey &key) { onActivated(page, key); });
    connect(page, &Page::jumpRequested, this, &MainWindow::jump);
    m_catalogue.addRowActionsTo(page);
    if (QAction *action = m_catalogue.pageAction(page->id()))
        connect(action, &QAction::triggered, this, [this, page] { showPage(page->id()); });
    m_tabs->addTab(page, page->title());
}

Page *MainWindow::page(const QString &pageId) const
{
    for (Page *page : m_pages) {
        if (page->id() == pageId)
            return page;
    }
    return nullptr;
}

Page *MainWindow::currentPage() const { return m_shown; }

bool MainWindow::showPage(const QString &pageId)
{
    Page *wanted = page(pageId);
    if (!wanted)
        return false;
    m_tabs->setCurrentWidget(wanted);
    wanted->focusContent();
    return true;
}

void MainWindow::restore()
{
    resize(firstSize);
    restoreGeometry(m_state.geometry());
    for (Page *page : m_pages)
        page->restoreState(m_state.pageState(page->id()));
    m_catalogue.action(ActionId::ToggleTrayNotifications)->setChecked(m_state.isNotifying());
    if (!showPage(m_state.currentPage()) && !m_pages.empty())
        showPage(m_pages.front()->id());
}

void MainWindow::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    save();
    QMainWindow::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT closed();
}

void MainWindow::fillMenuBar()
{
    for (const ActionGroup group : ActionCatalogue::groups()) {
        QMenu *menu = menuBar()->addMenu(ActionCatalogue::groupTitle(group));
        menu->setToolTipsVisible(true);
        menu->addActions(m_catalogue.actions(group));
    }
}

void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto deed) {
        connect(m_catalogue.action(id), &QAction::triggered, this, deed);
    };
    on(ActionId::Quit, &QWidget::close);
    on(ActionId::Copy, [this] { copy(false); });
    on(ActionId::CopyAsJson, [this] { copy(true); });
    on(ActionId::SelectAll, [this] { m_shown->selectAll(); });
    on(ActionId::Find, [this] { m_shown->focusFilter(); });
    on(ActionId::ClearFilter, [this] { m_shown->clearFilter(); });
    on(ActionId::PauseUpdates, &MainWindow::setPaused);
    on(ActionId::Refresh, &MainWindow::refresh);
    on(ActionId::ResetLayout, &MainWindow::resetLayout);
    on(ActionId::ToggleTrayNotifications, [this](bool isWanted) { m_state.setNotifying(isWanted); });
}

void MainWindow::onPageChanged()
{
    auto *page = qobject_cast<Page *>(m_tabs->currentWidget());
    if (page == m_shown)
        return;
    if (m_shown)
        m_shown->setShown(false);
    m_shown = page;
    if (!page)
        return;
    page->setShown(true);
    if (QAction *action = m_catalogue.pageAction(page->id()))
        action->setChecked(true);
    updateContext();
}

void MainWindow::updateContext()
{
    if (!m_shown)
        return;
    ActionContext context = m_shown->context();
    if (context.daemons.isEmpty() && m_daemons.daemons().size() == 1)
        context.daemons.append(m_daemons.daemons().front()->serial());
    m_catalogue.setContext(context);
}

void MainWindow::openContextMenu(Page *page, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    page->addToContextMenu(*menu);
    menu->addSeparator();
    menu->addActions(m_catalogue.contextActions(page->id()));
    menu->popup(position);
}

void MainWindow::onActivated(Page *page, const RecordKey &key)
{
    const ActionContext context = page->context();
    if (!context.requests.isEmpty()) {
        m_dispatcher.showDetails(context.requests.front());
        return;
    }
    if (const MonitoredDaemon *daemon = m_daemons.find(key.daemon)) {
        Page *requests = this->page(QStringLiteral("requests"));
        if (!requests || page->id() != QLatin1String("overview"))
            return;
        const ColumnInfo column{"daemon", {}, ColumnKind::Text};
        requests->setFilter(FilterExpression::quoted(column, daemon->daemonId()));
        showPage(requests->id());
    }
}

void MainWindow::jump(const QString &pageId, const RecordKey &key)
{
    if (!showPage(pageId))
        return;
    if (m_shown->selectKey(key))
        return;
    m_shown->clearFilter();
    if (!m_shown->selectKey(key))
        m_statusBar->report(tr("It is not there any more."), Tone::Warning);
}

void MainWindow::copy(bool isJson)
{
    const QString text = isJson ? m_shown->selectionAsJson() : m_shown->selectionAsTsv();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void MainWindow::setPaused(bool isPaused) { m_clock.setPaused(isPaused); }

void MainWindow::refresh() { m_clock.refresh(); }

void MainWindow::resetLayout()
{
    m_state.resetLayout();
    for (Page *page : m_pages)
        page->resetState();
    if (!isMaximized() && !isFullScreen())
        resize(firstSize);
    m_statusBar->report(tr("The layout is as it was at first."), Tone::Good);
}

void MainWindow::save()
{
    m_state.setGeometry(saveGeometry());
    if (m_shown)
        m_state.setCurrentPage(m_shown->id());
    for (const Page *page : m_pages)
        m_state.setPageState(page->id(), page->saveState());
}

} // namespace DaemonRpc::Monitor
