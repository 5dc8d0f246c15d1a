// The whole command line, parsed.
#pragma once

#include "subcommand.h"

#include <QCoreApplication>

#include <optional>

namespace DaemonRpc::Cli {

/// What one command line asks for. Value.
struct CommandLine
{
    OptionValues options;                     ///< Global ones and those of the subcommand.
    std::optional<SubcommandSpec> subcommand; ///< None: the command is on standard input, or help is wanted.
    QByteArrayList operands;                  ///< Of the subcommand.
    bool wantsHelp = false;                   ///< Of the subcommand, when there is one.
    bool wantsVersion = false;

    /// Reads @p arguments, the program's name left out: global options, the subcommand, its options and
    /// operands. Global options may also follow the subcommand, in front of COMMAND where that ends the
    /// options. Errors: InvalidArgument, one sentence with what may have been meant.
    static Result<CommandLine> parse(const QByteArrayList &arguments,
                                     const QList<SubcommandSpec> &subcommands);

    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::CommandLine)
};

} // namespace DaemonRpc::Cli
