#include "widgets/recordview.h"

#include "models/tablemodel.h"
#include "widgets/recordheader.h"

#include <QContextMenuEvent>
#include <QJsonDocument>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>
#include <vector>

namespace DaemonRpc::Monitor {

RecordView::RecordView(QWidget *parent)
    : QTreeView(parent)
    , m_header(new RecordHeader(this))
{
    setHeader(m_header);
    setTree(false);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RecordView::onScrolled);
}

RecordView::~RecordView() = default;

void RecordView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    if (!model)
        return;
    m_header->resetColumns();
    setSortingEnabled(true);
    if (m_isTree)
        expandAll();
}

void RecordView::setTree(bool isTree)
{
    m_isTree = isTree;
    setRootIsDecorated(isTree);
    setItemsExpandable(isTree);
    m_header->setFirstSectionMovable(!isTree);
}

// The rows on the way to an index, from the top.
static std::vector<int> placeOf(const QModelIndex &index)
{
    std::vector<int> place;
    for (QModelIndex at = index; at.isValid(); at = at.parent())
        place.insert(place.begin(), at.row());
    return place;
}

QModelIndexList RecordView::shownSelection() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &left, const QModelIndex &right) {
        return left.parent() == right.parent() ? left.row() < right.row() : placeOf(left) < placeOf(right);
    });
    return rows;
}

QList<RecordKey> RecordView::selectedKeys() const
{
    QList<RecordKey> keys;
    for (const QModelIndex &index : shownSelection())
        keys.append(index.data(KeyRole).value<RecordKey>());
    return keys;
}

static QModelIndex findBelow(const QAbstractItemModel &model, const QModelIndex &parent, const RecordKey &key)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(KeyRole).value<RecordKey>() == key)
            return index;
        if (const QModelIndex below = findBelow(model, index, key); below.isValid())
            return below;
    }
    return {};
}

QModelIndex RecordView::find(const RecordKey &key) const
{
    return model() ? findBelow(*model(), rootIndex(), key) : QModelIndex();
}

bool RecordView::selectKey(const RecordKey &key)
{
    const QModelIndex index = find(key);
    if (!index.isValid())
        return false;
    const int column = qMax(0, m_header->logicalIndexAt(0));
    const QModelIndex cell = index.siblingAtColumn(column);
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(cell);
    return true;
}

void RecordView::setFollowingEnd(bool isFollowing)
{
    m_canFollow = isFollowing;
    m_isFollowing = isFollowing;
}

void RecordView::onScrolled()
{
    if (m_isLayingOut || !m_canFollow || isAtEnd() == m_isFollowing)
        return;
    m_isFollowing = isAtEnd();
    Q_EMIT followingChanged(m_isFollowing);
}

bool RecordView::isAtEnd() const { return verticalScrollBar()->value() >= verticalScrollBar()->maximum(); }

QByteArray RecordView::saveState() const
{
    return QJsonDocument(m_header->state()).toJson(QJsonDocument::Compact);
}

void RecordView::restoreState(const QByteArray &state)
{
    if (const QJsonDocument saved = QJsonDocument::fromJson(state); saved.isObject())
        m_header->setState(saved.object());
}

void RecordView::resetState() { m_header->resetColumns(); }

void RecordView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    // Rows that come among the selected ones are reported as well.
    if (!selected.isEmpty() || !deselected.isEmpty())
        Q_EMIT selectedKeysChanged();
}

void RecordView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        activate(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
    // The row that got the focus with the list is current, and not selected: a first key that leads to it
    // selects it.
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (event->modifiers() == Qt::NoModifier && currentIndex().isValid() &&
            !selectionModel()->hasSelection())
            selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        break;
    default: break;
    }
}

void RecordView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTreeView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton)
        activate(indexAt(event->pos()));
}

void RecordView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        Q_EMIT menuRequested(event->globalPos());
        return;
    }
    const QRect cell = visualRect(currentIndex()).intersected(viewport()->rect());
    Q_EMIT menuRequested(viewport()->mapToGlobal(cell.isEmpty() ? QPoint() : cell.center()));
}

// In a table the arrows go from cell to cell: the current one is what the context menu filters by.
QModelIndex RecordView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (!m_isTree && currentIndex().isValid() && (action == MoveLeft || action == MoveRight)) {
        const bool isForward = (action == MoveRight) == (layoutDirection() == Qt::LeftToRight);
        return neighbour(currentIndex(), isForward ? 1 : -1);
    }
    return QTreeView::moveCursor(action, modifiers);
}

QModelIndex RecordView::neighbour(const QModelIndex &index, int step) const
{
    for (int place = m_header->visualIndex(index.column()) + step; place >= 0 && place < m_header->count();
         place += step) {
        const int column = m_header->logicalIndex(place);
        if (!m_header->isSectionHidden(column))
            return index.siblingAtColumn(column);
    }
    return index;
}

void RecordView::activate(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT rowActivated(index.data(KeyRole).value<RecordKey>());
}

void RecordView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTreeView::rowsInserted(parent, first, last);
    if (!m_isTree) {
        if (topRow() > 0 && first <= topRow())
            m_shift += last - first + 1;
        return;
    }
    for (int row = first; row <= last; ++row)
        expandRecursively(model()->index(row, 0, parent));
    if (parent.isValid() && model()->rowCount(parent) == last - first + 1)
        expand(parent);
}

void RecordView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    QTreeView::rowsAboutToBeRemoved(parent, first, last);
    if (!m_isTree && first < topRow())
        m_shift -= qMin(last + 1, topRow()) - first;
}

// Where the row that is now on top will be after the next layout.
int RecordView::topRow() const
{
    const int value = verticalScrollBar()->value();
    return m_rowHeight > 0 && value > 0 ? value / m_rowHeight + m_shift : 0;
}

void RecordView::doItemsLayout()
{
    const int value = verticalScrollBar()->value();
    const QScopedValueRollback guard(m_isLayingOut, true);
    QTreeView::doItemsLayout();
    const int shift = std::exchange(m_shift, 0);
    if (m_canFollow && m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else if (shift != 0 && value > 0)
        verticalScrollBar()->setValue(qMax(0, value + shift * m_rowHeight));
    m_rowHeight = model() && model()->rowCount() > 0 ? rowHeight(model()->index(0, 0)) : 0;
}

} // namespace DaemonRpc::Monitor
