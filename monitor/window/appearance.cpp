#include "window/appearance.h"

#include <QApplication>
#include <QStyleFactory>
#include <QToolTip>

namespace DaemonRpc::Monitor {

namespace {

struct Colors
{
    QRgb window;
    QRgb text;
    QRgb base;
    QRgb alternateBase;
    QRgb button;
    QRgb highlight;
    QRgb highlightedText;
    QRgb link;
    QRgb placeholder;
    QRgb disabledText;
    QRgb toolTip;
    QRgb light;
    QRgb midlight;
    QRgb mid;
    QRgb dark;
    QRgb shadow;
};

constexpr Colors lightColors{0xfff2f3f5, 0xff1b1d20, 0xffffffff, 0xfff5f7f9, 0xfff2f3f5, 0xff2166ac,
                             0xffffffff, 0xff1f5fa0, 0xff63686e, 0xff8a8f95, 0xffffffe1, 0xffffffff,
                             0xfff8f9fa, 0xffb9bec4, 0xff9aa0a6, 0xff6f757b};
constexpr Colors darkColors{0xff2a2d31, 0xffe8eaed, 0xff1e2124, 0xff24272b, 0xff35393e, 0xff3d7ab8,
                            0xffffffff, 0xff7fb6ea, 0xff9aa0a6, 0xff7d8389, 0xff3a3f45, 0xff4a5057,
                            0xff40454b, 0xff1c1f22, 0xff17191c, 0xff0c0d0e};

} // namespace

QPalette themePalette(Theme theme)
{
    const Colors &colors = theme == Theme::Dark ? darkColors : lightColors;
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.alternateBase);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::Button, colors.button);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.highlightedText);
    palette.setColor(QPalette::Highlight, colors.highlight);
    palette.setColor(QPalette::HighlightedText, colors.highlightedText);
    palette.setColor(QPalette::Link, colors.link);
    palette.setColor(QPalette::LinkVisited, colors.link);
    palette.setColor(QPalette::PlaceholderText, colors.placeholder);
    palette.setColor(QPalette::ToolTipBase, colors.toolTip);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Light, colors.light);
    palette.setColor(QPalette::Midlight, colors.midlight);
    palette.setColor(QPalette::Mid, colors.mid);
    palette.setColor(QPalette::Dark, colors.dark);
    palette.setColor(QPalette::Shadow, colors.shadow);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.disabledText);
    return palette;
}

void applyTheme(Theme theme)
{
    if (theme == Theme::System)
        return;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(themePalette(theme));
    QToolTip::setPalette(themePalette(theme));
}

} // namespace DaemonRpc::Monitor
