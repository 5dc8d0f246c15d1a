// Daemons on real sockets, inside the test's own process.
#pragma once

#include "tests/shared/wirepeer.h"

#include <daemonrpc/client/clientoptions.h>
#include <daemonrpc/instance/runtimedirectory.h>
#include <daemonrpc/instance/socketbinding.h>
#include <daemonrpc/transport/local/descriptorlistener.h>

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

/// A runtime directory of its own with the socket of the daemon "default" in it.
class LocalSocket
{
public:
    LocalSocket()
    {
        using namespace DaemonRpc;
        const QString path = *RuntimeDirectory::resolve(m_directory.path())->socketPath(DaemonId());
        m_binding = std::make_unique<SocketBinding>(*SocketBinding::bind(path));
    }

    /// Whoever accepts from the socket; once.
    [[nodiscard]] std::unique_ptr<DaemonRpc::Listener> takeListener()
    {
        return std::make_unique<DaemonRpc::DescriptorListener>(m_binding->takeDescriptor());
    }

    [[nodiscard]] QString directory() const { return m_directory.path(); }

    [[nodiscard]] QString path() const { return m_binding->path(); }

    /// Options of a client that finds this daemon and never starts another one.
    [[nodiscard]] DaemonRpc::ClientOptions options() const
    {
        DaemonRpc::ClientOptions options;
        options.runtimeDirectory = directory();
        options.maySpawn = false;
        return options;
    }

private:
    QTemporaryDir m_directory;
    std::unique_ptr<DaemonRpc::SocketBinding> m_binding;
};

/// Plays a daemon frame by frame.
class FakeDaemon : public QObject
{
    Q_OBJECT

public:
    /// What to do with a new connection; @p number counts them from 1. By default it just listens.
    using OnPeer = std::function<void(WirePeer &peer, int number)>;

    explicit FakeDaemon(OnPeer onPeer = {})
        : m_onPeer(std::move(onPeer))
        , m_listener(m_socket.takeListener())
    {
        connect(m_listener.get(), &DaemonRpc::Listener::streamAvailable, this, &FakeDaemon::accept);
    }

    [[nodiscard]] const LocalSocket &socket() const { return m_socket; }

    [[nodiscard]] int connectionCount() const { return static_cast<int>(m_peers.size()); }

    [[nodiscard]] WirePeer &peer(int number) const { return *m_peers.at(static_cast<size_t>(number) - 1); }

private:
    void accept()
    {
        while (std::unique_ptr<DaemonRpc::Stream> stream = m_listener->nextStream()) {
            m_peers.push_back(std::make_unique<WirePeer>(std::move(stream)));
            if (m_onPeer)
                m_onPeer(*m_peers.back(), connectionCount());
        }
    }

    LocalSocket m_socket;
    OnPeer m_onPeer;
    std::unique_ptr<DaemonRpc::Listener> m_listener;
    std::vector<std::unique_ptr<WirePeer>> m_peers;
};
