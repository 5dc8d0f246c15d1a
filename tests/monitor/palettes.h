// The palettes that everything has to look well in.
#pragma once

#include <QPalette>
#include <QTest>

namespace DaemonRpc::Monitor::Testing {

inline QPalette paletteOf(const QColor &window, const QColor &base, const QColor &alternate,
                          const QColor &text, const QColor &highlight, const QColor &highlightedText)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Button, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, alternate);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, highlightedText);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, Qt::gray);
    return palette;
}

inline QPalette lightPalette()
{
    return paletteOf(QColor(239, 239, 239), Qt::white, QColor(247, 247, 247), Qt::black, QColor(48, 140, 198),
                     Qt::white);
}

inline QPalette darkPalette()
{
    return paletteOf(QColor(49, 54, 59), QColor(35, 38, 41), QColor(42, 46, 50), QColor(239, 240, 241),
                     QColor(61, 174, 233), Qt::black);
}

/// A data column "palette" with all of them.
inline void addPalettes()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
    QTest::newRow("black and white") << paletteOf(Qt::black, Qt::black, Qt::black, Qt::white, Qt::yellow,
                                                  Qt::black);
    QTest::newRow("sepia") << paletteOf(QColor(233, 222, 200), QColor(244, 236, 216), QColor(235, 226, 204),
                                        QColor(67, 52, 34), QColor(140, 90, 40), Qt::white);
    QTest::newRow("grey") << paletteOf(QColor(120, 120, 120), QColor(128, 128, 128), QColor(122, 122, 122),
                                       Qt::black, QColor(20, 40, 90), Qt::white);
}

} // namespace DaemonRpc::Monitor::Testing
