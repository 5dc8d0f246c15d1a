// What a blocking handler sees of the request it serves.
#pragma once

#include <daemonrpc/base/cancellation.h>
#include <daemonrpc/base/export.h>
#include <daemonrpc/wire/command.h>

#include <QByteArray>
#include <QByteArrayView>
#include <QDeadlineTimer>

#include <memory>

namespace DaemonRpc {

class BlockingBridge;

/// One request as a blocking handler sees it, on its worker. Thread-safe. Its calls block while the client is
/// slow and return at once when the request is cancelled.
class DAEMONRPC_EXPORT BlockingContext
{
public:
    explicit BlockingContext(std::shared_ptr<BlockingBridge> bridge);
    ~BlockingContext();
    BlockingContext(const BlockingContext &) = delete;
    BlockingContext &operator=(const BlockingContext &) = delete;

    [[nodiscard]] const Command &command() const;
    /// The command's name and arguments. Never empty.
    [[nodiscard]] const QByteArrayList &arguments() const;
    [[nodiscard]] CancellationToken token() const;
    [[nodiscard]] QDeadlineTimer deadline() const;

    /// Standard output and standard error. Blocks while the high-water mark is reached; false when the
    /// request is cancelled and the bytes may not arrive.
    bool write(QByteArrayView bytes);
    bool writeError(QByteArrayView bytes);

    /// Standard input: blocks until some bytes are there, and returns at most @p maxBytes of them; empty at
    /// the end of the input or when the request is cancelled.
    [[nodiscard]] QByteArray read(qsizetype maxBytes = 64 * 1024);

private:
    std::shared_ptr<BlockingBridge> m_bridge;
};

} // namespace DaemonRpc
