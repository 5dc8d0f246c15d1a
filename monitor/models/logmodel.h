// The logs of all daemons.
#pragma once

#include "models/logrow.h"
#include "models/recordtable.h"
#include "sources/daemonlist.h"

#include <vector>

namespace DaemonRpc::Monitor {

/// The latest lines of the logs of all daemons, in the order in which they came. Thread-bound.
///
/// Lines stay when their daemon has gone, until it is dismissed, and when its mirror has forgotten them,
/// until there are more than maxLines or maxCharacters: then the eldest leave.
class LogModel : public RecordTable<LogRow>
{
    Q_OBJECT

public:
    static constexpr size_t maxLines = 10'000;
    static constexpr qsizetype maxCharacters = 20'000'000; ///< Of all messages together.

    /// @p list and @p clock have to outlive the model.
    LogModel(DaemonList &list, UpdateClock &clock, QObject *parent = nullptr);
    ~LogModel() override;

protected:
    void collect(Extent extent) override;

private:
    /// What has been counted of one daemon's lines. The first was number 0.
    struct Count
    {
        qint64 begin = 0; ///< Before it, there are none of the present picture.
        qint64 taken = 0; ///< The next to be taken.
        qint64 end = 0;   ///< The next to come.
    };

    void follow(MonitoredDaemon *daemon);
    void restart(MonitoredDaemon *daemon);
    /// Those of @p daemon that are not taken yet, and that its mirror still has.
    void takeNew(const MonitoredDaemon &daemon, std::vector<LogRow> *rows);

    DaemonList &m_list;
    QHash<qint64, Count> m_counts;
};

} // namespace DaemonRpc::Monitor
