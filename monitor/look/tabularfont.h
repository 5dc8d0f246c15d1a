// Digits that stand below each other.
#pragma once

#include <QFont>

namespace DaemonRpc::Monitor {

/// Fonts for columns of numbers. Value-less; needs a QGuiApplication.
///
/// Qt 6.4 cannot ask a font for its tabular figures, so the font has to have them by itself. DejaVu Sans,
/// Noto Sans and Liberation Sans do, as do nearly all fonts for screens; one that does not is replaced.
class TabularFont
{
public:
    /// Whether all digits of @p font are of one width.
    [[nodiscard]] static bool hasTabularDigits(const QFont &font);

    /// @p font when it has tabular digits; else one of the same size that has.
    [[nodiscard]] static QFont of(const QFont &font);
};

} // namespace DaemonRpc::Monitor
