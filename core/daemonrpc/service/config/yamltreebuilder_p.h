// Builds a tree of nodes from yaml-cpp's events.
#pragma once

#include "configurationproblems_p.h"

#include <QByteArray>
#include <QHash>

#include <vector>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

namespace DaemonRpc {

/// One document as a tree, with limits, positions and without YAML's surprises. Value (not copyable).
class YamlTreeBuilder final : public YAML::EventHandler
{
public:
    /// Thrown when reading on makes no sense; the problem has been added.
    struct Refused
    {};

    /// @p text and @p problems outlive the builder.
    YamlTreeBuilder(const QByteArray &text, ConfigurationProblems &problems);

    /// The whole; a node of kind Nothing when there was no document.
    [[nodiscard]] ConfigurationNode takeRoot() { return std::move(m_root); }

    /// yaml-cpp counts from 0, and columns in bytes.
    [[nodiscard]] ConfigurationPosition position(const YAML::Mark &mark) const;

    void OnDocumentStart(const YAML::Mark &mark) override;

    void OnDocumentEnd() override;

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;
    void OnAnchor(const YAML::Mark &mark, const std::string &name) override;

private:
    struct Level
    {
        ConfigurationNode node;
        ConfigurationNode key; ///< Of a map: read, its value still to come.
        bool hasKey = false;
        QHash<QString, ConfigurationPosition> keys; ///< Of a map: where each was given.
    };

    [[nodiscard]] qsizetype offset(const YAML::Mark &mark) const;
    [[noreturn]] void refuse(ConfigurationPosition position, const QString &message);
    ConfigurationNode start(const YAML::Mark &mark, const std::string &tag, ConfigurationNode::Kind kind);
    void open(ConfigurationNode node);
    void close();
    void attach(ConfigurationNode node);
    void takeKey(Level &level, ConfigurationNode node);

    const QByteArray &m_text;
    ConfigurationProblems &m_problems;
    std::vector<qsizetype> m_lineStarts;
    std::vector<Level> m_levels;
    ConfigurationNode m_root;
    qsizetype m_nodeCount = 0;
    YAML::Mark m_lastQuoted; ///< The scalar in quotes that was read last.
    bool m_hasDocument = false;
};

} // namespace DaemonRpc
