// One condition of a filter.
#pragma once

#include "models/column.h"
#include "models/filterrange.h"

#include <QList>

class QAbstractItemModel;
class QModelIndex;

namespace DaemonRpc::Monitor {

/// What a filter asks of one column, or of any. Value.
struct FilterTerm
{
    enum class Comparison { Matches, Equals, Less, LessOrEqual, Greater, GreaterOrEqual };

    /// One of the values that will do.
    struct Alternative
    {
        Comparison comparison = Comparison::Matches;
        bool isAny = false; ///< Anything, as long as there is something.
        QString text;       ///< Of texts and states.
        FilterRange range;  ///< Of all others.

        friend bool operator==(const Alternative &a, const Alternative &b)
        {
            return a.comparison == b.comparison && a.isAny == b.isAny && a.text == b.text &&
                   a.range.from == b.range.from && a.range.to == b.range.to && a.range.below == b.range.below;
        }
    };

    static constexpr int anyColumn = -1;

    int column = anyColumn;
    ColumnKind kind = ColumnKind::Text;
    bool isNegated = false;
    QList<Alternative> alternatives;

    /// Whether the row @p row of @p model below @p parent is as this says.
    [[nodiscard]] bool matches(const QAbstractItemModel &model, int row, const QModelIndex &parent) const;

    friend bool operator==(const FilterTerm &, const FilterTerm &) = default;
};

} // namespace DaemonRpc::Monitor
