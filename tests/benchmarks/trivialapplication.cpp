// Starts an application under the dispatcher named by its argument, runs one turn and exits.
#include <daemonrpc/eventloop/epolldispatcher.h>

#include <QCoreApplication>

#include <string_view>

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == "epoll")
        QCoreApplication::setEventDispatcher(new DaemonRpc::EpollDispatcher);
    QCoreApplication app(argc, argv);
    QCoreApplication::processEvents();
    return 0;
}
