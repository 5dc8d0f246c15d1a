// What all trees have in common.
#pragma once

#include "models/tablemodel.h"
#include "sources/daemonlist.h"

#include <QAbstractItemModel>
#include <QSet>

namespace DaemonRpc::Monitor {

/// A tree with a branch per daemon that is brought up to date at the ticks of an UpdateClock, and not at all
/// while nobody looks: what TableModel is to tables, with the same roles. Thread-bound. Base of RecordTree.
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    ~TreeModel() override;

    /// Inactive at first. Becoming active it takes everything that is there; inactive it costs nothing.
    void setActive(bool isActive);

    [[nodiscard]] bool isActive() const { return m_isActive; }

    /// Of each column.
    [[nodiscard]] virtual QByteArray columnKey(int column) const = 0;
    [[nodiscard]] virtual ColumnKind columnKind(int column) const = 0;
    [[nodiscard]] virtual bool isHiddenByDefault(int column) const = 0;

    /// -1 for an unknown key.
    [[nodiscard]] int columnOf(const QByteArray &key) const;

protected:
    using MirrorSignal = void (DaemonMirror::*)();

    /// A daemon's branch is looked at anew after any of @p reasons, and when its state changes. @p list and
    /// @p clock have to outlive the model.
    TreeModel(DaemonList &list, std::initializer_list<MirrorSignal> reasons, UpdateClock &clock,
              QObject *parent = nullptr);

    /// Takes the daemon as it is into its branch, which may be new.
    virtual void updateBranch(const MonitoredDaemon &daemon) = 0;

    /// Of those that are not in @p serials.
    virtual void removeOtherBranches(const QSet<qint64> &serials) = 0;

private:
    void follow(MonitoredDaemon *daemon);
    void onTick();

    DaemonList &m_list;
    QList<MirrorSignal> m_reasons;
    UpdateClock &m_clock;
    bool m_isActive = false;
    QSet<qint64> m_current; ///< Daemons that have not changed since their branch was updated.
};

} // namespace DaemonRpc::Monitor
