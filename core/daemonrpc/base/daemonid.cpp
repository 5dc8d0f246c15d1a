#include <daemonrpc/base/daemonid.h>

#include <algorithm>

namespace DaemonRpc {

static bool isAllowed(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'.' ||
           u == u'_' || u == u'-';
}

DaemonId::DaemonId()
    : m_text(QStringLiteral("default"))
{}

DaemonId::DaemonId(QString text)
    : m_text(std::move(text))
{}

Result<DaemonId> DaemonId::parse(const QString &text)
{
    if (text.isEmpty() || text.size() > maxLength || !std::all_of(text.begin(), text.end(), isAllowed)) {
        return unexpected(
            ErrorCode::InvalidAddress,
            QStringLiteral("invalid daemon id \"%1\": use 1 to %2 letters, digits, '.', '_' or '-'")
                .arg(text.left(maxLength + 1))
                .arg(maxLength));
    }
    return DaemonId(text);
}

} // namespace DaemonRpc
