#include "programsearch_p.h"

namespace DaemonRpc {

static QByteArray searchPath(const QByteArrayList &environment)
{
    for (const QByteArray &entry : environment) {
        if (entry.startsWith("PATH="))
            return entry.mid(5);
    }
    return QByteArrayLiteral("/usr/local/bin:/usr/bin:/bin");
}

QByteArrayList programCandidates(const ProcessSpec &spec)
{
    if (spec.program.isEmpty() || spec.program.contains('/'))
        return {spec.program};
    QByteArrayList candidates;
    for (const QByteArray &directory : searchPath(spec.environment).split(':'))
        candidates.append((directory.isEmpty() ? QByteArrayLiteral(".") : directory) + '/' + spec.program);
    return candidates;
}

} // namespace DaemonRpc
