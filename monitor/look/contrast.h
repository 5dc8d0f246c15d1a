// How well colours can be told apart.
#pragma once

#include <QColor>

namespace DaemonRpc::Monitor {

/// Contrast of opaque colours as WCAG 2.1 measures it. Value-less; all functions are thread-safe.
class Contrast
{
public:
    static constexpr double forText = 4.5;     ///< Success criterion 1.4.3.
    static constexpr double forGraphics = 3.0; ///< Success criterion 1.4.11.

    /// 0 for black, 1 for white.
    [[nodiscard]] static double luminance(const QColor &color);

    /// From 1 (the same) to 21 (black on white).
    [[nodiscard]] static double ratio(const QColor &a, const QColor &b);

    [[nodiscard]] static bool isDark(const QColor &background);

    /// @p part of @p a and the rest of @p b; 1 is all of @p a.
    [[nodiscard]] static QColor mixed(const QColor &a, const QColor &b, double part);

    /// @p color, made darker or lighter just so much that it has a ratio of @p least to @p background; black
    /// or white when nothing less will do.
    [[nodiscard]] static QColor ensured(const QColor &color, const QColor &background, double least);
};

} // namespace DaemonRpc::Monitor
