// daemon-rpc, assembled.
#pragma once

#include "commandline.h"
#include "signalwatcher.h"
#include "translations/programtranslator.h"

namespace DaemonRpc::Cli {

/// One run of daemon-rpc: from the arguments to the exit code. Thread-bound; needs a QCoreApplication.
///
///     QCoreApplication application(argc, argv);
///     return CliApplication(BuildIdentity::current()).run(arguments);
class CliApplication : public QObject
{
    Q_OBJECT

public:
    /// @p build is what a daemon is compared with.
    explicit CliApplication(const BuildIdentity &build);
    ~CliApplication() override;

    /// Does what @p arguments (raw bytes, the program's name left out) ask for and returns the exit code
    /// when everything is written. Runs the event loop; called once.
    [[nodiscard]] int run(const QByteArrayList &arguments);

    /// After run(): whether threads and children of a command in this process may still be about, so that the
    /// program must end with _exit(2) instead of taking the ground from under them.
    [[nodiscard]] bool isExitUnsafe() const { return m_wasInProcess; }

private:
    void begin(const QByteArrayList &arguments);
    void beginSubcommand(const CommandLine &line, const GlobalOptions &globals);
    void connectOutput(OutputWriter &writer) const;
    void onSignal(int signal);
    void onOutputFailed(int errnoValue);
    void end(int exitCode);
    void endWithText(const QString &text);
    void endWithError(const Error &error);
    void leaveIfWritten();
    void leave(int exitCode);

    BuildIdentity m_build;
    ProgramTranslator m_translator;
    TerminalInfo m_terminal;
    OutputWriter m_output;
    std::unique_ptr<OutputWriter> m_ownErrorOutput; // null when it is the same channel as m_output
    OutputWriter &m_errorOutput;
    std::unique_ptr<Messenger> m_messenger;
    std::unique_ptr<SignalWatcher> m_signalWatcher;
    std::unique_ptr<Subcommand> m_subcommand;
    int m_exitCode = 0;
    bool m_isEnding = false;
    bool m_wasInProcess = false;
};

} // namespace DaemonRpc::Cli
