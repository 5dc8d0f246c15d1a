#include "pages/healthpage.h"

#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/recordpanel.h"
#include "widgets/recordview.h"

#include <QEvent>
#include <QGroupBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSplitter>
#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

HealthPage::HealthPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent)
    : Page(parent)
    , m_health(daemons, clock)
    , m_workers(daemons, clock)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_healthPanel(new RecordPanel(m_health, {tr("Health checks"), "text", "name", Qt::AscendingOrder, true},
                                    m_splitter))
    , m_workersPanel(new RecordPanel(
          m_workers, {tr("Workers and warm copies"), "", "name", Qt::AscendingOrder, true}, m_splitter))
    , m_current(m_healthPanel)
{
    m_healthPanel->emptyState().setText(tr("Nothing is known of anybody's health"),
                                        tr("What the daemons check of themselves is shown here."));
    m_workersPanel->emptyState().setText(
        tr("There are no workers"),
        tr("What runs commands for the daemons, and what they keep warm, is shown here."));
    setUp(m_healthPanel, tr("Health checks"));
    setUp(m_workersPanel, tr("Workers and warm copies"));
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_splitter);
}

HealthPage::~HealthPage()
{
    // They look at the models until their end.
    delete m_splitter;
}

void HealthPage::setUp(RecordPanel *panel, const QString &heading)
{
    auto *box = new QGroupBox(heading, m_splitter);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(panel);
    m_splitter->addWidget(box);
    const RecordView &view = panel->view();
    connect(&view, &RecordView::selectedKeysChanged, this, &Page::selectionChanged);
    connect(&view, &RecordView::rowActivated, this, &Page::activated);
    connect(&view, &RecordView::menuRequested, this, &Page::contextMenuRequested);
    panel->view().installEventFilter(this);
    panel->filterBar().edit().installEventFilter(this);
}

bool HealthPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        const bool isWorkers =
            watched == &m_workersPanel->view() || watched == &m_workersPanel->filterBar().edit();
        RecordPanel *focused = isWorkers ? m_workersPanel : m_healthPanel;
        if (std::exchange(m_current, focused) != focused)
            Q_EMIT selectionChanged();
    }
    return Page::eventFilter(watched, event);
}

QString HealthPage::id() const { return QStringLiteral("health"); }

QString HealthPage::title() const { return tr("Health"); }

void HealthPage::setShown(bool isShown)
{
    m_health.setActive(isShown);
    m_workers.setActive(isShown);
}

QList<RecordKey> HealthPage::selection() const { return m_current->view().selectedKeys(); }

bool HealthPage::selectKey(const RecordKey &key) { return m_healthPanel->view().selectKey(key); }

void HealthPage::focusContent() { m_current->view().setFocus(Qt::OtherFocusReason); }

void HealthPage::focusFilter() { m_current->filterBar().focusText(); }

void HealthPage::clearFilter() { m_current->filterBar().clear(); }

void HealthPage::setFilter(const QString &text)
{
    m_healthPanel->filterBar().setText(text);
    m_workersPanel->filterBar().setText(text);
}

void HealthPage::selectAll() { m_current->view().selectAll(); }

void HealthPage::addToContextMenu(QMenu &menu) { m_current->addToContextMenu(menu); }

QByteArray HealthPage::saveState() const
{
    const QJsonObject state{
        {QStringLiteral("health"), QString::fromUtf8(m_healthPanel->view().saveState())},
        {QStringLiteral("workers"), QString::fromUtf8(m_workersPanel->view().saveState())},
        {QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void HealthPage::restoreState(const QByteArray &state)
{
    const QJsonObject saved = QJsonDocument::fromJson(state).object();
    m_healthPanel->view().restoreState(saved.value(QStringLiteral("health")).toString().toUtf8());
    m_workersPanel->view().restoreState(saved.value(QStringLiteral("workers")).toString().toUtf8());
    m_splitter->restoreState(
        QByteArray::fromBase64(saved.value(QStringLiteral("splitter")).toString().toLatin1()));
    m_splitter->setOrientation(Qt::Vertical);
}

void HealthPage::resetState()
{
    m_healthPanel->view().resetState();
    m_workersPanel->view().resetState();
    m_splitter->setSizes({1, 1});
}

QString HealthPage::selectionAsTsv() const { return m_current->selectionAsTsv(); }

QString HealthPage::selectionAsJson() const { return m_current->selectionAsJson(); }

} // namespace DaemonRpc::Monitor
