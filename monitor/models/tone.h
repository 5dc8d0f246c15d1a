// How grave something is.
#pragma once

#include <QMetaType>

namespace DaemonRpc::Monitor {

/// How something is to be seen at a glance. Shown by a symbol and a colour, never by colour alone.
enum class Tone {
    Normal,
    Good,
    Active, ///< Something goes on.
    Warning,
    Bad,
    Muted, ///< Over and done with.
};

} // namespace DaemonRpc::Monitor

Q_DECLARE_METATYPE(DaemonRpc::Monitor::Tone)
