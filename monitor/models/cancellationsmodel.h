// All cancellations.
#pragma once

#include "models/cancellationrow.h"
#include "models/requesttable.h"

namespace DaemonRpc::Monitor {

/// The cancellations of all daemons: those that go on, and the latest that have ended. Thread-bound.
class CancellationsModel : public RequestTable<CancellationRow>
{
    Q_OBJECT

public:
    /// Ended ones of all daemons together.
    static constexpr size_t maxFinished = 2000;

    /// @p list and @p clock have to outlive the model.
    CancellationsModel(DaemonList &list, UpdateClock &clock, QObject *parent = nullptr);
    ~CancellationsModel() override;
};

} // namespace DaemonRpc::Monitor
