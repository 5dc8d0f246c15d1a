// From what a person types to JSON.
#pragma once

#include "dialogs/methodinfo.h"

#include <daemonrpc/base/result.h>

#include <QCoreApplication>

#include <optional>

namespace DaemonRpc::Monitor {

/// Reads the values of parameters. Stateless; thread-safe.
///
/// A string is what is typed; numbers are written as in JSON; the rest is JSON. What is empty is left out,
/// which only a parameter that is not required may be; a required string may be empty.
class ParameterReader
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::ParameterReader)

public:
    ParameterReader() = delete;

    /// Nothing: it is left out. Errors: InvalidArgument, the message being a sentence for people.
    [[nodiscard]] static Result<std::optional<QJsonValue>> read(const ParameterInfo &parameter,
                                                                const QString &text);

    /// What read() makes @p value of.
    [[nodiscard]] static QString write(const ParameterInfo &parameter, const QJsonValue &value);

    /// Any JSON value, also a bare number or string. Errors: InvalidArgument with the place.
    [[nodiscard]] static Result<QJsonValue> parseJson(const QString &text);
    [[nodiscard]] static QString toJson(const QJsonValue &value, bool isIndented);

private:
    [[nodiscard]] static Result<QJsonValue> readNumber(const ParameterInfo &parameter, const QString &text);
    [[nodiscard]] static Result<QJsonValue> checked(const ParameterInfo &parameter, const QJsonValue &value);
};

} // namespace DaemonRpc::Monitor
