// What of a daemon's words is kept.
#pragma once

#include <daemonrpc/admin/daemonevent.h>

namespace DaemonRpc {

/// Cuts what a daemon has told to what a picture of it may cost: texts to maxTextCharacters (the arguments of
/// a request together), and numbers that cannot be negative to 0. What an honest daemon says passes
/// unchanged.
class EventBounds
{
public:
    static constexpr qsizetype maxTextCharacters = 1024;
    static constexpr qsizetype maxArguments = 600;
    static constexpr qsizetype maxChecks = 100;
    static constexpr qsizetype maxMessageCharacters = 16 * 1024; ///< Of a log line.

    static void apply(DaemonEvent *event);
    static void apply(DaemonSnapshot *daemon);
    static void apply(ConnectionSnapshot *connection);
    static void apply(RequestSnapshot *request);
    static void apply(CommandSnapshot *command);
    static void apply(HealthSnapshot *health);
    static void apply(LogLineSnapshot *line);
};

} // namespace DaemonRpc
