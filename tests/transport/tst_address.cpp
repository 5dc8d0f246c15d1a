#include <daemonrpc/transport/address.h>

#include <QTest>

using namespace DaemonRpc;

using Scheme = Address::Scheme;

class TestAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesValid_data();
    void parsesValid();
    void refusesInvalid_data();
    void refusesInvalid();
    void longTextGivesAShortMessage();
    void localPathIsTheSameAsParsed();
    void comparesByValue();
};

void TestAddress::parsesValid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("written"); // empty: the same as text

    const QString none;
    const auto row = [&none](const char *label, const QString &text, Scheme scheme, const QString &name,
                             const QString &path, const QString &host, int port, const QString &written) {
        QTest::newRow(label) << text << scheme << name << path << host << port
                             << (written.isEmpty() ? text : written);
    };
    const auto local = [&](const char *label, const QString &text, const QString &name, const QString &path) {
        row(label, text, Scheme::Local, name, path, none, 0, none);
    };
    local("name", QStringLiteral("local:default"), QStringLiteral("default"), none);
    local("name with every kind", QStringLiteral("local:a.B-c_9"), QStringLiteral("a.B-c_9"), none);
    local("longest name", QStringLiteral("local:") + QString(64, u'x'), QString(64, u'x'), none);
    local("path", QStringLiteral("local:/run/x.sock"), none, QStringLiteral("/run/x.sock"));
    local("path with blanks", QStringLiteral("local:/a b/c d"), none, QStringLiteral("/a b/c d"));
    local("path with a colon", QStringLiteral("local:/a:1"), none, QStringLiteral("/a:1"));
    local("path beyond ASCII", QStringLiteral("local:/tmp/\u00fc"), none, QStringLiteral("/tmp/\u00fc"));
    // Whether it fits a socket name is for the dialer to say, with the limit.
    local("long path", QStringLiteral("local:/") + QString(5000, u'p'), none, u'/' + QString(5000, u'p'));

    const auto memory = [&](const char *label, const QString &name) {
        row(label, QStringLiteral("memory:") + name, Scheme::Memory, name, none, none, 0, none);
    };
    memory("memory", QStringLiteral("x"));
    memory("memory with blanks", QStringLiteral("a b"));

    const auto tcp = [&](const char *label, const QString &text, const QString &host, int port,
                         const QString &written = {}) {
        row(label, text, Scheme::Tcp, none, none, host, port, written);
    };
    tcp("tcp", QStringLiteral("tcp://localhost:80"), QStringLiteral("localhost"), 80);
    tcp("smallest port", QStringLiteral("tcp://h:1"), QStringLiteral("h"), 1);
    tcp("largest port", QStringLiteral("tcp://h:65535"), QStringLiteral("h"), 65535);
    tcp("IPv4", QStringLiteral("tcp://127.0.0.1:7"), QStringLiteral("127.0.0.1"), 7);
    tcp("IPv6", QStringLiteral("tcp://[::1]:7"), QStringLiteral("::1"), 7);
    tcp("IPv6 any", QStringLiteral("tcp://[::]:7"), QStringLiteral("::"), 7);
    tcp("IPv6 capitals", QStringLiteral("tcp://[FE80::AB]:7"), QStringLiteral("fe80::ab"), 7,
        QStringLiteral("tcp://[fe80::ab]:7"));
    tcp("IPv6 with a zone", QStringLiteral("tcp://[fe80::1%25eth0]:7"), QStringLiteral("fe80::1%eth0"), 7);
    tcp("capitals", QStringLiteral("tcp://Host:7"), QStringLiteral("host"), 7,
        QStringLiteral("tcp://host:7"));
    row("tls", QStringLiteral("tls://example.org:443"), Scheme::Tls, none, none,
        QStringLiteral("example.org"), 443, none);
    row("tls with IPv6", QStringLiteral("tls://[2001:db8::2]:443"), Scheme::Tls, none, none,
        QStringLiteral("2001:db8::2"), 443, none);
}

void TestAddress::parsesValid()
{
    QFETCH(const QString, text);
    const Result<Address> address = Address::parse(text);
    QVERIFY2(address, address ? "" : qPrintable(address.error().message()));
    QTEST(address->scheme(), "scheme");
    QTEST(address->name(), "name");
    QTEST(address->path(), "path");
    QTEST(address->host(), "host");
    QTEST(int(address->port()), "port");
    QTEST(address->toString(), "written");

    const Result<Address> again = Address::parse(address->toString());
    QVERIFY2(again, again ? "" : qPrintable(again.error().message()));
    QVERIFY(*again == *address);
}

void TestAddress::refusesInvalid_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a blank") << QStringLiteral(" ");
    QTest::newRow("no scheme") << QStringLiteral("default");
    QTest::newRow("a bare path") << QStringLiteral("/run/x.sock");
    QTest::newRow("an unknown scheme") << QStringLiteral("udp://h:1");
    QTest::newRow("a scheme in capitals") << QStringLiteral("LOCAL:x");
    QTest::newRow("a blank before") << QStringLiteral(" local:x");
    QTest::newRow("a blank after") << QStringLiteral("local:x ");
    QTest::newRow("local without a name") << QStringLiteral("local:");
    QTest::newRow("name with a blank") << QStringLiteral("local:a b");
    QTest::newRow("name with a slash") << QStringLiteral("local:a/b");
    QTest::newRow("name beyond ASCII") << QStringLiteral("local:\u00fc");
    QTest::newRow("name too long") << QStringLiteral("local:") + QString(65, u'x');
    QTest::newRow("the root") << QStringLiteral("local:/");
    QTest::newRow("a folder") << QStringLiteral("local:/run/");
    QTest::newRow("a zero character") << QStringLiteral("local:/run/") + QChar(u'\0') + QStringLiteral("x");
    QTest::newRow("memory without a name") << QStringLiteral("memory:");
    QTest::newRow("tcp alone") << QStringLiteral("tcp://");
    QTest::newRow("one slash") << QStringLiteral("tcp:/h:1");
    QTest::newRow("no port") << QStringLiteral("tcp://h");
    QTest::newRow("empty port") << QStringLiteral("tcp://h:");
    QTest::newRow("port 0") << QStringLiteral("tcp://h:0");
    QTest::newRow("port 65536") << QStringLiteral("tcp://h:65536");
    QTest::newRow("port beyond 32 bits") << QStringLiteral("tcp://h:4294967297");
    QTest::newRow("negative port") << QStringLiteral("tcp://h:-1");
    QTest::newRow("port in words") << QStringLiteral("tcp://h:http");
    QTest::newRow("no host") << QStringLiteral("tcp://:80");
    QTest::newRow("host with a blank") << QStringLiteral("tcp://a b:80");
    QTest::newRow("host with an escaped blank") << QStringLiteral("tcp://a%20b:80");
    QTest::newRow("blank after the port") << QStringLiteral("tcp://h:80 ");
    QTest::newRow("IPv6 without brackets") << QStringLiteral("tcp://::1:80");
    QTest::newRow("IPv6 unfinished") << QStringLiteral("tcp://[::1:80");
    QTest::newRow("IPv6 empty") << QStringLiteral("tcp://[]:80");
    QTest::newRow("IPv6 nonsense") << QStringLiteral("tcp://[x::y]:80");
    QTest::newRow("a path") << QStringLiteral("tcp://h:80/");
    QTest::newRow("a query") << QStringLiteral("tcp://h:80?q");
    QTest::newRow("a fragment") << QStringLiteral("tcp://h:80#f");
    QTest::newRow("a user") << QStringLiteral("tcp://u@h:80");
    QTest::newRow("a user and a password") << QStringLiteral("tls://u:p@h:80");
    QTest::newRow("host too long") << QStringLiteral("tcp://") + QString(100'000, u'h') +
                                          QStringLiteral(":80");
}

void TestAddress::refusesInvalid()
{
    QFETCH(const QString, text);
    const Result<Address> address = Address::parse(text);
    QVERIFY2(!address, address ? qPrintable(address->toString()) : "");
    QCOMPARE(address.error().code(), ErrorCode::InvalidAddress);
    QVERIFY(!address.error().message().isEmpty());
}

void TestAddress::longTextGivesAShortMessage()
{
    for (const QString &start : {QStringLiteral("local:"), QStringLiteral("udp://")}) {
        const Result<Address> address = Address::parse(start + QString(1'000'000, u'x'));
        QVERIFY(!address);
        QVERIFY2(address.error().message().size() < 500, qPrintable(address.error().message().left(600)));
    }
}

void TestAddress::localPathIsTheSameAsParsed()
{
    const Address made = Address::localPath(QStringLiteral("/run/x.sock"));
    const Result<Address> parsed = Address::parse(QStringLiteral("local:/run/x.sock"));
    QVERIFY(parsed);
    QVERIFY(made == *parsed);
}

void TestAddress::comparesByValue()
{
    const Result<Address> tcp = Address::parse(QStringLiteral("tcp://h:1"));
    const Result<Address> tls = Address::parse(QStringLiteral("tls://h:1"));
    const Result<Address> otherPort = Address::parse(QStringLiteral("tcp://h:2"));
    QVERIFY(tcp && tls && otherPort);
    QVERIFY(*tcp != *tls);
    QVERIFY(*tcp != *otherPort);
    QVERIFY(*tcp == *Address::parse(QStringLiteral("tcp://h:1")));
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
