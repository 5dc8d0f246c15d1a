#include <daemonrpc/instance/instancename.h>

#include <QTest>

using namespace DaemonRpc;

class tst_InstanceName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileName();
    void fromFileName_data();
    void fromFileName();
};

void tst_InstanceName::fileName()
{
    const InstanceName serving(*DaemonId::parse(QStringLiteral("build.server")));
    QCOMPARE(serving.fileName(QStringLiteral("sock")), QStringLiteral("daemon-rpc-build.server.sock"));
    QVERIFY(!serving.isDraining());
    const InstanceName draining(serving.id(), 42);
    QCOMPARE(draining.fileName(QStringLiteral("pid")), QStringLiteral("daemon-rpc-build.server~42.pid"));
    QVERIFY(draining.isDraining());
    QVERIFY(draining != serving);
}

void tst_InstanceName::fromFileName_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name"); // empty: not an instance
    QTest::newRow("socket") << "daemon-rpc-default.sock"
                            << "default";
    QTest::newRow("lock") << "daemon-rpc-a.lock"
                          << "a";
    QTest::newRow("pid") << "daemon-rpc-a.pid"
                         << "a";
    QTest::newRow("log") << "daemon-rpc-a.log"
                         << "a";
    QTest::newRow("dots in the id") << "daemon-rpc-a.sock.b.sock"
                                    << "a.sock.b";
    QTest::newRow("draining") << "daemon-rpc-a~123.sock"
                              << "a~123";
    QTest::newRow("longest id") << QStringLiteral("daemon-rpc-%1.sock").arg(QString(64, u'x'))
                                << QString(64, u'x');
    QTest::newRow("id too long") << QStringLiteral("daemon-rpc-%1.sock").arg(QString(65, u'x')) << "";
    QTest::newRow("no id") << "daemon-rpc-.sock"
                           << "";
    QTest::newRow("prefix alone") << "daemon-rpc-"
                                  << "";
    QTest::newRow("dot in the prefix") << "daemon.rpc"
                                       << "";
    QTest::newRow("other suffix") << "daemon-rpc-a.txt"
                                  << "";
    QTest::newRow("displaced") << "daemon-rpc-a.sock.displaced"
                               << "";
    QTest::newRow("pid file being written") << "daemon-rpc-a.pid.new"
                                            << "";
    QTest::newRow("foreign") << "other-a.sock"
                             << "";
    QTest::newRow("bad character") << "daemon-rpc-a b.sock"
                                   << "";
    QTest::newRow("zero pid") << "daemon-rpc-a~0.sock"
                              << "";
    QTest::newRow("negative pid") << "daemon-rpc-a~-5.sock"
                                  << "";
    QTest::newRow("signed pid") << "daemon-rpc-a~+5.sock"
                                << "";
    QTest::newRow("padded pid") << "daemon-rpc-a~05.sock"
                                << "";
    QTest::newRow("empty pid") << "daemon-rpc-a~.sock"
                               << "";
    QTest::newRow("two pids") << "daemon-rpc-a~1~2.sock"
                              << "";
    QTest::newRow("overflowing pid") << "daemon-rpc-a~99999999999999999999.sock"
                                     << "";
    QTest::newRow("empty") << ""
                           << "";
}

void tst_InstanceName::fromFileName()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    const std::optional<InstanceName> parsed = InstanceName::fromFileName(file);
    QCOMPARE(parsed ? parsed->toString() : QString(), name);
    if (parsed)
        QCOMPARE(parsed->fileName(file.section(u'.', -1)), file);
}

QTEST_GUILESS_MAIN(tst_InstanceName)
#include "tst_instancename.moc"
