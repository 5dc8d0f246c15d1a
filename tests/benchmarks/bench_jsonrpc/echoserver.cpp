// The server that is measured: echoserver SOCKET. A Server with one JSON-RPC method, as an embedder writes
// it.
#include <daemonrpc/eventloop/epolldispatcher.h>
#include <daemonrpc/instance/socketbinding.h>
#include <daemonrpc/server/jsonrpcservice.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/transport/local/descriptorlistener.h>

#include <QCoreApplication>

#include <cstdio>

using namespace DaemonRpc;

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    const QCoreApplication application(argc, argv);
    Result<SocketBinding> binding = SocketBinding::bind(QCoreApplication::arguments().value(1));
    if (!binding) {
        std::fprintf(stderr, "echoserver: %s\n", qUtf8Printable(binding.error().message()));
        return 1;
    }
    JsonRpcService service;
    service.methods().addSync(
        {QStringLiteral("echo"), QStringLiteral("Answers with its parameters."), {}, QStringLiteral("Them.")},
        [](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> { return params.raw(); });
    Server server{HandlerRegistry()};
    server.setRpcEndpoint(&service);
    server.addListener(std::make_unique<DescriptorListener>(binding->takeDescriptor()));
    return QCoreApplication::exec();
}
