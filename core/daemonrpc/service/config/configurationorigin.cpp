#include <daemonrpc/service/config/configurationorigin.h>

namespace DaemonRpc {

QString ConfigurationOrigin::toString() const
{
    switch (kind) {
    case Kind::Default: return QStringLiteral("default");
    case Kind::File: return QStringLiteral("%1:%2").arg(name, QString::number(line));
    case Kind::Environment: return QStringLiteral("environment ") + name;
    case Kind::Option: return QStringLiteral("option ") + name;
    }
    return {};
}

} // namespace DaemonRpc
