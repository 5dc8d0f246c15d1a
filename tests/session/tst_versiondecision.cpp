#include <daemonrpc/session/versiondecision.h>

#include <QTest>

using namespace DaemonRpc;

Q_DECLARE_METATYPE(DaemonRpc::VersionDecision)
Q_DECLARE_METATYPE(DaemonRpc::VersionCheck)

class tst_VersionDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void everyCombinationFollowsTheTable();
    void dependsOnNothingElse();
};

namespace {

constexpr qint64 daemonTime = 1'700'000'000'000;

enum class Age { Newer, Older, Equal };
enum class Ids { Equal, Different, ClientEmpty, DaemonEmpty, BothEmpty };

VersionCheck daemonVersion(Ids ids = Ids::Different)
{
    VersionCheck daemon;
    daemon.protocolMin = 2;
    daemon.protocolMax = 4;
    daemon.buildTimestampMs = daemonTime;
    daemon.buildId = ids == Ids::DaemonEmpty || ids == Ids::BothEmpty ? QByteArray() : QByteArray("daemon");
    return daemon;
}

VersionCheck clientVersion(Age age, Ids ids)
{
    VersionCheck client;
    client.protocolMin = 2;
    client.protocolMax = 4;
    client.buildTimestampMs = daemonTime + (age == Age::Newer ? 1 : age == Age::Older ? -1 : 0);
    if (ids == Ids::Equal)
        client.buildId = "daemon";
    else if (ids == Ids::Different || ids == Ids::DaemonEmpty)
        client.buildId = "client";
    return client;
}

/// The first row of the table in docs/PROTOCOL.md, "Version change", that fits.
VersionDecision tableSays(const VersionCheck &daemon, const VersionCheck &client)
{
    using enum VersionDecision;
    const VersionDecision handOver =
        client.startReason == StartReason::UserAction ? HandOver : RefuseReconnect;
    const bool isRun = client.intent == Intent::Run;
    const bool isNewerWins = client.policy == VersionPolicy::NewerWins;
    const bool hasCommonVersion =
        !(client.protocolMin > daemon.protocolMax || daemon.protocolMin > client.protocolMax);
    const bool areTimesEqual = client.buildTimestampMs == daemon.buildTimestampMs;
    const bool isAnIdEmpty = client.buildId.isEmpty() || daemon.buildId.isEmpty();

    if (client.intent == Intent::Replace)
        return handOver;
    if (isRun && isNewerWins && client.protocolMin > daemon.protocolMax)
        return handOver;
    if (!hasCommonVersion)
        return RefuseProtocol;
    if (client.intent == Intent::Admin)
        return Serve;
    if (client.policy == VersionPolicy::Ignore)
        return Serve;
    if (!isAnIdEmpty && client.buildId == daemon.buildId)
        return Serve;
    if (isNewerWins && areTimesEqual)
        return Serve;
    if (client.policy == VersionPolicy::Exact && areTimesEqual && isAnIdEmpty)
        return Serve;
    if (client.policy == VersionPolicy::Exact)
        return handOver;
    return client.buildTimestampMs > daemon.buildTimestampMs ? handOver : RefuseOlder;
}

} // namespace

void tst_VersionDecision::decides_data()
{
    using enum VersionDecision;
    QTest::addColumn<VersionCheck>("daemon");
    QTest::addColumn<VersionCheck>("client");
    QTest::addColumn<VersionDecision>("expected");

    struct Row
    {
        const char *name;
        Age age;
        Ids ids;
        VersionPolicy policy;
        VersionDecision expected;
    };

    const Row rows[] = {
        {"newer-wins: newer", Age::Newer, Ids::Different, VersionPolicy::NewerWins, HandOver},
        {"newer-wins: older", Age::Older, Ids::Different, VersionPolicy::NewerWins, RefuseOlder},
        {"newer-wins: equal time", Age::Equal, Ids::Different, VersionPolicy::NewerWins, Serve},
        {"newer-wins: newer, same code", Age::Newer, Ids::Equal, VersionPolicy::NewerWins, Serve},
        {"newer-wins: older, same code", Age::Older, Ids::Equal, VersionPolicy::NewerWins, Serve},
        {"newer-wins: newer, no ids", Age::Newer, Ids::BothEmpty, VersionPolicy::NewerWins, HandOver},
        {"newer-wins: older, no client id", Age::Older, Ids::ClientEmpty, VersionPolicy::NewerWins,
         RefuseOlder},
        {"exact: newer", Age::Newer, Ids::Different, VersionPolicy::Exact, HandOver},
        {"exact: older", Age::Older, Ids::Different, VersionPolicy::Exact, HandOver},
        {"exact: equal time, other code", Age::Equal, Ids::Different, VersionPolicy::Exact, HandOver},
        {"exact: equal time, no client id", Age::Equal, Ids::ClientEmpty, VersionPolicy::Exact, Serve},
        {"exact: equal time, no daemon id", Age::Equal, Ids::DaemonEmpty, VersionPolicy::Exact, Serve},
        {"exact: older, same code", Age::Older, Ids::Equal, VersionPolicy::Exact, Serve},
        {"exact: older, no ids", Age::Older, Ids::BothEmpty, VersionPolicy::Exact, HandOver},
        {"ignore: newer", Age::Newer, Ids::Different, VersionPolicy::Ignore, Serve},
        {"ignore: older", Age::Older, Ids::Different, VersionPolicy::Ignore, Serve},
    };
    for (const Row &row : rows) {
        VersionCheck client = clientVersion(row.age, row.ids);
        client.policy = row.policy;
        QTest::addRow("%s", row.name) << daemonVersion(row.ids) << client << row.expected;
    }

    VersionCheck newer = clientVersion(Age::Newer, Ids::Different);
    newer.startReason = StartReason::Reconnect;
    QTest::newRow("a reconnect never replaces") << daemonVersion() << newer << RefuseReconnect;
    VersionCheck replace = clientVersion(Age::Equal, Ids::Equal);
    replace.intent = Intent::Replace;
    QTest::newRow("replace: the same build") << daemonVersion() << replace << HandOver;
    replace.protocolMin = replace.protocolMax = 1;
    QTest::newRow("replace: no common version") << daemonVersion() << replace << HandOver;
    replace.startReason = StartReason::Reconnect;
    QTest::newRow("replace: on reconnect") << daemonVersion() << replace << RefuseReconnect;
    VersionCheck admin = clientVersion(Age::Newer, Ids::Different);
    admin.intent = Intent::Admin;
    admin.policy = VersionPolicy::Exact;
    QTest::newRow("admin: another build") << daemonVersion() << admin << Serve;
    admin.protocolMin = admin.protocolMax = 5;
    QTest::newRow("admin: no common version") << daemonVersion() << admin << RefuseProtocol;

    // An embedder that says nothing about its build is judged by its protocol.
    VersionCheck nameless = daemonVersion(Ids::BothEmpty);
    nameless.buildTimestampMs = 0;
    VersionCheck exact = clientVersion(Age::Newer, Ids::Different);
    exact.policy = VersionPolicy::Exact;
    QTest::newRow("a daemon that states no build") << nameless << exact << Serve;
}

void tst_VersionDecision::decides()
{
    QFETCH(const VersionCheck, daemon);
    QFETCH(const VersionCheck, client);
    QFETCH(const VersionDecision, expected);
    QCOMPARE(decideVersion(daemon, client), expected);
}

void tst_VersionDecision::everyCombinationFollowsTheTable()
{
    const QList<std::pair<quint16, quint16>> ranges{{2, 4}, {1, 2}, {4, 9}, {3, 3},
                                                    {1, 9}, {1, 1}, {5, 6}, {0, 0}};
    int count = 0;
    for (const Age age : {Age::Newer, Age::Older, Age::Equal}) {
        for (const Ids ids :
             {Ids::Equal, Ids::Different, Ids::ClientEmpty, Ids::DaemonEmpty, Ids::BothEmpty}) {
            for (const VersionPolicy policy :
                 {VersionPolicy::NewerWins, VersionPolicy::Exact, VersionPolicy::Ignore}) {
                for (const Intent intent : {Intent::Run, Intent::Admin, Intent::Replace}) {
                    for (const StartReason reason : {StartReason::UserAction, StartReason::Reconnect}) {
                        for (const auto &[minimum, maximum] : ranges) {
                            VersionCheck client = clientVersion(age, ids);
                            client.policy = policy;
                            client.intent = intent;
                            client.startReason = reason;
                            client.protocolMin = minimum;
                            client.protocolMax = maximum;
                            const VersionCheck daemon = daemonVersion(ids);
                            const auto where =
                                QStringLiteral("age %1, ids %2, policy %3, intent %4, reason %5, %6-%7")
                                    .arg(int(age))
                                    .arg(int(ids))
                                    .arg(int(policy))
                                    .arg(int(intent))
                                    .arg(int(reason))
                                    .arg(minimum)
                                    .arg(maximum);
                            QVERIFY2(decideVersion(daemon, client) == tableSays(daemon, client),
                                     qPrintable(where));
                            ++count;
                        }
                    }
                }
            }
        }
    }
    QCOMPARE(count, 3 * 5 * 3 * 3 * 2 * 8);
}

void tst_VersionDecision::dependsOnNothingElse()
{
    VersionCheck daemon = daemonVersion();
    VersionCheck client = clientVersion(Age::Newer, Ids::Different);
    const VersionDecision before = decideVersion(daemon, client);
    daemon.policy = VersionPolicy::Ignore;
    daemon.intent = Intent::Admin;
    daemon.startReason = StartReason::Reconnect;
    daemon.requestId = 7;
    daemon.capabilities = {"a"};
    client.capabilities = {"b"};
    client.requestId = 9;
    QCOMPARE(decideVersion(daemon, client), before);
}

QTEST_GUILESS_MAIN(tst_VersionDecision)
#include "tst_versiondecision.moc"
