#include "widgets/recordheader.h"

#include "models/tablemodel.h"

#include <QContextMenuEvent>
#include <QJsonArray>
#include <QMenu>
#include <QScopedValueRollback>

namespace DaemonRpc::Monitor {

static constexpr int maxWidth = 4000;
static constexpr int maxColumns = 200;
static constexpr int elasticCharacters = 32;
static constexpr int treeCharacters = 30;

RecordHeader::RecordHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setStretchLastSection(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(3 * fontMetrics().horizontalAdvance(u'0'));
    connect(this, &QHeaderView::sectionResized, this, &RecordHeader::onSectionResized);
}

void RecordHeader::setElasticColumn(const QByteArray &key)
{
    m_elasticKey = key;
    fit();
}

void RecordHeader::setDefaultSort(const QByteArray &key, Qt::SortOrder order)
{
    m_sortKey = key;
    m_sortOrder = order;
}

void RecordHeader::resetColumns()
{
    const QScopedValueRollback guard(m_isFitting, true);
    m_isElasticFixed = false;
    for (int column = 0; column < count(); ++column) {
        moveSection(visualIndex(column), column);
        setSectionHidden(column, model()->headerData(column, Qt::Horizontal, HiddenRole).toBool());
        if (!isSectionHidden(column))
            resizeSection(column, defaultWidth(column));
    }
    setSortIndicator(qMax(0, columnOf(m_sortKey)), m_sortOrder);
    m_isFitting = false;
    fit();
}

int RecordHeader::columnOf(const QByteArray &key) const
{
    for (int column = 0; column < count(); ++column) {
        if (columnKey(column) == key)
            return column;
    }
    return -1;
}

QByteArray RecordHeader::columnKey(int column) const
{
    return model() ? model()->headerData(column, Qt::Horizontal, KeyRole).toByteArray() : QByteArray();
}

QJsonObject RecordHeader::state() const
{
    QJsonArray columns;
    for (int place = 0; place < count(); ++place) {
        const int column = logicalIndex(place);
        QJsonObject saved{{QStringLiteral("key"), QString::fromUtf8(columnKey(column))},
                          {QStringLiteral("hidden"), isSectionHidden(column)}};
        if (!isSectionHidden(column))
            saved.insert(QStringLiteral("width"), sectionSize(column));
        columns.append(saved);
    }
    return {{QStringLiteral("columns"), columns},
            {QStringLiteral("sort"), QString::fromUtf8(columnKey(sortIndicatorSection()))},
            {QStringLiteral("descending"), sortIndicatorOrder() == Qt::DescendingOrder},
            {QStringLiteral("fixed"), m_isElasticFixed}};
}

void RecordHeader::setState(const QJsonObject &state)
{
    const QJsonArray columns = state.value(QStringLiteral("columns")).toArray();
    {
        const QScopedValueRollback guard(m_isFitting, true);
        m_isElasticFixed = state.value(QStringLiteral("fixed")).toBool();
        int place = 0;
        for (qsizetype i = 0; i < qMin<qsizetype>(columns.size(), maxColumns); ++i) {
            const QJsonObject saved = columns.at(i).toObject();
            const int column = columnOf(saved.value(QStringLiteral("key")).toString().toUtf8());
            if (column < 0 || visualIndex(column) < place)
                continue;
            if (!isFixed(column)) {
                moveSection(visualIndex(column), place);
                setSectionHidden(column, saved.value(QStringLiteral("hidden")).toBool());
            }
            ++place;
            const int width = saved.value(QStringLiteral("width")).toInt(0);
            if (width > 0 && !isSectionHidden(column))
                resizeSection(column, qBound(minimumSectionSize(), width, maxWidth));
        }
        if (count() > 0 && hiddenSectionCount() == count())
            setSectionHidden(0, false);
    }
    if (const int sorted = columnOf(state.value(QStringLiteral("sort")).toString().toUtf8()); sorted >= 0) {
        setSortIndicator(sorted, state.value(QStringLiteral("descending")).toBool() ? Qt::DescendingOrder
                                                                                    : Qt::AscendingOrder);
    }
    fit();
}

void RecordHeader::addTo(QMenu &menu, int column)
{
    if (column >= 0)
        addColumnActions(menu, column);
    addVisibilityActions(menu);
    menu.addSeparator();
    connect(menu.addAction(tr("&Reset columns")), &QAction::triggered, this, &RecordHeader::resetColumns);
}

void RecordHeader::addColumnActions(QMenu &menu, int column)
{
    connect(menu.addAction(tr("Sort &ascending")), &QAction::triggered, this,
            [this, column] { setSortIndicator(column, Qt::AscendingOrder); });
    connect(menu.addAction(tr("Sort &descending")), &QAction::triggered, this,
            [this, column] { setSortIndicator(column, Qt::DescendingOrder); });
    menu.addSeparator();
    const int place = visualIndex(column);
    QAction *left = menu.addAction(tr("Move &left"));
    left->setEnabled(!isFixed(column) && place > 0 && !isFixed(logicalIndex(place - 1)));
    connect(left, &QAction::triggered, this,
            [this, column] { moveSection(visualIndex(column), visualIndex(column) - 1); });
    QAction *right = menu.addAction(tr("Move r&ight"));
    right->setEnabled(!isFixed(column) && place < count() - 1);
    connect(right, &QAction::triggered, this,
            [this, column] { moveSection(visualIndex(column), visualIndex(column) + 1); });
    QAction *hide = menu.addAction(tr("&Hide this column"));
    hide->setEnabled(!isFixed(column) && hiddenSectionCount() < count() - 1);
    connect(hide, &QAction::triggered, this, [this, column] {
        setSectionHidden(column, true);
        fit();
    });
    menu.addSeparator();
}

void RecordHeader::addVisibilityActions(QMenu &menu)
{
    for (int place = 0; place < count(); ++place) {
        const int column = logicalIndex(place);
        // An ampersand would be taken for a mnemonic.
        QString title = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction *shown = menu.addAction(title.replace(u'&', QLatin1String("&&")));
        shown->setCheckable(true);
        shown->setChecked(!isSectionHidden(column));
        shown->setEnabled(!isFixed(column) &&
                          (isSectionHidden(column) || hiddenSectionCount() < count() - 1));
        connect(shown, &QAction::toggled, this, [this, column](bool isShown) {
            setSectionHidden(column, !isShown);
            if (isShown && sectionSize(column) < minimumSectionSize())
                resizeSection(column, defaultWidth(column));
            fit();
        });
    }
}

void RecordHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addTo(*menu, logicalIndexAt(event->pos()));
    menu->popup(event->globalPos());
}

void RecordHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    fit();
}

int RecordHeader::defaultWidth(int column) const
{
    const auto kind = static_cast<ColumnKind>(model()->headerData(column, Qt::Horizontal, KindRole).toInt());
    int characters = 0;
    switch (kind) {
    case ColumnKind::Text: characters = 15; break;
    case ColumnKind::State: characters = 12; break;
    case ColumnKind::Number:
    case ColumnKind::Percent: characters = 7; break;
    case ColumnKind::Measure:
    case ColumnKind::Bytes:
    case ColumnKind::Duration:
    case ColumnKind::Time: characters = 10; break;
    case ColumnKind::Rate:
    case ColumnKind::Countdown: characters = 16; break;
    }
    if (isFixed(column)) // with branches before the text
        characters = treeCharacters;
    return qMax(sectionSizeFromContents(column).width(),
                characters * fontMetrics().horizontalAdvance(u'0') + 12);
}

// The column with the branches of a tree stays where it is.
bool RecordHeader::isFixed(int column) const { return column == 0 && !isFirstSectionMovable(); }

void RecordHeader::onSectionResized(int column)
{
    if (!m_isFitting && columnKey(column) == m_elasticKey && !isSectionHidden(column))
        m_isElasticFixed = true;
    fit();
}

void RecordHeader::fit()
{
    const int column = columnOf(m_elasticKey);
    if (m_isFitting || m_isElasticFixed || column < 0 || isSectionHidden(column))
        return;
    const QScopedValueRollback guard(m_isFitting, true);
    const int others = length() - sectionSize(column);
    const int least = qMax(defaultWidth(column), elasticCharacters * fontMetrics().horizontalAdvance(u'0'));
    resizeSection(column, qMax(least, qMin(maxWidth, viewport()->width() - others)));
}

} // namespace DaemonRpc::Monitor
