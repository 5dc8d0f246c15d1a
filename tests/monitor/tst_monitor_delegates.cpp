#include "delegates/recorddelegate.h"
#include "look/contrast.h"
#include "look/tonelook.h"
#include "models/formatting.h"
#include "palettes.h"

#include <QAccessible>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

QStandardItem *itemOf(ColumnKind kind, const QVariant &value, Tone tone = Tone::Normal,
                      const QList<double> &series = {})
{
    auto *item = new QStandardItem(Formatting::text(kind, value));
    item->setData(static_cast<int>(kind), KindRole);
    item->setData(value, ValueRole);
    item->setData(QVariant::fromValue(tone), ToneRole);
    item->setTextAlignment(Formatting::alignment(kind));
    if (!series.isEmpty())
        item->setData(QVariant::fromValue(series), SeriesRole);
    return item;
}

// A cell alone, on a ground of a colour that no palette has.
struct Picture
{
    static constexpr QRgb outside = 0xff123456;

    QRect cell{20, 10, 160, 26};
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QStyle::State state = QStyle::State_Enabled | QStyle::State_Active;
    double scale = 1;

    [[nodiscard]] QImage paint(QStandardItem *item, const QPalette &palette) const
    {
        QStandardItemModel model;
        model.appendRow(item);
        const RecordDelegate delegate;
        QStyleOptionViewItem option;
        option.rect = cell;
        option.palette = palette;
        option.direction = direction;
        option.state = state;
        option.font = QFont();
        option.fontMetrics = QFontMetrics(option.font);
        option.showDecorationSelected = true;
        QImage image(QSize(200, 46) * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(outside);
        QPainter painter(&image);
        painter.fillRect(cell, palette.color(QPalette::Base));
        delegate.paint(&painter, option, model.index(0, 0));
        return image;
    }

    // How many pixels within the cell are of that colour.
    [[nodiscard]] int count(const QImage &image, const QColor &color, const QRect &within) const
    {
        int count = 0;
        for (int y = within.top(); y <= within.bottom(); ++y) {
            for (int x = within.left(); x <= within.right(); ++x)
                count += image.pixel(x, y) == color.rgb() ? 1 : 0;
        }
        return count;
    }
};

} // namespace

class tst_monitor_delegates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsWithinTheCell_data();
    void paintsWithinTheCell();
    void barsAreAsLongAsWhatIsLeft_data();
    void barsAreAsLongAsWhatIsLeft();
    void symbolsStandWhereReadingBegins();

    void selectedCellsHaveTheColoursOfTheSelection_data() { addPalettes(); }

    void selectedCellsHaveTheColoursOfTheSelection();

    void whatIsOverIsPaler_data() { addPalettes(); }

    void whatIsOverIsPaler();
    void coursesShowGapsAndPeaks();
    void coursesBearAnything();
    void hintsHaveRoomForAll();
    void whatIsReadAloudIsTheText();
};

void tst_monitor_delegates::paintsWithinTheCell_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("width");
    for (const bool isDark : {false, true}) {
        for (int kind = 0; kind <= static_cast<int>(ColumnKind::Countdown); ++kind) {
            for (const double scale : {1.0, 1.5, 2.0}) {
                for (const int width : {160, 24, 3}) {
                    QTest::addRow("%s, kind %d, scale %g, width %d", isDark ? "dark" : "light", kind, scale,
                                  width)
                        << (isDark ? darkPalette() : lightPalette()) << kind << scale << width;
                }
            }
        }
    }
}

void tst_monitor_delegates::paintsWithinTheCell()
{
    QFETCH(QPalette, palette);
    QFETCH(int, kind);
    QFETCH(double, scale);
    QFETCH(int, width);
    const QVariant values[] = {QStringLiteral("a rather long text that does not fit into the cell at all"),
                               QStringLiteral("running"),
                               qint64{123'456'789'012},
                               0.042,
                               1e9,
                               0.5,
                               qint64{123'456'789'012},
                               qint64{1'234'567},
                               qint64{1'700'000'000'000},
                               0.7};
    static_assert(std::size(values) == static_cast<size_t>(ColumnKind::Countdown) + 1);
    Picture picture;
    picture.scale = scale;
    picture.cell.setWidth(width);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        for (const Tone tone : {Tone::Normal, Tone::Bad}) {
            picture.direction = direction;
            const QImage image = picture.paint(
                itemOf(static_cast<ColumnKind>(kind), values[kind], tone, {1, 5, 1e9, 0}), palette);
            const QRectF inside = QRectF(picture.cell.x() * scale, picture.cell.y() * scale,
                                         picture.cell.width() * scale, picture.cell.height() * scale)
                                      .adjusted(-1, -1, 1, 1);
            int painted = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (!inside.contains(QPointF(x + 0.5, y + 0.5)))
                        QCOMPARE(image.pixel(x, y), Picture::outside);
                    else if (image.pixel(x, y) != palette.color(QPalette::Base).rgb())
                        ++painted;
                }
            }
            if (width > 100)
                QVERIFY(painted > 20);
        }
    }
}

void tst_monitor_delegates::barsAreAsLongAsWhatIsLeft_data()
{
    QTest::addColumn<double>("left");
    QTest::addColumn<bool>("isRightToLeft");
    for (const bool isRightToLeft : {false, true}) {
        for (const double left : {0.0, 0.25, 0.5, 0.99, 1.0, -3.0, 7.0})
            QTest::addRow("%g, %s", left, isRightToLeft ? "right to left" : "left to right")
                << left << isRightToLeft;
    }
}

void tst_monitor_delegates::barsAreAsLongAsWhatIsLeft()
{
    QFETCH(double, left);
    QFETCH(bool, isRightToLeft);
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        Picture picture;
        picture.direction = isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight;
        const QImage image = picture.paint(itemOf(ColumnKind::Countdown, left, Tone::Warning), palette);
        const QColor color = ToneLook::color(Tone::Warning, palette, palette.color(QPalette::Base));
        const int row = picture.cell.bottom() - 3;
        const QRect line(picture.cell.left(), row, picture.cell.width(), 1);
        const QColor track = Contrast::mixed(color, palette.color(QPalette::Base), 0.25);
        const int bar = picture.count(image, color, line);
        const int rest = picture.count(image, track, line);
        QVERIFY(bar + rest > picture.cell.width() - 20);
        QCOMPARE(bar, static_cast<int>(std::lround(qBound(0.0, left, 1.0) * (bar + rest))));
        if (bar > 0 && rest > 0) {
            const QRect half = isRightToLeft ? line.adjusted(line.width() - 10, 0, 0, 0)
                                             : line.adjusted(0, 0, 10 - line.width(), 0);
            QVERIFY(picture.count(image, color, half) > 0);
            QCOMPARE(picture.count(image, track, half), 0);
        }
    }
}

void tst_monitor_delegates::symbolsStandWhereReadingBegins()
{
    const QPalette palette = lightPalette();
    Picture picture;
    const QColor base = palette.color(QPalette::Base);
    const QRect left(picture.cell.left(), picture.cell.top(), 16, picture.cell.height());
    const QRect right(picture.cell.right() - 15, picture.cell.top(), 16, picture.cell.height());
    const int all = left.width() * left.height();
    // A text of one letter, so that the other side stays empty.
    QImage image = picture.paint(itemOf(ColumnKind::State, QStringLiteral("x"), Tone::Bad), palette);
    QVERIFY(picture.count(image, base, left) < all);
    QCOMPARE(picture.count(image, base, right), all);
    picture.direction = Qt::RightToLeft;
    image = picture.paint(itemOf(ColumnKind::State, QStringLiteral("x"), Tone::Bad), palette);
    QCOMPARE(picture.count(image, base, left), all);
    QVERIFY(picture.count(image, base, right) < all);
}

void tst_monitor_delegates::selectedCellsHaveTheColoursOfTheSelection()
{
    QFETCH(QPalette, palette);
    Picture picture;
    picture.state |= QStyle::State_Selected;
    const QColor highlight = palette.color(QPalette::Highlight);
    const QColor text = palette.color(QPalette::HighlightedText);
    for (const ColumnKind kind :
         {ColumnKind::Text, ColumnKind::State, ColumnKind::Rate, ColumnKind::Countdown}) {
        const QVariant value = kind == ColumnKind::Rate || kind == ColumnKind::Countdown
                                   ? QVariant(0.5)
                                   : QVariant(QStringLiteral("MMMMMMMM"));
        const QImage image = picture.paint(itemOf(kind, value, Tone::Bad, {1, 2, 3}), palette);
        QVERIFY(picture.count(image, highlight, picture.cell) > 500);
        QVERIFY(picture.count(image, text, picture.cell) > 3);
        if (palette.color(QPalette::Base) != text)
            QCOMPARE(picture.count(image, palette.color(QPalette::Base), picture.cell.adjusted(8, 8, -8, -8)),
                     0);
        const QColor bad = ToneLook::color(Tone::Bad, palette, palette.color(QPalette::Base));
        if (bad != text && bad != highlight)
            QCOMPARE(picture.count(image, bad, picture.cell), 0);
    }
}

void tst_monitor_delegates::whatIsOverIsPaler()
{
    QFETCH(QPalette, palette);
    const Picture picture;
    const QColor base = palette.color(QPalette::Base);
    for (const Tone tone : {Tone::Normal, Tone::Bad}) {
        const QColor full = ToneLook::color(tone, palette, base);
        const QColor pale = ToneLook::dimmed(full, base);
        QStandardItem *item = itemOf(ColumnKind::Countdown, 1.0, tone == Tone::Normal ? Tone::Muted : tone);
        item->setData(true, DimmedRole);
        const QColor barFull = ToneLook::color(tone == Tone::Normal ? Tone::Muted : tone, palette, base);
        const QImage image = picture.paint(item, palette);
        const QRect bar(picture.cell.left(), picture.cell.bottom() - 4, picture.cell.width(), 4);
        QVERIFY(Contrast::ratio(full, base) >= Contrast::ratio(pale, base));
        if (ToneLook::dimmed(barFull, base) != barFull)
            QCOMPARE(picture.count(image, barFull, bar), 0);
        if (tone == Tone::Bad)
            QVERIFY(picture.count(image, pale, bar) > 300);
    }
}

void tst_monitor_delegates::coursesShowGapsAndPeaks()
{
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    QImage image(104, 34, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    // Up in the middle of the first half, nothing in the second but for its end.
    SparklineDelegate::paintCourse(&painter, QRectF(2, 2, 100, 30),
                                   {0, 0, 8, 0, 0, nothing, nothing, nothing, 4}, true, Qt::black);
    painter.end();
    const auto isPainted = [&image](const QRect &rect) {
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            for (int x = rect.left(); x <= rect.right(); ++x) {
                if (image.pixel(x, y) != qRgb(255, 255, 255))
                    return true;
            }
        }
        return false;
    };
    QVERIFY(isPainted(QRect(24, 2, 6, 8)));    // The peak.
    QVERIFY(!isPainted(QRect(4, 2, 6, 20)));   // Above what is zero.
    QVERIFY(!isPainted(QRect(57, 2, 38, 30))); // The gap.
    QVERIFY(isPainted(QRect(96, 12, 8, 10)));  // The dot of the last value.
}

void tst_monitor_delegates::coursesBearAnything()
{
    QImage image(50, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QImage blank = image;
    QPainter painter(&image);
    constexpr double infinite = std::numeric_limits<double>::infinity();
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    for (const QList<double> &nowhere : {QList<double>{}, QList<double>{1}, QList<double>{nothing, nothing},
                                         QList<double>{infinite, -infinite}})
        SparklineDelegate::paintCourse(&painter, QRectF(0, 0, 50, 20), nowhere, true, Qt::black);
    QCOMPARE(image, blank);
    for (const bool isFromZero : {false, true}) {
        SparklineDelegate::paintCourse(&painter, QRectF(0, 0, 50, 20), {1e300, -1e300, 1e-300}, isFromZero,
                                       Qt::black);
        SparklineDelegate::paintCourse(&painter, QRectF(0, 0, 0.5, 0.5), {1, 2}, isFromZero, Qt::black);
        SparklineDelegate::paintCourse(&painter, QRectF(0, 0, 50, 20), QList<double>(5000, 7.0), isFromZero,
                                       Qt::black);
    }
    QVERIFY(image != blank);
}

void tst_monitor_delegates::hintsHaveRoomForAll()
{
    QStandardItemModel model;
    model.appendRow({itemOf(ColumnKind::Text, QStringLiteral("running")),
                     itemOf(ColumnKind::State, QStringLiteral("running"), Tone::Active),
                     itemOf(ColumnKind::Rate, 3.0), itemOf(ColumnKind::Rate, 3.0, Tone::Normal, {1, 2}),
                     itemOf(ColumnKind::Number, qint64{3}), itemOf(ColumnKind::Countdown, 0.3)});
    const RecordDelegate delegate;
    QStyleOptionViewItem option;
    option.fontMetrics = QFontMetrics(option.font);
    const auto hint = [&](int column) { return delegate.sizeHint(option, model.index(0, column)); };
    QVERIFY(hint(1).width() > hint(0).width());
    QVERIFY(hint(3).width() > hint(2).width() + 50);
    QVERIFY(hint(5).height() >= option.fontMetrics.height() + 4);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(hint(column).height() >= option.fontMetrics.height());
}

void tst_monitor_delegates::whatIsReadAloudIsTheText()
{
    QStandardItemModel model;
    model.appendRow({itemOf(ColumnKind::State, QStringLiteral("running"), Tone::Active),
                     itemOf(ColumnKind::Rate, 12.0, Tone::Normal, {1, 12}),
                     itemOf(ColumnKind::Countdown, 0.3)});
    QTableView view;
    view.setModel(&model);
    RecordDelegate delegate;
    view.setItemDelegate(&delegate);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(accessible && accessible->tableInterface());
    for (int column = 0; column < model.columnCount(); ++column) {
        QAccessibleInterface *cell = accessible->tableInterface()->cellAt(0, column);
        QVERIFY(cell);
        QCOMPARE(cell->text(QAccessible::Name), model.index(0, column).data().toString());
        QVERIFY(!cell->text(QAccessible::Name).isEmpty());
    }
}

QTEST_MAIN(tst_monitor_delegates)
#include "tst_monitor_delegates.moc"
