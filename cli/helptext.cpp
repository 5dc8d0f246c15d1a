#include "helptext.h"

#include "translations/displaywidth.h"

#include <QCoreApplication>
#include <QDateTime>

namespace DaemonRpc::Cli {

namespace {

class HelpText
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::HelpText)
};

constexpr int termColumns = 31; // two for the indent, the rest for what is explained
constexpr int maxColumns = 100;

QString explained(const QString &term, const QString &explanation)
{
    return explainedTerm(term, explanation, termColumns, maxColumns);
}

QString optionLines(const QList<OptionSpec> &options)
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

QString usage(const QStringList &forms)
{
    const QString word = HelpText::tr("Usage:") + u' ';
    const QString indent(displayWidth(word), u' ');
    return word + forms.join(u'\n' + indent) + u'\n';
}

QString paragraph(const QString &text)
{
    return u'\n' + wrappedToWidth(text, maxColumns).join(u'\n') + u'\n';
}

QString heading(const QString &text) { return u'\n' + text + u'\n'; }

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace

QString helpText(const QList<SubcommandSpec> &subcommands)
{
    QString text = usage({QStringLiteral("daemon-rpc [OPTION...] run [--] COMMAND [ARG...]"),
                          QStringLiteral("daemon-rpc [OPTION...] SUBCOMMAND"),
                          QStringLiteral("printf 'COMMAND ARG...' | daemon-rpc [OPTION...]")});
    text += paragraph(
        HelpText::tr("Runs commands through a background daemon, which starts by itself on first use."));
    text += heading(HelpText::tr("Subcommands:"));
    for (const SubcommandSpec &subcommand : subcommands) {
        QString term = QString::fromUtf8(subcommand.name);
        if (!subcommand.operandsHelp.isEmpty())
            term += QLatin1Char(' ') + subcommand.operandsHelp;
        text += explained(term, subcommand.summary);
    }
    text += heading(HelpText::tr("Options:")) + optionLines(GlobalOptions::specs());
    text += paragraph(HelpText::tr("See daemon-rpc SUBCOMMAND --help, and daemon-rpc(1)."));
    return text;
}

QString helpText(const SubcommandSpec &subcommand)
{
    QString form = QStringLiteral("daemon-rpc [GLOBAL OPTION...] ") + QString::fromUtf8(subcommand.name);
    if (!subcommand.options.isEmpty())
        form += QStringLiteral(" [OPTION...]");
    if (!subcommand.operandsHelp.isEmpty())
        form += QLatin1Char(' ') + subcommand.operandsHelp;
    QString text = usage({form}) + paragraph(HelpText::tr("%1.").arg(capitalized(subcommand.summary)));
    if (!subcommand.notes.isEmpty())
        text += paragraph(subcommand.notes);
    if (!subcommand.options.isEmpty())
        text += heading(HelpText::tr("Options:")) + optionLines(subcommand.options);
    text += paragraph(HelpText::tr("Global options: see daemon-rpc --help."));
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
