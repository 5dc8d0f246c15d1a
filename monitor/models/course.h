// The course of a value, for a sparkline.
#pragma once

#include <QList>

#include <cstring>

namespace DaemonRpc::Monitor {

/// Values at equal distances, oldest first; NaN where there is none. Value.
///
/// Two courses are equal when they are drawn alike: a NaN equals itself, so that a row with a gap does not
/// count as changed at each look.
struct Course
{
    QList<double> values;

    friend bool operator==(const Course &a, const Course &b)
    {
        return a.values.size() == b.values.size() &&
               (a.values.isEmpty() ||
                std::memcmp(a.values.constData(), b.values.constData(),
                            static_cast<size_t>(a.values.size()) * sizeof(double)) == 0);
    }
};

} // namespace DaemonRpc::Monitor
