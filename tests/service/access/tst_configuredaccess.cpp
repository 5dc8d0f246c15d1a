#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/instance/tokenfile.h>
#include <daemonrpc/service/access/configuredaccess.h>

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class TestConfiguredAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void usersOfThisMachine();
    void unknownUserIsTold();
    void certificates();
    void tokens();
    void changedTokenCountsAtOnce();
    void unreadableTokenFileLetsNobodyIn();
    void failedTokensAreLimited();
    void remoteCommands();

private:
    static PeerIdentity local(quint32 uid) { return {PeerCredentials{1, uid, uid}, {}, {}, Role::None}; }

    static PeerIdentity remote(const QString &certificate = {}, const QString &address = u"192.0.2.1:5000"_s)
    {
        return {std::nullopt, address, certificate, Role::None};
    }

    static void ignoreRefusals()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a wrong token came from"_s));
    }

    [[nodiscard]] QByteArray makeToken(const QString &path) const
    {
        QFile::remove(path);
        return TokenFile::create(path) ? *TokenFile::read(path) : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    ServiceConfiguration m_configuration;
    QByteArray m_control;
    QByteArray m_readOnly;
};

void TestConfiguredAccess::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_configuration = {};
    m_configuration.access.controlTokenFile = m_directory->filePath(u"control"_s);
    m_configuration.access.readOnlyTokenFile = m_directory->filePath(u"readonly"_s);
    m_control = makeToken(m_configuration.access.controlTokenFile);
    m_readOnly = makeToken(m_configuration.access.readOnlyTokenFile);
    QVERIFY(!m_control.isEmpty() && !m_readOnly.isEmpty());
}

void TestConfiguredAccess::usersOfThisMachine()
{
    m_configuration.access.users = {{u"4711"_s, u"read-only"_s}, {u"4712"_s, u"control"_s}};
    const ConfiguredAccess access(m_configuration);
    QCOMPARE(access.roleOf(local(::geteuid())), Role::Control);
    QCOMPARE(access.roleOf(local(0)), Role::Control);
    QCOMPARE(access.roleOf(local(4711)), Role::ReadOnly);
    QCOMPARE(access.roleOf(local(4712)), Role::Control);
    QCOMPARE(access.roleOf(local(4713)), Role::None);
    QVERIFY(!access.mayAuthenticate(local(4713)));
    QCOMPARE(access.roleOf(PeerIdentity()), Role::Control); // within this process
}

void TestConfiguredAccess::unknownUserIsTold()
{
    m_configuration.access.users = {{u"nobody-of-this-name"_s, u"control"_s}, {u"root"_s, u"read-only"_s}};
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"there is no user nobody-of-this-name"_s));
    const ConfiguredAccess access(m_configuration);
    QCOMPARE(access.roleOf(local(0)), Role::Control); // nothing takes that away
}

void TestConfiguredAccess::certificates()
{
    m_configuration.access.certificates = {{u"ci"_s, u"control"_s}, {u"watcher"_s, u"read-only"_s}};
    m_configuration.access.users = {{u"4711"_s, u"control"_s}};
    const ConfiguredAccess access(m_configuration);
    QCOMPARE(access.roleOf(remote(u"ci"_s)), Role::Control);
    QCOMPARE(access.roleOf(remote(u"watcher"_s)), Role::ReadOnly);
    QCOMPARE(access.roleOf(remote(u"other"_s)), Role::None);
    QCOMPARE(access.roleOf(remote()), Role::None);
    QVERIFY(access.mayAuthenticate(remote()));
    // A user number means nothing from another machine.
    PeerIdentity disguised = remote();
    disguised.credentials = PeerCredentials{1, ::geteuid(), 0};
    QCOMPARE(access.roleOf(disguised), Role::None);
}

void TestConfiguredAccess::tokens()
{
    const ConfiguredAccess access(m_configuration);
    QCOMPARE(access.authenticate(remote(), m_control).value_or(Role::None), Role::Control);
    QCOMPARE(access.authenticate(remote(), m_readOnly).value_or(Role::None), Role::ReadOnly);
    for (const QByteArray &wrong :
         {QByteArray(), QByteArray("wrong"), m_control.chopped(1), m_control + 'x'}) {
        ignoreRefusals();
        const Result<Role> role = access.authenticate(remote(), wrong);
        QVERIFY(!role);
        QCOMPARE(role.error().code(), ErrorCode::PermissionDenied);
        QVERIFY(!role.error().message().contains(QString::fromLatin1(m_control.left(8))));
    }
}

void TestConfiguredAccess::changedTokenCountsAtOnce()
{
    const ConfiguredAccess access(m_configuration);
    QVERIFY(access.authenticate(remote(), m_control));
    const QByteArray fresh = makeToken(m_configuration.access.controlTokenFile);
    ignoreRefusals();
    QVERIFY(!access.authenticate(remote(), m_control));
    QVERIFY(access.authenticate(remote(), fresh));
}

void TestConfiguredAccess::unreadableTokenFileLetsNobodyIn()
{
    const ConfiguredAccess access(m_configuration);
    QVERIFY(QFile::setPermissions(m_configuration.access.controlTokenFile,
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is open to others; run chmod 600"_s));
    ignoreRefusals();
    QVERIFY(!access.authenticate(remote(), m_control));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is open to others; run chmod 600"_s));
    QVERIFY(access.authenticate(remote(), m_readOnly));
}

void TestConfiguredAccess::failedTokensAreLimited()
{
    m_configuration.access.failedTokensPerMinute = 5;
    const ConfiguredAccess access(m_configuration);
    for (int i = 0; i < 5; ++i) {
        ignoreRefusals();
        QCOMPARE(access.authenticate(remote(), "wrong").error().code(), ErrorCode::PermissionDenied);
    }
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(access.authenticate(remote(), "wrong").error().code(), ErrorCode::ResourceExhausted);
    // Not even the right one, and from whatever port.
    QCOMPARE(access.authenticate(remote({}, u"192.0.2.1:6000"_s), m_control).error().code(),
             ErrorCode::ResourceExhausted);
    QVERIFY(access.authenticate(remote({}, u"192.0.2.2:5000"_s), m_control));
    QVERIFY(access.authenticate(remote({}, u"[2001:db8::1]:5000"_s), m_control));
}

void TestConfiguredAccess::remoteCommands()
{
    CommandDefinition open;
    open.name = "open";
    open.isRemote = true;
    CommandDefinition closed;
    closed.name = "closed";
    m_configuration.commands = {open, closed};
    m_configuration.access.remoteCommands = {"echo"};
    const ConfiguredAccess access(m_configuration);
    const BlockingHandler handler([](BlockingContext &) { return 0; });
    for (const char *name : {"open", "echo"})
        QVERIFY2(access.mayRun(remote(), name, handler), name);
    for (const char *name : {"closed", "exec", "Open", ""})
        QVERIFY2(!access.mayRun(remote(), name, handler), name);
    QVERIFY(access.mayRun(local(::geteuid()), "closed", handler));
}

QTEST_GUILESS_MAIN(TestConfiguredAccess)
#include "tst_configuredaccess.moc"
