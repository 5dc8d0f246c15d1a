#include <daemonrpc/base/role.h>

namespace DaemonRpc {

QString roleName(Role role)
{
    switch (role) {
    case Role::None: return QStringLiteral("none");
    case Role::ReadOnly: return QStringLiteral("read-only");
    case Role::Control: return QStringLiteral("control");
    }
    return {};
}

std::optional<Role> roleFromName(QStringView name)
{
    for (const Role role : {Role::None, Role::ReadOnly, Role::Control}) {
        if (roleName(role) == name)
            return role;
    }
    return std::nullopt;
}

} // namespace DaemonRpc
