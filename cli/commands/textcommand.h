// A command that comes on standard input.
#pragma once

#include "commandrunner.h"

namespace DaemonRpc::Cli {

/// `printf 'COMMAND ARG...' | daemon-rpc`: all of standard input is the command text, which the daemon splits
/// into words. The command itself gets no input.
class TextCommand : public CommandRunner
{
    Q_OBJECT

public:
    explicit TextCommand(const Invocation &invocation);
    ~TextCommand() override;

    void start() override;

private:
    void onEnded(int errnoValue);
    void send();

    std::unique_ptr<InputPump> m_textInput;
    QByteArray m_text;
};

} // namespace DaemonRpc::Cli
