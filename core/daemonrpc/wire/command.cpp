#include <daemonrpc/wire/callercontext_p.h>
#include <daemonrpc/wire/cborreader_p.h>
#include <daemonrpc/wire/cborwriter_p.h>
#include <daemonrpc/wire/command.h>
#include <daemonrpc/wire/commandtext_p.h>

#include <algorithm>
#include <limits>

namespace DaemonRpc {

namespace CommandKey {
enum : int {
    Text = 1,
    Arguments = 2,
    Environment = 3,
    WorkingDirectory = 4,
    Umask = 5,
    TimeoutMs = 6,
    HasInput = 7,
    InputIsTerminal = 8,
    OutputIsTerminal = 9,
    ErrorIsTerminal = 10,
    Columns = 11,
    Rows = 12,
    TerminalType = 13,
};
}

static constexpr quint32 defaultUmask = 022;

Command::Command(QByteArrayList argumentList)
    : arguments(std::move(argumentList))
{}

Command Command::withCallersContext(QByteArrayList argumentList)
{
    Command command(std::move(argumentList));
    command.environment = callersEnvironment();
    command.workingDirectory = callersWorkingDirectory();
    command.umask = callersUmask();
    return command;
}

QByteArrayList Command::argumentList() const
{
    return arguments.isEmpty() ? splitCommandText(text) : arguments;
}

static qsizetype encodedSizeHint(const Command &command)
{
    constexpr qsizetype perString = 5; // the largest head of a string below 4 GiB
    qsizetype size = 128 + command.text.size() + command.workingDirectory.size();
    for (const QByteArray &argument : command.arguments)
        size += perString + argument.size();
    for (const QByteArray &entry : command.environment)
        size += perString + entry.size();
    return size;
}

QByteArray Command::encode() const
{
    Q_ASSERT(umask <= maxUmask);
    CborWriter writer(encodedSizeHint(*this));
    if (arguments.isEmpty())
        writer.writeBytes(CommandKey::Text, text);
    else
        writer.writeBytesList(CommandKey::Arguments, arguments);
    if (!environment.isEmpty())
        writer.writeBytesList(CommandKey::Environment, environment);
    if (!workingDirectory.isEmpty())
        writer.writeBytes(CommandKey::WorkingDirectory, workingDirectory);
    if (umask != defaultUmask)
        writer.writeUnsigned(CommandKey::Umask, umask);
    if (timeout.count() > 0)
        writer.writeUnsigned(CommandKey::TimeoutMs,
                             static_cast<quint64>(std::min(timeout, maxTimeout).count()));
    if (hasInput)
        writer.writeTrue(CommandKey::HasInput);
    if (terminal.inputIsTerminal)
        writer.writeTrue(CommandKey::InputIsTerminal);
    if (terminal.outputIsTerminal)
        writer.writeTrue(CommandKey::OutputIsTerminal);
    if (terminal.errorIsTerminal)
        writer.writeTrue(CommandKey::ErrorIsTerminal);
    if (terminal.columns != 0)
        writer.writeUnsigned(CommandKey::Columns, terminal.columns);
    if (terminal.rows != 0)
        writer.writeUnsigned(CommandKey::Rows, terminal.rows);
    if (!terminal.type.isEmpty() && terminal.type.size() <= maxTerminalTypeBytes)
        writer.writeBytes(CommandKey::TerminalType, terminal.type);
    return writer.finish();
}

static QByteArray readPlain(CborReader &reader, const char *field,
                            qsizetype maxLength = std::numeric_limits<qsizetype>::max())
{
    QByteArray value = reader.readBytes(field, maxLength);
    if (value.contains('\0'))
        reader.failField(field, QStringLiteral("contains a NUL byte"));
    return value;
}

static QByteArrayList readPlainList(CborReader &reader, const char *field, qsizetype maxCount)
{
    QByteArrayList values = reader.readBytesList(field, maxCount, std::numeric_limits<qsizetype>::max());
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values.at(i).contains('\0'))
            reader.failField(field, QStringLiteral("contains a NUL byte in element %1").arg(i));
    }
    return values;
}

static void checkText(CborReader &reader, const QByteArray &text)
{
    const qsizetype count = countCommandArguments(text);
    if (count == 0)
        reader.failField("text", QStringLiteral("names no command"));
    else if (count > Command::maxArguments)
        reader.failField("text", QStringLiteral("has more than %1 arguments").arg(Command::maxArguments));
}

static void checkEnvironment(CborReader &reader, const QByteArrayList &environment)
{
    for (qsizetype i = 0; i < environment.size(); ++i) {
        if (environment.at(i).indexOf('=') < 1)
            reader.failField("environment",
                             QStringLiteral("has an element %1 that is not NAME=value").arg(i));
    }
}

static void readMember(CborReader &reader, int key, Command *command)
{
    constexpr quint64 maxSize = std::numeric_limits<quint16>::max();
    TerminalInfo &terminal = command->terminal;
    switch (key) {
    case CommandKey::Text:
        command->text = readPlain(reader, "text");
        checkText(reader, command->text);
        break;
    case CommandKey::Arguments:
        command->arguments = readPlainList(reader, "arguments", Command::maxArguments);
        if (command->arguments.isEmpty())
            reader.failField("arguments", QStringLiteral("is empty"));
        break;
    case CommandKey::Environment:
        command->environment = readPlainList(reader, "environment", Command::maxEnvironment);
        checkEnvironment(reader, command->environment);
        break;
    case CommandKey::WorkingDirectory:
        command->workingDirectory = readPlain(reader, "working directory", Command::maxWorkingDirectoryBytes);
        if (!command->workingDirectory.isEmpty() && !command->workingDirectory.startsWith('/'))
            reader.failField("working directory", QStringLiteral("is not absolute"));
        break;
    case CommandKey::Umask:
        command->umask = static_cast<quint32>(reader.readUnsigned("umask", 0, Command::maxUmask));
        break;
    case CommandKey::TimeoutMs:
        command->timeout = std::chrono::milliseconds(
            reader.readUnsigned("timeout", 0, static_cast<quint64>(Command::maxTimeout.count())));
        break;
    case CommandKey::HasInput: command->hasInput = reader.readBool("has input"); break;
    case CommandKey::InputIsTerminal: terminal.inputIsTerminal = reader.readBool("input is terminal"); break;
    case CommandKey::OutputIsTerminal:
        terminal.outputIsTerminal = reader.readBool("output is terminal");
        break;
    case CommandKey::ErrorIsTerminal: terminal.errorIsTerminal = reader.readBool("error is terminal"); break;
    case CommandKey::Columns:
        terminal.columns = static_cast<quint16>(reader.readUnsigned("columns", 0, maxSize));
        break;
    case CommandKey::Rows:
        terminal.rows = static_cast<quint16>(reader.readUnsigned("rows", 0, maxSize));
        break;
    case CommandKey::TerminalType:
        terminal.type = readPlain(reader, "terminal type", Command::maxTerminalTypeBytes);
        break;
    default: reader.skipValue();
    }
}

Result<Command> Command::decode(QByteArrayView payload)
{
    Command command;
    CborReader reader("Command", payload);
    while (const std::optional<int> key = reader.nextKey())
        readMember(reader, *key, &command);
    if (reader.hasKey(CommandKey::Text) == reader.hasKey(CommandKey::Arguments))
        reader.fail(QStringLiteral("exactly one of key 1 (text) and key 2 (arguments) must be present"));
    if (!reader.finish())
        return unexpected(reader.error());
    return command;
}

} // namespace DaemonRpc
