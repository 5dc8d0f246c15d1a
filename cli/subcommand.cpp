#include "subcommand.h"

#include "exitcode.h"

namespace DaemonRpc::Cli {

Subcommand::Subcommand(const Invocation &invocation)
    : m_invocation(invocation)
{}

Subcommand::~Subcommand() = default;

Subcommand::SignalReaction Subcommand::handleSignal(int) { return SignalReaction::Leave; }

void Subcommand::handleResize() {}

void Subcommand::finish(int exitCode)
{
    if (std::exchange(m_isFinished, true))
        return;
    messenger().clearProgress();
    Q_EMIT finished(exitCode);
}

void Subcommand::fail(const Error &error)
{
    if (m_isFinished)
        return;
    messenger().showError(error);
    finish(exitCodeForError(error.code()));
}

} // namespace DaemonRpc::Cli
