// What columns make of numbers.
#pragma once

#include <QCoreApplication>
#include <QVariant>

namespace DaemonRpc::Monitor {

/// Helpers for tables of columns. Value-less; all functions are thread-safe as long as QLocale's default
/// stays.
class ColumnValues
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::ColumnValues)

public:
    /// Nothing, when it is less than @p least: 1 for times and ids, 0 for ids of users and processes.
    [[nodiscard]] static QVariant numberFrom(qint64 least, qint64 number);

    /// Digits alone, as names are; empty for an invalid value.
    [[nodiscard]] static QString plain(const QVariant &number);

    /// "3.2 s left".
    [[nodiscard]] static QString timeLeft(qint64 ms);

    /// The text, or nothing when it is empty.
    [[nodiscard]] static QVariant textIfAny(const QString &text);
};

} // namespace DaemonRpc::Monitor
