// What a chart shows.
#pragma once

#include "models/timeseries.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace DaemonRpc::Monitor {

/// What the values of a chart are.
enum class ChartUnit {
    Count,
    Rate, ///< Per second.
    Bytes,
    ByteRate, ///< Bytes per second.
    Duration, ///< Milliseconds.
    Percent,  ///< 1 is all.
};

/// One line of a chart. Value.
struct ChartSeries
{
    QString key;  ///< For settings and files.
    QString name; ///< Translated.
    /// At equal distances, as TimeSeries::points() gives them.
    std::vector<SeriesPoint> points;
    qint64 stepMs = 1000;
    bool isShown = true;
};

/// Several series over one stretch of time, and what can be said of them in words. Value.
struct Chart
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::Chart)

public:
    QString key;
    QString title; ///< Translated.
    ChartUnit unit = ChartUnit::Count;
    qint64 fromMs = 0; ///< Milliseconds since the epoch.
    qint64 toMs = 0;
    bool endsNow = true; ///< toMs goes with time.
    QList<ChartSeries> series;

    /// No series that is shown has a value within the stretch.
    [[nodiscard]] bool isEmpty() const;

    /// The greatest value of the series that are shown; 0 when there is none above it.
    [[nodiscard]] double greatest() const;

    /// What @p series says of the moment @p timeMs; nothing in a gap.
    [[nodiscard]] static std::optional<SeriesPoint> pointAt(const ChartSeries &series, qint64 timeMs);

    /// The moments for which there are values lie so far apart.
    [[nodiscard]] qint64 stepMs() const;

    [[nodiscard]] static QString valueText(ChartUnit unit, double value);

    /// "last 5 minutes", "10:05 to 10:20".
    [[nodiscard]] QString rangeText() const;

    /// The chart in words: "Requests per second, last 5 minutes. Now 12/s, lowest 0.0/s, highest 40/s."
    [[nodiscard]] QString summary() const;

    /// All values of one moment in words.
    [[nodiscard]] QString readOut(qint64 timeMs) const;
};

} // namespace DaemonRpc::Monitor
