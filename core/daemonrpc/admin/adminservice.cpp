#include "controlmethods_p.h"
#include "generalmethods_p.h"
#include "listmethods_p.h"

#include <daemonrpc/admin/adminservice.h>

namespace DaemonRpc {

AdminService::AdminService(Server &server, DaemonControl &control)
    : m_subscriptions(server, control)
    , m_tails(server)
{
    m_service.setWorkers(&server.workQueue());
    m_service.setLimits(server.limits());
    MethodRegistry &methods = m_service.methods();
    // Who only looks keeps no daemon from its idle exit.
    methods.setCallObserver([&server](const MethodDescription &method) {
        if (method.role == Role::Control)
            server.noteActivity();
    });
    GeneralMethods::addTo(methods, control);
    ListMethods::addTo(methods, server, control);
    ControlMethods::addTo(methods, server, control);
    m_subscriptions.addTo(methods);
    m_tails.addTo(methods);
}

AdminService::~AdminService() = default;

} // namespace DaemonRpc
