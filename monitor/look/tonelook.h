// How tones look.
#pragma once

#include "models/tone.h"

#include <QColor>
#include <QPalette>

class QPainter;
class QRectF;

namespace DaemonRpc::Monitor {

/// A symbol and a colour for each Tone. Value-less.
///
/// The symbols differ in their shape, so that nobody has to tell colours apart; they are drawn and need no
/// font. The colours follow the palette: they are readable as text on what they are shown on, in light and
/// dark.
class ToneLook
{
public:
    /// For text and symbols of @p tone on @p background, of @p palette's kind: at least Contrast::forText.
    [[nodiscard]] static QColor color(Tone tone, const QPalette &palette, const QColor &background);
    /// On the ground of tables.
    [[nodiscard]] static QColor color(Tone tone, const QPalette &palette);

    /// @p color paler, for what is over; still at least Contrast::forGraphics.
    [[nodiscard]] static QColor dimmed(const QColor &color, const QColor &background);

    /// Tone::Normal has none.
    [[nodiscard]] static bool hasSymbol(Tone tone) { return tone != Tone::Normal; }

    /// Draws the symbol into the middle of @p rect, as large as fits: a tick (Good), an arrowhead in the
    /// direction of reading (Active), a triangle (Warning), a cross (Bad), a ring (Muted).
    static void paintSymbol(QPainter *painter, const QRectF &rect, Tone tone, const QColor &color,
                            Qt::LayoutDirection direction = Qt::LeftToRight);
};

} // namespace DaemonRpc::Monitor
