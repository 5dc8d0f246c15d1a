#include <daemonrpc/service/health/bindingcheck.h>

namespace DaemonRpc {

BindingCheck::BindingCheck(Verification verification)
    : m_verification(std::move(verification))
{}

QString BindingCheck::name() const { return QStringLiteral("socket"); }

HealthResult BindingCheck::run()
{
    HealthResult result;
    if (const Result<void> verified = m_verification(); !verified) {
        result.status = HealthStatus::Failed;
        result.text = verified.error().message();
    } else {
        result.text = QStringLiteral("socket and lock are in place");
    }
    return result;
}

} // namespace DaemonRpc
