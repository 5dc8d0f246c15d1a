#include <daemonrpc/service/config/configurationdiagnostic.h>
#include <daemonrpc/service/config/configurationtext.h>

namespace DaemonRpc {

QString ConfigurationDiagnostic::toString() const
{
    const QString name = withoutControls(source);
    if (line == 0)
        return name + QStringLiteral(": ") + message;
    return QStringLiteral("%1:%2:%3: %4").arg(name, QString::number(line), QString::number(column), message);
}

} // namespace DaemonRpc
