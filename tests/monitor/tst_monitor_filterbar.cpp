#include "widgets/filterbar.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc::Monitor;

class tst_monitor_filterbar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsTyped();
    void clearsByEscape();
    void saysWhatIsWrongInPlace();
    void underlinesWhatIsWrong();
    void survivesProblemsElsewhere();
    void countsRows();
    void addsATermOnce();
    void completesTheWordAtTheCursor();
};

static QString shownText(const FilterBar &bar)
{
    QStringList texts;
    for (const QLabel *label : bar.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&bar))
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('|'));
}

static QImage picture(FilterEdit &edit)
{
    QImage image(edit.size(), QImage::Format_ARGB32);
    edit.render(&image);
    return image;
}

static int redPixels(FilterEdit &edit, int fromColumn)
{
    const QImage image = picture(edit);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = fromColumn; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            count += color.red() > 180 && color.green() < 140 && color.blue() < 140 ? 1 : 0;
        }
    }
    return count;
}

void tst_monitor_filterbar::tellsWhatIsTyped()
{
    FilterBar bar;
    QSignalSpy changed(&bar, &FilterBar::textChanged);
    QTest::keyClicks(&bar.edit(), QStringLiteral("ab"));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(bar.text(), QStringLiteral("ab"));
}

void tst_monitor_filterbar::clearsByEscape()
{
    FilterBar bar;
    bar.setText(QStringLiteral("state:running"));
    QTest::keyClick(&bar.edit(), Qt::Key_Escape);
    QCOMPARE(bar.text(), QString());
}

void tst_monitor_filterbar::saysWhatIsWrongInPlace()
{
    FilterBar bar;
    bar.setText(QStringLiteral("age:<b>"));
    const QString message = QStringLiteral("\"<b>\" is no duration: write 5s or 2min.");
    bar.setProblems({{4, 3, message}});
    QVERIFY(shownText(bar).contains(message));
    QCOMPARE(bar.edit().accessibleDescription(), message);
    QVERIFY(bar.edit().toolTip().contains(QStringLiteral("&lt;b&gt;")));
    for (const QLabel *label : bar.findChildren<QLabel *>()) {
        if (label->text().contains(QLatin1String("<b>")))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    bar.setProblems({});
    QVERIFY(!shownText(bar).contains(message));
    QCOMPARE(bar.edit().accessibleDescription(), QString());
    QCOMPARE(bar.edit().toolTip(), QString());
}

void tst_monitor_filterbar::underlinesWhatIsWrong()
{
    FilterBar bar;
    bar.resize(500, 40);
    bar.show();
    bar.setText(QStringLiteral("good age:wrong"));
    QCOMPARE(redPixels(bar.edit(), 0), 0);
    bar.setProblems({{9, 5, QStringLiteral("No duration.")}});
    const int underlined = redPixels(bar.edit(), 0);
    QVERIFY(underlined > 0);
    const int before = bar.edit().fontMetrics().horizontalAdvance(QStringLiteral("good age:"));
    QCOMPARE(redPixels(bar.edit(), before), underlined);
    QCOMPARE(bar.text(), QStringLiteral("good age:wrong"));
    bar.setProblems({});
    QCOMPARE(redPixels(bar.edit(), 0), 0);
}

void tst_monitor_filterbar::survivesProblemsElsewhere()
{
    FilterBar bar;
    bar.setText(QStringLiteral("ab"));
    bar.setProblems(
        {{-5, 100, QStringLiteral("a")}, {50, 50, QStringLiteral("b")}, {1, -3, QStringLiteral("c")}});
    picture(bar.edit());
    QCOMPARE(bar.text(), QStringLiteral("ab"));
}

void tst_monitor_filterbar::countsRows()
{
    FilterBar bar;
    bar.setCounts(12, 3400);
    QVERIFY2(shownText(bar).contains(
                 QStringLiteral("%1 of %2").arg(QLocale().toString(12), QLocale().toString(3400))),
             qPrintable(shownText(bar)));
}

void tst_monitor_filterbar::addsATermOnce()
{
    FilterBar bar;
    bar.addTerm(QStringLiteral("state:running"));
    bar.addTerm(QStringLiteral("peer:1"));
    bar.addTerm(QStringLiteral("state:running"));
    bar.addTerm(QStringLiteral("peer:12"));
    QCOMPARE(bar.text(), QStringLiteral("state:running peer:1 peer:12"));
}

void tst_monitor_filterbar::completesTheWordAtTheCursor()
{
    FilterBar bar;
    bar.show();
    bar.edit().setFocus();
    QStringList asked;
    bar.edit().setCompletions([&asked](const QString &word) {
        asked.append(word);
        return word == u"s" ? QStringList{QStringLiteral("state:"), QStringLiteral("size:")} : QStringList();
    });
    bar.setText(QStringLiteral("\"a b\" "));
    QTest::keyClicks(&bar.edit(), QStringLiteral("s"));
    QCOMPARE(asked.last(), QStringLiteral("s"));
    QAbstractItemView *popup = bar.edit().wordCompleter()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(bar.text(), QStringLiteral("\"a b\" size:"));
    QCOMPARE(bar.edit().cursorPosition(), 11);
    QTest::keyClicks(&bar.edit(), QStringLiteral("x"));
    QVERIFY(!popup->isVisible());
}

QTEST_MAIN(tst_monitor_filterbar)
#include "tst_monitor_filterbar.moc"
