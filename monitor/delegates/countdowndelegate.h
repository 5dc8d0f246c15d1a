// Bars that run out.
#pragma once

#include "delegates/celldelegate.h"

namespace DaemonRpc::Monitor {

/// Paints how much of a time is left as a bar below its text. Thread-bound.
///
/// The bar is as long as the part that is left, from the side where reading begins; its colour is that of the
/// cell's tone. Without a value there is only the text.
class CountdownDelegate : public CellDelegate
{
    Q_OBJECT

public:
    explicit CountdownDelegate(QObject *parent = nullptr);
    ~CountdownDelegate() override;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                      const QModelIndex &index) const override;
    [[nodiscard]] bool paintsItself(const QModelIndex &index) const override;
};

} // namespace DaemonRpc::Monitor
