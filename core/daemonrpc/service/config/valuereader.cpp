#include "valuereader_p.h"

#include <daemonrpc/base/nearestnames_p.h>
#include <daemonrpc/service/config/configurationtext.h>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

using Kind = ConfigurationNode::Kind;
using Type = ConfigurationKey::Type;

QString descriptionOf(const ConfigurationNode &node)
{
    switch (node.kind) {
    case Kind::Nothing: return u"nothing"_s;
    case Kind::List: return u"a list"_s;
    case Kind::Map: return u"a map"_s;
    case Kind::Scalar: break;
    }
    return (node.isPlain ? QString() : u"the text "_s) + quotedForMessage(node.text);
}

void addUnknownKey(ConfigurationPosition position, const QString &name, const QString &where,
                   const QStringList &known, ConfigurationProblems &problems)
{
    const QStringList nearest = nearestNames(name, known);
    const QString advice = nearest.isEmpty() ? u"known are "_s + known.join(u", "_s)
                                             : u"did you mean \"%1\"?"_s.arg(nearest.constFirst());
    problems.add(position, u"unknown key %1 in %2; %3"_s.arg(quotedForMessage(name), where, advice));
}

namespace {

class ValueReader
{
public:
    ValueReader(const ConfigurationKey &key, ConfigurationProblems &problems)
        : m_key(key)
        , m_problems(problems)
    {}

    std::optional<ConfigurationValue> read(const ConfigurationNode &node)
    {
        switch (m_key.type) {
        case Type::TextList: return list(node);
        case Type::Environment: return node.kind == Kind::Map ? variables(node) : list(node);
        case Type::ChoiceMap: return map(node);
        default: return scalar(node);
        }
    }

private:
    std::optional<ConfigurationValue> mismatch(const ConfigurationNode &node, const QString &expected)
    {
        QString found = descriptionOf(node);
        if (node.kind == Kind::Nothing)
            found += u"; write \"\" for an empty text"_s;
        // What is not there is where the next thing is.
        const bool isMissing = node.kind == Kind::Nothing && node.keyPosition.line > 0;
        m_problems.add(isMissing ? node.keyPosition : node.position,
                       u"%1: expected %2, found %3"_s.arg(m_key.path, expected, found));
        return std::nullopt;
    }

    template <typename Value>
    std::optional<Value> checked(const ConfigurationNode &node, const Result<Value> &result)
    {
        if (result)
            return *result;
        m_problems.add(node.position, u"%1: %2"_s.arg(m_key.path, result.error().message()));
        return std::nullopt;
    }

    std::optional<ConfigurationValue> scalar(const ConfigurationNode &node)
    {
        const bool isQuotedNumber = (m_key.type == Type::Flag || m_key.type == Type::Number) && !node.isPlain;
        if (node.kind != Kind::Scalar || isQuotedNumber)
            return mismatch(node, m_key.expectation());
        return checked(node, m_key.parse(node.text));
    }

    std::optional<QString> entry(const ConfigurationNode &node, const QString &prefix = {})
    {
        if (node.kind != Kind::Scalar) {
            mismatch(node, u"a text"_s);
            return std::nullopt;
        }
        return checked(node, m_key.parseEntry(prefix + node.text));
    }

    std::optional<ConfigurationValue> list(const ConfigurationNode &node)
    {
        if (node.kind != Kind::List)
            return mismatch(node, m_key.expectation());
        QStringList result;
        bool isGood = true;
        for (const ConfigurationNode &item : node.entries) {
            const std::optional<QString> text = entry(item);
            isGood = isGood && text;
            result.append(text.value_or(QString()));
        }
        return isGood ? std::optional<ConfigurationValue>(result) : std::nullopt;
    }

    std::optional<ConfigurationValue> variables(const ConfigurationNode &node)
    {
        QStringList result;
        bool isGood = true;
        for (const ConfigurationNode &item : node.entries) {
            if (item.key.isEmpty() || item.key.contains(u'=')) {
                m_problems.add(item.keyPosition, u"%1: expected the name of a variable, found %2"_s.arg(
                                                     m_key.path, quotedForMessage(item.key)));
                isGood = false;
                continue;
            }
            const std::optional<QString> text = entry(item, item.key + u'=');
            isGood = isGood && text;
            result.append(text.value_or(QString()));
        }
        return isGood ? std::optional<ConfigurationValue>(result) : std::nullopt;
    }

    std::optional<ConfigurationValue> map(const ConfigurationNode &node)
    {
        if (node.kind != Kind::Map)
            return mismatch(node, m_key.expectation());
        QMap<QString, QString> result;
        bool isGood = true;
        for (const ConfigurationNode &item : node.entries) {
            const std::optional<QString> text = entry(item);
            isGood = isGood && text;
            result.insert(item.key, text.value_or(QString()));
        }
        return isGood ? std::optional<ConfigurationValue>(result) : std::nullopt;
    }

    const ConfigurationKey &m_key;
    ConfigurationProblems &m_problems;
};

} // namespace

std::optional<ConfigurationValue> readValue(const ConfigurationKey &key, const ConfigurationNode &node,
                                            ConfigurationProblems &problems)
{
    return ValueReader(key, problems).read(node);
}

} // namespace DaemonRpc
