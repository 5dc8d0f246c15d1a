// A table of records.
#pragma once

#include "models/recorddata.h"
#include "models/recordkey.h"
#include "models/rowranges.h"
#include "models/tablemodel.h"

#include <QHash>

#include <deque>
#include <span>
#include <vector>

namespace DaemonRpc::Monitor {

/// A table with a record per row and a constant table of columns. Thread-bound.
///
/// A model derives from it, says in collect() which records are new, different or gone, and the table tells
/// its views in as few signals as there are ranges: rows keep their order, new ones come last. Record has a
/// member `key` (RecordKey), compares with ==, and may have `isDimmed` (bool).
///
///     void ConnectionsModel::collect(Extent extent) { for (…) put(rowOf(connection)); }
template <typename Record>
class RecordTable : public TableModel
{
public:
    RecordTable(std::span<const Column<Record>> columns, UpdateClock &clock, QObject *parent = nullptr)
        : TableModel(clock, parent)
        , m_columns(columns)
    {}

    [[nodiscard]] const Record &at(int row) const { return m_records.at(static_cast<size_t>(row)); }

    /// -1 when there is none.
    [[nodiscard]] int rowOf(const RecordKey &key) const { return m_rows.value(key, -1); }

    /// Null when there is none.
    [[nodiscard]] const Record *find(const RecordKey &key) const
    {
        const int row = rowOf(key);
        return row < 0 ? nullptr : &at(row);
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_records.size());
    }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    [[nodiscard]] QByteArray columnKey(int column) const override { return columnAt(column).key; }

    [[nodiscard]] ColumnKind columnKind(int column) const override { return columnAt(column).kind; }

    [[nodiscard]] bool isHiddenByDefault(int column) const override { return columnAt(column).isHidden; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /// Calls put() and drop() for what is to be told.
    virtual void collect(Extent extent) = 0;

    /// The record of its key is this one from now on.
    void put(Record record) { m_put.push_back(std::move(record)); }

    /// The record of @p key is gone.
    void drop(const RecordKey &key) { m_dropped.push_back(key); }

    [[nodiscard]] const std::deque<Record> &records() const { return m_records; }

    void update(Extent extent) final;

private:
    [[nodiscard]] const Column<Record> &columnAt(int column) const
    {
        return m_columns[static_cast<size_t>(column)];
    }

    void dropUntold();
    void renumber(size_t first);

    std::span<const Column<Record>> m_columns;
    std::deque<Record> m_records; // most leave at the top, where that costs little
    QHash<RecordKey, int> m_rows;
    std::vector<Record> m_put;
    std::vector<RecordKey> m_dropped;
};

template <typename Record>
void RecordTable<Record>::update(Extent extent)
{
    m_put.clear();
    m_dropped.clear();
    collect(extent);
    if (extent == Extent::Everything)
        dropUntold();

    RowRanges gone;
    for (const RecordKey &key : m_dropped) {
        if (const int row = rowOf(key); row >= 0)
            gone.add(row);
    }
    gone.forEachFromTheEnd([this](int first, int last) {
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rows.remove(at(row).key);
        m_records.erase(m_records.begin() + first, m_records.begin() + last + 1);
        endRemoveRows();
    });
    if (!gone.isEmpty())
        renumber(static_cast<size_t>(gone.first()));

    RowRanges changed;
    std::vector<Record> fresh;
    QHash<RecordKey, size_t> freshPlaces;
    for (Record &record : m_put) {
        if (const int row = rowOf(record.key); row >= 0) {
            Record &known = m_records.at(static_cast<size_t>(row));
            if (!(known == record)) {
                known = std::move(record);
                changed.add(row);
            }
        } else if (const auto place = freshPlaces.constFind(record.key); place != freshPlaces.constEnd()) {
            fresh.at(*place) = std::move(record);
        } else {
            freshPlaces.insert(record.key, fresh.size());
            fresh.push_back(std::move(record));
        }
    }
    changed.forEach(
        [this](int first, int last) { Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1)); });
    if (!fresh.empty()) {
        const size_t first = m_records.size();
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
        m_records.insert(m_records.end(), std::make_move_iterator(fresh.begin()),
                         std::make_move_iterator(fresh.end()));
        renumber(first);
        endInsertRows();
    }
    m_put.clear();
    m_dropped.clear();
}

template <typename Record>
void RecordTable<Record>::dropUntold()
{
    QHash<RecordKey, bool> told;
    for (const Record &record : m_put)
        told.insert(record.key, true);
    for (const Record &record : m_records) {
        if (!told.contains(record.key))
            m_dropped.push_back(record.key);
    }
}

template <typename Record>
void RecordTable<Record>::renumber(size_t first)
{
    for (size_t row = first; row < m_records.size(); ++row)
        m_rows.insert(m_records.at(row).key, static_cast<int>(row));
}

template <typename Record>
QVariant RecordTable<Record>::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return recordData(columnAt(index.column()), at(index.row()), role);
}

template <typename Record>
QVariant RecordTable<Record>::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    return columnData(columnAt(section), role);
}

} // namespace DaemonRpc::Monitor
