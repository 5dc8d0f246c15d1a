#include "look/tabularfont.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QStringList>

namespace DaemonRpc::Monitor {

bool TabularFont::hasTabularDigits(const QFont &font)
{
    constexpr double sameWidth = 0.01;
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (qAbs(metrics.horizontalAdvance(QChar(digit)) - width) > sameWidth)
            return false;
    }
    return true;
}

QFont TabularFont::of(const QFont &font)
{
    if (hasTabularDigits(font))
        return font;
    for (const auto *family : {"DejaVu Sans", "Noto Sans", "Liberation Sans"}) {
        QFont candidate = font;
        candidate.setFamilies({QString::fromLatin1(family)});
        if (QFontDatabase::hasFamily(QString::fromLatin1(family)) && hasTabularDigits(candidate))
            return candidate;
    }
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pointSizeF() > 0)
        fixed.setPointSizeF(font.pointSizeF());
    else
        fixed.setPixelSize(font.pixelSize());
    fixed.setWeight(font.weight());
    return fixed;
}

} // namespace DaemonRpc::Monitor
