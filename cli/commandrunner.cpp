#include "commandrunner.h"

#include "exitcode.h"
#include "formatting.h"
#include "inprocessdaemon.h"
#include "unresponsivedaemon.h"

#include <daemonrpc/base/oserror.h>

#include <unistd.h>

namespace DaemonRpc::Cli {

CommandRunner::CommandRunner(const Invocation &invocation)
    : Subcommand(invocation)
{
    m_answerTimer.setSingleShot(true);
    m_graceTimer.setSingleShot(true);
    connect(&m_graceTimer, &QTimer::timeout, this, [this] { sayCancelling(std::chrono::milliseconds(0)); });
    connect(&m_answerTimer, &QTimer::timeout, this, [this] {
        const ClientOptions &options = this->invocation().client;
        fail(unresponsiveDaemon(options, options.spawnTimeout + answerTimeout));
    });
}

CommandRunner::~CommandRunner() = default;

void CommandRunner::run(Command command, bool hasInput, const RetryOptions &retry)
{
    command.terminal = invocation().terminal;
    command.timeout = invocation().globals.timeout;
    command.hasInput = hasInput;
    ClientOptions options = invocation().client;
    options.retry = retry.policy;
    if (const qint64 size = command.encode().size(); size > options.limits.maxCommandBytes) {
        fail(Error(ErrorCode::MessageTooLarge,
                   tr("the command, its arguments and its environment take %1, and %2 can be sent; "
                      "give large data as standard input")
                       .arg(formatBytes(size), formatBytes(options.limits.maxCommandBytes))));
        return;
    }
    m_client = std::make_unique<Client>(options);
    if (invocation().globals.isInProcess) {
        m_inProcessDaemon = std::make_unique<InProcessDaemon>();
        m_reply = m_client->execute(command, m_inProcessDaemon->openStream());
    } else {
        m_reply = m_client->execute(command, retry.idempotence);
        m_answerTimer.start(options.spawnTimeout + answerTimeout);
        messenger().showProgress(tr("waiting for daemon \"%1\"…").arg(options.daemonId.toString()));
    }
    connectReply();
    if (hasInput)
        connectInput();
}

void CommandRunner::connectReply()
{
    connect(m_reply, &Reply::spawning, this, [this] {
        messenger().showProgress(tr("starting daemon \"%1\"…").arg(invocation().client.daemonId.toString()));
    });
    connect(m_reply, &Reply::accepted, this, &CommandRunner::onAccepted);
    connect(m_reply, &Reply::retrying, this, &CommandRunner::onRetrying);
    connect(m_reply, &Reply::noticeReceived, this, &CommandRunner::onNotice);
    connect(m_reply, &Reply::finished, this, &CommandRunner::onReplyFinished);
    connect(m_reply, &Reply::outputReceived, this, [this](QByteArrayView bytes) {
        messenger().clearProgress();
        invocation().output.write(bytes);
        holdBack();
    });
    connect(m_reply, &Reply::errorOutputReceived, this, [this](QByteArrayView bytes) {
        messenger().clearProgress();
        invocation().errorOutput.write(bytes);
        holdBack();
    });
    connect(&invocation().output, &OutputWriter::relieved, this, &CommandRunner::holdBack);
    connect(&invocation().errorOutput, &OutputWriter::relieved, this, &CommandRunner::holdBack);
}

void CommandRunner::connectInput()
{
    m_input = std::make_unique<InputPump>(STDIN_FILENO);
    connect(m_reply, &Reply::inputWantedChanged, this, &CommandRunner::onInputWanted);
    connect(m_input.get(), &InputPump::bytesRead, m_reply, &Reply::sendInput);
    connect(m_input.get(), &InputPump::ended, this, &CommandRunner::onInputEnded);
}

void CommandRunner::onAccepted()
{
    m_answerTimer.stop();
    messenger().clearProgress();
}

void CommandRunner::onRetrying(const Error &error, std::chrono::milliseconds pause)
{
    m_answerTimer.start(pause + invocation().client.spawnTimeout + answerTimeout);
    messenger().showNotice(
        retryNotice(error, pause, m_reply->attempt(), m_client->options().retry.maxAttempts));
}

void CommandRunner::onNotice(const Notice &notice)
{
    if (notice.kind == Notice::Kind::Cancelling && m_isCancelling)
        sayCancelling(std::chrono::milliseconds(notice.value));
    else if (notice.kind == Notice::Kind::Cancelling)
        messenger().showInformation(notice.text); // nobody here asked for it: say who did
    else if (notice.kind == Notice::Kind::Information)
        messenger().showDetail(notice.text);
    else if (notice.kind == Notice::Kind::Queued && invocation().terminal.errorIsTerminal)
        messenger().showProgress(notice.text);
    else
        messenger().showNotice(notice.text);
}

void CommandRunner::onInputWanted()
{
    // What is granted grows, and every byte read is sent within the same turn: the two counts agree.
    m_input->setWanted(m_reply->inputWanted());
}

void CommandRunner::onInputEnded(int errnoValue)
{
    if (errnoValue != 0)
        messenger().showInformation(
            tr("cannot read standard input: %1; the command gets its end").arg(errnoText(errnoValue)));
    m_reply->finishInput();
}

void CommandRunner::holdBack()
{
    const bool isFull = invocation().output.isFull() || invocation().errorOutput.isFull();
    if (!m_reply->isFinished())
        m_reply->setReading(!isFull);
}

Subcommand::SignalReaction CommandRunner::handleSignal(int signal)
{
    if (m_isCancelling || !m_reply)
        return SignalReaction::Leave;
    m_isCancelling = true;
    m_graceTimer.start(graceTimeout);
    m_reply->cancel(signal);
    return SignalReaction::Stay;
}

void CommandRunner::sayCancelling(std::chrono::milliseconds grace)
{
    m_graceTimer.stop();
    if (std::exchange(m_saidCancelling, true))
        return;
    messenger().showInformation(
        grace.count() > 0
            ? tr("cancelling (%1 grace); press Ctrl+C again to leave now").arg(formatDuration(grace))
            : tr("cancelling; press Ctrl+C again to leave now"));
}

void CommandRunner::handleResize()
{
    const TerminalInfo terminal = currentTerminal();
    if (m_reply && terminal.columns > 0)
        m_reply->resize(terminal.columns, terminal.rows);
}

void CommandRunner::onReplyFinished()
{
    m_answerTimer.stop();
    m_graceTimer.stop();
    if (m_input)
        m_input->setWanted(0);
    if (const std::optional<Error> &error = m_reply->error()) {
        fail(*error);
        return;
    }
    finish(exitCodeForEnd(
        {m_reply->exitCode(), m_reply->signal(), m_reply->isCancelled(), m_reply->isForced()}));
}

} // namespace DaemonRpc::Cli
