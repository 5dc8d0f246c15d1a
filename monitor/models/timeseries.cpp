#include "models/timeseries.h"

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
static constexpr int maxCourseSeconds = 300;

TimeSeries::TimeSeries()
{
    constexpr std::array<std::pair<qint64, size_t>, 4> levels{
        {{1000, 360}, {10'000, 390}, {60'000, 370}, {300'000, 290}}};
    for (size_t i = 0; i < levels.size(); ++i) {
        m_levels.at(i).stepMs = levels.at(i).first;
        m_levels.at(i).capacity = levels.at(i).second;
    }
}

void TimeSeries::add(qint64 timeMs, double value)
{
    if (!std::isfinite(value) || std::abs(value) > static_cast<double>(std::numeric_limits<float>::max()) ||
        timeMs < 0 || timeMs > maxTimeMs)
        return;
    if (timeMs < m_lastMs - maxLateMs)
        clear();
    m_lastMs = std::max(timeMs, m_lastMs);
    for (Level &level : m_levels)
        level.add(m_lastMs, value);
}

void TimeSeries::clear()
{
    for (Level &level : m_levels) {
        level.newest = -1;
        level.ring.clear();
        level.newestPlace = 0;
        level.sum = 0;
        level.count = 0;
    }
    m_lastMs = -1;
}

std::vector<SeriesPoint> TimeSeries::points(qint64 fromMs, qint64 toMs, size_t maxPoints) const
{
    std::vector<SeriesPoint> points;
    if (isEmpty() || toMs <= fromMs || toMs <= 0)
        return points;
    const Level &level = levelFor(fromMs, toMs, maxPoints);
    const qint64 first = std::max(level.oldest(), std::max<qint64>(0, fromMs) / level.stepMs);
    const qint64 last = std::min(level.newest, (std::min(toMs, maxTimeMs) - 1) / level.stepMs);
    if (last < first)
        return points;
    points.reserve(static_cast<size_t>(last - first + 1));
    for (qint64 number = first; number <= last; ++number) {
        const Bucket bucket = level.at(number);
        points.push_back({number * level.stepMs, static_cast<double>(bucket.min),
                          static_cast<double>(bucket.mean), static_cast<double>(bucket.max)});
    }
    return points;
}

std::chrono::milliseconds TimeSeries::resolution(qint64 fromMs, qint64 toMs, size_t maxPoints) const
{
    return std::chrono::milliseconds(levelFor(fromMs, toMs, maxPoints).stepMs);
}

Course TimeSeries::course(qint64 nowMs, int seconds) const
{
    const Level &level = m_levels.front();
    const qint64 end = nowMs / level.stepMs;
    Course course;
    const int count = std::clamp(seconds, 0, maxCourseSeconds);
    course.values.reserve(count);
    for (qint64 number = end - count; number < end; ++number)
        course.values.append(static_cast<double>(level.at(number).mean));
    return course;
}

const TimeSeries::Level &TimeSeries::levelFor(qint64 fromMs, qint64 toMs, size_t maxPoints) const
{
    // By what a full ring holds, so that two series of the same window have the same resolution.
    const qint64 spanMs = std::max<qint64>(0, toMs - std::max<qint64>(0, fromMs));
    const qint64 backMs = m_lastMs - std::max<qint64>(0, fromMs);
    for (const Level &level : m_levels) {
        const qint64 reachMs = (static_cast<qint64>(level.capacity) - 1) * level.stepMs;
        if (backMs <= reachMs && spanMs / level.stepMs < static_cast<qint64>(maxPoints))
            return level;
    }
    return m_levels.back();
}

void TimeSeries::Level::add(qint64 timeMs, double value)
{
    const qint64 number = timeMs / stepMs;
    if (newest < 0 || number - newest >= static_cast<qint64>(capacity)) {
        ring.clear();
        newestPlace = 0;
        newest = number - 1;
    }
    if (number > newest) {
        while (newest < number - 1)
            append({nothing, nothing, nothing});
        const auto only = static_cast<float>(value);
        append({only, only, only});
        sum = value;
        count = 1;
        return;
    }
    Bucket &bucket = ring.at(newestPlace);
    sum += value;
    ++count;
    bucket.min = std::min(bucket.min, static_cast<float>(value));
    bucket.max = std::max(bucket.max, static_cast<float>(value));
    bucket.mean = static_cast<float>(sum / static_cast<double>(count));
}

void TimeSeries::Level::append(const Bucket &bucket)
{
    ++newest;
    if (ring.size() < capacity) {
        ring.push_back(bucket);
        newestPlace = ring.size() - 1;
        return;
    }
    newestPlace = (newestPlace + 1) % capacity;
    ring.at(newestPlace) = bucket;
}

TimeSeries::Bucket TimeSeries::Level::at(qint64 number) const
{
    if (number > newest || number < oldest() || number < 0)
        return {nothing, nothing, nothing};
    const auto back = static_cast<size_t>(newest - number);
    return ring.at((newestPlace + ring.size() - back) % ring.size());
}

} // namespace DaemonRpc::Monitor
