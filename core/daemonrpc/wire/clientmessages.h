// The control messages a client sends while its request runs (docs/PROTOCOL.md, "Messages").
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QByteArrayView>

namespace DaemonRpc {

/// The person wants the request to stop. Value; the payload of a Cancel frame.
struct DAEMONRPC_EXPORT Cancel
{
    static constexpr int maxSignal = 64;

    int signal = 2; ///< The signal the client got (SIGINT 2, SIGTERM 15, SIGHUP 1 …), 1–64.

    [[nodiscard]] QByteArray encode() const;
    /// An empty payload decodes to the default.
    static Result<Cancel> decode(QByteArrayView payload);

    friend bool operator==(const Cancel &, const Cancel &) = default;
};

/// The terminal changed its size. Value; the payload of a Resize frame.
struct DAEMONRPC_EXPORT Resize
{
    quint16 columns = 0;
    quint16 rows = 0;

    [[nodiscard]] QByteArray encode() const;
    static Result<Resize> decode(QByteArrayView payload);

    friend bool operator==(const Resize &, const Resize &) = default;
};

} // namespace DaemonRpc
