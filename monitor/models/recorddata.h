// What models say of their records, by role.
#pragma once

#include "models/formatting.h"
#include "models/recordkey.h"
#include "models/tablemodel.h"

#include <QCoreApplication>

namespace DaemonRpc::Monitor {

/// What @p column says of @p record, for data() of tables and trees.
template <typename Record>
[[nodiscard]] QVariant recordData(const Column<Record> &column, const Record &record, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return column.text ? column.text(record) : Formatting::text(column.kind, column.value(record));
    case Qt::TextAlignmentRole: return QVariant(Formatting::alignment(column.kind));
    case Qt::ToolTipRole: return Formatting::toolTip(column.kind, column.value(record));
    case ValueRole: return column.value(record);
    case KindRole: return static_cast<int>(column.kind);
    case ToneRole: return QVariant::fromValue(column.tone ? column.tone(record) : Tone::Normal);
    case SeriesRole: return column.series ? QVariant::fromValue(column.series(record)) : QVariant();
    case DimmedRole:
        if constexpr (requires { record.isDimmed; })
            return record.isDimmed;
        return false;
    case KeyRole: return QVariant::fromValue(record.key);
    default: return {};
    }
}

/// What is said of @p column itself, for headerData().
template <typename Record>
[[nodiscard]] QVariant columnData(const Column<Record> &column, int role)
{
    switch (role) {
    case Qt::DisplayRole: return QCoreApplication::translate("Columns", column.title);
    case Qt::ToolTipRole: return QCoreApplication::translate("Columns", column.description);
    case Qt::TextAlignmentRole: return QVariant(Formatting::alignment(column.kind));
    case KeyRole: return QByteArray(column.key);
    case KindRole: return static_cast<int>(column.kind);
    case HiddenRole: return column.isHidden;
    default: return {};
    }
}

} // namespace DaemonRpc::Monitor
