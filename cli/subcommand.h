// What all subcommands have in common.
#pragma once

#include "argumentparser.h"
#include "globaloptions.h"
#include "messenger.h"
#include "outputwriter.h"

#include <functional>
#include <memory>

namespace DaemonRpc::Cli {

/// One call of daemon-rpc: what was asked, and what the answer is written to. The references outlive every
/// subcommand.
struct Invocation
{
    GlobalOptions globals;
    OptionValues options;    ///< The subcommand's own.
    QByteArrayList operands; ///< What follows the options, untouched.
    ClientOptions client;
    TerminalInfo terminal;
    bool isColored = false; ///< For standard output.
    OutputWriter &output;
    OutputWriter &errorOutput; ///< May be `output` itself, when both lead to one pipe or terminal.
    Messenger &messenger;
};

/// One subcommand at work. Thread-bound, asynchronous; says finished() once.
class Subcommand : public QObject
{
    Q_OBJECT

public:
    enum class SignalReaction {
        Stay,  ///< The signal is taken care of, finished() will follow.
        Leave, ///< The program is to end now, with 128 plus the signal.
    };

    explicit Subcommand(const Invocation &invocation);
    ~Subcommand() override;

    /// Begins; called once, from the event loop.
    virtual void start() = 0;

    /// SIGINT, SIGTERM or SIGHUP came. Leaves, unless there is something better to do.
    [[nodiscard]] virtual SignalReaction handleSignal(int signal);

    /// The terminal has a new size. Nothing to do, for most.
    virtual void handleResize();

Q_SIGNALS:
    /// It is done; what was written may still wait in the writers.
    void finished(int exitCode);

protected:
    [[nodiscard]] const Invocation &invocation() const { return m_invocation; }

    [[nodiscard]] Messenger &messenger() const { return m_invocation.messenger; }

    /// Ends with @p exitCode; later calls are ignored.
    void finish(int exitCode);
    /// Ends with @p error shown and the exit code that belongs to it.
    void fail(const Error &error);

private:
    Invocation m_invocation;
    bool m_isFinished = false;
};

/// A subcommand as the parser and the help know it. Value.
struct SubcommandSpec
{
    static constexpr int unlimited = -1;

    using Factory = std::function<std::unique_ptr<Subcommand>(const Invocation &)>;

    QByteArray name;
    QString summary;      ///< One line.
    QString operandsHelp; ///< "REQUEST_ID"; empty for none.
    int minOperands = 0;
    int maxOperands = 0;
    QList<OptionSpec> options;
    Factory make;
    ArgumentParser::Order order = ArgumentParser::Order::Mixed;
    QString notes; ///< Further lines of the help.
};

} // namespace DaemonRpc::Cli
