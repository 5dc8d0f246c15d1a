// All requests.
#pragma once

#include "models/requestrow.h"
#include "models/requesttable.h"

namespace DaemonRpc::Monitor {

/// The requests of all daemons: those that live, and the latest that have finished. Thread-bound.
class RequestsModel : public RequestTable<RequestRow>
{
    Q_OBJECT

public:
    /// Of all daemons together.
    static constexpr size_t maxFinished = 5000;

    /// @p list and @p clock have to outlive the model.
    RequestsModel(DaemonList &list, UpdateClock &clock, QObject *parent = nullptr);
    ~RequestsModel() override;
};

} // namespace DaemonRpc::Monitor
