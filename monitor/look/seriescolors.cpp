#include "look/seriescolors.h"

#include "look/contrast.h"

#include <array>

namespace DaemonRpc::Monitor {

static constexpr std::array<QRgb, SeriesColors::count> colors{0xff0072b2, 0xffd55e00, 0xff009e73,
                                                              0xffcc79a7, 0xffe69f00, 0xff56b4e9};

static size_t placeOf(int series) { return static_cast<size_t>(qMax(0, series)) % colors.size(); }

QColor SeriesColors::color(int series, const QPalette &palette)
{
    // Thin lines on a dark ground need more light than the rule asks for.
    const QColor base = palette.color(QPalette::Base);
    return Contrast::ensured(QColor::fromRgb(colors.at(placeOf(series))), base,
                             Contrast::isDark(base) ? Contrast::forText : Contrast::forGraphics);
}

QList<qreal> SeriesColors::dashes(int series)
{
    switch (placeOf(series)) {
    case 1: return {5, 2.5};
    case 2: return {1.5, 2};
    case 3: return {7, 2, 1.5, 2};
    case 4: return {10, 3};
    case 5: return {7, 2, 1.5, 2, 1.5, 2};
    default: return {};
    }
}

QPen SeriesColors::pen(int series, const QPalette &palette, double width)
{
    QPen pen(color(series, palette), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (const QList<qreal> pattern = dashes(series); !pattern.isEmpty())
        pen.setDashPattern(pattern);
    return pen;
}

} // namespace DaemonRpc::Monitor
