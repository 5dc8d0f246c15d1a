#include "look/contrast.h"
#include "look/seriescolors.h"
#include "look/tabularfont.h"
#include "look/tonelook.h"
#include "palettes.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

constexpr Tone tones[] = {Tone::Normal, Tone::Good, Tone::Active, Tone::Warning, Tone::Bad, Tone::Muted};

QImage symbol(Tone tone, const QColor &color, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    ToneLook::paintSymbol(&painter, QRectF(4, 4, 16, 16), tone, color, direction);
    return image;
}

} // namespace

class tst_monitor_look : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresContrastAsWcagDoes();

    void tonesCanBeRead_data() { addPalettes(); }

    void tonesCanBeRead();
    void symbolsDifferInShape();
    void symbolsStayWithin();

    void seriesStandOut_data() { addPalettes(); }

    void seriesStandOut();
    void seriesDifferWithoutColour();
    void digitsStandBelowEachOther();
};

void tst_monitor_look::measuresContrastAsWcagDoes()
{
    QCOMPARE(Contrast::ratio(Qt::black, Qt::white), 21.0);
    QCOMPARE(Contrast::ratio(Qt::red, Qt::red), 1.0);
    // #767676 is the lightest grey with 4.5 on white.
    QVERIFY(Contrast::ratio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(Contrast::ratio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    QCOMPARE(Contrast::ensured(Qt::black, Qt::white, 4.5), QColor(Qt::black));
    QVERIFY(Contrast::ratio(Contrast::ensured(Qt::yellow, Qt::white, 4.5), Qt::white) >= 4.5);
    QCOMPARE(Contrast::isDark(Qt::black), true);
    QCOMPARE(Contrast::isDark(Qt::white), false);
}

void tst_monitor_look::tonesCanBeRead()
{
    QFETCH(QPalette, palette);
    for (const Tone tone : tones) {
        for (const QPalette::ColorRole role : {QPalette::Base, QPalette::AlternateBase}) {
            const QColor ground = palette.color(role);
            QVERIFY(Contrast::ratio(ToneLook::color(tone, palette), ground) >= Contrast::forText - 1e-9);
            const QColor color = ToneLook::color(tone, palette, ground);
            QVERIFY(Contrast::ratio(color, ground) >= Contrast::forText - 1e-9);
            const QColor dimmed = ToneLook::dimmed(color, ground);
            QVERIFY(Contrast::ratio(dimmed, ground) >= Contrast::forGraphics - 1e-9);
            QVERIFY(Contrast::ratio(dimmed, ground) <= Contrast::ratio(color, ground));
        }
    }
}

void tst_monitor_look::symbolsDifferInShape()
{
    QList<QImage> shapes;
    for (const Tone tone : tones) {
        const QImage shape = symbol(tone, Qt::black);
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
    QCOMPARE(ToneLook::hasSymbol(Tone::Normal), false);
    QImage nothing(24, 24, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    QCOMPARE(shapes.first(), nothing);
    // An arrowhead points where reading goes, a tick is a tick.
    const QImage arrow = symbol(Tone::Active, Qt::black);
    QVERIFY(symbol(Tone::Active, Qt::black, Qt::RightToLeft) != arrow);
    QCOMPARE(symbol(Tone::Good, Qt::black, Qt::RightToLeft), symbol(Tone::Good, Qt::black));
}

void tst_monitor_look::symbolsStayWithin()
{
    for (const Tone tone : tones) {
        const QImage image = symbol(tone, Qt::black);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (!QRect(4, 4, 16, 16).contains(x, y))
                    QCOMPARE(qAlpha(image.pixel(x, y)), 0);
            }
        }
    }
}

void tst_monitor_look::seriesStandOut()
{
    QFETCH(QPalette, palette);
    QSet<QRgb> seen;
    for (int series = 0; series < SeriesColors::count; ++series) {
        const QColor color = SeriesColors::color(series, palette);
        QVERIFY(Contrast::ratio(color, palette.color(QPalette::Base)) >= Contrast::forGraphics - 1e-9);
        seen.insert(color.rgb());
    }
    QCOMPARE(seen.size(), SeriesColors::count);
    QCOMPARE(SeriesColors::color(SeriesColors::count, palette), SeriesColors::color(0, palette));
    QCOMPARE(SeriesColors::color(-1, palette), SeriesColors::color(0, palette));
}

void tst_monitor_look::seriesDifferWithoutColour()
{
    QList<QList<qreal>> seen;
    for (int series = 0; series < SeriesColors::count; ++series) {
        const QList<qreal> dashes = SeriesColors::dashes(series);
        QVERIFY(!seen.contains(dashes));
        QVERIFY(dashes.size() % 2 == 0);
        seen.append(dashes);
    }
}

void tst_monitor_look::digitsStandBelowEachOther()
{
    QFont font;
    font.setPointSizeF(11);
    const QFont tabular = TabularFont::of(font);
    QVERIFY(TabularFont::hasTabularDigits(tabular));
    QCOMPARE(tabular.pointSizeF(), 11.0);
    const QFontMetricsF metrics(tabular);
    QCOMPARE(metrics.horizontalAdvance(QStringLiteral("1111")),
             metrics.horizontalAdvance(QStringLiteral("0000")));
    if (TabularFont::hasTabularDigits(font))
        QCOMPARE(tabular, font);
}

QTEST_MAIN(tst_monitor_look)
#include "tst_monitor_look.moc"
