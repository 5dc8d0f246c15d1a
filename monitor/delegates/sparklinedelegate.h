// Numbers with their course.
#pragma once

#include "delegates/celldelegate.h"

namespace DaemonRpc::Monitor {

/// Paints the course of a value beside the number it has now. Thread-bound.
///
/// The number stands at the end of the line of reading, in a room of one width for the whole column, the
/// course in what is left. Rates are drawn from zero; sizes between their least and greatest value, or a
/// growth of some percent would not be seen. Time runs from left to right in every language. Where there is
/// no value there is no line.
class SparklineDelegate : public CellDelegate
{
    Q_OBJECT

public:
    explicit SparklineDelegate(QObject *parent = nullptr);
    ~SparklineDelegate() override;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The course alone, as large as @p rect. Values that are no finite numbers are gaps.
    static void paintCourse(QPainter *painter, const QRectF &rect, const QList<double> &values,
                            bool isFromZero, const QColor &color);

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                      const QModelIndex &index) const override;
    [[nodiscard]] bool paintsItself(const QModelIndex &index) const override;

private:
    [[nodiscard]] static int numberWidth(const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace DaemonRpc::Monitor
