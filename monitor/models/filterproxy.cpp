#include "models/filterproxy.h"

#include "models/tablemodel.h"

#include <QScopedValueRollback>

#include <cmath>

namespace DaemonRpc::Monitor {

FilterProxy::FilterProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    // That of "C" knows no numbers within texts.
    m_collator.setLocale(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
    watch(this);
}

FilterProxy::~FilterProxy() = default;

void FilterProxy::setSourceModel(QAbstractItemModel *source)
{
    if (sourceModel())
        sourceModel()->disconnect(this);
    m_columns = ColumnInfo::of(source);
    QSortFilterProxyModel::setSourceModel(source);
    if (source)
        watch(source);
    count();
}

void FilterProxy::setExpression(const FilterExpression &expression)
{
    const bool isSame = m_expression == expression;
    m_expression = expression;
    if (isSame)
        return;
    {
        const QScopedValueRollback filtering(m_isFiltering, true);
        invalidateFilter();
    }
    count();
}

bool FilterProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_expression.isEmpty())
        return true;
    const QModelIndex first = sourceModel()->index(sourceRow, 0, sourceParent);
    // A branch comes with its leaves.
    return !sourceModel()->hasChildren(first) &&
           m_expression.matches(*sourceModel(), sourceRow, sourceParent);
}

// -1, 0 or 1; without a value last.
static int compareNumbers(const QVariant &left, const QVariant &right)
{
    if (left.typeId() == QMetaType::Double || right.typeId() == QMetaType::Double) {
        const double a = left.toDouble();
        const double b = right.toDouble();
        return a < b ? -1 : static_cast<int>(a > b);
    }
    const qint64 a = left.toLongLong();
    const qint64 b = right.toLongLong();
    return a < b ? -1 : static_cast<int>(a > b);
}

static bool hasValue(const QVariant &value)
{
    return value.isValid() && (value.typeId() != QMetaType::Double || !std::isnan(value.toDouble()));
}

void FilterProxy::setDimmedLast(bool isDimmedLast)
{
    if (std::exchange(m_isDimmedLast, isDimmedLast) != isDimmedLast)
        invalidate();
}

bool FilterProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (m_isDimmedLast) {
        const bool isLeftDimmed = left.data(DimmedRole).toBool();
        if (isLeftDimmed != right.data(DimmedRole).toBool())
            return isLeftDimmed == (sortOrder() == Qt::DescendingOrder);
    }
    const QVariant leftValue = left.data(ValueRole);
    const QVariant rightValue = right.data(ValueRole);
    const bool hasLeft = hasValue(leftValue);
    const bool hasRight = hasValue(rightValue);
    if (hasLeft != hasRight)
        return hasLeft == (sortOrder() == Qt::AscendingOrder);
    if (!hasLeft)
        return false;
    switch (static_cast<ColumnKind>(left.data(KindRole).toInt())) {
    case ColumnKind::Text: return m_collator.compare(leftValue.toString(), rightValue.toString()) < 0;
    case ColumnKind::State:
        return m_collator.compare(left.data(Qt::DisplayRole).toString(),
                                  right.data(Qt::DisplayRole).toString()) < 0;
    default: return compareNumbers(leftValue, rightValue) < 0;
    }
}

// NOLINTNEXTLINE(readability-make-member-function-const): what it connects changes it
void FilterProxy::watch(QAbstractItemModel *model)
{
    connect(model, &QAbstractItemModel::rowsInserted, this, &FilterProxy::count);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &FilterProxy::count);
    connect(model, &QAbstractItemModel::modelReset, this, &FilterProxy::count);
    connect(model, &QAbstractItemModel::layoutChanged, this, &FilterProxy::count);
}

static int leavesOf(const QAbstractItemModel *model)
{
    if (!model)
        return 0;
    // Of a table all rows are, however many there are.
    const auto *proxy = qobject_cast<const FilterProxy *>(model);
    if (qobject_cast<const QAbstractTableModel *>(proxy ? proxy->sourceModel() : model))
        return model->rowCount();
    int leaves = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex branch = model->index(row, 0);
        if (!model->hasChildren(branch))
            ++leaves;
        else
            leaves += model->rowCount(branch);
    }
    return leaves;
}

void FilterProxy::count()
{
    if (m_isFiltering)
        return;
    const int shown = leavesOf(this);
    const int total = leavesOf(sourceModel());
    const bool isShownNew = std::exchange(m_shownCount, shown) != shown;
    const bool isTotalNew = std::exchange(m_totalCount, total) != total;
    if (isShownNew || isTotalNew)
        Q_EMIT countsChanged();
}

} // namespace DaemonRpc::Monitor
