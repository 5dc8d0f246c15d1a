// What ps(1) shows of the daemon.
#pragma once

#include <daemonrpc/service/export.h>

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace DaemonRpc {

/// Replaces the command line that ps(1), top(1) and pgrep(1) -f show: the title first, then the arguments the
/// program was started with. Thread-bound; one per process, made first thing in main(), before the
/// QCoreApplication: argv and the environment lie in the memory that the title takes, and are moved. Lives as
/// long as the program.
///
/// Linux takes the command line from that memory (proc_pid_cmdline(5)), which does not grow: what does not
/// fit, or exceeds maxBytes, is cut, arguments before title. Elsewhere, and when that memory is not as
/// expected, it does nothing.
///
///     int main(int argc, char **argv)
///     {
///         ProcessTitle title(argc, argv);
///         const QCoreApplication application(argc, argv);
///         title.show(QStringLiteral("daemon-rpcd: default (ready, 2 running)"));
class DAEMONRPC_SERVICE_EXPORT ProcessTitle
{
public:
    static constexpr qsizetype maxBytes = 4095; ///< Linux shows one page of a changed title.

    /// Also names the main thread after the program, for a program that was started through a descriptor.
    ProcessTitle(int argc, char **argv);
    ProcessTitle(const ProcessTitle &) = delete;
    ProcessTitle &operator=(const ProcessTitle &) = delete;
    ~ProcessTitle() = default;

    /// Shows @p title from now on. Costs a copy of some hundred bytes, and nothing when it is shown already.
    void show(const QString &title);

    /// "daemon-rpcd: default (ready, 2 running)".
    [[nodiscard]] static QString describe(const QString &program, const QString &daemonId,
                                          const QString &state, qint64 runningRequests);

    [[nodiscard]] bool isAvailable() const { return m_memory != nullptr; }

private:
    void takeMemory(int argc, char **argv);

    char *m_memory = nullptr;
    qsizetype m_size = 0;
    QByteArray m_arguments; ///< Joined by blanks, each after one.
    QByteArray m_shown;
};

} // namespace DaemonRpc
