// Waiting for streams.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/transport/stream.h>

#include <memory>

namespace DaemonRpc {

/// Accepts streams at one address. Thread-bound.
///
/// A failing accept never ends a listener: it pauses, says starved() once, and resumes by itself.
///
///     connect(listener, &Listener::streamAvailable, this, [=, this] {
///         while (std::unique_ptr<Stream> stream = listener->nextStream())
///             serve(std::move(stream));
///     });
class DAEMONRPC_EXPORT Listener : public QObject
{
    Q_OBJECT

public:
    explicit Listener(QObject *parent = nullptr);

    /// The next waiting stream, or null. Never blocks.
    virtual std::unique_ptr<Stream> nextStream() = 0;

    /// Refuses new streams from now on; those that already wait can still be taken with nextStream().
    virtual void stopAccepting() = 0;

Q_SIGNALS:
    void streamAvailable();

    /// The system ran out of descriptors or memory; said once per bout.
    void starved(const DaemonRpc::Error &error);
};

} // namespace DaemonRpc
