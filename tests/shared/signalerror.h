// Errors out of recorded signals.
#pragma once

#include <daemonrpc/base/error.h>

#include <QSignalSpy>

/// The Error that the signal recorded at @p index carries first. (It has no default, so QVariant::value()
/// cannot.)
inline DaemonRpc::Error errorIn(const QSignalSpy &spy, qsizetype index = 0)
{
    if (index >= spy.size())
        return DaemonRpc::Error(DaemonRpc::ErrorCode(0), QStringLiteral("no signal came"));
    return *static_cast<const DaemonRpc::Error *>(spy.at(index).constFirst().constData());
}
