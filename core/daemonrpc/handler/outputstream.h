// The two ways out of a request.
#pragma once

namespace DaemonRpc {

/// Where a handler writes, as processes have it: kept apart all the way to the client.
enum class OutputStream {
    Output,      ///< Standard output.
    ErrorOutput, ///< Standard error.
};

} // namespace DaemonRpc
