#include "tests/instance/inchild.h"

#include <daemonrpc/instance/runtimedirectory.h>
#include <daemonrpc/service/process/privileges.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

static constexpr const char *needsRoot = "needs root, to become another user";

class tst_Privileges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAccounts();
    void unknownAccounts_data();
    void unknownAccounts();
    void ownAccountNeedsNothing();
    void othersNeedRoot();
    void dropsForGood();
    void keepsOnlyGroupsOfTheAccount();
    void directoryInAFolderOfRoot();
};

void tst_Privileges::findsAccounts()
{
    const Result<Account> nobody = findAccount(u"nobody"_s, {});
    QVERIFY(nobody);
    const passwd *entry = ::getpwnam("nobody");
    QVERIFY(entry);
    QCOMPARE(nobody->uid, entry->pw_uid);
    QCOMPARE(nobody->gid, entry->pw_gid);
    QCOMPARE(nobody->userName, u"nobody"_s);
    QVERIFY(nobody->groups.contains(nobody->gid));
    const Result<Account> byNumber = findAccount(QString::number(entry->pw_uid), {});
    QVERIFY(byNumber && *byNumber == *nobody);

    const Result<Account> root = findAccount(u"nobody"_s, u"root"_s);
    QVERIFY(root);
    QCOMPARE(root->gid, 0U);
    QVERIFY(root->groups.contains(0U));

    const Result<Account> numeric = findAccount(u"1234567"_s, u"7654321"_s);
    QVERIFY(numeric);
    QCOMPARE(numeric->uid, 1234567U);
    QCOMPARE(numeric->gid, 7654321U);
    QCOMPARE(numeric->groups, QList<quint32>{7654321U});

    const Result<Account> own = findAccount({}, {});
    QVERIFY(own);
    QCOMPARE(own->uid, ::geteuid());
    QCOMPARE(own->gid, ::getegid());
}

void tst_Privileges::unknownAccounts_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("message");
    QTest::newRow("user") << u"no-such-user"_s << QString() << u"no user \"no-such-user\""_s;
    QTest::newRow("group") << u"nobody"_s << u"no-such-group"_s << u"no group \"no-such-group\""_s;
    QTest::newRow("number without group") << u"1234567"_s << QString() << u"name the group too"_s;
    // -1 means "leave it" to the system: nobody would be dropped.
    QTest::newRow("-1") << u"4294967295"_s << u"0"_s << u"no user"_s;
    QTest::newRow("group -1") << u"nobody"_s << u"4294967295"_s << u"no group"_s;
    QTest::newRow("too large") << u"4294967296"_s << u"0"_s << u"no user"_s;
}

void tst_Privileges::unknownAccounts()
{
    QFETCH(const QString, user);
    QFETCH(const QString, group);
    QFETCH(const QString, message);
    const Result<Account> account = findAccount(user, group);
    QVERIFY(!account);
    QCOMPARE(account.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(account.error().message().contains(message), qUtf8Printable(account.error().message()));
}

void tst_Privileges::ownAccountNeedsNothing()
{
    const QByteArray seen = inUnprivilegedChild([]() -> QByteArray {
        const uid_t uid = ::geteuid();
        const gid_t gid = ::getegid();
        if (::getuid() != uid && ::setresuid(uid, uid, uid) != 0)
            return "no setresuid";
        const Account own{uid, gid, {}, {gid}};
        const Result<void> dropped = dropPrivileges(own);
        return dropped && isRunningAs(own) ? QByteArray("fine") : dropped.error().message().toUtf8();
    });
    QCOMPARE(seen, QByteArray("fine"));
}

void tst_Privileges::othersNeedRoot()
{
    const QByteArray seen = inUnprivilegedChild([]() -> QByteArray {
        const Result<void> dropped = dropPrivileges(Account{12345, 12345, {}, {12345}});
        if (dropped)
            return "dropped";
        return (dropped.error().code() == ErrorCode::PermissionDenied ? "refused: " : "wrong code: ") +
               dropped.error().message().toUtf8();
    });
    QVERIFY2(seen.startsWith("refused: cannot become user 12345"), seen);
}

void tst_Privileges::dropsForGood()
{
    if (::geteuid() != 0)
        QSKIP(needsRoot);
    const QByteArray seen = inChild([]() -> QByteArray {
        const Result<Account> nobody = findAccount(QStringLiteral("nobody"), {});
        if (!nobody)
            return "no nobody";
        if (const Result<void> dropped = dropPrivileges(*nobody); !dropped)
            return dropped.error().message().toUtf8();
        uid_t uids[3];
        gid_t gids[3];
        ::getresuid(&uids[0], &uids[1], &uids[2]);
        ::getresgid(&gids[0], &gids[1], &gids[2]);
        for (int i = 0; i < 3; ++i) {
            if (uids[i] != nobody->uid || gids[i] != nobody->gid)
                return "not all ids";
        }
        if (::setuid(0) == 0 || ::setgid(0) == 0 || ::setgroups(0, nullptr) == 0)
            return "there is a way back";
        // A second call finds nothing to do.
        return dropPrivileges(*nobody) ? "fine" : "second call";
    });
    QCOMPARE(seen, QByteArray("fine"));
}

void tst_Privileges::keepsOnlyGroupsOfTheAccount()
{
    if (::geteuid() != 0)
        QSKIP(needsRoot);
    const QByteArray seen = inChild([]() -> QByteArray {
        const gid_t before[] = {0, 4, 27, 999};
        if (::setgroups(4, before) != 0)
            return "no setgroups";
        if (const Result<void> dropped = dropPrivileges(Account{12345, 23456, {}, {23456, 34567}}); !dropped)
            return dropped.error().message().toUtf8();
        gid_t after[16];
        QByteArrayList text;
        const int count = ::getgroups(16, after);
        for (int i = 0; i < count; ++i)
            text.append(QByteArray::number(after[i]));
        return text.join(' ');
    });
    QCOMPARE(seen, QByteArray("23456 34567"));
}

// In the order that the header names: what root alone can make, then the drop, then the runtime directory.
void tst_Privileges::directoryInAFolderOfRoot()
{
    if (::geteuid() != 0)
        QSKIP(needsRoot);
    const QTemporaryDir root(u"/tmp/drp-XXXXXX"_s); // TMPDIR may be closed to other users
    QVERIFY(QFile::setPermissions(root.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                   QFile::ExeGroup | QFile::ExeOther));
    const QString path = root.filePath(u"daemon-rpc"_s);
    const QByteArray seen = inChild([&path]() -> QByteArray {
        const Account account{12345, 23456, {}, {23456}};
        for (int i = 0; i < 2; ++i) {
            if (const Result<void> prepared = prepareDirectoryFor(account, path); !prepared)
                return prepared.error().message().toUtf8();
        }
        if (const Result<void> dropped = dropPrivileges(account); !dropped)
            return dropped.error().message().toUtf8();
        const Result<void> usable = RuntimeDirectory::resolve(path)->prepare();
        if (!usable)
            return usable.error().message().toUtf8();
        struct stat status = {};
        ::stat(QFile::encodeName(path).constData(), &status);
        return QByteArray::number(status.st_uid) + ' ' + QByteArray::number(status.st_gid) + ' ' +
               QByteArray::number(status.st_mode & 07777U, 8);
    });
    QCOMPARE(seen, QByteArray("12345 23456 700"));
}

QTEST_GUILESS_MAIN(tst_Privileges)

#include "tst_privileges.moc"
