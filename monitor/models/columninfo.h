// What is known of a column without its model's type.
#pragma once

#include "models/column.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QAbstractItemModel;

namespace DaemonRpc::Monitor {

/// A column of a TableModel or TreeModel. Value.
struct ColumnInfo
{
    QByteArray key; ///< As Column::key.
    QString title;  ///< Translated.
    ColumnKind kind = ColumnKind::Text;
    bool isHidden = false; ///< Until a person wants it.

    /// All columns of @p model, a TableModel or TreeModel, or proxies over one; none for null.
    [[nodiscard]] static QList<ColumnInfo> of(const QAbstractItemModel *model);

    friend bool operator==(const ColumnInfo &, const ColumnInfo &) = default;
};

} // namespace DaemonRpc::Monitor
