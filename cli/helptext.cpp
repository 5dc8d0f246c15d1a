#include "helptext.h"

#include <QDateTime>

namespace DaemonRpc::Cli {

static constexpr int termColumns = 31; // two for the indent, the rest for what is explained

static QString explained(const QString &term, const QString &explanation)
{
    return QStringLiteral("  %1 %2\n").arg(term, -(termColumns - 3)).arg(explanation);
}

static QString optionLines(const QList<OptionSpec> &options)
{
    QString lines;
    for (const OptionSpec &option : options) {
        QString term = option.shortName == 0 ? QStringLiteral("    ")
                                             : QStringLiteral("-%1, ").arg(QLatin1Char(option.shortName));
        term += QStringLiteral("--%1").arg(QString::fromUtf8(option.name));
        if (option.takesValue())
            term += QStringLiteral(" %1").arg(QString::fromUtf8(option.valueName));
        lines += explained(term, option.help);
    }
    return lines;
}

QString helpText(const QList<SubcommandSpec> &subcommands)
{
    QString text =
        QStringLiteral("Usage: daemon-rpc [OPTION...] run [--] COMMAND [ARG...]\n"
                       "       daemon-rpc [OPTION...] SUBCOMMAND\n"
                       "       printf 'COMMAND ARG...' | daemon-rpc [OPTION...]\n"
                       "\n"
                       "Runs commands through a background daemon, which starts by itself on first use.\n"
                       "\n"
                       "Subcommands:\n");
    for (const SubcommandSpec &subcommand : subcommands) {
        QString term = QString::fromUtf8(subcommand.name);
        if (!subcommand.operandsHelp.isEmpty())
            term += QLatin1Char(' ') + subcommand.operandsHelp;
        text += explained(term, subcommand.summary);
    }
    text += QStringLiteral("\nOptions:\n") + optionLines(GlobalOptions::specs());
    text += QStringLiteral("\nSee daemon-rpc SUBCOMMAND --help, and daemon-rpc(1).\n");
    return text;
}

QString helpText(const SubcommandSpec &subcommand)
{
    QString usage = QString::fromUtf8(subcommand.name);
    if (!subcommand.options.isEmpty())
        usage += QStringLiteral(" [OPTION...]");
    if (!subcommand.operandsHelp.isEmpty())
        usage += QLatin1Char(' ') + subcommand.operandsHelp;
    QString summary = subcommand.summary;
    summary[0] = summary.at(0).toUpper();
    QString text = QStringLiteral("Usage: daemon-rpc [GLOBAL OPTION...] %1\n\n%2.\n").arg(usage, summary);
    if (!subcommand.notes.isEmpty())
        text += QLatin1Char('\n') + subcommand.notes;
    if (!subcommand.options.isEmpty())
        text += QStringLiteral("\nOptions:\n") + optionLines(subcommand.options);
    text += QStringLiteral("\nGlobal options: see daemon-rpc --help.\n");
    return text;
}

QString versionText(const BuildIdentity &build)
{
    const QDateTime built = QDateTime::fromMSecsSinceEpoch(build.timestampMs, Qt::UTC);
    return QStringLiteral("daemon-rpc %1\nbuild %2, timestamp %3 (%4)\nprotocol %5\n")
        .arg(QStringLiteral(DAEMONRPC_CLI_VERSION), QString::fromUtf8(build.id))
        .arg(build.timestampMs)
        .arg(built.toString(Qt::ISODate))
        .arg(protocolVersion);
}

} // namespace DaemonRpc::Cli
