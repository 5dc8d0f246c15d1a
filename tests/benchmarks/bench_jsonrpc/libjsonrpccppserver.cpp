// The same with Debian's libjson-rpc-cpp: libjsonrpccppserver SOCKET
#include <jsonrpccpp/server.h>
#include <jsonrpccpp/server/connectors/unixdomainsocketserver.h>

#include <unistd.h>

class EchoServer : public jsonrpc::AbstractServer<EchoServer>
{
public:
    explicit EchoServer(jsonrpc::AbstractServerConnector &connector)
        : AbstractServer(connector, jsonrpc::JSONRPC_SERVER_V2)
    {
        bindAndAddMethod(jsonrpc::Procedure("echo", jsonrpc::PARAMS_BY_NAME, jsonrpc::JSON_OBJECT, "text",
                                            jsonrpc::JSON_STRING, nullptr),
                         &EchoServer::echo);
    }

    void echo(const Json::Value &params, Json::Value &result) { result = params; }
};

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    jsonrpc::UnixDomainSocketServer connector(argv[1]);
    EchoServer server(connector);
    if (!server.StartListening())
        return 1;
    for (;;)
        ::pause();
}
