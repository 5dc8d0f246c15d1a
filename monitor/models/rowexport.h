// Rows for the clipboard and other programs.
#pragma once

#include <QModelIndexList>
#include <QString>

namespace DaemonRpc::Monitor {

/// Writes rows of a TableModel or TreeModel, or of a proxy over one, as text. All functions are to be called
/// from the model's thread.
class RowExport
{
public:
    /// Tab-separated values: a line of headings and one per row, as they are shown, but texts in full. In
    /// texts, tabs, line breaks and backslashes are written as \t, \n, \r and \\, so that a row stays a line.
    ///
    /// @p rows has one index of each row, of any column; @p columns those that are wanted, all when it is
    /// empty.
    [[nodiscard]] static QString toTsv(const QModelIndexList &rows, const QList<int> &columns = {});

    /// An array with an object per row: raw values by the keys of all columns, null for what there is not.
    /// Sizes have
    /// "_bytes" at the end of their key, and durations "_ms"; a time is told in ISO 8601 (UTC, with
    /// milliseconds), and once more with "_ms" at the end of its key, in milliseconds since the epoch.
    [[nodiscard]] static QString toJson(const QModelIndexList &rows);
};

} // namespace DaemonRpc::Monitor
