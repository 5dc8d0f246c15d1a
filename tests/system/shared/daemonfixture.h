// A runtime directory of a test's own, with all that lives in it.
#pragma once

#include "clientprocess.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace SystemTesting {

/// How one run of a program ended. Value.
struct Outcome
{
    int code = -1000; ///< The exit code, -n for signal n; -1000 when it did not end in time.
    QByteArray output;
    QByteArray errorOutput;
    qint64 elapsedMs = 0;
};

/// For QVERIFY2: everything there is to know of a run that went wrong.
[[nodiscard]] QByteArray describe(const Outcome &outcome);

/// One private runtime directory and the daemons in it. Thread-bound. What still runs there is killed with
/// the object; tests call endAll() first, which says what was left.
class DaemonFixture
{
public:
    /// @p parent is where the private directory is made; empty: the temporary directory.
    explicit DaemonFixture(const QString &parent = {});
    ~DaemonFixture();
    DaemonFixture(const DaemonFixture &) = delete;
    DaemonFixture &operator=(const DaemonFixture &) = delete;

    [[nodiscard]] static QString clientProgram();
    [[nodiscard]] static QString daemonProgram();

    /// A folder for the test's own files.
    [[nodiscard]] QString scratch(const QString &fileName) const;
    /// The runtime directory; made by the first client or daemon.
    [[nodiscard]] QString directory() const;
    /// A file of daemon "default", by its suffix: "sock", "pid", "lock", "log".
    [[nodiscard]] QString file(const QString &suffix) const;

    /// `--runtime-dir DIR --daemon PROGRAM`, then @p arguments.
    [[nodiscard]] QStringList clientArguments(const QStringList &arguments) const;
    /// daemon-rpc, not started yet.
    [[nodiscard]] std::unique_ptr<ClientProcess> client(const QStringList &arguments) const;
    /// sh, not started yet, with "$@" being daemon-rpc and the global options.
    [[nodiscard]] std::unique_ptr<ClientProcess> shell(const QString &script) const;

    /// Runs daemon-rpc to its end.
    [[nodiscard]] Outcome run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Runs a shell script to its end, with "$@" as in shell().
    [[nodiscard]] Outcome runShell(const QString &script) const;
    /// Runs @p process to its end.
    [[nodiscard]] static Outcome runToEnd(ClientProcess &process);

    /// Runs daemon-rpc with --json and gives its output.
    [[nodiscard]] QJsonObject askObject(const QStringList &arguments) const;
    [[nodiscard]] QJsonArray askArray(const QStringList &arguments) const;

    /// daemon-rpcd --foreground, or @p program, as a child of the test, serving; null when that failed. The
    /// fixture's own.
    [[nodiscard]] ClientProcess *startDaemon(const QStringList &options = {}, const QString &program = {});
    /// The arguments that startDaemon() uses.
    [[nodiscard]] QStringList daemonArguments(const QStringList &options) const;

    /// The pid in the pid file; 0 when there is none.
    [[nodiscard]] qint64 daemonPid() const;
    /// Every live daemon-rpcd in this directory.
    [[nodiscard]] QList<qint64> daemons() const;
    /// Whether somebody takes connections.
    [[nodiscard]] bool isServed() const;

    /// What the daemon wrote to its log.
    [[nodiscard]] QByteArray log() const;

    /// Stops every daemon and waits for all processes of this directory; then says what is left that should
    /// not be, processes and files; empty when all is well.
    [[nodiscard]] QByteArray endAll();

private:
    [[nodiscard]] QList<qint64> processes() const;

    QTemporaryDir m_home;
    std::vector<std::unique_ptr<ClientProcess>> m_started;
};

} // namespace SystemTesting
