#include <daemonrpc/base/version.h>
#include <daemonrpc/plugin/handlerplugin.h>

#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class Sample : public QObject, public HandlerPlugin
{
    Q_OBJECT
    Q_INTERFACES(DaemonRpc::HandlerPlugin)

public:
    Result<void> initialize(PluginContext &) override { return {}; }
};

class tst_HandlerPlugin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interfaceIsThatOfTheLibrary();
    void isFoundByCast();
};

// Before 1.0 each minor version may change what both sides share: a new one needs a new identifier.
void tst_HandlerPlugin::interfaceIsThatOfTheLibrary()
{
    const QString minor = libraryVersion().section(u'.', 0, 1);
    QCOMPARE(QString::fromLatin1(DAEMONRPC_HANDLER_PLUGIN_IID),
             u"io.github.daemonrpc.HandlerPlugin/"_s + minor);
    QCOMPARE(qobject_interface_iid<HandlerPlugin *>(), DAEMONRPC_HANDLER_PLUGIN_IID);
}

void tst_HandlerPlugin::isFoundByCast()
{
    Sample sample;
    QObject *object = &sample;
    QCOMPARE(qobject_cast<HandlerPlugin *>(object), static_cast<HandlerPlugin *>(&sample));
    QObject other;
    QVERIFY(!qobject_cast<HandlerPlugin *>(&other));
}

QTEST_APPLESS_MAIN(tst_HandlerPlugin)
#include "tst_handlerplugin.moc"
