#include "cliapplication.h"

#include "commands/textcommand.h"
#include "exitcode.h"
#include "helptext.h"
#include "subcommandtable.h"

#include <daemonrpc/base/oserror.h>

#include <QCoreApplication>

#include <algorithm>

#include <errno.h>
#include <unistd.h>

namespace DaemonRpc::Cli {

CliApplication::CliApplication(const BuildIdentity &build)
    : m_build(build)
    , m_translator(QStringLiteral("daemon-rpc"))
    , m_terminal(currentTerminal())
    , m_output(STDOUT_FILENO)
    , m_ownErrorOutput(isSameChannel(STDOUT_FILENO, STDERR_FILENO)
                           ? nullptr
                           : std::make_unique<OutputWriter>(STDERR_FILENO))
    , m_errorOutput(m_ownErrorOutput ? *m_ownErrorOutput : m_output)
    , m_messenger(std::make_unique<Messenger>(m_errorOutput, m_terminal.errorIsTerminal, Verbosity::Normal))
    , m_signalWatcher(std::make_unique<SignalWatcher>())
{
    m_translator.install(ProgramTranslator::chosenLanguage(LanguageEnvironment::current()));
    connect(m_signalWatcher.get(), &SignalWatcher::terminationRequested, this, &CliApplication::onSignal);
    connect(m_signalWatcher.get(), &SignalWatcher::terminalResized, this, [this] {
        if (m_subcommand)
            m_subcommand->handleResize();
    });
    connectOutput(m_output);
    if (m_ownErrorOutput)
        connectOutput(*m_ownErrorOutput);
}

CliApplication::~CliApplication() = default;

void CliApplication::connectOutput(OutputWriter &writer) const
{
    connect(&writer, &OutputWriter::failed, this, &CliApplication::onOutputFailed);
    connect(&writer, &OutputWriter::drained, this, &CliApplication::leaveIfWritten);
}

int CliApplication::run(const QByteArrayList &arguments)
{
    QMetaObject::invokeMethod(
        this, [this, arguments] { begin(arguments); }, Qt::QueuedConnection);
    const int exitCode = QCoreApplication::exec();
    // Ends what runs for us while the signals and the writers are still there.
    m_subcommand.reset();
    return exitCode;
}

void CliApplication::begin(const QByteArrayList &arguments)
{
    const QList<SubcommandSpec> subcommands = subcommandTable();
    const Result<CommandLine> line = CommandLine::parse(arguments, subcommands);
    if (!line) {
        endWithError(line.error());
        return;
    }
    // What programs read says the same everywhere; it holds texts, too: findings, errors.
    if (line->options.isSet("json"))
        m_translator.install(QStringLiteral("en"));
    if (line->wantsVersion) {
        endWithText(versionText(m_build));
        return;
    }
    const bool hasNothingToDo = !line->subcommand && m_terminal.inputIsTerminal;
    if (line->wantsHelp || hasNothingToDo) {
        endWithText(line->subcommand ? helpText(*line->subcommand) : helpText(subcommands));
        return;
    }
    const Result<GlobalOptions> globals = GlobalOptions::parse(line->options);
    if (!globals) {
        endWithError(globals.error());
        return;
    }
    beginSubcommand(*line, *globals);
}

/// Why a remote daemon is of no use here; nothing when it is, or when none is meant.
static std::optional<Error> remoteError(const CommandLine &line, const GlobalOptions &globals)
{
    if (!globals.address.isRemote())
        return std::nullopt;
    if (globals.isInProcess)
        return Error(ErrorCode::InvalidArgument,
                     CliApplication::tr("--address and --in-process exclude each other, give one of them"));
    static constexpr const char *localOnly[] = {"list", "start", "logs", "doctor"};
    const QByteArray name = line.subcommand ? line.subcommand->name : QByteArray();
    const bool isLocal = std::find(std::begin(localOnly), std::end(localOnly), name) != std::end(localOnly);
    if (!isLocal && !line.options.isSet("all"))
        return std::nullopt;
    return Error(
        ErrorCode::InvalidArgument,
        CliApplication::tr("\"%1\" looks at the files of this machine; leave out --address (and unset "
                           "DAEMON_RPC_ADDRESS)")
            .arg(QString::fromUtf8(isLocal ? name : name + " --all")));
}

void CliApplication::beginSubcommand(const CommandLine &line, const GlobalOptions &globals)
{
    const bool runsCommand = !line.subcommand || line.subcommand->name == "run";
    if (globals.isInProcess && !runsCommand) {
        endWithError(Error(ErrorCode::InvalidArgument,
                           tr("--in-process is for commands; leave it out to ask a daemon")));
        return;
    }
    if (const std::optional<Error> error = remoteError(line, globals)) {
        endWithError(*error);
        return;
    }
    m_wasInProcess = globals.isInProcess;
    m_messenger = std::make_unique<Messenger>(m_errorOutput, m_terminal.errorIsTerminal, globals.verbosity);
    if (globals.owner)
        m_messenger->showInformation(tr("talking to the daemon of user %1").arg(globals.ownerName));
    const Invocation invocation{
        globals,       line.options,
        line.operands, globals.clientOptions(m_build, QCoreApplication::applicationDirPath()),
        m_terminal,    useColor(globals.color, m_terminal.outputIsTerminal, m_terminal.type),
        m_output,      m_errorOutput,
        *m_messenger,
    };
    m_subcommand =
        line.subcommand ? line.subcommand->make(invocation) : std::make_unique<TextCommand>(invocation);
    connect(m_subcommand.get(), &Subcommand::finished, this, &CliApplication::end);
    m_subcommand->start();
}

void CliApplication::onSignal(int signal)
{
    const bool isWaitingForReader = m_isEnding || !m_subcommand;
    if (isWaitingForReader || m_subcommand->handleSignal(signal) == Subcommand::SignalReaction::Leave)
        leave(exitCodeForSignal(signal));
}

void CliApplication::onOutputFailed(int errnoValue)
{
    const auto *writer = static_cast<OutputWriter *>(sender());
    if (errnoValue == EPIPE) {
        // As if SIGPIPE had ended us; the daemon cancels the request when our connection ends.
        leave(ExitCode::BrokenPipe);
        return;
    }
    const bool isErrorOutput = writer == m_ownErrorOutput.get();
    m_messenger->showError(Error(
        ErrorCode::IoError,
        (isErrorOutput ? tr("cannot write to standard error: %1") : tr("cannot write to standard output: %1"))
            .arg(errnoText(errnoValue))));
    end(ExitCode::Failed);
}

void CliApplication::endWithText(const QString &text)
{
    m_output.write(text.toUtf8());
    end(ExitCode::Success);
}

void CliApplication::endWithError(const Error &error)
{
    m_messenger->showError(error);
    end(ExitCode::Failed);
}

void CliApplication::end(int exitCode)
{
    // A failed write counts more than what the command had to say.
    if (!m_isEnding || exitCode == ExitCode::Failed)
        m_exitCode = exitCode;
    m_isEnding = true;
    // Queued behind the news of a write that failed just now.
    QMetaObject::invokeMethod(this, &CliApplication::leaveIfWritten, Qt::QueuedConnection);
}

void CliApplication::leaveIfWritten()
{
    if (m_isEnding && m_output.bytesPending() == 0 && m_errorOutput.bytesPending() == 0)
        leave(m_exitCode);
}

void CliApplication::leave(int exitCode) { QCoreApplication::exit(exitCode); }

} // namespace DaemonRpc::Cli
