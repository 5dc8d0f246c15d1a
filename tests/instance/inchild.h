// Runs a piece of a test in a process of its own.
#pragma once

#include <QByteArray>

#include <functional>

#include <sys/wait.h>
#include <unistd.h>

/// What @p work returned in a forked child: for tests that change umask or user, which no thread can have
/// alone.
inline QByteArray inChild(const std::function<QByteArray()> &work)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return "no pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        const QByteArray result = work();
        const ssize_t n = ::write(ends[1], result.constData(), static_cast<size_t>(result.size()));
        ::_exit(n == result.size() ? 0 : 1);
    }
    ::close(ends[1]);
    QByteArray result;
    char bytes[512];
    for (ssize_t n = 0; (n = ::read(ends[0], bytes, sizeof(bytes))) > 0;)
        result.append(bytes, n);
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return result;
}

constexpr uid_t someOtherUser = 65534;

/// inChild() as a user without privileges: the same user, unless that is root.
inline QByteArray inUnprivilegedChild(const std::function<QByteArray()> &work)
{
    return inChild([&work]() -> QByteArray {
        if (::geteuid() == 0 && ::seteuid(someOtherUser) != 0)
            return "no seteuid";
        return work();
    });
}
