// The same as a unary gRPC call: grpcserver SOCKET
#include "echo.grpc.pb.h"

#include <grpcpp/grpcpp.h>
#include <string>

class EchoService final : public bench::Echo::Service
{
public:
    grpc::Status Call(grpc::ServerContext *, const bench::EchoText *request, bench::EchoText *reply) override
    {
        reply->set_text(request->text());
        return grpc::Status::OK;
    }
};

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    EchoService service;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("unix:" + std::string(argv[1]), grpc::InsecureServerCredentials());
    builder.RegisterService(&service);
    const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
    if (!server)
        return 1;
    server->Wait();
    return 0;
}
