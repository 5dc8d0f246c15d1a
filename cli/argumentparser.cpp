#include "argumentparser.h"

#include "escaping.h"
#include "suggestion.h"

#include <algorithm>

namespace DaemonRpc::Cli {

ArgumentParser::ArgumentParser(QByteArrayList arguments, QList<OptionSpec> options)
    : m_options(std::move(options))
    , m_rest(std::move(arguments))
{}

Result<void> ArgumentParser::parseOptions(Order order)
{
    QByteArrayList operands;
    while (!m_rest.isEmpty()) {
        const QByteArray argument = m_rest.constFirst();
        if (argument == "--") {
            m_rest.removeFirst();
            break;
        }
        const bool isOption = argument.size() > 1 && argument.startsWith('-');
        if (!isOption && order == Order::OptionsFirst)
            break;
        m_rest.removeFirst();
        if (!isOption) {
            operands.append(argument);
            continue;
        }
        Result<void> parsed = argument.startsWith("--") ? parseLong(argument) : parseShort(argument);
        if (!parsed)
            return parsed;
    }
    m_rest = operands + m_rest;
    return {};
}

Result<void> ArgumentParser::parseLong(const QByteArray &argument)
{
    const qsizetype equals = argument.indexOf('=');
    const QByteArray typed = argument.left(equals < 0 ? argument.size() : equals);
    const OptionSpec *option = find(typed.mid(2));
    if (!option)
        return unexpected(unknownOption(typed));
    if (equals < 0)
        return takeValue(*option, QString::fromUtf8(typed));
    if (!option->takesValue())
        return unexpected(ErrorCode::InvalidArgument,
                          tr("option %1 takes no value").arg(QString::fromUtf8(typed)));
    m_values.set(option->name, argument.mid(equals + 1));
    return {};
}

Result<void> ArgumentParser::parseShort(const QByteArray &argument)
{
    for (qsizetype i = 1; i < argument.size(); ++i) {
        const OptionSpec *option = find(argument.at(i));
        const QByteArray typed = QByteArray("-") + argument.at(i);
        if (!option)
            return unexpected(unknownOption(argument.size() == 2 ? typed : argument));
        if (option->takesValue() && i + 1 < argument.size()) {
            m_values.set(option->name, argument.mid(i + 1));
            return {};
        }
        if (Result<void> taken = takeValue(*option, QString::fromUtf8(typed)); !taken)
            return taken;
    }
    return {};
}

Result<void> ArgumentParser::takeValue(const OptionSpec &option, const QString &asTyped)
{
    if (!option.takesValue()) {
        m_values.set(option.name);
        return {};
    }
    if (m_rest.isEmpty())
        return unexpected(
            ErrorCode::InvalidArgument,
            tr("option %1 needs a value: %1 %2").arg(asTyped, QString::fromUtf8(option.valueName)));
    m_values.set(option.name, m_rest.takeFirst());
    return {};
}

const OptionSpec *ArgumentParser::find(const QByteArray &name) const
{
    const auto found = std::find_if(m_options.begin(), m_options.end(),
                                    [&name](const OptionSpec &option) { return option.name == name; });
    return found == m_options.end() ? nullptr : &*found;
}

const OptionSpec *ArgumentParser::find(char shortName) const
{
    const auto found =
        std::find_if(m_options.begin(), m_options.end(), [shortName](const OptionSpec &option) {
            return option.shortName != 0 && option.shortName == shortName;
        });
    return found == m_options.end() ? nullptr : &*found;
}

Error ArgumentParser::unknownOption(const QByteArray &asTyped) const
{
    QByteArrayList known;
    for (const OptionSpec &option : m_options)
        known.append("--" + option.name);
    const QByteArray nearest = asTyped.startsWith("--") ? nearestName(asTyped, known) : QByteArray();
    const QString shown = escapedForTerminal(asTyped);
    return Error(ErrorCode::InvalidArgument,
                 nearest.isEmpty()
                     ? tr("unknown option %1; see --help").arg(shown)
                     : tr("unknown option %1, did you mean \"%2\"?").arg(shown, QString::fromUtf8(nearest)));
}

} // namespace DaemonRpc::Cli
