// What other rooms of a daemon let subscribers follow.
#pragma once

#include <daemonrpc/admin/subscriptionoptions.h>

#include <QJsonArray>

namespace DaemonRpc {

/// One topic of a daemon beyond its own ones: a state that replaces itself, or records that follow each
/// other. Interface; thread-bound. It is looked at, once per interval of a subscriber, so that it costs
/// nothing when nobody looks.
///
///     class QueueLength : public EventSource { … };
///     daemon.subscriptions().addSource(QStringLiteral("queue"), std::make_unique<QueueLength>(engine));
class DAEMONRPC_EXPORT EventSource
{
public:
    enum class Kind {
        State,   ///< Told whole, as one value, when it has changed.
        Records, ///< Each is told once, as an element of an array.
    };

    /// What a subscriber is told.
    struct News
    {
        QJsonArray values; ///< Oldest first; of a state one value, or none while there is no state.
        quint64 lost = 0;  ///< Records that are not remembered any more and that it was not told.
    };

    virtual ~EventSource();

    [[nodiscard]] virtual Kind kind() const = 0;

    /// Changes of the state or records so far; never falls. Must be quick.
    [[nodiscard]] virtual quint64 count() const = 0;

    /// What came after the first @p known, as far as @p options want it.
    [[nodiscard]] virtual News since(quint64 known, const SubscriptionOptions &options) const = 0;

    /// What a subscription begins with. By default all there is.
    [[nodiscard]] virtual QJsonArray first(const SubscriptionOptions &options) const;
};

} // namespace DaemonRpc
