// A plugin on the installed library.
#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/plugin/handlerplugin.h>

using namespace DaemonRpc;

class Greetings : public QObject, public HandlerPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID DAEMONRPC_HANDLER_PLUGIN_IID FILE "greetings.json")
    Q_INTERFACES(DaemonRpc::HandlerPlugin)

public:
    Result<void> initialize(PluginContext &context) override
    {
        const QString greeting =
            context.settings().value(QStringLiteral("greeting"), QStringLiteral("hello"));
        context.addCommand("greetings.greet",
                           std::make_shared<BlockingHandler>([greeting](BlockingContext &request) {
                               request.write(greeting.toUtf8() + ' ' + request.arguments().value(1) + '\n');
                               return 0;
                           }));
        return {};
    }
};

#include "greetings.moc"
