// One command from here to its end.
#pragma once

#include "inputpump.h"
#include "retryoptions.h"
#include "subcommand.h"

#include <daemonrpc/client/client.h>

namespace DaemonRpc::Cli {

class InProcessDaemon;

/// Runs a command through a daemon, or within this process, with the standard streams of this process.
/// Thread-bound; the part that `run` and a command text on standard input share.
///
/// Standard input is read when the command asks for it. A reader of the output that is too slow pauses the
/// reply, so that at most OutputWriter::highWaterBytes and a chunk wait here.
class CommandRunner : public Subcommand
{
    Q_OBJECT

public:
    ~CommandRunner() override;

    /// The first signal cancels and waits for the command's own end, the second leaves.
    SignalReaction handleSignal(int signal) override;
    void handleResize() override;

    /// How long a daemon that runs may take to say its version, beyond the time for starting one.
    static constexpr std::chrono::milliseconds answerTimeout{5000};
    /// How long to wait for the daemon to tell the grace before the person hears of the cancellation anyway.
    static constexpr std::chrono::milliseconds graceTimeout{300};

protected:
    explicit CommandRunner(const Invocation &invocation);

    /// Sends @p command, whose terminal, timeout and hasInput are set here.
    void run(Command command, bool hasInput, const RetryOptions &retry = {});

private:
    void connectReply();
    void connectInput();
    void onAccepted();
    void onRetrying(const Error &error, std::chrono::milliseconds pause);
    void onNotice(const Notice &notice);
    void onInputWanted();
    void onInputEnded(int errnoValue);
    void holdBack();
    void onReplyFinished();
    void sayCancelling(std::chrono::milliseconds grace);

    std::unique_ptr<InProcessDaemon> m_inProcessDaemon;
    std::unique_ptr<Client> m_client;
    Reply *m_reply = nullptr; // the client's
    std::unique_ptr<InputPump> m_input;
    QTimer m_answerTimer;
    QTimer m_graceTimer;
    bool m_isCancelling = false;
    bool m_saidCancelling = false;
};

} // namespace DaemonRpc::Cli
