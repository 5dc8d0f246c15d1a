// What all tables have in common.
#pragma once

#include "models/column.h"
#include "models/updateclock.h"

#include <QAbstractTableModel>

namespace DaemonRpc::Monitor {

/// Roles beyond Qt's, of every model here.
enum ModelRole {
    ValueRole = Qt::UserRole, ///< The raw value as ColumnKind says: sorted, filtered, exported by it.
    KindRole,                 ///< int of ColumnKind.
    ToneRole,                 ///< Tone.
    SeriesRole,               ///< QList<double>, oldest first; nothing for none.
    DimmedRole,               ///< bool, of a row: it is over, and shown paler.
    KeyRole,                  ///< RecordKey of a row; of a heading its column's key, a QByteArray.
    HiddenRole,               ///< bool, of a heading: its column is hidden until a person wants it.
};

/// A table that is brought up to date at the ticks of an UpdateClock, and not at all while nobody looks.
/// Thread-bound. Base of RecordTable.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// @p clock has to outlive the model.
    explicit TableModel(UpdateClock &clock, QObject *parent = nullptr);
    ~TableModel() override;

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
    /// What collect() is asked for.
    enum class Extent {
        Changes,    ///< What is different since the last time.
        Everything, ///< All there is; what is not told is gone.
    };

    /// Takes what has changed into the table. Called at ticks, while active and not paused; with Everything
    /// when it becomes active.
    virtual void update(Extent extent) = 0;

    /// The next update() is one of Everything.
    void setStale() { m_isStale = true; }

private:
    void onTick();

    UpdateClock &m_clock;
    bool m_isActive = false;
    bool m_isStale = true;
};

} // namespace DaemonRpc::Monitor
