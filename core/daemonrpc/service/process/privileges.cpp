#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/oserror.h>
#include <daemonrpc/service/process/privileges.h>

#include <QFile>

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

namespace {
struct UserEntry
{
    quint32 uid = 0;
    quint32 gid = 0;
    QByteArray name;
};
} // namespace

static std::optional<quint32> numberIn(const QString &text)
{
    bool isNumber = false;
    const quint32 number = text.toUInt(&isNumber);
    // The last one means "leave it" to setresuid(2).
    if (!isNumber || number == std::numeric_limits<quint32>::max())
        return std::nullopt;
    return number;
}

/// Calls @p lookup with a growing buffer until the entry fits (getpwnam_r(3)).
template <typename Entry, typename Function>
static bool findEntry(Entry &entry, std::vector<char> &buffer, Function lookup)
{
    constexpr size_t most = 1024 * 1024;
    Entry *found = nullptr;
    for (buffer.resize(4096); buffer.size() <= most; buffer.resize(buffer.size() * 2)) {
        if (lookup(&entry, buffer.data(), buffer.size(), &found) != ERANGE)
            break;
    }
    return found != nullptr;
}

static std::optional<UserEntry> findUser(const QString &user)
{
    passwd entry = {};
    std::vector<char> buffer;
    const QByteArray name = user.toLocal8Bit();
    bool isFound = findEntry(entry, buffer, [&name](passwd *into, char *bytes, size_t size, passwd **found) {
        return ::getpwnam_r(name.constData(), into, bytes, size, found);
    });
    const std::optional<quint32> uid = numberIn(user);
    if (!isFound && uid) {
        isFound = findEntry(entry, buffer, [&uid](passwd *into, char *bytes, size_t size, passwd **found) {
            return ::getpwuid_r(*uid, into, bytes, size, found);
        });
    }
    if (!isFound)
        return std::nullopt;
    return UserEntry{entry.pw_uid, entry.pw_gid, QByteArray(entry.pw_name)};
}

static std::optional<quint32> findGroup(const QString &groupName)
{
    group entry = {};
    std::vector<char> buffer;
    const QByteArray name = groupName.toLocal8Bit();
    if (findEntry(entry, buffer, [&name](group *into, char *bytes, size_t size, group **found) {
            return ::getgrnam_r(name.constData(), into, bytes, size, found);
        })) {
        return entry.gr_gid;
    }
    return numberIn(groupName);
}

static QList<quint32> sortedOnce(std::vector<gid_t> groups)
{
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    return {groups.begin(), groups.end()};
}

static QList<quint32> groupsOf(const QByteArray &name, quint32 gid)
{
    if (name.isEmpty())
        return {gid};
    std::vector<gid_t> groups(64);
    int count = static_cast<int>(groups.size());
    while (::getgrouplist(name.constData(), gid, groups.data(), &count) < 0) {
        // Older C libraries do not say how many there are.
        groups.resize(std::max(static_cast<size_t>(count), groups.size() * 2));
        count = static_cast<int>(groups.size());
    }
    groups.resize(static_cast<size_t>(count));
    return sortedOnce(groups);
}

Result<Account> findAccount(const QString &user, const QString &group)
{
    Account account;
    account.uid = ::geteuid();
    account.gid = ::getegid();
    const QString wanted = user.isEmpty() ? QString::number(account.uid) : user;
    const std::optional<UserEntry> entry = findUser(wanted);
    if (entry) {
        account.uid = entry->uid;
        // Whoever names the user that it is keeps its group, too (newgrp(1)).
        if (account.uid != ::geteuid() || account.uid == 0)
            account.gid = user.isEmpty() ? account.gid : entry->gid;
        account.userName = QString::fromLocal8Bit(entry->name);
    } else if (const std::optional<quint32> uid = numberIn(wanted);
               uid && (user.isEmpty() || !group.isEmpty())) {
        account.uid = *uid;
    } else if (uid) {
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("user %1 has no entry in the user database, so its group is unknown; name the "
                           "group too (daemon.group)")
                .arg(user));
    } else {
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("there is no user \"%1\"; see getent passwd, and daemon.user").arg(user));
    }
    if (!group.isEmpty()) {
        const std::optional<quint32> gid = findGroup(group);
        if (!gid)
            return unexpected(
                ErrorCode::InvalidArgument,
                QStringLiteral("there is no group \"%1\"; see getent group, and daemon.group").arg(group));
        account.gid = *gid;
    }
    account.groups = groupsOf(entry ? entry->name : QByteArray(), account.gid);
    return account;
}

static QList<quint32> currentGroups()
{
    const int count = ::getgroups(0, nullptr);
    std::vector<gid_t> groups(static_cast<size_t>(std::max(count, 0)) + 1);
    const int got = ::getgroups(static_cast<int>(groups.size()), groups.data());
    groups.resize(static_cast<size_t>(std::max(got, 0)));
    return sortedOnce(groups);
}

static bool hasIds(const Account &account)
{
    uid_t uids[3] = {};
    gid_t gids[3] = {};
    if (::getresuid(&uids[0], &uids[1], &uids[2]) != 0 || ::getresgid(&gids[0], &gids[1], &gids[2]) != 0)
        return false;
    return std::all_of(std::begin(uids), std::end(uids), [&](uid_t uid) { return uid == account.uid; }) &&
           std::all_of(std::begin(gids), std::end(gids), [&](gid_t gid) { return gid == account.gid; });
}

bool isRunningAs(const Account &account)
{
    // Only root could change the groups, so for anybody else they are what they are.
    return hasIds(account) && (::geteuid() != 0 || account.uid == 0);
}

Result<void> dropPrivileges(const Account &account)
{
    if (isRunningAs(account))
        return {};
    const QString who = QStringLiteral("user %1, group %2").arg(account.uid).arg(account.gid);
    if (::geteuid() != 0) {
        return unexpected(
            ErrorCode::PermissionDenied,
            QStringLiteral("cannot become %1: only root can; start the daemon as root, or as that user "
                           "and leave out daemon.user and daemon.group")
                .arg(who));
    }
    const auto failed = [&who](const char *what) {
        return unexpected(
            errorFromErrno(errno, QStringLiteral("cannot become %1:").arg(who), QString::fromLatin1(what)));
    };
    std::vector<gid_t> groups(account.groups.begin(), account.groups.end());
    if (groups.empty())
        groups.push_back(account.gid);
    if (::setgroups(groups.size(), groups.data()) != 0)
        return failed("setgroups(2)");
    if (::setresgid(account.gid, account.gid, account.gid) != 0)
        return failed("setresgid(2)");
    if (::setresuid(account.uid, account.uid, account.uid) != 0)
        return failed("setresuid(2)");

    // Believed only when seen: a seccomp filter or a user namespace may have faked success.
    const bool hasWayBack =
        account.uid != 0 && (::seteuid(0) == 0 || (account.gid != 0 && ::setegid(0) == 0));
    if (hasWayBack || !hasIds(account) || currentGroups() != sortedOnce(groups)) {
        return unexpected(
            ErrorCode::Internal,
            QStringLiteral("the system says it made this process %1 and did not, or not for good; "
                           "refusing to serve")
                .arg(who));
    }
    return {};
}

Result<void> prepareDirectoryFor(const Account &account, const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::geteuid() != 0 || account.uid == 0)
        return {};
    if (::mkdir(name.constData(), S_IRWXU) != 0) {
        if (errno == EEXIST)
            return {};
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot create the directory"), path));
    }
    // Through the descriptor: in a directory that others may write to, the name may have changed hands.
    const FileDescriptor directory(::open(name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status = {};
    const bool isOurs = directory.isValid() && ::fstat(directory.get(), &status) == 0 && status.st_uid == 0;
    if (directory.isValid() && !isOurs)
        errno = EPERM;
    if (!isOurs || ::fchmod(directory.get(), S_IRWXU) != 0 ||
        ::fchown(directory.get(), account.uid, account.gid) != 0) {
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot hand over the directory"), path));
    }
    return {};
}

} // namespace DaemonRpc
