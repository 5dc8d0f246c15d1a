#include "dialogs/parameterreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>

namespace DaemonRpc::Monitor {

using Kind = ParameterInfo::Kind;

Result<std::optional<QJsonValue>> ParameterReader::read(const ParameterInfo &parameter, const QString &text)
{
    const bool isText = parameter.kind == Kind::String;
    if (isText ? text.isEmpty() : text.trimmed().isEmpty()) {
        if (!parameter.isRequired)
            return std::optional<QJsonValue>();
        if (!isText || !parameter.choices().isEmpty())
            return unexpected(ErrorCode::InvalidArgument, tr("A value is required."));
    }
    Result<QJsonValue> value = QJsonValue();
    if (isText)
        value = QJsonValue(text);
    else if (parameter.kind == Kind::Integer || parameter.kind == Kind::Number)
        value = readNumber(parameter, text.trimmed());
    else
        value = parseJson(text);
    if (value)
        value = checked(parameter, *value);
    if (!value)
        return unexpected(value.error());
    return std::optional(*value);
}

QString ParameterReader::write(const ParameterInfo &parameter, const QJsonValue &value)
{
    if (parameter.kind == Kind::String && value.isString())
        return value.toString();
    return toJson(value, parameter.kind == Kind::Array || parameter.kind == Kind::Object);
}

Result<QJsonValue> ParameterReader::parseJson(const QString &text)
{
    QJsonParseError error;
    // Qt reads arrays and objects only.
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
    if (error.error != QJsonParseError::NoError) {
        const qsizetype offset = qMax(1, error.offset - 1);
        const qsizetype place = QString::fromUtf8(text.toUtf8().left(offset)).size();
        return unexpected(ErrorCode::InvalidArgument,
                          tr("This is not JSON, at character %1: %2.").arg(place).arg(error.errorString()));
    }
    if (document.array().size() != 1)
        return unexpected(ErrorCode::InvalidArgument, tr("One JSON value is wanted."));
    return document.array().at(0);
}

QString ParameterReader::toJson(const QJsonValue &value, bool isIndented)
{
    const auto format = isIndented ? QJsonDocument::Indented : QJsonDocument::Compact;
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(format)).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(format)).trimmed();
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

Result<QJsonValue> ParameterReader::readNumber(const ParameterInfo &parameter, const QString &text)
{
    bool isNumber = false;
    if (parameter.kind == Kind::Integer) {
        const qint64 integer = QLocale::c().toLongLong(text, &isNumber);
        if (isNumber)
            return QJsonValue(integer);
        return unexpected(ErrorCode::InvalidArgument, tr("A whole number is wanted, such as 42."));
    }
    const double number = QLocale::c().toDouble(text, &isNumber);
    if (isNumber && std::isfinite(number))
        return QJsonValue(number);
    return unexpected(ErrorCode::InvalidArgument, tr("A number is wanted, such as 1.5."));
}

Result<QJsonValue> ParameterReader::checked(const ParameterInfo &parameter, const QJsonValue &value)
{
    const auto refuse = [](const QString &why) { return unexpected(ErrorCode::InvalidArgument, why); };
    if (parameter.kind == Kind::Boolean && !value.isBool())
        return refuse(tr("Either true or false is wanted."));
    if (parameter.kind == Kind::Array && !value.isArray())
        return refuse(tr("A JSON array is wanted, such as [1, 2]."));
    if (parameter.kind == Kind::Object && !value.isObject())
        return refuse(tr("A JSON object is wanted, such as {\"key\": 1}."));
    const QList<QJsonValue> choices = parameter.choices();
    if (!choices.isEmpty() && !choices.contains(value)) {
        QStringList shown;
        for (const QJsonValue &choice : choices)
            shown += write(parameter, choice);
        return refuse(tr("One of these is wanted: %1.").arg(shown.join(QStringLiteral(", "))));
    }
    if (value.isDouble()) {
        const QJsonValue minimum = parameter.schema.value(u"minimum");
        const QJsonValue maximum = parameter.schema.value(u"maximum");
        if (minimum.isDouble() && value.toDouble() < minimum.toDouble())
            return refuse(tr("At least %1 is wanted.").arg(toJson(minimum, false)));
        if (maximum.isDouble() && value.toDouble() > maximum.toDouble())
            return refuse(tr("At most %1 is wanted.").arg(toJson(maximum, false)));
    }
    return value;
}

} // namespace DaemonRpc::Monitor
