#include "delegates/recorddelegate.h"

namespace DaemonRpc::Monitor {

RecordDelegate::RecordDelegate(QObject *parent)
    : CellDelegate(parent)
{}

RecordDelegate::~RecordDelegate() = default;

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    if (const CellDelegate *other = special(index))
        other->paint(painter, option, index);
    else
        CellDelegate::paint(painter, option, index);
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellDelegate *other = special(index);
    return other ? other->sizeHint(option, index) : CellDelegate::sizeHint(option, index);
}

const CellDelegate *RecordDelegate::special(const QModelIndex &index) const
{
    const QVariant kind = index.data(KindRole);
    if (!kind.isValid())
        return nullptr;
    switch (static_cast<ColumnKind>(kind.toInt())) {
    case ColumnKind::State: return &m_tone;
    case ColumnKind::Countdown: return &m_countdown;
    case ColumnKind::Rate:
    case ColumnKind::Bytes: return index.data(SeriesRole).isValid() ? &m_sparkline : nullptr;
    case ColumnKind::Text:
    case ColumnKind::Number:
    case ColumnKind::Measure:
    case ColumnKind::Percent:
    case ColumnKind::Duration:
    case ColumnKind::Time: return nullptr;
    }
    return nullptr;
}

} // namespace DaemonRpc::Monitor
