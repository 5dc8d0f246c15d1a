// Draws charts.
#pragma once

#include "widgets/chartlayout.h"

#include <QPalette>

#include <optional>

class QPainter;

namespace DaemonRpc::Monitor {

/// Draws what a ChartLayout has laid out, in the colours of a palette. Value-less.
class ChartPainter
{
public:
    static void paint(QPainter *painter, const Chart &chart, const ChartLayout &layout,
                      const QPalette &palette, const QFont &font);

    /// A line through the moment @p timeMs, and a box with the values of all series that are shown.
    static void paintReadOut(QPainter *painter, const Chart &chart, const ChartLayout &layout,
                             const QPalette &palette, const QFont &font, qint64 timeMs);

    /// The line and dash of a series, as in the chart.
    static void paintSample(QPainter *painter, const QLineF &line, int series, const QPalette &palette);

    // The colours that both painters and files use.
    [[nodiscard]] static QColor gridColor(const QPalette &palette);
    [[nodiscard]] static QColor labelColor(const QPalette &palette);
    /// How much of a series' colour is in its band.
    static constexpr double bandOpacity = 0.18;
};

} // namespace DaemonRpc::Monitor
