// A link of a conversation for tests: what is sent goes to a function.
#pragma once

#include <daemonrpc/server/rpcendpoint.h>

#include <functional>

/// Has a peer of the role control, and no token.
class FunctionLink : public DaemonRpc::RpcLink
{
public:
    using Send = std::function<void(QByteArrayView message)>;

    explicit FunctionLink(quint64 id, const DaemonRpc::PeerIdentity &peer = {}, Send send = {})
        : m_id(id)
        , m_peer(peer)
        , m_send(std::move(send))
    {}

    [[nodiscard]] quint64 connectionId() const override { return m_id; }

    [[nodiscard]] const DaemonRpc::PeerIdentity &peer() const override { return m_peer; }

    void send(QByteArrayView message) override
    {
        if (m_send)
            m_send(message);
    }

    [[nodiscard]] qint64 bytesPending() const override { return pending; }

    DaemonRpc::Result<DaemonRpc::Role> authenticate(QByteArrayView token) override
    {
        if (token != acceptedToken || token.isEmpty())
            return DaemonRpc::unexpected(DaemonRpc::ErrorCode::PermissionDenied,
                                         QStringLiteral("wrong token"));
        m_peer.role = DaemonRpc::Role::Control;
        return m_peer.role;
    }

    qint64 pending = 0;
    QByteArray acceptedToken;

private:
    quint64 m_id;
    DaemonRpc::PeerIdentity m_peer;
    Send m_send;
};
