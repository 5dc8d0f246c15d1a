// Plays the other process in the tests of locks and of starting daemons.
#include <daemonrpc/instance/instancelock.h>
#include <daemonrpc/instance/readiness.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include <dirent.h>
#include <unistd.h>

using namespace DaemonRpc;

/// Obeys lines on standard input: acquire, started, release; ends with the input.
static int runLock(const QString &path)
{
    std::optional<InstanceLock> lock;
    for (std::string line; std::getline(std::cin, line);) {
        if (line == "acquire") {
            Result<InstanceLock> result = InstanceLock::acquire(path);
            std::cout << (result ? "held" : errorCodeName(result.error().code()).toStdString()) << std::endl;
            if (result)
                lock.emplace(std::move(*result));
        } else if (line == "wait") {
            const bool isFree = InstanceLock::waitWhileStarting(path, std::chrono::seconds(20));
            std::cout << (isFree ? "started" : "timeout") << std::endl;
        } else if (line == "started" && lock) {
            lock->markStartFinished();
            std::cout << "ok" << std::endl;
        } else if (line == "release" && lock) {
            lock->release();
            std::cout << "ok" << std::endl;
        }
    }
    return 0;
}

static QByteArray openDescriptors()
{
    QByteArrayList numbers;
    DIR *directory = ::opendir("/proc/self/fd");
    while (const dirent *entry = ::readdir(directory)) {
        if (entry->d_name[0] != '.' && ::atoi(entry->d_name) != ::dirfd(directory))
            numbers.append(entry->d_name);
    }
    ::closedir(directory);
    std::sort(numbers.begin(), numbers.end(),
              [](const QByteArray &a, const QByteArray &b) { return a.toInt() < b.toInt(); });
    return numbers.join(' ');
}

static QByteArray specialSignals()
{
    QByteArrayList names;
    sigset_t blocked;
    ::sigprocmask(SIG_SETMASK, nullptr, &blocked);
    for (int number = 1; number < 32; ++number) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        if (number == SIGSEGV || number == SIGBUS || number == SIGFPE)
            continue; // the sanitizer's own
#endif
        struct sigaction action = {};
        if (::sigaction(number, nullptr, &action) == 0 && action.sa_handler != SIG_DFL)
            names.append("disposition " + QByteArray::number(number));
        if (::sigismember(&blocked, number) == 1)
            names.append("blocked " + QByteArray::number(number));
    }
    return names.join(',');
}

/// What this process was started with, as key=value lines, in one step.
static void writeReport(const QString &path, const QByteArray &descriptors, const QByteArray &arguments)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("pid=" + QByteArray::number(::getpid()));
    file.write("\nsession=" + QByteArray::number(::getsid(0)));
    file.write("\ndirectory=" + QFile::encodeName(QDir::currentPath()));
    file.write("\ndescriptors=" + descriptors);
    file.write("\ninput=" + QFile::encodeName(QFile::symLinkTarget(QStringLiteral("/proc/self/fd/0"))));
    file.write("\noutput=" + QFile::encodeName(QFile::symLinkTarget(QStringLiteral("/proc/self/fd/1"))));
    file.write("\nsignals=" + specialSignals());
    file.write("\narguments=" + arguments.toHex() + '\n');
    file.commit();
}

[[noreturn]] static void stay()
{
    for (;;)
        ::pause(); // until the test, or the alarm, ends it
}

/// instancehelper daemon MODE REPORT EXTRA --ready-fd N
static int runDaemon(const QByteArray &mode, const QString &reportPath, const QByteArray &extra, int readyFd)
{
    const QByteArray descriptors = openDescriptors();
    ::alarm(30); // a failing test leaves nothing behind
    ReadinessChannel readiness(readyFd);
    if (mode == "background" && ::fork() != 0)
        return 0;
    if (mode == "wraps" && ::fork() != 0)
        stay();  // as a script does that the daemon was started by
    ::alarm(30); // not inherited
    writeReport(reportPath, descriptors, extra);

    if (mode == "ready" || mode == "background") {
        readiness.ready();
        stay();
    } else if (mode == "already") {
        readiness.alreadyRunning(QStringLiteral("pid 7, since then"));
    } else if (mode == "failed") {
        std::fputs("cannot read the configuration\n", stderr);
        readiness.failed(QStringLiteral("bad configuration\nin line 3"));
        return 3;
    } else if (mode == "silent") {
        std::fputs("a last word\n", stderr);
        return 4;
    } else if (mode == "chatty") {
        for (int i = 1; i <= 300; ++i)
            std::fprintf(stderr, "line %d\n", i);
        return 5;
    } else if (mode == "torn") {
        const QByteArray wide(10000, 'w');
        std::fprintf(stderr, "%s\nshort\n", wide.constData());
        return 6;
    } else if (mode == "crash") {
        ::raise(SIGKILL);
    } else if (mode == "hang" || mode == "wraps") {
        stay();
    } else if (mode == "closes") {
        {
            const ReadinessChannel dropped = std::move(readiness);
        }
        stay();
    } else if (mode == "garbage") {
        [[maybe_unused]] const ssize_t n = ::write(readyFd, "hello\n", 6);
        return 0;
    } else if (mode == "flood") {
        const QByteArray flood(60000, 'x');
        [[maybe_unused]] const ssize_t n = ::write(readyFd, flood.constData(), size_t(flood.size()));
        return 0;
    }
    return 0;
}

int main(int argc, char *argv[])
{
    if (argc == 3 && qstrcmp(argv[1], "lock") == 0)
        return runLock(QFile::decodeName(argv[2]));
    if (argc == 7 && qstrcmp(argv[1], "daemon") == 0)
        return runDaemon(argv[2], QFile::decodeName(argv[3]), argv[4], ::atoi(argv[6]));
    return 64;
}
