#include <daemonrpc/service/config/configurationkey.h>
#include <daemonrpc/service/config/configurationtext.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static bool isControl(QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }

static std::optional<bool> flagOf(const QString &text)
{
    const QString word = text.toLower();
    if (word == u"true" || word == u"yes" || word == u"on")
        return true;
    if (word == u"false" || word == u"no" || word == u"off")
        return false;
    return std::nullopt;
}

// Digits alone: no blanks, no plus, no other base, no thousands.
static std::optional<qint64> numberOf(const QString &text)
{
    const QStringView digits = text.startsWith(u'-') ? QStringView(text).mid(1) : QStringView(text);
    const bool areDigits =
        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!areDigits)
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

static std::optional<qint64> permissionsOf(const QString &text)
{
    QString digits = text;
    if (digits.startsWith(u"0o"))
        digits.remove(0, 2);
    const bool isOctal =
        digits.size() >= 3 && digits.size() <= 4 &&
        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'7'; });
    const qint64 bits = isOctal ? digits.toLongLong(nullptr, 8) : -1;
    return bits >= 0 && bits <= 0777 ? std::optional(bits) : std::nullopt;
}

QString ConfigurationKey::section() const
{
    return path.left(std::max<qsizetype>(path.lastIndexOf(u'.'), 0));
}

QString ConfigurationKey::name() const { return path.mid(path.lastIndexOf(u'.') + 1); }

QByteArray ConfigurationKey::environmentName() const
{
    QByteArray name = path.toLatin1().toUpper();
    return "DAEMON_RPC_" + name.replace('.', '_');
}

QString ConfigurationKey::expectation() const
{
    switch (type) {
    case Type::Flag: return u"true or false"_s;
    case Type::Number: {
        const QString range = u"a whole number from %1 to %2"_s.arg(minimum).arg(maximum);
        return unit.isEmpty() ? range : u"%1 (%2)"_s.arg(range, unit);
    }
    case Type::Text: return mayBeEmpty ? u"a text of one line"_s : u"a text of one line that is not empty"_s;
    case Type::Path: return mayBeEmpty ? u"an absolute path or \"\""_s : u"an absolute path"_s;
    case Type::Permissions: return u"octal permissions from 0000 to 0777"_s;
    case Type::Choice: return u"one of "_s + choices.join(u", "_s);
    case Type::TextList: return u"a list of texts"_s;
    case Type::Environment: return u"variables, as NAME: value or a list of NAME=value"_s;
    case Type::ChoiceMap: return u"NAME: value, each value one of "_s + choices.join(u", "_s);
    }
    return {};
}

static Error mismatch(const QString &expected, const QString &text)
{
    return Error(ErrorCode::InvalidArgument,
                 u"expected %1, found %2"_s.arg(expected, quotedForMessage(text)));
}

static bool isOneLine(const QString &text)
{
    return text.size() <= ConfigurationKey::maxTextLength &&
           std::none_of(text.begin(), text.end(), isControl);
}

Result<QString> ConfigurationKey::parseEntry(const QString &text) const
{
    switch (type) {
    case Type::ChoiceMap:
        if (choices.contains(text))
            return text;
        return unexpected(mismatch(u"one of "_s + choices.join(u", "_s), text));
    case Type::Environment:
        if (text.indexOf(u'=') > 0 && !text.contains(QChar(0)))
            return text;
        return unexpected(mismatch(u"NAME=value"_s, text));
    default:
        if (!text.contains(QChar(0)))
            return text;
        return unexpected(mismatch(u"a text without a NUL character"_s, text));
    }
}

// "a=x,b=y"
static Result<ConfigurationValue> mapOf(const ConfigurationKey &key, const QStringList &entries)
{
    QMap<QString, QString> map;
    for (const QString &entry : entries) {
        const qsizetype sign = entry.indexOf(u'=');
        if (sign <= 0)
            return unexpected(mismatch(u"NAME=value, separated by commas"_s, entry));
        const Result<QString> value = key.parseEntry(entry.mid(sign + 1));
        if (!value)
            return unexpected(value.error());
        map.insert(entry.left(sign), *value);
    }
    return ConfigurationValue(map);
}

Result<ConfigurationValue> ConfigurationKey::parse(const QString &text) const
{
    switch (type) {
    case Type::Flag:
        if (const auto flag = flagOf(text))
            return ConfigurationValue(*flag);
        break;
    case Type::Number:
        if (const auto number = numberOf(text); number && *number >= minimum && *number <= maximum)
            return ConfigurationValue(*number);
        break;
    case Type::Permissions:
        if (const auto bits = permissionsOf(text))
            return ConfigurationValue(*bits);
        break;
    case Type::Text:
        if (isOneLine(text) && (mayBeEmpty || !text.isEmpty()))
            return ConfigurationValue(text);
        break;
    case Type::Path:
        if (isOneLine(text) && (text.isEmpty() ? mayBeEmpty : text.startsWith(u'/')))
            return ConfigurationValue(text);
        break;
    case Type::Choice:
        if (choices.contains(text))
            return ConfigurationValue(text);
        break;
    case Type::ChoiceMap: return mapOf(*this, text.split(u',', Qt::SkipEmptyParts));
    case Type::TextList:
    case Type::Environment: {
        const QStringList entries = text.split(u',', Qt::SkipEmptyParts);
        for (const QString &entry : entries) {
            if (const Result<QString> parsed = parseEntry(entry); !parsed)
                return unexpected(parsed.error());
        }
        return ConfigurationValue(entries);
    }
    }
    return unexpected(mismatch(expectation(), text));
}

QString ConfigurationKey::toYaml(const ConfigurationValue &value) const
{
    if (const bool *flag = std::get_if<bool>(&value))
        return *flag ? u"true"_s : u"false"_s;
    if (const qint64 *number = std::get_if<qint64>(&value))
        return type == Type::Permissions ? u"0%1"_s.arg(*number, 3, 8, QLatin1Char('0'))
                                         : QString::number(*number);
    if (const QString *text = std::get_if<QString>(&value))
        return type == Type::Choice ? *text : quotedForYaml(*text);
    QStringList entries;
    if (const QStringList *list = std::get_if<QStringList>(&value)) {
        for (const QString &entry : *list)
            entries.append(quotedForYaml(entry));
        return u"[%1]"_s.arg(entries.join(u", "_s));
    }
    const auto &map = std::get<QMap<QString, QString>>(value);
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        entries.append(u"%1: %2"_s.arg(quotedForYaml(entry.key()), entry.value()));
    return u"{%1}"_s.arg(entries.join(u", "_s));
}

} // namespace DaemonRpc
