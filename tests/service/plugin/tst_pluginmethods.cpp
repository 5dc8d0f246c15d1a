#include "plugindirectory.h"

#include <daemonrpc/service/plugin/pluginmethods.h>

#include <QJsonArray>
#include <QJsonObject>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_PluginMethods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatThereIs();
};

void tst_PluginMethods::listsWhatThereIs()
{
    const PluginDirectory directory;
    const QString text = directory.write(u"text.so"_s, "not a library at all\n");
    MethodRegistry methods;
    PluginLoader loader(ServiceConfiguration::Plugins{directory.path(), {}, {}});
    PluginMethods::addTo(methods, loader);
    const auto ask = [&methods] {
        RpcOutcome outcome;
        RpcRequest request;
        request.method = u"daemon.plugins"_s;
        request.id = 1;
        RpcPeer reader;
        reader.identity.role = Role::ReadOnly;
        methods.call(request, reader, [&outcome](const RpcOutcome &result) { outcome = result; });
        return outcome;
    };
    QCOMPARE(ask(), RpcOutcome(QJsonArray()));
    loader.find(); // what is there by then is told
    const RpcOutcome outcome = ask();
    const QJsonArray plugins = std::get<QJsonValue>(outcome).toArray();
    QCOMPARE(plugins.size(), qsizetype(1));
    const Result<PluginSnapshot> plugin = PluginSnapshot::fromJson(plugins.first().toObject());
    QVERIFY(plugin);
    QCOMPARE(*plugin, loader.plugins().first());
    QCOMPARE(plugin->file, text);
}

QTEST_GUILESS_MAIN(tst_PluginMethods)
#include "tst_pluginmethods.moc"
