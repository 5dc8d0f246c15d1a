// One key of the configuration: what it is called, what it takes, what it is for.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/service/config/configurationvalue.h>
#include <daemonrpc/service/export.h>

namespace DaemonRpc {

/// Describes one key. Value. Readers, the printer, the reference and the default file all work from this
/// description, so that they cannot disagree.
struct DAEMONRPC_SERVICE_EXPORT ConfigurationKey
{
    enum class Type {
        Flag,        ///< true or false
        Number,      ///< A whole number with a range and a unit.
        Text,        ///< One line.
        Path,        ///< An absolute path.
        Permissions, ///< Octal, 0 to 0777.
        Choice,      ///< One of `choices`.
        TextList,    ///< Any number of texts.
        Environment, ///< NAME=value, any number of them.
        ChoiceMap,   ///< One of `choices` for each of any names.
    };
    /// When a change takes effect.
    enum class Effect { Reload, Restart };

    QString path = {}; ///< "performance.grace_ms"; of a command's keys the name alone.
    Type type = Type::Text;
    QString description = {}; ///< Sentences; `code` in backquotes.
    qint64 minimum = 0;       ///< Of a number.
    qint64 maximum = 0;
    QString unit = {};        ///< "milliseconds"; empty for a mere count.
    QStringList choices = {}; ///< In the order of the enumeration they stand for.
    bool mayBeEmpty = true;   ///< Of texts and paths.
    bool isRequired = false;
    Effect effect = Effect::Reload;
    ConfigurationValue defaultValue = {};

    static constexpr qsizetype maxTextLength = 4096; ///< Of a Text or Path, in characters.

    /// "performance" of performance.grace_ms, "sockets.local" of sockets.local.path.
    [[nodiscard]] QString section() const;
    /// What follows the section.
    [[nodiscard]] QString name() const;
    /// DAEMON_RPC_PERFORMANCE_GRACE_MS
    [[nodiscard]] QByteArray environmentName() const;

    /// "a whole number from 0 to 5 (milliseconds)"
    [[nodiscard]] QString expectation() const;

    /// Reads what was written for this key as one text; lists and maps have their entries separated by
    /// commas. Errors: InvalidArgument, "expected ..., found ...".
    [[nodiscard]] Result<ConfigurationValue> parse(const QString &text) const;
    /// The same for one entry of a list or map. Errors: as parse().
    [[nodiscard]] Result<QString> parseEntry(const QString &text) const;

    /// @p value as YAML on one line: what a file would say.
    [[nodiscard]] QString toYaml(const ConfigurationValue &value) const;
};

} // namespace DaemonRpc
