#include "errorargument.h"
#include "testcertificates.h"

#include <daemonrpc/transport/tcp/tlsservercontext.h>

#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;
using namespace Qt::StringLiterals;

class TestTlsServerContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void refuses_data();
    void refuses();
    void saysThatACertificateHasExpired();
    void readsReplacedFilesAgain();
    void followsALinkThatIsReplaced();
    void keepsTheOldOnesUntilTheNewOnesFit();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_directory.filePath(name); }

    void copy(const QString &from, const QString &to) const;
    static QString nameIn(const QSslConfiguration &configuration);

    QTemporaryDir m_directory;
    TestCertificates m_certificates{m_directory.path()};
};

void TestTlsServerContext::initTestCase()
{
    if (!TestCertificates::isPossible())
        QSKIP("the openssl program is not installed");
    QVERIFY(m_certificates.makeAuthority(u"ca"_s));
    QVERIFY(m_certificates.issue(u"one"_s, u"ca"_s, u"one"_s));
    QVERIFY(m_certificates.issue(u"two"_s, u"ca"_s, u"two"_s));
    QVERIFY(m_certificates.issue(u"rsa"_s, u"ca"_s, u"rsa"_s, u"DNS:rsa"_s, 30, u"rsa:2048"_s));
    QVERIFY(m_certificates.issue(u"expired"_s, u"ca"_s, u"expired"_s, u"DNS:x"_s, -1));
    QFile empty(file(u"empty.pem"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    copy(u"one.key"_s, u"open.key"_s);
    QVERIFY(QFile::setPermissions(file(u"open.key"_s), QFile::ReadOwner | QFile::ReadOther));
}

// By rename, as those do who replace certificates.
void TestTlsServerContext::copy(const QString &from, const QString &to) const
{
    QFile::remove(file(u"new"_s));
    QVERIFY(QFile::copy(file(from), file(u"new"_s)));
    QCOMPARE(::rename(QFile::encodeName(file(u"new"_s)).constData(), QFile::encodeName(file(to)).constData()),
             0);
}

QString TestTlsServerContext::nameIn(const QSslConfiguration &configuration)
{
    return configuration.localCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
}

void TestTlsServerContext::refuses_data()
{
    QTest::addColumn<QStringList>("names"); // certificate, key, clientCa
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    const auto invalid = ErrorCode::InvalidArgument;
    QTest::newRow("no certificate file")
        << QStringList{u"absent.pem"_s, u"one.key"_s} << invalid << u"cannot read the TLS certificate /"_s;
    QTest::newRow("no key file") << QStringList{u"one.pem"_s, u"absent.key"_s} << invalid
                                 << u"cannot read the TLS key /"_s;
    QTest::newRow("a directory") << QStringList{u"."_s, u"one.key"_s} << invalid << u"it is no file"_s;
    QTest::newRow("empty") << QStringList{u"empty.pem"_s, u"one.key"_s} << invalid
                           << u"holds no certificate"_s;
    QTest::newRow("the key as certificate")
        << QStringList{u"one.key"_s, u"one.key"_s} << invalid << u"holds no certificate"_s;
    QTest::newRow("the certificate as key") << QStringList{u"one.pem"_s, u"one.pem"_s}
                                            << ErrorCode::PermissionDenied << u"can be read by everybody"_s;
    QTest::newRow("key of another one") << QStringList{u"one.pem"_s, u"two.key"_s} << invalid
                                        << u"does not belong to the first certificate"_s;
    QTest::newRow("key of another kind") << QStringList{u"one.pem"_s, u"rsa.key"_s} << invalid
                                         << u"does not belong to the first certificate"_s;
    QTest::newRow("key for everybody") << QStringList{u"one.pem"_s, u"open.key"_s}
                                       << ErrorCode::PermissionDenied << u"run chmod 600 on it"_s;
    QTest::newRow("no authority file") << QStringList{u"one.pem"_s, u"one.key"_s, u"absent.pem"_s} << invalid
                                       << u"cannot read the clients' TLS authority"_s;
}

void TestTlsServerContext::refuses()
{
    QFETCH(const QStringList, names);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, message);
    const auto context = TlsServerContext::load(
        {file(names[0]), file(names[1]), names.size() > 2 ? file(names[2]) : QString(), false});
    QVERIFY(!context);
    QVERIFY2(context.error().message().contains(message), qPrintable(context.error().message()));
    QCOMPARE(context.error().code(), code);
}

void TestTlsServerContext::saysThatACertificateHasExpired()
{
    QTest::ignoreMessage(
        QtWarningMsg,
        QRegularExpression(u"the TLS certificate .* expired on .* clients will not accept it"_s));
    QVERIFY(TlsServerContext::load({file(u"expired.pem"_s), file(u"expired.key"_s), {}, false}));
}

void TestTlsServerContext::readsReplacedFilesAgain()
{
    copy(u"one.pem"_s, u"live.pem"_s);
    copy(u"one.key"_s, u"live.key"_s);
    const auto context = TlsServerContext::load({file(u"live.pem"_s), file(u"live.key"_s), {}, false});
    QVERIFY(context);
    QCOMPARE(nameIn((*context)->configuration()), u"one"_s);
    copy(u"rsa.pem"_s, u"live.pem"_s);
    copy(u"rsa.key"_s, u"live.key"_s);
    QCOMPARE(nameIn((*context)->configuration()), u"rsa"_s);
    QCOMPARE((*context)->configuration().privateKey().algorithm(), QSsl::Rsa);
}

void TestTlsServerContext::followsALinkThatIsReplaced()
{
    const auto link = [this](const QString &target, const QString &name) {
        QFile::remove(file(name));
        return QFile::link(file(target), file(name));
    };
    QVERIFY(link(u"one.pem"_s, u"link.pem"_s) && link(u"one.key"_s, u"link.key"_s));
    const auto context = TlsServerContext::load({file(u"link.pem"_s), file(u"link.key"_s), {}, false});
    QVERIFY(context);
    QVERIFY(link(u"two.pem"_s, u"link.pem"_s) && link(u"two.key"_s, u"link.key"_s));
    QCOMPARE(nameIn((*context)->configuration()), u"two"_s);
}

void TestTlsServerContext::keepsTheOldOnesUntilTheNewOnesFit()
{
    copy(u"one.pem"_s, u"half.pem"_s);
    copy(u"one.key"_s, u"half.key"_s);
    const auto context = TlsServerContext::load({file(u"half.pem"_s), file(u"half.key"_s), {}, false});
    QVERIFY(context);
    copy(u"two.pem"_s, u"half.pem"_s);
    QTest::ignoreMessage(
        QtWarningMsg,
        QRegularExpression(u"the changed TLS files are not usable, the old ones stay in force:"_s));
    QCOMPARE(nameIn((*context)->configuration()), u"one"_s);
    QCOMPARE(nameIn((*context)->configuration()), u"one"_s); // and says so once
    copy(u"two.key"_s, u"half.key"_s);
    QCOMPARE(nameIn((*context)->configuration()), u"two"_s);
}

QTEST_GUILESS_MAIN(TestTlsServerContext)
#include "tst_tlsservercontext.moc"
