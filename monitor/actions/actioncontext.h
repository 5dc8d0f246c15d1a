// What an action would act on.
#pragma once

#include "models/recordkey.h"

#include <QList>
#include <QString>

namespace DaemonRpc::Monitor {

/// The page that is shown and what is selected there. Value.
struct ActionContext
{
    QString pageId;
    /// Selected themselves, or those of the selected rows; each once. With a single daemon in the list, that.
    QList<qint64> daemons; ///< MonitoredDaemon::serial().
    QList<RecordKey> requests;
    QList<RecordKey> connections;
    int selectedRows = 0;
};

} // namespace DaemonRpc::Monitor
