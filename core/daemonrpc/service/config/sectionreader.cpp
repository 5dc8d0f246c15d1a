#include "commandreader_p.h"
#include "configurationtables_p.h"
#include "sectionreader_p.h"
#include "valuereader_p.h"

#include <daemonrpc/service/config/configurationschema.h>
#include <daemonrpc/service/config/configurationtext.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

using Kind = ConfigurationNode::Kind;

SectionReader::SectionReader(const ConfigurationSources &sources, LoadedConfiguration &loaded,
                             ConfigurationProblems &problems)
    : m_sources(sources)
    , m_loaded(loaded)
    , m_problems(problems)
{}

static QString pathOf(const QString &section, const QString &name)
{
    return section.isEmpty() ? name : section + u'.' + name;
}

static bool isSection(const QString &path)
{
    const auto &sections = ConfigurationSchema::sections();
    return std::any_of(sections.begin(), sections.end(),
                       [&path](const ConfigurationSection &section) { return section.path == path; });
}

// Sections and keys directly in @p section; empty: in the file.
static QStringList namesIn(const QString &section)
{
    QStringList names;
    const auto take = [&](const QString &path) {
        const qsizetype dot = path.lastIndexOf(u'.');
        if (path.left(std::max<qsizetype>(dot, 0)) == section)
            names.append(path.mid(dot + 1));
    };
    for (const ConfigurationSection &candidate : ConfigurationSchema::sections())
        take(candidate.path);
    for (const auto &field : ConfigurationTables::serviceFields())
        take(field.key.path);
    if (section.isEmpty())
        names.append(u"commands"_s);
    return names;
}

void SectionReader::readFile(const ConfigurationNode &root)
{
    if (root.kind == Kind::Nothing || root.kind == Kind::Map)
        readSection({}, root);
    else
        m_problems.add(root.position,
                       u"expected sections such as \"performance:\", found "_s + descriptionOf(root));
}

void SectionReader::readSection(const QString &path, const ConfigurationNode &node)
{
    if (node.kind == Kind::Nothing) // all its keys are commented out
        return;
    if (node.kind != Kind::Map) {
        m_problems.add(node.position,
                       u"%1: expected keys with their values, found %2"_s.arg(path, descriptionOf(node)));
        return;
    }
    for (const ConfigurationNode &entry : node.entries) {
        const QString entryPath = pathOf(path, entry.key);
        const auto *field = ConfigurationTables::find(ConfigurationTables::serviceFields(), entryPath);
        if (entryPath == u"commands") {
            CommandReader(m_sources, m_loaded, m_problems).read(entry);
        } else if (isSection(entryPath)) {
            readSection(entryPath, entry);
        } else if (!field) {
            addUnknown(path, entry);
        } else if (const auto value = readValue(field->key, entry, m_problems)) {
            field->write(m_loaded.configuration, field->key, *value);
            m_loaded.origins.insert(
                entryPath, {ConfigurationOrigin::Kind::File, m_problems.source(), entry.keyPosition.line});
        }
    }
}

void SectionReader::addUnknown(const QString &section, const ConfigurationNode &entry)
{
    for (const auto &field : ConfigurationTables::serviceFields()) {
        if (field.key.name() == entry.key && field.key.section() != section) {
            m_problems.add(entry.keyPosition, u"%1 belongs into section %2"_s.arg(quotedForMessage(entry.key),
                                                                                  field.key.section()));
            return;
        }
    }
    addUnknownKey(entry.keyPosition, entry.key, section.isEmpty() ? u"the file"_s : u"section "_s + section,
                  namesIn(section), m_problems);
}

void SectionReader::setText(const QString &path, const QString &text, ConfigurationOrigin::Kind kind)
{
    const auto *field = ConfigurationTables::find(ConfigurationTables::serviceFields(), path);
    Q_ASSERT(field);
    const Result<ConfigurationValue> value = field->key.parse(text);
    if (!value) {
        m_problems.add(value.error().message());
        return;
    }
    field->write(m_loaded.configuration, field->key, *value);
    m_loaded.origins.insert(path, {kind, m_problems.source(), 0});
}

void SectionReader::readEnvironment()
{
    if (m_sources.environment.isEmpty())
        return;
    for (const auto &field : ConfigurationTables::serviceFields()) {
        const QByteArray name = field.key.environmentName();
        const auto variable = m_sources.environment.constFind(name);
        if (variable == m_sources.environment.constEnd())
            continue;
        m_problems.setSource(QString::fromLatin1(name));
        if (QByteArrayView(*variable).isValidUtf8())
            setText(field.key.path, QString::fromUtf8(*variable), ConfigurationOrigin::Kind::Environment);
        else
            m_problems.add(u"expected %1, found bytes that are not UTF-8"_s.arg(field.key.expectation()));
    }
}

void SectionReader::addUnknownOption(const ConfigurationOption &option)
{
    if (option.key == u"commands" || option.key.startsWith(u"commands.")) {
        m_problems.add(u"commands are defined in a configuration file, see --config"_s);
        return;
    }
    QStringList known;
    for (const auto &field : ConfigurationTables::serviceFields())
        known.append(field.key.path);
    const QString section = option.key.section(u'.', 0, -2);
    if (isSection(section)) {
        known = namesIn(section);
        addUnknownKey({}, option.key.section(u'.', -1), u"section "_s + section, known, m_problems);
        return;
    }
    addUnknownKey({}, option.key, u"the configuration"_s, known, m_problems);
}

void SectionReader::readOptions()
{
    for (const ConfigurationOption &option : m_sources.options) {
        m_problems.setSource(option.option);
        if (ConfigurationTables::find(ConfigurationTables::serviceFields(), option.key))
            setText(option.key, option.text, ConfigurationOrigin::Kind::Option);
        else
            addUnknownOption(option);
    }
}

} // namespace DaemonRpc
