#include "workmessages_p.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include <cmath>

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

// The largest that a process can end with: what stands for all that do not fit.
static constexpr int maxExitCode = 255;

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
    // A program that only repeats what it reads has done nothing; nor is a code success because it does not
    // fit.
    if (object.contains(u"arguments") && exitCode.isUndefined())
        return unexpected(violation(QStringLiteral("it repeats the request")));
    if (!exitCode.isUndefined() &&
        (!exitCode.isDouble() || std::trunc(exitCode.toDouble()) != exitCode.toDouble()))
        return unexpected(violation(QStringLiteral("exitCode is no whole number")));
    if (!output.isUndefined() && !output.isString())
        return unexpected(violation(QStringLiteral("output is no string")));
    if (!wasCancelled.isUndefined() && !wasCancelled.isBool())
        return unexpected(violation(QStringLiteral("wasCancelled is neither true nor false")));
    if (requestId.toInt(requestId.isUndefined() ? 0 : -1) != 0)
        return unexpected(violation(QStringLiteral("requestId is not 0, the only one that was asked")));
    const double code = exitCode.toDouble();
    return WorkResponse{code < 0 || code > maxExitCode ? maxExitCode : static_cast<int>(code),
                        output.toString().toUtf8(), wasCancelled.toBool()};
}

} // namespace DaemonRpc
