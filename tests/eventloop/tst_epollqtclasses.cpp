// What Qt builds on a dispatcher works on this one.
#include "epolltest.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace DaemonRpc;

class TestEpollQtClasses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void processEchoes();
    void processExitCodes_data();
    void processExitCodes();
    void manyProcesses();
    void localSocketEchoes();
    void tcpSocketEchoes();
    void refusedTcpConnection();

private:
    // Larger than any buffer on the way, so that writing and reading have to take turns.
    const QByteArray m_payload = QByteArray(2'000'000, 'p') + "end";
};

void TestEpollQtClasses::processEchoes()
{
    QProcess process;
    process.start(QStringLiteral("cat"), QStringList());
    process.write(m_payload);
    process.closeWriteChannel();
    QSignalSpy finished(&process, &QProcess::finished);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY(process.readAllStandardOutput() == m_payload);
}

void TestEpollQtClasses::processExitCodes_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QProcess::ExitStatus>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("success") << QStringLiteral("exit 0") << QProcess::NormalExit << 0;
    QTest::newRow("failure") << QStringLiteral("exit 42") << QProcess::NormalExit << 42;
    QTest::newRow("signal") << QStringLiteral("kill -KILL $$") << QProcess::CrashExit << 9;
}

void TestEpollQtClasses::processExitCodes()
{
    QFETCH(QString, script);
    QFETCH(QProcess::ExitStatus, status);
    QFETCH(int, code);

    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script});
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(process.exitStatus(), status);
    QCOMPARE(process.exitCode(), code);
}

void TestEpollQtClasses::manyProcesses()
{
    constexpr int Count = 20;
    std::vector<std::unique_ptr<QProcess>> processes;
    int finished = 0;
    QByteArray output;
    for (int index = 0; index < Count; ++index) {
        processes.push_back(std::make_unique<QProcess>());
        QProcess *process = processes.back().get();
        connect(process, &QProcess::finished, this, [&, process] {
            ++finished;
            output += process->readAllStandardOutput();
        });
        process->start(QStringLiteral("echo"), {QStringLiteral("line")});
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished, Count, 30000);
    QCOMPARE(output, QByteArray("line\n").repeated(Count));
}

void TestEpollQtClasses::localSocketEchoes()
{
    QTemporaryDir directory;
    QLocalServer server;
    QVERIFY(server.listen(directory.filePath(QStringLiteral("s"))));
    connect(&server, &QLocalServer::newConnection, this, [&server] {
        QLocalSocket *peer = server.nextPendingConnection();
        connect(peer, &QLocalSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
    });

    QLocalSocket client;
    QByteArray received;
    connect(&client, &QLocalSocket::readyRead, this, [&] { received += client.readAll(); });
    client.connectToServer(server.fullServerName());
    client.write(m_payload);
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), m_payload.size(), 30000);
    QVERIFY(received == m_payload);

    QSignalSpy disconnected(&client, &QLocalSocket::disconnected);
    client.disconnectFromServer();
    QTRY_COMPARE(disconnected.count(), 1);
    QTRY_VERIFY(server.findChildren<QLocalSocket *>().isEmpty());
}

void TestEpollQtClasses::tcpSocketEchoes()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *peer = server.nextPendingConnection();
        connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
        connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
    });

    QTcpSocket client;
    QByteArray received;
    connect(&client, &QTcpSocket::readyRead, this, [&] { received += client.readAll(); });
    connect(&client, &QTcpSocket::connected, this, [&] { client.write(m_payload); });
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), m_payload.size(), 30000);
    QVERIFY(received == m_payload);

    QSignalSpy disconnected(&client, &QTcpSocket::disconnected);
    client.disconnectFromHost();
    QTRY_COMPARE(disconnected.count(), 1);
    QTRY_VERIFY(server.findChildren<QTcpSocket *>().isEmpty());
}

void TestEpollQtClasses::refusedTcpConnection()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QTcpSocket client;
    QSignalSpy failed(&client, &QTcpSocket::errorOccurred);
    client.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
}

int main(int argc, char **argv) { return runUnderEpoll<TestEpollQtClasses>(argc, argv); }

#include "tst_epollqtclasses.moc"
