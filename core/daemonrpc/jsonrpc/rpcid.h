// What says which answer belongs to which request.
#pragma once

#include <daemonrpc/base/export.h>

#include <QByteArray>
#include <QJsonValue>

#include <type_traits>

namespace DaemonRpc {

/// The id of a request: a string, a number or null (JSON-RPC 2.0, section 4). Value.
///
/// It goes back exactly as it came: strings with the same characters, unpaired surrogates included; integers
/// of 64 bits; and any other number digit by digit ("1.0", "1e3", integers of any length), because such an id
/// keeps its text. JSON numbers are compared by that text: 1.0 and 1 are two ids.
///
///     RpcResponse{request.id, result}
class DAEMONRPC_EXPORT RpcId
{
public:
    /// null.
    RpcId() = default;

    /// @p value is a string, a number or null. @p text is a number's own text where @p value does not give
    /// it back.
    RpcId(QJsonValue value, QByteArray text = {}); // NOLINT(google-explicit-constructor)

    /// Converts from what a QJsonValue is made from.
    template <typename Value>

    requires std::is_integral_v<Value> || std::is_convertible_v<Value, QString>
    RpcId(Value value) // NOLINT(google-explicit-constructor)
        : RpcId(QJsonValue(value))
    {}

    /// A number beyond the precision of a double is rounded here, unlike in toText().
    [[nodiscard]] const QJsonValue &value() const { return m_value; }

    [[nodiscard]] bool isNull() const { return m_value.isNull(); }

    /// JSON text: the same for the same id, another one for any other.
    [[nodiscard]] QByteArray toText() const;

    /// Whether value() alone stands for the id.
    [[nodiscard]] bool isExactValue() const { return m_text.isEmpty(); }

    friend bool operator==(const RpcId &left, const RpcId &right)
    {
        return left.m_text == right.m_text && left.m_value == right.m_value;
    }

private:
    QJsonValue m_value;
    QByteArray m_text;
};

} // namespace DaemonRpc
