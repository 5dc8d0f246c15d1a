#include "models/filterterm.h"

#include "models/tablemodel.h"

#include <QAbstractItemModel>

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

using Alternative = FilterTerm::Alternative;
using Comparison = FilterTerm::Comparison;

static bool isText(ColumnKind kind) { return !FilterRange::isNumeric(kind); }

// Texts are found anywhere; of states, of which one is meant, the beginning will do while it is typed.
static bool textMatches(ColumnKind kind, const Alternative &wanted, const QString &text)
{
    if (wanted.comparison == Comparison::Equals || wanted.text.isEmpty())
        return text.compare(wanted.text, Qt::CaseInsensitive) == 0;
    return kind == ColumnKind::State ? text.startsWith(wanted.text, Qt::CaseInsensitive)
                                     : text.contains(wanted.text, Qt::CaseInsensitive);
}

static bool numberMatches(const Alternative &wanted, double number)
{
    switch (wanted.comparison) {
    case Comparison::Matches:
    case Comparison::Equals:
        return number >= wanted.range.from - wanted.range.below && number <= wanted.range.to;
    case Comparison::Less: return number < wanted.range.from;
    case Comparison::LessOrEqual: return number <= wanted.range.from;
    case Comparison::Greater: return number > wanted.range.from;
    case Comparison::GreaterOrEqual: return number >= wanted.range.from;
    }
    return false;
}

static bool cellMatches(ColumnKind kind, const Alternative &wanted, const QModelIndex &cell)
{
    const QVariant value = cell.data(ValueRole);
    if (isText(kind)) {
        const QString machineText = value.toString();
        if (wanted.isAny)
            return !machineText.isEmpty();
        return textMatches(kind, wanted, machineText) ||
               (value.isValid() && textMatches(kind, wanted, cell.data(Qt::DisplayRole).toString()));
    }
    if (!value.isValid())
        return false;
    return wanted.isAny || numberMatches(wanted, value.toDouble());
}

// Whatever is written there; of a text, more than fits.
static bool wordMatches(const QString &word, const QModelIndex &cell)
{
    if (cell.data(Qt::DisplayRole).toString().contains(word, Qt::CaseInsensitive))
        return true;
    const QVariant value = cell.data(ValueRole);
    return value.typeId() == QMetaType::QString && value.toString().contains(word, Qt::CaseInsensitive);
}

bool FilterTerm::matches(const QAbstractItemModel &model, int row, const QModelIndex &parent) const
{
    const auto isMet = [&](const Alternative &wanted) {
        if (column != anyColumn)
            return cellMatches(kind, wanted, model.index(row, column, parent));
        for (int any = 0; any < model.columnCount(parent); ++any) {
            if (wordMatches(wanted.text, model.index(row, any, parent)))
                return true;
        }
        return false;
    };
    return std::any_of(alternatives.begin(), alternatives.end(), isMet) != isNegated;
}

} // namespace DaemonRpc::Monitor
