// How the series of a chart look.
#pragma once

#include <QColor>
#include <QPalette>
#include <QPen>

namespace DaemonRpc::Monitor {

/// A colour and a dash for each series of a chart. Value-less.
///
/// The colours are those of Okabe and Ito ("Color Universal Design", 2008), which people with any colour
/// vision can tell apart, made darker or lighter until they stand out from the ground. Each comes with a dash
/// of its own, so that a chart in grey says the same.
class SeriesColors
{
public:
    /// Series that look different; after these they begin anew.
    static constexpr int count = 6;

    /// At least Contrast::forGraphics to the ground of @p palette's tables.
    [[nodiscard]] static QColor color(int series, const QPalette &palette);

    /// Lengths of strokes and pauses, in widths of the line; empty for a solid one.
    [[nodiscard]] static QList<qreal> dashes(int series);

    [[nodiscard]] static QPen pen(int series, const QPalette &palette, double width);
};

} // namespace DaemonRpc::Monitor
