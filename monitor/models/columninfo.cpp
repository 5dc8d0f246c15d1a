#include "models/columninfo.h"

#include "models/tablemodel.h"

namespace DaemonRpc::Monitor {

QList<ColumnInfo> ColumnInfo::of(const QAbstractItemModel *model)
{
    QList<ColumnInfo> columns;
    for (int column = 0; model && column < model->columnCount(); ++column) {
        const auto said = [model, column](int role) {
            return model->headerData(column, Qt::Horizontal, role);
        };
        columns.append({said(KeyRole).toByteArray(), said(Qt::DisplayRole).toString(),
                        static_cast<ColumnKind>(said(KindRole).toInt()), said(HiddenRole).toBool()});
    }
    return columns;
}

} // namespace DaemonRpc::Monitor
