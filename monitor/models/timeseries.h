// The course of one value over a day, in bounded memory.
#pragma once

#include "models/course.h"

#include <array>
#include <chrono>
#include <limits>
#include <vector>

namespace DaemonRpc::Monitor {

/// What is kept of all values that fell into one stretch of time. Value.
struct SeriesPoint
{
    qint64 timeMs = 0; ///< Where the stretch begins.
    double min = std::numeric_limits<double>::quiet_NaN();
    double mean = std::numeric_limits<double>::quiet_NaN();
    double max = std::numeric_limits<double>::quiet_NaN();

    /// There was no value.
    [[nodiscard]] bool isGap() const { return min != min; } // NOLINT(misc-redundant-expression)
};

/// Values with their times, in four resolutions at once: each value goes into the current bucket of all four.
/// Value.
///
/// | bucket | reaches back | buckets |
/// |---|---|---|
/// | 1 s | 6 min | 360 |
/// | 10 s | 1 h 5 min | 390 |
/// | 1 min | 6 h 10 min | 370 |
/// | 5 min | 24 h 10 min | 290 |
///
/// A bucket keeps the least, the mean and the greatest value, so that a peak of a second is still seen after
/// a day. A bucket without a value is a gap, never zero. Values are kept as float (7 digits). Memory grows
/// with time to 17 KB, and no further.
///
/// Times are milliseconds since the epoch and go up. A value that is late goes into the current bucket; one
/// that is more than maxLateMs behind begins the series anew, since the clock was set. Values that are no
/// finite numbers are passed over.
class TimeSeries
{
public:
    static constexpr qint64 maxLateMs = 5000;
    /// Times beyond are passed over (the year 5138).
    static constexpr qint64 maxTimeMs = 100'000'000'000'000;

    TimeSeries();

    void add(qint64 timeMs, double value);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_lastMs < 0; }

    /// Of the latest value; -1 when there is none.
    [[nodiscard]] qint64 lastTimeMs() const { return m_lastMs; }

    /// What is known of [@p fromMs, @p toMs), one point after another without a step left out, gaps included:
    /// in the finest resolution that reaches back to @p fromMs and takes at most @p maxPoints, or else the
    /// coarsest. Nothing beyond the first and last value.
    [[nodiscard]] std::vector<SeriesPoint> points(qint64 fromMs, qint64 toMs, size_t maxPoints = 600) const;

    /// How far apart those points are.
    [[nodiscard]] std::chrono::milliseconds resolution(qint64 fromMs, qint64 toMs,
                                                       size_t maxPoints = 600) const;

    /// The means of the last @p seconds whole seconds before @p nowMs; at most 300.
    [[nodiscard]] Course course(qint64 nowMs, int seconds) const;

private:
    struct Bucket
    {
        float min;
        float mean;
        float max;
    };

    // A ring of buckets, the newest of which is still being filled.
    struct Level
    {
        qint64 stepMs = 0;
        size_t capacity = 0;
        qint64 newest = -1; ///< Number of the newest bucket: its time by the step.
        std::vector<Bucket> ring;
        size_t newestPlace = 0;
        double sum = 0;
        qint64 count = 0;

        void add(qint64 timeMs, double value);
        void append(const Bucket &bucket);

        [[nodiscard]] qint64 oldest() const { return newest - static_cast<qint64>(ring.size()) + 1; }

        [[nodiscard]] Bucket at(qint64 number) const;
    };

    [[nodiscard]] const Level &levelFor(qint64 fromMs, qint64 toMs, size_t maxPoints) const;

    std::array<Level, 4> m_levels;
    qint64 m_lastMs = -1;
};

} // namespace DaemonRpc::Monitor
