#include "look/tonelook.h"

#include "look/contrast.h"

#include <QPainter>
#include <QPainterPath>

namespace DaemonRpc::Monitor {

// Where the colours begin before they are made to stand out; blue, orange and bluish green are the ones of
// Okabe and Ito that people with any colour vision can tell apart.
static QColor origin(Tone tone, const QPalette &palette, const QColor &background)
{
    const QColor text = palette.color(QPalette::Text);
    switch (tone) {
    case Tone::Normal: return text;
    case Tone::Good: return {0x00, 0x9e, 0x73};
    case Tone::Active: return {0x00, 0x72, 0xb2};
    case Tone::Warning: return {0xd8, 0x8a, 0x00};
    case Tone::Bad: return {0xd0, 0x3a, 0x1e};
    case Tone::Muted: return Contrast::mixed(text, background, 0.5);
    }
    return text;
}

QColor ToneLook::color(Tone tone, const QPalette &palette, const QColor &background)
{
    return Contrast::ensured(origin(tone, palette, background), background, Contrast::forText);
}

QColor ToneLook::color(Tone tone, const QPalette &palette)
{
    // Rows alternate: what stands out from the ground that is nearer in lightness does so from both.
    const QColor base = palette.color(QPalette::Base);
    const QColor alternate = palette.color(QPalette::AlternateBase);
    const QColor onBase = color(tone, palette, base);
    return Contrast::ensured(onBase, alternate, Contrast::forText);
}

QColor ToneLook::dimmed(const QColor &color, const QColor &background)
{
    return Contrast::ensured(Contrast::mixed(color, background, 0.5), background, Contrast::forGraphics);
}

void ToneLook::paintSymbol(QPainter *painter, const QRectF &rect, Tone tone, const QColor &color,
                           Qt::LayoutDirection direction)
{
    const double side = qMin(rect.width(), rect.height());
    if (!hasSymbol(tone) || side < 1)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center());
    // From here on the symbol lies in a square from -0.5 to 0.5, with a little room.
    painter->scale(side, side);
    if (direction == Qt::RightToLeft && tone == Tone::Active)
        painter->scale(-1, 1);
    constexpr double lineWidth = 0.14;
    const QPen pen(color, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    switch (tone) {
    case Tone::Normal: break;
    case Tone::Good: {
        const QPointF tick[] = {{-0.34, 0.02}, {-0.1, 0.26}, {0.34, -0.26}};
        painter->drawPolyline(tick, 3);
        break;
    }
    case Tone::Active: {
        const QPointF arrow[] = {{-0.22, -0.3}, {0.3, 0}, {-0.22, 0.3}};
        painter->setPen(QPen(color, lineWidth / 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(color);
        painter->drawPolygon(arrow, 3);
        break;
    }
    case Tone::Warning: {
        QPainterPath path;
        path.moveTo(0, -0.4);
        path.lineTo(0.42, 0.36);
        path.lineTo(-0.42, 0.36);
        path.closeSubpath();
        // The sign within is left out, whatever lies behind.
        QPainterPath sign;
        sign.addRect(-0.045, -0.14, 0.09, 0.24);
        sign.addRect(-0.045, 0.16, 0.09, 0.09);
        painter->setPen(Qt::NoPen);
        painter->fillPath(path.subtracted(sign), color);
        break;
    }
    case Tone::Bad:
        painter->drawLine(QPointF(-0.28, -0.28), QPointF(0.28, 0.28));
        painter->drawLine(QPointF(-0.28, 0.28), QPointF(0.28, -0.28));
        break;
    case Tone::Muted: painter->drawEllipse(QPointF(0, 0), 0.28, 0.28); break;
    }
    painter->restore();
}

} // namespace DaemonRpc::Monitor
