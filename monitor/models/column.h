// The columns of a table.
#pragma once

#include "models/tone.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace DaemonRpc::Monitor {

/// What a column's values are: how they are written, aligned, compared and painted.
enum class ColumnKind {
    Text,      ///< QString.
    State,     ///< QString: a machine name such as "running"; shown translated, with a symbol for its tone.
    Number,    ///< qint64.
    Measure,   ///< double, whatever was measured; the text says its unit.
    Rate,      ///< double, per second; with a series it is painted as a sparkline as well.
    Percent,   ///< double, 1 is all.
    Bytes,     ///< qint64; with a series it is painted as a sparkline as well.
    Duration,  ///< qint64 milliseconds.
    Time,      ///< qint64 milliseconds since the epoch.
    Countdown, ///< double, the part that is left (1 to 0), painted as a bar; the text says it in words.
};

/// One column over records of one type. Value; tables of them are constant data.
///
///     static constexpr Column<ConnectionRow> columns[] = {
///         {"id", QT_TRANSLATE_NOOP("Columns", "ID"), QT_TRANSLATE_NOOP("Columns", "Number of the
///         connection"),
///          ColumnKind::Number, [](const ConnectionRow &row) -> QVariant { return row.id; }},
///     };
template <typename Record>
struct Column
{
    const char *key;         ///< In filters, settings and JSON; lower case, ASCII.
    const char *title;       ///< Marked for translation in the context "Columns".
    const char *description; ///< The same; for the heading's tool tip.
    ColumnKind kind;
    /// As ColumnKind says; an invalid one when there is nothing to say. What is sorted, filtered and
    /// exported.
    QVariant (*value)(const Record &);
    /// For people; null: Formatting::text() of the value. Without line breaks.
    QString (*text)(const Record &) = nullptr;
    /// Null: Tone::Normal.
    Tone (*tone)(const Record &) = nullptr;
    /// The course of the value, oldest first; null: none.
    QList<double> (*series)(const Record &) = nullptr;
    bool isHidden = false; ///< Until a person wants it.
};

} // namespace DaemonRpc::Monitor
