#include "widgets/recordpanel.h"

#include "delegates/recorddelegate.h"
#include "models/formatting.h"
#include "models/rowexport.h"
#include "models/tablemodel.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/recordheader.h"
#include "widgets/recordview.h"

#include <QEvent>
#include <QMenu>
#include <QSet>
#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

static constexpr int maxCompletions = 50;
static constexpr int maxSearchedRows = 2000;
static constexpr qsizetype maxShownTerm = 40;

RecordPanel::RecordPanel(QAbstractItemModel &model, const RecordPanelSetup &setup, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filterBar(new FilterBar(this))
    , m_view(new RecordView(this))
    , m_empty(new EmptyState(this))
    , m_noMatch(new EmptyState(this))
{
    m_proxy.setDimmedLast(setup.isDimmedLast);
    m_proxy.setSourceModel(&model);
    m_view->setAccessibleName(setup.name);
    m_view->setTree(setup.isTree);
    m_view->setItemDelegate(new RecordDelegate(m_view));
    m_view->recordHeader().setElasticColumn(setup.elasticColumn);
    m_view->recordHeader().setDefaultSort(setup.sortColumn, setup.sortOrder);
    m_view->setModel(&m_proxy);
    m_noMatch->setText(tr("No row passes the filter"), tr("Press Esc to show all of them again."));
    m_filterBar->edit().setCompletions([this](const QString &word) { return completions(word); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_filterBar);
    layout->addWidget(m_view, 1);

    // Above the list, not in it: the headings stay, and keys pressed there are not the list's.
    m_view->viewport()->installEventFilter(this);
    connect(m_filterBar, &FilterBar::textChanged, this, &RecordPanel::filter);
    connect(&m_proxy, &FilterProxy::countsChanged, this, &RecordPanel::onCountsChanged);
    onCountsChanged();
}

RecordPanel::~RecordPanel() = default;

void RecordPanel::setBaseFilter(const QString &terms)
{
    m_baseFilter = terms;
    filter();
}

void RecordPanel::filter()
{
    const QString before = m_baseFilter.isEmpty() ? QString() : m_baseFilter + u' ';
    const FilterExpression expression =
        FilterExpression::parse(before + m_filterBar->text(), m_proxy.columns());
    m_proxy.setExpression(expression);
    QList<FilterError> problems = expression.errors();
    for (FilterError &problem : problems)
        problem.position -= before.size();
    m_filterBar->setProblems(problems);
}

void RecordPanel::onCountsChanged()
{
    m_filterBar->setCounts(m_proxy.shownCount(), m_proxy.totalCount());
    m_empty->setVisible(m_proxy.totalCount() == 0);
    m_noMatch->setVisible(m_proxy.totalCount() > 0 && m_proxy.shownCount() == 0);
    placeNotices();
}

void RecordPanel::placeNotices()
{
    const QRect place(m_view->viewport()->mapTo(this, QPoint()), m_view->viewport()->size());
    for (EmptyState *notice : {m_empty, m_noMatch}) {
        notice->setGeometry(place);
        notice->raise();
    }
}

bool RecordPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show)
        placeNotices();
    return QWidget::eventFilter(watched, event);
}

// Without what says "all of it", so that it is found before that is typed.
static QString bare(QString term) { return term.remove(u'"').remove(u'='); }

// Keys first; after a key and its colon the values that its column has.
QStringList RecordPanel::completions(const QString &word) const
{
    const bool isNegated = word.startsWith(u'-');
    const QString sign = isNegated ? QStringLiteral("-") : QString();
    const QString typed = word.mid(sign.size());
    QStringList words;
    const qsizetype colon = typed.indexOf(u':');
    const QList<ColumnInfo> &columns = m_proxy.columns();
    for (int column = 0; column < columns.size(); ++column) {
        const QString start = QString::fromUtf8(columns.at(column).key) + u':';
        if (colon < 0 && start.startsWith(typed, Qt::CaseInsensitive))
            words.append(sign + start);
        else if (colon >= 0 && typed.startsWith(start, Qt::CaseInsensitive))
            words += valueCompletions(column, word, isNegated);
    }
    return words;
}

QStringList RecordPanel::valueCompletions(int column, const QString &word, bool isNegated) const
{
    const ColumnInfo &info = m_proxy.columns().at(column);
    if (info.kind != ColumnKind::Text && info.kind != ColumnKind::State)
        return {};
    QSet<QString> terms;
    const int rows = qMin(m_model.rowCount(), maxSearchedRows);
    for (int row = 0; row < rows && terms.size() < maxCompletions; ++row) {
        const QVariant value = m_model.index(row, column).data(ValueRole);
        const QString term = value.isValid() ? FilterExpression::quoted(info, value, isNegated) : QString();
        if (bare(term).startsWith(bare(word), Qt::CaseInsensitive))
            terms.insert(term);
    }
    QStringList sorted = terms.values();
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

void RecordPanel::addToContextMenu(QMenu &menu)
{
    const QModelIndex cell = m_view->currentIndex();
    if (cell.isValid()) {
        const ColumnInfo &info = m_proxy.columns().at(cell.column());
        addFilterAction(menu, tr("&Filter by %1"), FilterExpression::quoted(info, cell.data(ValueRole)));
        addFilterAction(menu, tr("Filter &out %1"),
                        FilterExpression::quoted(info, cell.data(ValueRole), true));
    }
    QMenu *columns = menu.addMenu(tr("Col&umns"));
    m_view->recordHeader().addTo(*columns, cell.isValid() ? cell.column() : -1);
}

void RecordPanel::addFilterAction(QMenu &menu, const QString &text, const QString &term)
{
    if (term.isEmpty())
        return;
    QString shown = Formatting::line(term);
    if (shown.size() > maxShownTerm)
        shown = shown.left(maxShownTerm) + u'…';
    // An ampersand would be taken for a mnemonic.
    connect(menu.addAction(text.arg(shown.replace(u'&', QLatin1String("&&")))), &QAction::triggered,
            m_filterBar, [this, term] { m_filterBar->addTerm(term); });
}

QString RecordPanel::selectionAsTsv() const
{
    const QModelIndexList rows = m_view->shownSelection();
    const RecordHeader &header = m_view->recordHeader();
    QList<int> columns;
    for (int place = 0; place < header.count(); ++place) {
        if (const int column = header.logicalIndex(place); !header.isSectionHidden(column))
            columns.append(column);
    }
    return rows.isEmpty() ? QString() : RowExport::toTsv(rows, columns);
}

QString RecordPanel::selectionAsJson() const
{
    const QModelIndexList rows = m_view->shownSelection();
    return rows.isEmpty() ? QString() : RowExport::toJson(rows);
}

} // namespace DaemonRpc::Monitor
