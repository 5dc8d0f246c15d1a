// A handler at work on one request.
#pragma once

#include <daemonrpc/base/export.h>

#include <QObject>

namespace DaemonRpc {

/// One run of a handler. Thread-bound; owned by the server, which destroys it after the request has finished,
/// or when it did not stop within the grace. Destroying it ends everything it does: that is how a stop is
/// forced.
class DAEMONRPC_EXPORT Execution : public QObject
{
    Q_OBJECT

public:
    explicit Execution(QObject *parent = nullptr);

    /// Called once when the grace is over. True when the request will now end by itself within moments (a
    /// killed process, whose last output and status should still be told); false to be destroyed at once.
    virtual bool force();
};

} // namespace DaemonRpc
