// A daemon as an embedder writes one, with commands from a file of definitions (one JSON object each line).
#include "daemon/commands/stockcommands.h"
#include "daemon/daemonarguments.h"

#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/service/command/commandset.h>
#include <daemonrpc/service/process/signalrouter.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

static std::chrono::milliseconds duration(const QJsonValue &value, qint64 otherwise)
{
    return std::chrono::milliseconds(value.toInteger(otherwise));
}

static QByteArrayList strings(const QJsonValue &value)
{
    QByteArrayList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString().toUtf8());
    return list;
}

static CommandDefinition definitionFrom(const QJsonObject &object)
{
    CommandDefinition definition;
    definition.name = object[u"name"].toString().toUtf8();
    definition.description = object[u"description"].toString();
    definition.isHidden = object[u"hidden"].toBool();
    definition.program = object[u"program"].toString().toUtf8();
    definition.arguments = strings(object[u"arguments"]);
    const QString mode = object[u"environment_mode"].toString();
    if (mode == "caller"_L1)
        definition.environmentMode = CommandDefinition::EnvironmentMode::Caller;
    else if (mode == "fixed"_L1)
        definition.environmentMode = CommandDefinition::EnvironmentMode::Fixed;
    else if (mode == "merged"_L1)
        definition.environmentMode = CommandDefinition::EnvironmentMode::Merged;
    definition.environment = strings(object[u"environment"]);
    definition.workingDirectory = object[u"working_directory"].toString().toUtf8();
    if (object[u"input"].toString() == "none"_L1)
        definition.input = CommandDefinition::Input::None;
    definition.grace = duration(object[u"grace_ms"], -1);
    definition.timeout = duration(object[u"timeout_ms"], 0);
    definition.maxParallel = object[u"max_parallel"].toInt();
    if (object[u"worker"].toString() == "json"_L1)
        definition.worker = CommandDefinition::Worker::Json;
    definition.warm = object[u"warm"].toInt();
    definition.warmMaxAge = duration(object[u"warm_max_age_ms"], 0);
    definition.warmMaxMemoryBytes = object[u"warm_max_memory_bytes"].toInteger();
    return definition;
}

/// The definitions in the file that DAEMON_RPC_TEST_COMMANDS names.
static QList<CommandDefinition> definitions()
{
    QFile file(qEnvironmentVariable("DAEMON_RPC_TEST_COMMANDS"));
    QList<CommandDefinition> list;
    if (!file.open(QIODevice::ReadOnly))
        return list;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            list.append(definitionFrom(QJsonDocument::fromJson(line).object()));
    }
    return list;
}

static QJsonObject describe(const WarmPoolStatistics &statistics)
{
    QJsonObject misses;
    for (const auto &[reason, count] : statistics.misses.asKeyValueRange())
        misses[coldReasonName(reason)] = static_cast<qint64>(count);
    return {{u"wanted"_s, statistics.wanted},
            {u"ready"_s, statistics.ready},
            {u"starting"_s, statistics.starting},
            {u"in_use"_s, statistics.inUse},
            {u"hits"_s, static_cast<qint64>(statistics.hits)},
            {u"misses"_s, misses},
            {u"died"_s, static_cast<qint64>(statistics.died)},
            {u"replaced"_s, static_cast<qint64>(statistics.replaced)}};
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Result<DaemonArguments> arguments = DaemonArguments::parse(QCoreApplication::arguments());
    if (!arguments) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(arguments.error().message()));
        return 2;
    }
    DaemonOptions options = arguments->options;
    options.limits.maxQueueLength = qEnvironmentVariableIntValue("DAEMON_RPC_TEST_QUEUE");
    options.limits.requestTimeout =
        std::chrono::milliseconds(qEnvironmentVariableIntValue("DAEMON_RPC_TEST_TIMEOUT"));

    CommandSet commands;
    SignalRouter signalRouter;
    Daemon daemon(options, commands.update(definitions(), makeStockCommands(), options.limits));
    daemon.methods().addSync({u"test.reload"_s, u"Reads the definitions again."_s, {}, u"true"_s},
                             [&](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                                 daemon.server().setHandlers(
                                     commands.update(definitions(), makeStockCommands(), options.limits));
                                 return true;
                             });
    daemon.methods().addSync({u"test.commands"_s, u"Tells figures of the commands."_s, {}, u"An object."_s},
                             [&](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                                 QJsonObject all;
                                 for (const auto &command : commands.commands()) {
                                     QJsonObject one{{u"running"_s, command->runningCount()},
                                                     {u"waiting"_s, command->waitingCount()}};
                                     if (const auto statistics = command->warmPoolStatistics())
                                         one[u"warm"_s] = describe(*statistics);
                                     all[QString::fromUtf8(command->definition().name)] = one;
                                 }
                                 return all;
                             });
    QObject::connect(&daemon, &Daemon::finished, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(&signalRouter, &SignalRouter::terminateRequested, &daemon,
                     [&daemon](int, int) { static_cast<void>(daemon.stop(true)); });
    if (const Result<void> started = daemon.start(); !started) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(started.error().message()));
        return 1;
    }
    return QCoreApplication::exec();
}
