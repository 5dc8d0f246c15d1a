// A peer that sends what it likes.
#pragma once

#include <daemonrpc/base/error.h>
#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/wire/versioncheck.h>

#include <QString>

#include <optional>

namespace SystemTesting {

/// One connection to a daemon, as bytes, below everything the library does. Value (movable only). Its calls
/// block, with a time limit.
class RawSocket
{
public:
    /// What the daemon said before it closed, frames undone.
    struct Answer
    {
        QByteArray bytes;
        bool isClosed = false;                 ///< The daemon ended the connection in time.
        std::optional<DaemonRpc::Error> error; ///< The CommandError, when one came.
        QByteArray output;                     ///< Of all OutputChunks.
        std::optional<int> exitCode;           ///< Of CommandFinished.
    };

    /// Invalid when nobody takes the connection.
    static RawSocket connectTo(const QString &path);

    [[nodiscard]] bool isValid() const { return m_socket.isValid(); }

    [[nodiscard]] int descriptor() const { return m_socket.get(); }

    /// Sends all of @p bytes; false when the daemon has closed first or takes nothing for @p milliseconds.
    bool send(const QByteArray &bytes, int milliseconds = 10000);

    /// Says that nothing more will come.
    void endSending();

    void close() { m_socket.reset(); }

    /// Reads until the daemon closes or @p milliseconds have passed.
    Answer readToEnd(int milliseconds = 10000);

private:
    DaemonRpc::FileDescriptor m_socket;
};

/// A VersionCheck that every daemon serves.
[[nodiscard]] DaemonRpc::VersionCheck harmlessVersion(DaemonRpc::Intent intent = DaemonRpc::Intent::Run);

/// VersionCheck and Command frames, as a client sends them.
[[nodiscard]] QByteArray commandBytes(const QByteArrayList &arguments, bool hasInput = false);

} // namespace SystemTesting
