// Typed access to the parameters of a call.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace DaemonRpc {

/// The parameters of one call, by name whichever way they were sent. Value.
///
/// Parameters sent by position get the names of the method's description, in its order; positions and names
/// beyond those are ignored. null counts as absent, so that a position can be skipped. The readers fail with
/// InvalidArgument, which travels as -32602: `parameter "id" is missing`, `parameter "id" must be an
/// integer`. Those with a fallback return it when the parameter is absent.
///
///     const Result<qint64> id = params.integer(u"id");
///     if (!id)
///         return unexpected(id.error());
class DAEMONRPC_EXPORT RpcParams
{
public:
    /// No parameters.
    RpcParams() = default;

    /// @p params as in a request: an array, an object or Undefined; @p names in the order of positions.
    explicit RpcParams(QJsonValue params, QStringList names = {});

    /// As they were sent: for methods that take any number of positions.
    [[nodiscard]] const QJsonValue &raw() const { return m_params; }

    /// The value as it was sent; Undefined when there is none.
    [[nodiscard]] QJsonValue value(QStringView name) const;

    /// Whether @p name was sent and is not null.
    [[nodiscard]] bool contains(QStringView name) const;

    [[nodiscard]] Result<bool> boolean(QStringView name) const;
    [[nodiscard]] Result<bool> boolean(QStringView name, bool fallback) const;

    /// A number without a fraction, within 64 bits.
    [[nodiscard]] Result<qint64> integer(QStringView name) const;
    [[nodiscard]] Result<qint64> integer(QStringView name, qint64 fallback) const;

    [[nodiscard]] Result<double> number(QStringView name) const;
    [[nodiscard]] Result<double> number(QStringView name, double fallback) const;

    [[nodiscard]] Result<QString> string(QStringView name) const;
    [[nodiscard]] Result<QString> string(QStringView name, const QString &fallback) const;

    [[nodiscard]] Result<QJsonArray> array(QStringView name) const;
    [[nodiscard]] Result<QJsonObject> object(QStringView name) const;

private:
    QJsonValue m_params = QJsonValue(QJsonValue::Undefined);
    QStringList m_names;
};

/// Whether @p value is a number without a fraction, within 64 bits.
[[nodiscard]] DAEMONRPC_EXPORT bool isJsonInteger(const QJsonValue &value);

} // namespace DaemonRpc
