// Calling a daemon.
#pragma once

#include <daemonrpc/client/reply.h>
#include <daemonrpc/client/rpcchannel.h>

namespace DaemonRpc {

/// Runs commands through a daemon, which starts by itself when there is none. Thread-bound.
///
/// Each command has a connection of its own, so that commands neither wait for nor disturb each other.
///
///     Client client(options);
///     Reply *reply = client.execute(Command::withCallersContext({"cat"}));
class DAEMONRPC_EXPORT Client : public QObject
{
    Q_OBJECT

public:
    explicit Client(const ClientOptions &options = {}, QObject *parent = nullptr);
    ~Client() override;

    [[nodiscard]] const ClientOptions &options() const { return m_options; }

    /// Starts @p command. The reply belongs to the client until the caller deletes it. @p idempotence says
    /// what options().retry may do with it.
    Reply *execute(const Command &command, Idempotence idempotence = Idempotence::Unknown);

    /// Starts @p command on @p stream, which leads to a daemon already: no dialling, no starting.
    Reply *execute(const Command &command, std::unique_ptr<Stream> stream);

    /// A conversation of Rpc messages. Belongs to the client until the caller deletes it.
    RpcChannel *openRpc(Intent intent = Intent::Admin);

private:
    ClientOptions m_options;
};

} // namespace DaemonRpc
