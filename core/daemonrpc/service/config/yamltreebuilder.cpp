#include "yamlreader_p.h"
#include "yamltreebuilder_p.h"

#include <daemonrpc/service/config/configurationtext.h>

#include <algorithm>
using namespace Qt::StringLiterals;

namespace DaemonRpc {

using Kind = ConfigurationNode::Kind;

YamlTreeBuilder::YamlTreeBuilder(const QByteArray &text, ConfigurationProblems &problems)
    : m_text(text)
    , m_problems(problems)
    , m_lineStarts{0}
{
    for (qsizetype newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', newline + 1))
        m_lineStarts.push_back(newline + 1);
}

// In bytes; -1 for a mark that is no place in the text.
qsizetype YamlTreeBuilder::offset(const YAML::Mark &mark) const
{
    if (mark.line < 0 || static_cast<size_t>(mark.line) >= m_lineStarts.size())
        return -1;
    const qsizetype start = m_lineStarts[static_cast<size_t>(mark.line)];
    return start + std::clamp<qsizetype>(mark.column, 0, m_text.size() - start);
}

ConfigurationPosition YamlTreeBuilder::position(const YAML::Mark &mark) const
{
    const qsizetype end = offset(mark);
    if (end < 0)
        return {};
    // Continuation bytes begin no character.
    const auto characters =
        std::count_if(m_text.begin() + m_lineStarts[static_cast<size_t>(mark.line)], m_text.begin() + end,
                      [](char c) { return (static_cast<uchar>(c) & 0xc0) != 0x80; });
    return {mark.line + 1, static_cast<int>(characters) + 1};
}

void YamlTreeBuilder::refuse(ConfigurationPosition position, const QString &message)
{
    m_problems.add(position, message);
    throw Refused();
}

void YamlTreeBuilder::OnDocumentStart(const YAML::Mark &mark)
{
    if (m_hasDocument)
        refuse(position(mark), u"a second document begins; a configuration is one"_s);
    m_hasDocument = true;
}

// Whether the scalar in quotes at the start of @p text ends before the text does.
static bool isClosed(QByteArrayView text)
{
    const char quote = text.front();
    for (qsizetype i = 1; i < text.size(); ++i) {
        const bool isDoubled = text[i] == '\'' && i + 1 < text.size() && text[i + 1] == '\'';
        const bool isEscape = quote == '"' ? text[i] == '\\' : isDoubled;
        if (isEscape)
            ++i;
        else if (text[i] == quote)
            return true;
    }
    return false;
}

void YamlTreeBuilder::OnDocumentEnd()
{
    // yaml-cpp takes the end of the text for the end of a quotation.
    const qsizetype start = offset(m_lastQuoted);
    const bool isQuote =
        start >= 0 && start < m_text.size() && (m_text[start] == '"' || m_text[start] == '\'');
    if (isQuote && !isClosed(QByteArrayView(m_text).sliced(start)))
        refuse(position(m_lastQuoted), u"this is not YAML: the quotation never ends"_s);
}

void YamlTreeBuilder::OnAnchor(const YAML::Mark &mark, const std::string &name)
{
    refuse(position(mark), u"anchors and aliases are not supported: %1; write the value again"_s.arg(
                               quotedForMessage(u'&' + QString::fromStdString(name))));
}

void YamlTreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t)
{
    refuse(position(mark), u"anchors and aliases are not supported; write the value again"_s);
}

ConfigurationNode YamlTreeBuilder::start(const YAML::Mark &mark, const std::string &tag, Kind kind)
{
    ConfigurationNode node;
    node.kind = kind;
    node.position = position(mark);
    if (++m_nodeCount > YamlReader::maxNodes)
        refuse(node.position,
               u"more than %1 values, which no configuration needs"_s.arg(YamlReader::maxNodes));
    // "?" and "!" stand for no tag, without and with quotes.
    if (!tag.empty() && tag != "?" && tag != "!")
        refuse(node.position, u"tags are not supported: %1; the type follows from the key"_s.arg(
                                  quotedForMessage(QString::fromStdString(tag))));
    return node;
}

void YamlTreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t)
{
    attach(start(mark, {}, Kind::Nothing));
}

void YamlTreeBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                               const std::string &value)
{
    ConfigurationNode node = start(mark, tag, Kind::Scalar);
    node.text = QString::fromStdString(value);
    node.isPlain = tag != "!";
    if (!node.isPlain)
        m_lastQuoted = mark;
    attach(std::move(node));
}

void YamlTreeBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                                      YAML::EmitterStyle::value)
{
    open(start(mark, tag, Kind::List));
}

void YamlTreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                                 YAML::EmitterStyle::value)
{
    open(start(mark, tag, Kind::Map));
}

void YamlTreeBuilder::OnSequenceEnd() { close(); }

void YamlTreeBuilder::OnMapEnd() { close(); }

void YamlTreeBuilder::open(ConfigurationNode node)
{
    if (m_levels.size() >= static_cast<size_t>(YamlReader::maxDepth))
        refuse(node.position, u"lists and maps are nested more than %1 deep"_s.arg(YamlReader::maxDepth));
    m_levels.emplace_back().node = std::move(node);
}

void YamlTreeBuilder::close()
{
    ConfigurationNode node = std::move(m_levels.back().node);
    m_levels.pop_back();
    attach(std::move(node));
}

void YamlTreeBuilder::takeKey(Level &level, ConfigurationNode node)
{
    if (node.kind != Kind::Scalar)
        refuse(node.position, u"expected a name before the colon"_s);
    if (const auto earlier = level.keys.constFind(node.text); earlier != level.keys.constEnd()) {
        m_problems.add(node.position, u"%1 is given twice, first at %2:%3; remove one"_s.arg(
                                          quotedForMessage(node.text), QString::number(earlier->line),
                                          QString::number(earlier->column)));
    } else {
        level.keys.insert(node.text, node.position);
    }
    level.key = std::move(node);
    level.hasKey = true;
}

void YamlTreeBuilder::attach(ConfigurationNode node)
{
    if (m_levels.empty()) {
        m_root = std::move(node);
        return;
    }
    Level &level = m_levels.back();
    if (level.node.kind == Kind::Map && !level.hasKey) {
        takeKey(level, std::move(node));
        return;
    }
    if (level.node.kind == Kind::Map) {
        node.key = std::move(level.key.text);
        node.keyPosition = level.key.position;
        level.hasKey = false;
    }
    level.node.entries.push_back(std::move(node));
}

} // namespace DaemonRpc
