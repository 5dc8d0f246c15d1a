#include "runcommand.h"

namespace DaemonRpc::Cli {

RunCommand::RunCommand(const Invocation &invocation)
    : CommandRunner(invocation)
{}

SubcommandSpec RunCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "run";
    spec.summary = tr("run a command through the daemon");
    spec.operandsHelp = QStringLiteral("[--] COMMAND [ARG...]");
    spec.minOperands = 1;
    spec.maxOperands = SubcommandSpec::unlimited;
    spec.options = {
        {"input", 'i', "", tr("give the command standard input, even from a terminal")},
        {"no-input", 'n', "", tr("give the command no standard input")},
    };
    spec.options += RetryOptions::specs();
    spec.order = ArgumentParser::Order::OptionsFirst;
    spec.notes = tr("Everything from COMMAND on belongs to the command. Standard input is read when the "
                    "command asks for it, unless it is a terminal. A command is tried again only while it "
                    "cannot have begun, unless it is --idempotent (5 attempts then), and never once it gave "
                    "output or took input.\nThe exit code is the command's own, or 128+n when signal n ended "
                    "it; 125: daemon-rpc failed, 126: cannot be executed, 127: not found, 130: cancelled.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<RunCommand>(invocation); };
    return spec;
}

void RunCommand::start()
{
    const OptionValues &options = invocation().options;
    if (options.isSet("input") && options.isSet("no-input")) {
        fail(Error(ErrorCode::InvalidArgument,
                   tr("--input and --no-input exclude each other, give one of them")));
        return;
    }
    const bool hasInput =
        options.isSet("input") || (!options.isSet("no-input") && !invocation().terminal.inputIsTerminal);
    const Result<RetryOptions> retry = RetryOptions::parse(options);
    if (!retry) {
        fail(retry.error());
        return;
    }
    run(Command::withCallersContext(invocation().operands), hasInput, *retry);
}

} // namespace DaemonRpc::Cli
