// Tables for people.
#pragma once

#include <QList>
#include <QString>

namespace DaemonRpc::Cli {

/// What a cell means, for its colour. The text says it, too: colour is never the only sign.
enum class CellTone { Plain, Good, Warning, Bad };

/// One cell. Value.
struct Cell
{
    // Implicit, since most cells are plain text.
    Cell(QString cellText, CellTone cellTone = CellTone::Plain)
        : text(std::move(cellText))
        , tone(cellTone)
    {}

    QString text;
    CellTone tone;
};

/// Rows under a header, in aligned columns. Value.
///
/// Cells are escaped, so that nothing that came from elsewhere can forge a row or move the cursor. The last
/// column is cut with "…" where a line would be longer than the terminal.
///
///     Table table({{"ID"}, {"REQUESTS", Table::Alignment::Right}});
///     table.addRow({"default", "3"});
///     output.write(table.render({.isColored = true, .maxColumns = 80}).toUtf8());
class Table
{
public:
    enum class Alignment { Left, Right };

    struct Column
    {
        QString title;
        Alignment alignment = Alignment::Left;
    };

    struct Rendering
    {
        bool isColored = false;
        int maxColumns = 0; ///< Of a line; 0: any.
    };

    explicit Table(QList<Column> columns);

    /// @p cells has as many elements as there are columns.
    void addRow(const QList<Cell> &cells);

    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }

    /// The header and the rows, each with a line feed, without trailing blanks.
    [[nodiscard]] QString render(const Rendering &rendering) const;

private:
    [[nodiscard]] QList<int> widths() const;

    QList<Column> m_columns;
    QList<QList<Cell>> m_rows;
};

/// Names (with their colons) and values, one pair per line, values aligned; values are escaped.
[[nodiscard]] QString renderFields(const QList<std::pair<QString, Cell>> &fields, bool isColored);

} // namespace DaemonRpc::Cli
