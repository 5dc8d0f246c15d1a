// A command that the configuration defines.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <chrono>

namespace DaemonRpc {

/// One entry of the section `commands`. Value.
struct CommandDefinition
{
    /// Where the program's environment comes from.
    enum class EnvironmentMode {
        Caller, ///< The caller's, as it is.
        Fixed,  ///< CommandDefinition::environment alone.
        Merged, ///< The caller's, with CommandDefinition::environment over it.
    };
    /// What the program reads.
    enum class Input {
        Stream, ///< The caller's standard input.
        None,   ///< Nothing: /dev/null.
    };
    /// How one copy of the program serves.
    enum class Worker {
        None, ///< One call each.
        Json, ///< Many calls: newline-delimited WorkRequest and WorkResponse.
    };

    QByteArray name;
    QString description;
    bool isHidden = false; ///< Left out of lists; can be called.

    QByteArray program; ///< A path, or a name that is looked up in PATH.
    QByteArrayList arguments;
    EnvironmentMode environmentMode = EnvironmentMode::Caller;
    QByteArrayList environment;  ///< "NAME=value"
    QByteArray workingDirectory; ///< Empty: the caller's.
    Input input = Input::Stream;

    std::chrono::milliseconds grace{-1};  ///< Negative: the daemon's.
    std::chrono::milliseconds timeout{0}; ///< 0: none but the daemon's.
    int maxParallel = 0;                  ///< Calls at a time; 0: no limit. More wait in order.

    Worker worker = Worker::None;
    int warm = 0;                            ///< Copies kept started ahead.
    std::chrono::milliseconds warmMaxAge{0}; ///< A copy older than this is replaced; 0: never.
    qint64 warmMaxMemoryBytes = 0;           ///< A copy larger than this is replaced; 0: never.

    friend bool operator==(const CommandDefinition &, const CommandDefinition &) = default;
};

} // namespace DaemonRpc
