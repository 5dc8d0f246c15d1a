#include <daemonrpc/jsonrpc/rpcid.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace DaemonRpc {

RpcId::RpcId(QJsonValue value, QByteArray text)
    : m_value(std::move(value))
    , m_text(std::move(text))
{}

QByteArray RpcId::toText() const
{
    if (!m_text.isEmpty())
        return m_text;
    if (m_value.isNull())
        return QByteArrayLiteral("null");
    constexpr qint64 none = 0;
    if (const qint64 integer = m_value.toInteger(none); integer != none)
        return QByteArray::number(integer);
    const QByteArray wrapped = QJsonDocument(QJsonArray{m_value}).toJson(QJsonDocument::Compact);
    return wrapped.sliced(1, wrapped.size() - 2);
}

} // namespace DaemonRpc
