#include "inchild.h"

#include <daemonrpc/instance/discovery.h>
#include <daemonrpc/instance/instancelock.h>
#include <daemonrpc/instance/socketbinding.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;

class tst_Discovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothing();
    void liveAndLeftOver();
    void draining();
    void ignoresForeignNames();
    void ignoresForeignOwners();
    void toleratesBadFiles();
    void isBounded();
    void longPaths();

private:
    void touch(const QString &name, const QByteArray &content = {})
    {
        QFile file(m_temporary->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList result;
        for (const DiscoveredInstance &instance : discover(*m_directory))
            result.append(instance.name.toString());
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::optional<RuntimeDirectory> m_directory;
};

void tst_Discovery::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_directory = *RuntimeDirectory::resolve(m_temporary->path());
}

void tst_Discovery::nothing()
{
    QVERIFY(discover(*m_directory).isEmpty());
    QVERIFY(discover(*RuntimeDirectory::resolve(m_temporary->filePath(QStringLiteral("missing")))).isEmpty());
}

void tst_Discovery::liveAndLeftOver()
{
    const DaemonId live = *DaemonId::parse(QStringLiteral("live"));
    const Result<InstanceLock> lock = InstanceLock::acquire(m_directory->lockPath(live));
    const Result<SocketBinding> socket = SocketBinding::bind(*m_directory->socketPath(live));
    const InstanceInfo info = InstanceInfo::ofThisProcess();
    QVERIFY(lock && socket && writePidFile(m_directory->pidPath(live), info));
    const DaemonId gone = *DaemonId::parse(QStringLiteral("gone"));
    {
        QVERIFY(InstanceLock::acquire(m_directory->lockPath(gone)));
        touch(QStringLiteral("daemon-rpc-gone.log"));
    }

    const QList<DiscoveredInstance> instances = discover(*m_directory);
    QCOMPARE(instances.size(), 2);
    QCOMPARE(instances.at(0).name.id().toString(), QStringLiteral("gone"));
    QVERIFY(!instances.at(0).isLockHeld && !instances.at(0).hasSocket && !instances.at(0).info);
    QCOMPARE(instances.at(1).name.id().toString(), QStringLiteral("live"));
    QVERIFY(instances.at(1).isLockHeld && instances.at(1).hasSocket);
    QVERIFY(instances.at(1).info && *instances.at(1).info == info);
    QCOMPARE(instances.at(1).socketPath, socket->path());
    QCOMPARE(instances.at(1).lockPath, lock->path());
    QCOMPARE(instances.at(1).pidPath, m_directory->pidPath(live));
    QCOMPARE(instances.at(1).logPath, m_directory->logPath(live));
}

void tst_Discovery::draining()
{
    for (const char *name :
         {"daemon-rpc-b~9.lock", "daemon-rpc-b~10.pid", "daemon-rpc-b.sock", "daemon-rpc-a.log"})
        touch(QLatin1String(name));
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("b~9"),
                                   QStringLiteral("b~10")}));
    QVERIFY2(!discover(*m_directory).at(1).hasSocket, "a plain file of that name is no socket");
}

void tst_Discovery::ignoresForeignNames()
{
    for (const char *name :
         {"daemon-rpc-a.sock.displaced", "daemon-rpc-a.pid.new", "daemon-rpc-.sock", "x.sock"})
        touch(QLatin1String(name));
    QCOMPARE(names(), QStringList());
}

void tst_Discovery::ignoresForeignOwners()
{
    touch(QStringLiteral("daemon-rpc-a.lock"));
    if (::geteuid() != 0)
        QSKIP("giving a file to another user needs root");
    const QByteArray path = QFile::encodeName(m_temporary->filePath(QStringLiteral("daemon-rpc-a.lock")));
    QCOMPARE(::chown(path.constData(), someOtherUser, someOtherUser), 0);
    QCOMPARE(names(), QStringList());
}

void tst_Discovery::toleratesBadFiles()
{
    touch(QStringLiteral("daemon-rpc-a.pid"), QByteArray(100000, 'x'));
    QVERIFY(QDir(m_temporary->path()).mkdir(QStringLiteral("daemon-rpc-a.lock")));
    QVERIFY(
        QFile::link(QStringLiteral("/nowhere"), m_temporary->filePath(QStringLiteral("daemon-rpc-b.lock"))));
    const QList<DiscoveredInstance> instances = discover(*m_directory);
    QCOMPARE(instances.size(), 2);
    for (const DiscoveredInstance &instance : instances)
        QVERIFY(!instance.isLockHeld && !instance.info);
}

void tst_Discovery::isBounded()
{
    for (int i = 0; i < maxDiscoveredInstances + 20; ++i)
        touch(QStringLiteral("daemon-rpc-%1.log").arg(i));
    QCOMPARE(discover(*m_directory).size(), maxDiscoveredInstances);
}

void tst_Discovery::longPaths()
{
    const QString deep = m_temporary->filePath(QString(150, u'd'));
    QVERIFY(QDir().mkdir(deep));
    touch(QString(150, u'd') + QStringLiteral("/daemon-rpc-a.log"));
    const QList<DiscoveredInstance> instances = discover(*RuntimeDirectory::resolve(deep));
    QCOMPARE(instances.size(), 1);
    QVERIFY(instances.first().socketPath.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Discovery)
#include "tst_discovery.moc"
