// Where the parts of a chart lie.
#pragma once

#include "widgets/chartaxis.h"

#include <QFont>
#include <QLineF>
#include <QPolygonF>
#include <QRectF>

namespace DaemonRpc::Monitor {

/// The geometry of a chart of a given size, for whatever draws it: a painter, or a file. Value; needs a
/// QGuiApplication for the sizes of texts.
struct ChartLayout
{
    /// What is drawn of one series without a gap in between.
    struct Stretch
    {
        int series = 0;
        QPolygonF line; ///< The means.
        QPolygonF band; ///< Between the least and the greatest values; closed. Empty when they are the same.
    };

    struct Label
    {
        QPointF baseline; ///< Where the text begins.
        QString text;
    };

    /// The line of a series and its name, in a heading.
    struct LegendEntry
    {
        int series = 0;
        QLineF sample;
        Label name;
    };

    static constexpr double lineWidth = 1.6;

    QSizeF size;
    QRectF plot;
    Label title;               ///< Only with a heading.
    QList<LegendEntry> legend; ///< Only with a heading; series that are shown.
    QList<double> valueLines;  ///< y of the grid.
    QList<double> timeLines;   ///< x of the grid.
    QList<Label> labels;       ///< Of both axes.
    QList<Stretch> stretches;
    qint64 fromMs = 0;
    qint64 toMs = 1;
    double top = 1; ///< The value at the upper edge of the plot.

    /// @p hasHeading: with title and legend, as in files; a window has them beside the chart.
    static ChartLayout of(const Chart &chart, const QSizeF &size, const QFont &font, bool hasHeading);

    [[nodiscard]] double xOf(double timeMs) const;
    [[nodiscard]] double yOf(double value) const;
    /// The time at @p x, within the stretch that is shown.
    [[nodiscard]] qint64 timeAt(double x) const;

private:
    void addHeading(const Chart &chart, const QFont &font);
    void addAxes(const Chart &chart, const QFont &font);
    void addSeries(const ChartSeries &series, int number);
};

/// The font of a chart's title.
[[nodiscard]] QFont chartTitleFont(const QFont &font);

} // namespace DaemonRpc::Monitor
