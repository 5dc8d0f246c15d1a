// What options there are, as data: for the parser, the help and the suggestions.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace DaemonRpc::Cli {

/// One option. Value.
struct OptionSpec
{
    QByteArray name;      ///< Without the dashes.
    char shortName = 0;   ///< The letter of the short form, or 0.
    QByteArray valueName; ///< What the help calls the value; empty when the option takes none.
    QString help;         ///< One line.

    [[nodiscard]] bool takesValue() const { return !valueName.isEmpty(); }
};

/// The options that were given. Value; raw bytes throughout.
class OptionValues
{
public:
    void set(const QByteArray &name, const QByteArray &value = {}) { m_values.insert(name, value); }

    [[nodiscard]] bool isSet(const QByteArray &name) const { return m_values.contains(name); }

    /// The value given last; empty when there is none.
    [[nodiscard]] QByteArray value(const QByteArray &name) const { return m_values.value(name); }

private:
    QHash<QByteArray, QByteArray> m_values;
};

} // namespace DaemonRpc::Cli
