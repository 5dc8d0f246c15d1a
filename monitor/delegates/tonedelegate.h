// States with their symbols.
#pragma once

#include "delegates/celldelegate.h"

namespace DaemonRpc::Monitor {

/// Paints the symbol of the cell's tone before its text, in the direction of reading. Thread-bound.
class ToneDelegate : public CellDelegate
{
    Q_OBJECT

public:
    explicit ToneDelegate(QObject *parent = nullptr);
    ~ToneDelegate() override;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                      const QModelIndex &index) const override;
    [[nodiscard]] bool paintsItself(const QModelIndex &index) const override;

private:
    [[nodiscard]] static int symbolSide(const QStyleOptionViewItem &option);
};

} // namespace DaemonRpc::Monitor
