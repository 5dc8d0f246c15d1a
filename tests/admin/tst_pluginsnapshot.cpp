#include "snapshottesting.h"

#include <daemonrpc/admin/pluginsnapshot.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_PluginSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();

private:
    static PluginSnapshot example()
    {
        return {QStringLiteral("voxels"),
                QStringLiteral("1.2"),
                QStringLiteral("A voxel engine."),
                QStringLiteral("/usr/lib/daemon-rpc/plugins/voxels.so"),
                QStringLiteral("failed"),
                QStringLiteral("command \"fill\" exists already"),
                {QStringLiteral("fill")},
                {QStringLiteral("goxel.fill"), QStringLiteral("goxel.add_voxel")}};
    }
};

void tst_PluginSnapshot::roundTrip() { verifyRoundTrip<PluginSnapshot>({example(), PluginSnapshot()}); }

void tst_PluginSnapshot::fieldNames()
{
    verifyFieldNames(PluginSnapshot().toJson(),
                     QStringLiteral("commands description file methods name reason state version"));
}

void tst_PluginSnapshot::brokenFields_data() { addBrokenFields(example().toJson()); }

void tst_PluginSnapshot::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(PluginSnapshot::fromJson(withField(example().toJson(), name, broken)), name);
}

QTEST_GUILESS_MAIN(tst_PluginSnapshot)
#include "tst_pluginsnapshot.moc"
