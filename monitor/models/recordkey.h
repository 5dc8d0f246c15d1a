// What a row is known by.
#pragma once

#include <QHashFunctions>

#include <compare>

namespace DaemonRpc::Monitor {

/// One thing of one daemon, for as long as the monitor runs. Value.
struct RecordKey
{
    qint64 daemon = 0; ///< MonitoredDaemon::serial().
    qint64 id = 0;     ///< Of a request, a connection …; 0 for the daemon itself.

    friend bool operator==(const RecordKey &, const RecordKey &) = default;
    friend std::strong_ordering operator<=>(const RecordKey &, const RecordKey &) = default;
};

inline size_t qHash(const RecordKey &key, size_t seed = 0) { return qHashMulti(seed, key.daemon, key.id); }

} // namespace DaemonRpc::Monitor
