#include "printers/table.h"

#include "escaping.h"
#include "translations/displaywidth.h"

#include <algorithm>

namespace DaemonRpc::Cli {

static constexpr int gapColumns = 2;

static QString colored(const QString &text, CellTone tone, bool isColored)
{
    if (!isColored || tone == CellTone::Plain)
        return text;
    const char *color = tone == CellTone::Good ? "32" : tone == CellTone::Warning ? "33" : "31";
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(color), text);
}

Table::Table(QList<Column> columns)
    : m_columns(std::move(columns))
{}

void Table::addRow(const QList<Cell> &cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    QList<Cell> row;
    for (const Cell &cell : cells)
        row.append(Cell(escapedForTerminal(QStringView(cell.text)), cell.tone));
    m_rows.append(row);
}

QList<int> Table::widths() const
{
    QList<int> widths;
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        int width = displayWidth(m_columns.at(column).title);
        for (const QList<Cell> &row : m_rows)
            width = std::max(width, displayWidth(row.at(column).text));
        widths.append(width);
    }
    return widths;
}

QString Table::render(const Rendering &rendering) const
{
    const QList<int> columnWidths = widths();
    const auto renderLine = [&](const QList<Cell> &cells) {
        QString line;
        int used = 0;
        for (qsizetype column = 0; column < cells.size(); ++column) {
            const bool isLast = column + 1 == cells.size();
            const int width = columnWidths.at(column);
            QString text = cells.at(column).text;
            if (isLast && rendering.maxColumns > used)
                text = cutToWidth(text, rendering.maxColumns - used);
            const QString blanks(std::max(width - displayWidth(text), 0), QLatin1Char(' '));
            const bool isRight = m_columns.at(column).alignment == Alignment::Right;
            const QString shown = colored(text, cells.at(column).tone, rendering.isColored);
            line += isRight ? blanks + shown : isLast ? shown : shown + blanks;
            if (!isLast)
                line += QString(gapColumns, QLatin1Char(' '));
            used += width + gapColumns;
        }
        return line + QLatin1Char('\n');
    };
    QList<Cell> header;
    for (const Column &column : m_columns)
        header.append(Cell(column.title));
    QString text = renderLine(header);
    for (const QList<Cell> &row : m_rows)
        text += renderLine(row);
    return text;
}

QString renderFields(const QList<std::pair<QString, Cell>> &fields, bool isColored)
{
    int width = 0;
    for (const auto &[name, value] : fields)
        width = std::max(width, displayWidth(name));
    QString text;
    for (const auto &[name, value] : fields) {
        text += paddedTo(name, width + gapColumns);
        text += colored(escapedForTerminal(QStringView(value.text)), value.tone, isColored);
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace DaemonRpc::Cli
