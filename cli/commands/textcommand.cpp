#include "textcommand.h"

#include "formatting.h"

#include <daemonrpc/base/oserror.h>

#include <unistd.h>

namespace DaemonRpc::Cli {

TextCommand::TextCommand(const Invocation &invocation)
    : CommandRunner(invocation)
{}

TextCommand::~TextCommand() = default;

void TextCommand::start()
{
    const qint64 limit = invocation().client.limits.maxCommandBytes;
    m_textInput = std::make_unique<InputPump>(STDIN_FILENO);
    connect(m_textInput.get(), &InputPump::ended, this, &TextCommand::onEnded);
    connect(m_textInput.get(), &InputPump::bytesRead, this, [this, limit](QByteArrayView bytes) {
        m_text.append(bytes);
        if (m_text.size() > limit)
            fail(Error(ErrorCode::MessageTooLarge,
                       tr("the command on standard input is longer than %1; to give a command large "
                          "data use \"daemon-rpc run COMMAND\"")
                           .arg(formatBytes(limit))));
    });
    m_textInput->setWanted(limit + 1);
}

void TextCommand::onEnded(int errnoValue)
{
    if (errnoValue != 0)
        fail(Error(ErrorCode::IoError, tr("cannot read standard input: %1").arg(errnoText(errnoValue))));
    else
        send();
}

void TextCommand::send()
{
    Command command = Command::withCallersContext({});
    command.text = m_text;
    if (command.argumentList().isEmpty()) {
        fail(Error(ErrorCode::InvalidArgument,
                   tr("standard input has no command; use \"daemon-rpc run COMMAND\", or see "
                      "\"daemon-rpc --help\"")));
        return;
    }
    if (m_text.contains('\0')) {
        fail(Error(ErrorCode::InvalidArgument,
                   tr("the command on standard input has a NUL byte, which no argument can have")));
        return;
    }
    run(command, false);
}

} // namespace DaemonRpc::Cli
