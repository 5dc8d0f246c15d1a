// "Did you mean …?"
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace DaemonRpc::Cli {

/// The one of @p known that somebody who typed @p typed most likely meant; empty when none is near. At most
/// two letters differ (exchanged neighbours count once), one in words of up to four letters, or what was
/// typed is a beginning of at least two letters.
[[nodiscard]] QByteArray nearestName(const QByteArray &typed, const QByteArrayList &known);

} // namespace DaemonRpc::Cli
