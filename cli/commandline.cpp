#include "commandline.h"

#include "escaping.h"
#include "suggestion.h"

#include <algorithm>

namespace DaemonRpc::Cli {

static Result<SubcommandSpec> findSubcommand(const QByteArray &name, const QList<SubcommandSpec> &subcommands)
{
    QByteArrayList known;
    for (const SubcommandSpec &subcommand : subcommands) {
        if (subcommand.name == name)
            return subcommand;
        known.append(subcommand.name);
    }
    const QByteArray nearest = nearestName(name, known);
    const QString shown = escapedForTerminal(name);
    return unexpected(ErrorCode::InvalidArgument,
                      nearest.isEmpty()
                          ? CommandLine::tr("unknown subcommand \"%1\"; to run it as a command type "
                                            "\"daemon-rpc run %1\"")
                                .arg(shown)
                          : CommandLine::tr("unknown subcommand \"%1\", did you mean \"%2\"?")
                                .arg(shown, QString::fromUtf8(nearest)));
}

static Result<void> checkOperands(const SubcommandSpec &subcommand, const QByteArrayList &operands)
{
    const QString name = QString::fromUtf8(subcommand.name);
    if (operands.size() < subcommand.minOperands)
        return unexpected(
            ErrorCode::InvalidArgument,
            CommandLine::tr("%1 needs more: daemon-rpc %1 %2").arg(name, subcommand.operandsHelp));
    if (subcommand.maxOperands != SubcommandSpec::unlimited && operands.size() > subcommand.maxOperands)
        return unexpected(ErrorCode::InvalidArgument,
                          CommandLine::tr("%1 does not take \"%2\"; see daemon-rpc %1 --help")
                              .arg(name, escapedForTerminal(operands.at(subcommand.maxOperands))));
    return {};
}

Result<CommandLine> CommandLine::parse(const QByteArrayList &arguments,
                                       const QList<SubcommandSpec> &subcommands)
{
    CommandLine line;
    ArgumentParser parser(arguments, GlobalOptions::specs());
    if (const Result<void> parsed = parser.parseOptions(); !parsed)
        return unexpected(parsed.error());
    QByteArray name = parser.rest().isEmpty() ? QByteArray() : parser.takeOperand();
    if (name == "help") {
        line.wantsHelp = true;
        name = parser.rest().isEmpty() ? QByteArray() : parser.takeOperand();
    }
    if (!name.isEmpty()) {
        const Result<SubcommandSpec> subcommand = findSubcommand(name, subcommands);
        if (!subcommand)
            return unexpected(subcommand.error());
        line.subcommand = *subcommand;
        parser.addOptions(subcommand->options);
        if (const Result<void> parsed = parser.parseOptions(subcommand->order); !parsed)
            return unexpected(parsed.error());
    }
    line.options = parser.values();
    line.operands = parser.rest();
    line.wantsHelp = line.wantsHelp || line.options.isSet("help");
    line.wantsVersion = line.options.isSet("version");
    if (line.subcommand && !line.wantsHelp && !line.wantsVersion) {
        if (const Result<void> checked = checkOperands(*line.subcommand, line.operands); !checked)
            return unexpected(checked.error());
    }
    return line;
}

} // namespace DaemonRpc::Cli
