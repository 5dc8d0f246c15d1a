#include "workmessages_p.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

namespace DaemonRpc {

Result<QByteArray> WorkRequest::encode() const
{
    QJsonArray list;
    for (const QByteArray &argument : arguments) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(argument);
        if (decoder.hasError()) {
            return unexpected(
                ErrorCode::InvalidArgument,
                QStringLiteral("the argument \"%1\" is not UTF-8, and a JSON worker takes no other")
                    .arg(text.left(100)));
        }
        list.append(text);
    }
    QJsonObject object{{QStringLiteral("arguments"), list},
                       {QStringLiteral("inputs"), QJsonArray()},
                       {QStringLiteral("requestId"), 0}};
    if (isCancel)
        object.insert(QStringLiteral("cancel"), true);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

static Error violation(const QString &what)
{
    return Error(ErrorCode::ProtocolViolation, QStringLiteral("its answer is no WorkResponse: %1").arg(what));
}

Result<WorkResponse> WorkResponse::decode(const QByteArray &line)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (!document.isObject()) {
        return unexpected(
            violation(QStringLiteral("%1 in \"%2\"")
                          .arg(problem.error == QJsonParseError::NoError ? QStringLiteral("no object")
                                                                         : problem.errorString(),
                               QString::fromUtf8(line.left(100)).simplified())));
    }
    const QJsonObject object = document.object();
    const QJsonValue exitCode = object.value(u"exitCode");
    const QJsonValue output = object.value(u"output");
    const QJsonValue requestId = object.value(u"requestId");
    const QJsonValue wasCancelled = object.value(u"wasCancelled");
    if (!exitCode.isUndefined() && !exitCode.isDouble())
        return unexpected(violation(QStringLiteral("exitCode is no number")));
    if (!output.isUndefined() && !output.isString())
        return unexpected(violation(QStringLiteral("output is no string")));
    if (!wasCancelled.isUndefined() && !wasCancelled.isBool())
        return unexpected(violation(QStringLiteral("wasCancelled is neither true nor false")));
    if (requestId.toInt(requestId.isUndefined() ? 0 : -1) != 0)
        return unexpected(violation(QStringLiteral("requestId is not 0, the only one that was asked")));
    return WorkResponse{exitCode.toInt(), output.toString().toUtf8(), wasCancelled.toBool()};
}

} // namespace DaemonRpc
