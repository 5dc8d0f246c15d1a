// Numbers as people read them.
#pragma once

#include "models/column.h"

#include <QCoreApplication>
#include <QLocale>

#include <chrono>

namespace DaemonRpc::Monitor {

/// Values of columns as text in the person's locale and language. Value-less; all functions are thread-safe
/// as long as QLocale's default stays.
class Formatting
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::Formatting)

public:
    /// Characters of a text that is shown; the rest is cut, with an ellipsis.
    static constexpr qsizetype maxShownCharacters = 500;

    /// As the kind wants it; "–" for an invalid value.
    [[nodiscard]] static QString text(ColumnKind kind, const QVariant &value);

    /// What the text leaves out (the date of a time, the bytes of a size); empty when that is nothing.
    [[nodiscard]] static QString toolTip(ColumnKind kind, const QVariant &value);

    [[nodiscard]] static Qt::Alignment alignment(ColumnKind kind);

    /// "350 ms", "1.5 s", "2 min 3 s", "3 h 5 min", "2 d 4 h": at most two units. Negative counts as zero.
    [[nodiscard]] static QString duration(std::chrono::milliseconds duration);
    /// "812 B", "1.5 KiB", "20 MiB".
    [[nodiscard]] static QString bytes(qint64 bytes);
    [[nodiscard]] static QString number(qint64 number);
    /// Any number, with three decimals at most: "12.5", "0.042"; "–" when it is none.
    [[nodiscard]] static QString measure(double number);
    /// For the %n of a translated text, which takes an int: what is beyond its range is cut.
    [[nodiscard]] static int counted(qint64 number);
    /// "0.3/s", "12/s".
    [[nodiscard]] static QString rate(double perSecond);
    [[nodiscard]] static QString percent(double part);
    /// The time of day, with the date when it is another day; milliseconds since the epoch.
    [[nodiscard]] static QString time(qint64 epochMs);
    [[nodiscard]] static QString dateAndTime(qint64 epochMs);

    /// Text of elsewhere on one line: control characters are shown by carets or escapes ("^J" for a line
    /// feed), directions of writing cannot spill over, at most maxShownCharacters.
    [[nodiscard]] static QString line(const QString &text);

    /// An ASCII control character as terminals show it: "^[" for escape, "^?" for delete. Every font has
    /// these.
    [[nodiscard]] static QString caretNotation(QChar control);

    /// The translated name of a state or another machine name of a daemon ("running", "process", "ctrl_c" …);
    /// an unknown one as it is.
    [[nodiscard]] static QString name(const QString &machineName);

private:
    [[nodiscard]] static QString exactBytes(qint64 bytes);
};

} // namespace DaemonRpc::Monitor
