// From argv to options and operands.
#pragma once

#include "optionspec.h"

#include <daemonrpc/base/result.h>

#include <QByteArrayList>
#include <QCoreApplication>

namespace DaemonRpc::Cli {

/// Reads options off the front of an argument list. Value.
///
/// QCommandLineParser cannot be used here: it takes QStrings, so that arguments that are not UTF-8 would not
/// survive, and it decides for the whole program, not per word, where options end.
///
/// Understands `--name`, `--name=value`, `--name value`, `-x`, `-xy`, `-x value`, `-xvalue`; `--` ends the
/// options; `-` alone is an operand.
///
///     ArgumentParser parser(arguments, globalOptions());
///     if (const Result<void> parsed = parser.parseOptions(); !parsed)
///         return fail(parsed.error());
///     run(parser.rest());
class ArgumentParser
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::ArgumentParser)

public:
    /// Whether options may stand behind operands.
    enum class Order { OptionsFirst, Mixed };

    ArgumentParser(QByteArrayList arguments, QList<OptionSpec> options);

    /// Adds @p options to those that are understood from here on.
    void addOptions(const QList<OptionSpec> &options) { m_options += options; }

    /// Reads options up to the first operand, or all of them. Errors: InvalidArgument.
    Result<void> parseOptions(Order order = Order::OptionsFirst);

    /// Takes the next operand; parseOptions() has stopped at it.
    QByteArray takeOperand() { return m_rest.takeFirst(); }

    [[nodiscard]] const OptionValues &values() const { return m_values; }

    /// The operands, untouched.
    [[nodiscard]] const QByteArrayList &rest() const { return m_rest; }

private:
    Result<void> parseLong(const QByteArray &argument);
    Result<void> parseShort(const QByteArray &argument);
    Result<void> takeValue(const OptionSpec &option, const QString &asTyped);
    [[nodiscard]] const OptionSpec *find(const QByteArray &name) const;
    [[nodiscard]] const OptionSpec *find(char shortName) const;
    [[nodiscard]] Error unknownOption(const QByteArray &asTyped) const;

    QList<OptionSpec> m_options;
    QByteArrayList m_rest;
    OptionValues m_values;
};

} // namespace DaemonRpc::Cli
