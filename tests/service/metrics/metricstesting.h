// Reading metrics, and daemons to measure.
#pragma once

#include <daemonrpc/client/client.h>
#include <daemonrpc/daemon/daemon.h>

#include <QHash>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

namespace MetricsTesting {

/// The series of a text in the format of Prometheus: `name{label="value"}` and its value. Value.
class Series
{
public:
    explicit Series(const QByteArray &text)
    {
        const QByteArrayList lines = text.split('\n');
        for (const QByteArray &line : lines) {
            const qsizetype blank = line.lastIndexOf(' ');
            if (!line.startsWith('#') && blank > 0)
                m_values.insert(line.left(blank), line.mid(blank + 1).toDouble());
        }
    }

    /// The value of the series @p name, with its labels as written; -1 when there is none.
    [[nodiscard]] double value(const QByteArray &name) const { return m_values.value(name, -1); }

    [[nodiscard]] bool contains(const QByteArray &name) const { return m_values.contains(name); }

    [[nodiscard]] qsizetype count() const { return m_values.size(); }

private:
    QHash<QByteArray, double> m_values;
};

/// What promtool(1) says to `promtool ARGUMENTS` with @p input; empty when all is well. Only where isThere().
class Promtool
{
public:
    [[nodiscard]] static bool isThere() { return !program().isEmpty(); }

    [[nodiscard]] static QByteArray check(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished())
            return "promtool did not end";
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? QByteArray()
                                                                                       : process.readAll();
    }

private:
    [[nodiscard]] static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("promtool"));
    }
};

/// A daemon in a directory of its own.
class OwnDaemon
{
public:
    explicit OwnDaemon(DaemonRpc::HandlerRegistry handlers = {})
    {
        DaemonRpc::DaemonOptions options;
        options.runtimeDirectory = m_directory.path();
        options.idleExit = std::chrono::milliseconds(0);
        options.limits.grace = std::chrono::milliseconds(50);
        m_daemon = std::make_unique<DaemonRpc::Daemon>(options, std::move(handlers));
    }

    [[nodiscard]] DaemonRpc::Daemon &daemon() { return *m_daemon; }

    /// Options of a client that finds it and never starts another one.
    [[nodiscard]] DaemonRpc::ClientOptions options() const
    {
        DaemonRpc::ClientOptions options;
        options.runtimeDirectory = m_directory.path();
        options.maySpawn = false;
        return options;
    }

    [[nodiscard]] QString directory() const { return m_directory.path(); }

private:
    QTemporaryDir m_directory;
    std::unique_ptr<DaemonRpc::Daemon> m_daemon;
};

} // namespace MetricsTesting
