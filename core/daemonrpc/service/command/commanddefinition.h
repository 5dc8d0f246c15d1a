// A command that the configuration defines.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <chrono>

namespace DaemonRpc {

/// One entry of the section `commands`. Value.
///
/// With warm copies, a call without arguments of its own (Json: any call) runs in a fixed context: the
/// declared environment and directory, whoever calls from wherever, and umask 077, so that nothing it creates
/// is more open than its caller wanted. Everything else runs cold, in the context that the fields say.
struct CommandDefinition
{
    /// Where the program's environment comes from.
    enum class EnvironmentMode {
        Automatic, ///< As Merged; but a call that a warm copy may serve gets the daemon's own, with
                   ///< CommandDefinition::environment over it.
        Caller,    ///< The caller's, as it is. No copy started ahead can have it: such calls run cold.
        Fixed,     ///< CommandDefinition::environment alone.
        Merged,    ///< The caller's, with CommandDefinition::environment over it. Such calls run cold.
    };
    /// What the program reads.
    enum class Input {
        Stream, ///< The caller's standard input.
        None,   ///< Nothing: /dev/null. No copy started ahead would wait: such calls run cold.
    };
    /// How one copy of the program serves.
    enum class Worker {
        None, ///< One call each.
        Json, ///< Many calls, one after the other: newline-delimited WorkRequest and WorkResponse
              ///< (bazel.build/remote/persistent). The caller's arguments travel in the request; its standard
              ///< input does not.
    };

    /// As workingDirectory: the caller's, for every call.
    static constexpr const char *callersDirectory = ".";

    QByteArray name;
    QString description;
    bool isHidden = false; ///< Left out of lists; can be called.
    bool isRemote = false; ///< Open to callers on other machines.

    QByteArray program; ///< A path, or a name that is looked up in PATH.
    QByteArrayList arguments;
    EnvironmentMode environmentMode = EnvironmentMode::Automatic;
    QByteArrayList environment; ///< "NAME=value"
    /// Absolute, or callersDirectory. Empty: the caller's; but "/" for a call that a warm copy may serve.
    QByteArray workingDirectory;
    Input input = Input::Stream;

    std::chrono::milliseconds grace{-1};  ///< Negative: the daemon's.
    std::chrono::milliseconds timeout{0}; ///< 0: none but the daemon's.
    int maxParallel = 0;                  ///< Calls at a time; 0: no limit. More wait in order.

    Worker worker = Worker::None;
    int warm = 0;                            ///< Copies kept started ahead (Json: one, when 0).
    std::chrono::milliseconds warmMaxAge{0}; ///< A copy older than this is replaced; 0: never.
    qint64 warmMaxMemoryBytes = 0;           ///< A copy larger than this is replaced; 0: never.

    friend bool operator==(const CommandDefinition &, const CommandDefinition &) = default;
};

} // namespace DaemonRpc
