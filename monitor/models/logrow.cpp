#include "models/logrow.h"

namespace DaemonRpc::Monitor {

Tone LogRow::tone() const
{
    if (line.level == QLatin1String("error") || line.level == QLatin1String("fatal"))
        return Tone::Bad;
    if (line.level == QLatin1String("warning"))
        return Tone::Warning;
    return line.level == QLatin1String("debug") ? Tone::Muted : Tone::Normal;
}

} // namespace DaemonRpc::Monitor
