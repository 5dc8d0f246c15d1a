#include "printers/jsonprinter.h"

#include "escaping.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace DaemonRpc::Cli {

static QByteArray compactScalar(const QJsonValue &value)
{
    // A document holds arrays and objects only: the brackets are taken off again.
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2) + '\n';
}

static QByteArray indented(const QJsonValue &value)
{
    if (value.isArray() && value.toArray().isEmpty())
        return "[]\n"; // Qt would take two lines
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Indented);
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented);
    return compactScalar(value);
}

// Qt has escaped what is below 0x20 inside strings; all that is left of harmful characters is in strings.
static QByteArray withoutHarm(const QByteArray &encoded)
{
    const QString json = QString::fromUtf8(encoded);
    QString text;
    for (const QChar character : json) {
        if (character != QLatin1Char('\n') && isHarmfulOnTerminal(character))
            text += QStringLiteral("\\u%1").arg(uint(character.unicode()), 4, 16, QLatin1Char('0'));
        else
            text += character;
    }
    return text.toUtf8();
}

QByteArray printedJson(const QJsonValue &value) { return withoutHarm(indented(value)); }

QByteArray printedJsonLine(const QJsonObject &object)
{
    return withoutHarm(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace DaemonRpc::Cli
