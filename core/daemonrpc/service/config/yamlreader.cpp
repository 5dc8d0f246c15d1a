#include "yamlreader_p.h"
#include "yamltreebuilder_p.h"

#include <sstream>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

// The place of the mark that is one too many.
static std::optional<ConfigurationPosition> excessiveMark(const QByteArray &text)
{
    qsizetype marks = 0;
    ConfigurationPosition position{1, 0};
    for (const char c : text) {
        position = c == '\n' ? ConfigurationPosition{position.line + 1, 0}
                             : ConfigurationPosition{position.line, position.column + 1};
        if (QByteArrayView("[]{},:?\"'&*!|>%@`").contains(c) && ++marks > YamlReader::maxMarks)
            return position;
    }
    return std::nullopt;
}

static bool isIndentedByTabs(const QByteArray &text, int line)
{
    const QByteArrayList lines = text.split('\n');
    for (const int candidate : {line - 1, line}) {
        const QByteArray indented =
            candidate >= 1 && candidate <= lines.size() ? lines.at(candidate - 1) : QByteArray();
        for (const char c : indented) {
            if (c == '\t')
                return true;
            if (c != ' ')
                break;
        }
    }
    return false;
}

std::optional<ConfigurationNode> YamlReader::read(const QByteArray &text, ConfigurationProblems &problems)
{
    if (const auto position = excessiveMark(text)) {
        problems.add(*position,
                     u"more than %1 brackets, commas, colons and quotes, which no configuration needs"_s.arg(
                         maxMarks));
        return std::nullopt;
    }
    const qsizetype problemsBefore = problems.count();
    YamlTreeBuilder builder(text, problems);
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        // The second round finds out whether there is a second document.
        if (parser.HandleNextDocument(builder))
            parser.HandleNextDocument(builder);
    } catch (const YamlTreeBuilder::Refused &) {
        // It is among the problems.
    } catch (const YAML::Exception &error) {
        const ConfigurationPosition position = builder.position(error.mark);
        const QString hint =
            isIndentedByTabs(text, position.line) ? u"; indent with blanks, YAML forbids tabs"_s : QString();
        problems.add(position, u"this is not YAML: %1%2"_s.arg(QString::fromStdString(error.msg), hint));
    }
    if (problems.count() > problemsBefore)
        return std::nullopt;
    return builder.takeRoot();
}

} // namespace DaemonRpc
