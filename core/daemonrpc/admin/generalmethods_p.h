// Methods that any service has.
#pragma once

#include <daemonrpc/admin/daemoncontrol.h>
#include <daemonrpc/jsonrpc/methodregistry.h>

namespace DaemonRpc {

/// Adds ping, echo, version, list_methods.
class GeneralMethods
{
public:
    /// What is given outlives the methods.
    static void addTo(MethodRegistry &methods, const DaemonControl &control);
};

} // namespace DaemonRpc
