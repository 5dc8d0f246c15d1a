#include <daemonrpc/wire/command.h>
#include <daemonrpc/wire/commandtext_p.h>

namespace DaemonRpc {

static bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Calls takeByte(c) for each byte of an argument and endArgument() after each argument.
template <typename TakeByte, typename EndArgument>
static void scanCommandText(QByteArrayView text, TakeByte takeByte, EndArgument endArgument)
{
    bool isInArgument = false; // an empty pair of quotes is an argument too
    char quote = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote == 0 && isBlank(c)) {
            if (isInArgument)
                endArgument();
            isInArgument = false;
            continue;
        }
        isInArgument = true;
        if (c == '\\' && quote != '\'' && i + 1 < text.size())
            takeByte(text[++i]);
        else if (quote != 0 && c == quote)
            quote = 0;
        else if (quote == 0 && (c == '\'' || c == '"'))
            quote = c;
        else
            takeByte(c);
    }
    if (isInArgument)
        endArgument();
}

QByteArrayList splitCommandText(QByteArrayView text)
{
    QByteArrayList arguments;
    QByteArray current;
    scanCommandText(
        text, [&current](char c) { current.append(c); },
        [&] { arguments.append(std::exchange(current, QByteArray())); });
    return arguments;
}

qsizetype countCommandArguments(QByteArrayView text)
{
    qsizetype count = 0;
    scanCommandText(
        text, [](char) {}, [&count] { ++count; });
    return count;
}

} // namespace DaemonRpc
