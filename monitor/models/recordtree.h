// A tree of records.
#pragma once

#include "models/recorddata.h"
#include "models/recordkey.h"
#include "models/rowranges.h"
#include "models/treemodel.h"

#include <QHash>

#include <algorithm>
#include <memory>
#include <span>
#include <vector>

namespace DaemonRpc::Monitor {

/// A branch per daemon with leaves below it, all records of one type, and a constant table of columns.
/// Thread-bound.
///
/// Record has members `key` (RecordKey; the tree gives leaves theirs) and `id` (QString, unique among the
/// leaves of a branch; of more, the first counts), compares with ==, and may have `isDimmed` (bool). Rows
/// keep their order.
template <typename Record>
class RecordTree : public TreeModel
{
public:
    RecordTree(DaemonList &list, std::span<const Column<Record>> columns,
               std::initializer_list<MirrorSignal> reasons, UpdateClock &clock, QObject *parent = nullptr)
        : TreeModel(list, reasons, clock, parent)
        , m_columns(columns)
    {}

    /// Of a valid index.
    [[nodiscard]] const Record &at(const QModelIndex &index) const
    {
        const auto row = static_cast<size_t>(index.row());
        const auto *branch = static_cast<const Branch *>(index.constInternalPointer());
        return branch ? branch->leaves.at(row) : m_branches.at(row)->record;
    }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override
    {
        return static_cast<int>(m_columns.size());
    }

    [[nodiscard]] QByteArray columnKey(int column) const override { return columnAt(column).key; }

    [[nodiscard]] ColumnKind columnKind(int column) const override { return columnAt(column).kind; }

    [[nodiscard]] bool isHiddenByDefault(int column) const override { return columnAt(column).isHidden; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const bool isOurs = checkIndex(index, CheckIndexOption::IndexIsValid);
        return isOurs ? recordData(columnAt(index.column()), at(index), role) : QVariant();
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        const bool isColumn = orientation == Qt::Horizontal && section >= 0 && section < columnCount();
        return isColumn ? columnData(columnAt(section), role) : QVariant();
    }

protected:
    [[nodiscard]] virtual Record branchOf(const MonitoredDaemon &daemon) const = 0;
    [[nodiscard]] virtual std::vector<Record> leavesOf(const MonitoredDaemon &daemon) const = 0;

    void updateBranch(const MonitoredDaemon &daemon) final;
    void removeOtherBranches(const QSet<qint64> &serials) final;

private:
    struct Branch
    {
        Record record;
        std::vector<Record> leaves;
        qint64 lastLeaf = 0; ///< The last key given.
    };

    const Column<Record> &columnAt(int column) const { return m_columns[static_cast<size_t>(column)]; }

    [[nodiscard]] int rowOf(const Branch *branch) const;
    [[nodiscard]] Branch *branchFor(Record record);
    void removeLeaves(Branch *branch, const QModelIndex &parent, const QHash<QString, Record> &told);

    std::span<const Column<Record>> m_columns;
    std::vector<std::unique_ptr<Branch>> m_branches;
};

// What an index points to is the branch of a leaf, and nothing for a branch.
template <typename Record>
QModelIndex RecordTree<Record>::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? m_branches.at(static_cast<size_t>(parent.row())).get() : nullptr);
}

template <typename Record>
QModelIndex RecordTree<Record>::parent(const QModelIndex &index) const
{
    const auto *branch = static_cast<const Branch *>(index.constInternalPointer());
    return index.isValid() && branch ? createIndex(rowOf(branch), 0, nullptr) : QModelIndex();
}

template <typename Record>
int RecordTree<Record>::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_branches.size());
    if (parent.column() > 0 || parent.constInternalPointer())
        return 0;
    return static_cast<int>(m_branches.at(static_cast<size_t>(parent.row()))->leaves.size());
}

template <typename Record>
int RecordTree<Record>::rowOf(const Branch *branch) const
{
    const auto place = std::find_if(m_branches.begin(), m_branches.end(),
                                    [branch](const auto &candidate) { return candidate.get() == branch; });
    return static_cast<int>(place - m_branches.begin());
}

template <typename Record>
typename RecordTree<Record>::Branch *RecordTree<Record>::branchFor(Record record)
{
    for (const auto &branch : m_branches) {
        if (branch->record.key != record.key)
            continue;
        if (!(branch->record == record)) {
            branch->record = std::move(record);
            const int row = rowOf(branch.get());
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
        return branch.get();
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_branches.push_back(std::make_unique<Branch>());
    m_branches.back()->record = std::move(record);
    endInsertRows();
    return m_branches.back().get();
}

template <typename Record>
void RecordTree<Record>::removeLeaves(Branch *branch, const QModelIndex &parent,
                                      const QHash<QString, Record> &told)
{
    std::vector<Record> &leaves = branch->leaves;
    RowRanges gone;
    for (size_t row = 0; row < leaves.size(); ++row) {
        if (!told.contains(leaves[row].id))
            gone.add(static_cast<int>(row));
    }
    gone.forEachFromTheEnd([&](int first, int last) {
        beginRemoveRows(parent, first, last);
        leaves.erase(leaves.begin() + first, leaves.begin() + last + 1);
        endRemoveRows();
    });
}

template <typename Record>
void RecordTree<Record>::updateBranch(const MonitoredDaemon &daemon)
{
    Branch *branch = branchFor(branchOf(daemon));
    const QModelIndex parent = index(rowOf(branch), 0);
    std::vector<Record> &leaves = branch->leaves;
    QHash<QString, Record> told;
    std::vector<QString> order;
    for (Record &leaf : leavesOf(daemon)) {
        if (told.contains(leaf.id))
            continue;
        order.push_back(leaf.id);
        told.insert(leaf.id, std::move(leaf));
    }
    removeLeaves(branch, parent, told);

    RowRanges changed;
    for (size_t row = 0; row < leaves.size(); ++row) {
        Record leaf = told.take(leaves[row].id);
        leaf.key = leaves[row].key;
        if (!(leaves[row] == leaf)) {
            leaves[row] = std::move(leaf);
            changed.add(static_cast<int>(row));
        }
    }
    changed.forEach([this, &parent](int first, int last) {
        Q_EMIT dataChanged(index(first, 0, parent), index(last, columnCount() - 1, parent));
    });
    if (told.isEmpty())
        return;
    const int first = rowCount(parent);
    beginInsertRows(parent, first, first + static_cast<int>(told.size()) - 1);
    for (const QString &id : order) {
        if (const auto leaf = told.find(id); leaf != told.end()) {
            leaf->key = {branch->record.key.daemon, ++branch->lastLeaf};
            leaves.push_back(*std::move(leaf));
        }
    }
    endInsertRows();
}

template <typename Record>
void RecordTree<Record>::removeOtherBranches(const QSet<qint64> &serials)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (serials.contains(m_branches.at(static_cast<size_t>(row))->record.key.daemon))
            continue;
        beginRemoveRows({}, row, row);
        m_branches.erase(m_branches.begin() + row);
        endRemoveRows();
    }
}

} // namespace DaemonRpc::Monitor
