// The rows of a table that a person wants to see, in the order of their choice.
#pragma once

#include "models/filterexpression.h"

#include <QCollator>
#include <QSortFilterProxyModel>

namespace DaemonRpc::Monitor {

/// Filters and sorts a TableModel or TreeModel by raw values. Thread-bound.
///
/// Rows without a value come last in either order. In a
/// tree the leaves are filtered, and branches are there for them; a branch without leaves is filtered itself.
class FilterProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FilterProxy(QObject *parent = nullptr);
    ~FilterProxy() override;

    void setSourceModel(QAbstractItemModel *source) override;

    /// Of the source, for FilterExpression::parse().
    [[nodiscard]] const QList<ColumnInfo> &columns() const { return m_columns; }

    /// Of columns(), that is.
    void setExpression(const FilterExpression &expression);

    /// Rows that are over (DimmedRole) come after all others in either order.
    void setDimmedLast(bool isDimmedLast);

    [[nodiscard]] const FilterExpression &expression() const { return m_expression; }

    /// Rows that match, and all; of trees, leaves and branches without leaves.
    [[nodiscard]] int shownCount() const { return m_shownCount; }

    [[nodiscard]] int totalCount() const { return m_totalCount; }

Q_SIGNALS:
    void countsChanged();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void watch(QAbstractItemModel *model);
    void count();

    QList<ColumnInfo> m_columns;
    FilterExpression m_expression;
    QCollator m_collator;
    bool m_isFiltering = false;
    bool m_isDimmedLast = false;
    int m_shownCount = 0;
    int m_totalCount = 0;
};

} // namespace DaemonRpc::Monitor
