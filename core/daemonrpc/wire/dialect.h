// Which of its languages a peer speaks.
#pragma once

#include <daemonrpc/base/export.h>

#include <QByteArrayView>
#include <QString>

namespace DaemonRpc {

/// The languages that one listener understands, told apart by the first four bytes (docs/PROTOCOL.md).
enum class Dialect : quint8 {
    Undecided,     ///< More bytes are needed.
    Frames,        ///< Starts with 00: the command protocol.
    JsonLines,     ///< { [ blank, or a byte order mark: JSON-RPC, one value after the other.
    ContentLength, ///< "Cont": JSON-RPC with the headers of the language server protocol.
    Goxe,          ///< "GOXE": JSON-RPC with a binary header of 16 bytes.
    Http,          ///< The name of any HTTP method.
    Duct,          ///< "DUCT": message pipes.
    TlsHello,      ///< A TLS handshake on a listener without TLS.
    Unknown,
};

/// The dialect that a stream with these first bytes speaks; Undecided for less than it takes to tell.
[[nodiscard]] DAEMONRPC_EXPORT Dialect detectDialect(QByteArrayView firstBytes);

/// "frames", "json", "content-length", "goxe", "http", "duct"; "unknown" for all else.
[[nodiscard]] DAEMONRPC_EXPORT QString dialectName(Dialect dialect);

} // namespace DaemonRpc
