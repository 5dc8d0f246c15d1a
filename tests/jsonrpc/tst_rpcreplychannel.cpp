// Answers reach a peer until its channel is closed.
#include <daemonrpc/jsonrpc/rpcreplychannel.h>

#include <QList>
#include <QTest>

using namespace DaemonRpc;

class TestRpcReplyChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsUntilClosed();
    void closeDropsTheFunction();
    void closeFromWithin();
    void emptyFunction();
};

void TestRpcReplyChannel::sendsUntilClosed()
{
    QList<QByteArray> sent;
    const RpcReplyChannel channel([&sent](const QByteArray &message) { sent.append(message); });
    const RpcReplyChannel copy = channel;
    channel.send("a");
    copy.send("b");
    QVERIFY(!copy.isClosed());
    channel.close();
    QVERIFY(copy.isClosed());
    copy.send("c");
    channel.close();
    QCOMPARE(sent, (QList<QByteArray>{"a", "b"}));
}

void TestRpcReplyChannel::closeDropsTheFunction()
{
    auto captured = std::make_shared<int>(0);
    const RpcReplyChannel channel([captured](const QByteArray &) { ++*captured; });
    const RpcReplyChannel copy = channel;
    QVERIFY(captured.use_count() > 1);
    channel.close();
    QCOMPARE(captured.use_count(), 1);
}

void TestRpcReplyChannel::closeFromWithin()
{
    RpcReplyChannel *self = nullptr;
    auto captured = std::make_shared<int>(0);
    RpcReplyChannel channel([&self, captured](const QByteArray &) {
        self->close();
        ++*captured; // still alive
    });
    self = &channel;
    channel.send("a");
    channel.send("b");
    QCOMPARE(*captured, 1);
    QCOMPARE(captured.use_count(), 1);
}

void TestRpcReplyChannel::emptyFunction()
{
    const RpcReplyChannel channel{RpcReplyChannel::SendFunction()};
    QVERIFY(channel.isClosed());
    channel.send("a");
}

QTEST_GUILESS_MAIN(TestRpcReplyChannel)
#include "tst_rpcreplychannel.moc"
