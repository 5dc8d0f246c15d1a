#include "pages/recordpage.h"

#include "widgets/filterbar.h"
#include "widgets/recordview.h"

#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

RecordPage::RecordPage(std::unique_ptr<TableModel> model, const RecordPanelSetup &setup, QWidget *parent)
    : Page(parent)
    , m_model(std::move(model))
    , m_panel(new RecordPanel(*m_model, setup, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_panel);
    connect(&m_panel->view(), &RecordView::selectedKeysChanged, this, &Page::selectionChanged);
    connect(&m_panel->view(), &RecordView::rowActivated, this, &Page::activated);
    connect(&m_panel->view(), &RecordView::menuRequested, this, &Page::contextMenuRequested);
}

RecordPage::~RecordPage()
{
    // Its model goes first otherwise, with everything that the panel still shows.
    delete m_panel;
}

void RecordPage::setShown(bool isShown) { m_model->setActive(isShown); }

QList<RecordKey> RecordPage::selection() const { return m_panel->view().selectedKeys(); }

bool RecordPage::selectKey(const RecordKey &key) { return m_panel->view().selectKey(key); }

// Not by a focus proxy: Tab would pass over what comes before it.
void RecordPage::focusContent() { m_panel->view().setFocus(Qt::OtherFocusReason); }

void RecordPage::focusFilter() { m_panel->filterBar().focusText(); }

void RecordPage::clearFilter() { m_panel->filterBar().clear(); }

void RecordPage::setFilter(const QString &text) { m_panel->filterBar().setText(text); }

void RecordPage::selectAll() { m_panel->view().selectAll(); }

void RecordPage::addToContextMenu(QMenu &menu) { m_panel->addToContextMenu(menu); }

QByteArray RecordPage::saveState() const { return m_panel->view().saveState(); }

void RecordPage::restoreState(const QByteArray &state) { m_panel->view().restoreState(state); }

void RecordPage::resetState() { m_panel->view().resetState(); }

QString RecordPage::selectionAsTsv() const { return m_panel->selectionAsTsv(); }

QString RecordPage::selectionAsJson() const { return m_panel->selectionAsJson(); }

} // namespace DaemonRpc::Monitor
