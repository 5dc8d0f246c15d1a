// The delegate of all tables.
#pragma once

#include "delegates/countdowndelegate.h"
#include "delegates/sparklinedelegate.h"
#include "delegates/tonedelegate.h"

namespace DaemonRpc::Monitor {

/// Paints each cell as its KindRole and SeriesRole want it: a state with its symbol, a countdown as a bar, a
/// value with a course as a sparkline, all others as text. Thread-bound; one is enough for a whole view.
class RecordDelegate : public CellDelegate
{
    Q_OBJECT

public:
    explicit RecordDelegate(QObject *parent = nullptr);
    ~RecordDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Null: text.
    [[nodiscard]] const CellDelegate *special(const QModelIndex &index) const;

    ToneDelegate m_tone;
    CountdownDelegate m_countdown;
    SparklineDelegate m_sparkline;
};

} // namespace DaemonRpc::Monitor
