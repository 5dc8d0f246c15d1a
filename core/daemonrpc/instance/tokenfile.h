// The secret that lets a remote client in.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QString>

namespace DaemonRpc {

/// A file with one token: what a client sends to a daemon at a TCP address. Functions without state.
///
/// The file is a plain one of the effective user's, closed to everybody else (mode 0600 or 0400), no link,
/// and has one token of 16 to 256 bytes on its only line. Reading it each time it is needed is cheap, and so
/// a changed token is in force at once.
///
///     const Result<QByteArray> token = TokenFile::read(u"/etc/daemon-rpc/token"_qs);
struct DAEMONRPC_EXPORT TokenFile
{
    static constexpr qsizetype minBytes = 16;
    static constexpr qsizetype maxBytes = 256;

    /// The token, without blanks around it. Errors: UnsafeDirectory (a link, not ours, open to others),
    /// InvalidArgument (no token), and those of open(2).
    static Result<QByteArray> read(const QString &path);

    /// Writes a new token, of 256 random bits as 64 hexadecimal digits, into a new file. Errors:
    /// InvalidArgument when there is a file already; those of open(2) and write(2).
    static Result<void> create(const QString &path);

    /// Whether the two are equal; takes as long whatever @p presented is, so that the time tells nothing
    /// about
    /// @p token.
    static bool matches(QByteArrayView token, QByteArrayView presented);
};

} // namespace DaemonRpc
