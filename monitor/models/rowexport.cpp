#include "models/rowexport.h"

#include "models/columninfo.h"
#include "models/formatting.h"
#include "models/tablemodel.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

namespace DaemonRpc::Monitor {

static QString escaped(QString text)
{
    text.replace(QStringLiteral("\\"), QStringLiteral("\\\\"));
    text.replace(QStringLiteral("\t"), QStringLiteral("\\t"));
    text.replace(QStringLiteral("\n"), QStringLiteral("\\n"));
    text.replace(QStringLiteral("\r"), QStringLiteral("\\r"));
    return text;
}

static QString tsvCell(ColumnKind kind, const QModelIndex &cell)
{
    const QVariant value = cell.data(ValueRole);
    if (!value.isValid())
        return {};
    const QString shown = cell.data(Qt::DisplayRole).toString();
    // What is shown of a text has been made harmless, and cut; unless it is another one, such as a
    // translation.
    const bool isCut = kind == ColumnKind::Text && shown == Formatting::line(value.toString());
    return escaped(isCut ? value.toString() : shown);
}

QString RowExport::toTsv(const QModelIndexList &rows, const QList<int> &columns)
{
    if (rows.isEmpty())
        return {};
    const QList<ColumnInfo> infos = ColumnInfo::of(rows.constFirst().model());
    QList<int> wanted = columns;
    if (wanted.isEmpty()) {
        wanted.resize(infos.size());
        std::iota(wanted.begin(), wanted.end(), 0);
    }
    QStringList cells;
    for (const int column : std::as_const(wanted))
        cells.append(escaped(infos.value(column).title));
    QString text = cells.join(u'\t') + u'\n';
    for (const QModelIndex &row : rows) {
        cells.clear();
        for (const int column : std::as_const(wanted))
            cells.append(tsvCell(infos.value(column).kind, row.siblingAtColumn(column)));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

static void insertCell(QJsonObject *object, const ColumnInfo &column, const QVariant &value)
{
    const QString key = QString::fromLatin1(column.key);
    const QJsonValue raw = value.isValid() ? QJsonValue::fromVariant(value) : QJsonValue(QJsonValue::Null);
    switch (column.kind) {
    case ColumnKind::Bytes: object->insert(key + QStringLiteral("_bytes"), raw); break;
    case ColumnKind::Duration: object->insert(key + QStringLiteral("_ms"), raw); break;
    case ColumnKind::Time:
        object->insert(
            key,
            value.isValid()
                ? QJsonValue(
                      QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC).toString(Qt::ISODateWithMs))
                : raw);
        object->insert(key + QStringLiteral("_ms"), raw);
        break;
    default: object->insert(key, raw);
    }
}

QString RowExport::toJson(const QModelIndexList &rows)
{
    QJsonArray array;
    if (!rows.isEmpty()) {
        const QList<ColumnInfo> columns = ColumnInfo::of(rows.constFirst().model());
        for (const QModelIndex &row : rows) {
            QJsonObject object;
            for (int column = 0; column < columns.size(); ++column)
                insertCell(&object, columns.at(column), row.siblingAtColumn(column).data(ValueRole));
            array.append(object);
        }
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented));
}

} // namespace DaemonRpc::Monitor
