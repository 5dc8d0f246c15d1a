#include "callplan_p.h"

#include <algorithm>

namespace DaemonRpc {

namespace {

QByteArray nameOf(const QByteArray &entry) { return entry.left(entry.indexOf('=') + 1); }

QByteArrayList merged(const QByteArrayList &below, const QByteArrayList &above)
{
    QByteArrayList result;
    for (const QByteArray &entry : below) {
        const QByteArray name = nameOf(entry);
        const bool isReplaced = std::any_of(
            above.begin(), above.end(), [&name](const QByteArray &other) { return nameOf(other) == name; });
        if (!isReplaced)
            result.append(entry);
    }
    return result + above;
}

QByteArrayList coldEnvironment(const CommandDefinition &definition, const Command &command)
{
    switch (definition.environmentMode) {
    case CommandDefinition::EnvironmentMode::Caller: return command.environment;
    case CommandDefinition::EnvironmentMode::Fixed: return definition.environment;
    case CommandDefinition::EnvironmentMode::Automatic:
    case CommandDefinition::EnvironmentMode::Merged: break;
    }
    return merged(command.environment, definition.environment);
}

QByteArray coldDirectory(const CommandDefinition &definition, const Command &command)
{
    const bool isCallers = definition.workingDirectory.isEmpty() ||
                           definition.workingDirectory == CommandDefinition::callersDirectory;
    return isCallers ? command.workingDirectory : definition.workingDirectory;
}

std::optional<ColdReason> coldReasonFor(const CommandDefinition &definition, const QByteArrayList &arguments)
{
    const bool isWorker = definition.worker == CommandDefinition::Worker::Json;
    if (definition.environmentMode == CommandDefinition::EnvironmentMode::Caller ||
        definition.environmentMode == CommandDefinition::EnvironmentMode::Merged) {
        return ColdReason::CallersEnvironment;
    }
    if (definition.workingDirectory == CommandDefinition::callersDirectory)
        return ColdReason::CallersDirectory;
    if (!isWorker && definition.input == CommandDefinition::Input::None)
        return ColdReason::NoInput;
    if (!isWorker && !arguments.isEmpty())
        return ColdReason::Arguments;
    return std::nullopt;
}

} // namespace

CallPlan CallPlan::forCall(const CommandDefinition &definition, const Command &command,
                           const QByteArrayList &arguments)
{
    const bool isWorker = definition.worker == CommandDefinition::Worker::Json;
    CallPlan plan;
    plan.coldReason = coldReasonFor(definition, arguments);
    if (!plan.coldReason && (isWorker || definition.warm > 0)) {
        plan.spec = fixedSpec(definition);
        return plan;
    }
    plan.spec.program = definition.program;
    plan.spec.arguments = isWorker ? definition.arguments : definition.arguments + arguments;
    plan.spec.environment = coldEnvironment(definition, command);
    plan.spec.workingDirectory = coldDirectory(definition, command);
    plan.spec.umask = command.umask;
    plan.spec.hasInput =
        isWorker || (command.hasInput && definition.input == CommandDefinition::Input::Stream);
    return plan;
}

ProcessSpec CallPlan::fixedSpec(const CommandDefinition &definition)
{
    ProcessSpec spec;
    spec.program = definition.program;
    spec.arguments = definition.arguments;
    spec.environment = definition.environmentMode == CommandDefinition::EnvironmentMode::Fixed
                           ? definition.environment
                           : merged(Command::withCallersContext({}).environment, definition.environment);
    const bool isDeclared = definition.workingDirectory != CommandDefinition::callersDirectory;
    spec.workingDirectory = isDeclared ? definition.workingDirectory : QByteArray();
    spec.umask = 077;
    spec.hasInput = true;
    return spec;
}

} // namespace DaemonRpc
