#include <daemonrpc/service/config/configurationtext.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static constexpr qsizetype maxShownLength = 80;

static bool isVisible(QChar c)
{
    const QChar::Category category = c.category();
    return c.isSurrogate() ||
           (c.isPrint() && category != QChar::Separator_Line && category != QChar::Separator_Paragraph);
}

static QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\' + QString(c);
        else if (c == u'\n')
            result += u"\\n"_s;
        else if (c == u'\t')
            result += u"\\t"_s;
        else if (isVisible(c))
            result += c;
        else
            result += u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0'));
    }
    return result + u'"';
}

QString quotedForMessage(const QString &text)
{
    return text.size() <= maxShownLength ? quoted(text) : quoted(text.left(maxShownLength)) + u"..."_s;
}

QString quotedForYaml(const QString &text) { return quoted(text); }

QString withoutControls(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !isVisible(c); }, u'?');
    return text;
}

} // namespace DaemonRpc
