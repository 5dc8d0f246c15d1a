#include "look/contrast.h"

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

static double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double Contrast::luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double Contrast::ratio(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

bool Contrast::isDark(const QColor &background)
{
    return ratio(background, Qt::white) > ratio(background, Qt::black);
}

QColor Contrast::mixed(const QColor &a, const QColor &b, double part)
{
    const auto channel = [part](int of, int with) {
        return static_cast<int>(std::lround(of * part + with * (1 - part)));
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QColor Contrast::ensured(const QColor &color, const QColor &background, double least)
{
    constexpr int steps = 50;
    const QColor end = isDark(background) ? Qt::white : Qt::black;
    for (int step = 0; step < steps; ++step) {
        const QColor candidate = mixed(end, color, static_cast<double>(step) / steps);
        if (ratio(candidate, background) >= least)
            return candidate;
    }
    return end;
}

} // namespace DaemonRpc::Monitor
