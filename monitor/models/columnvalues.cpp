#include "models/columnvalues.h"

#include "models/formatting.h"

namespace DaemonRpc::Monitor {

QVariant ColumnValues::numberFrom(qint64 least, qint64 number)
{
    return number < least ? QVariant() : QVariant(number);
}

QString ColumnValues::plain(const QVariant &number)
{
    return number.isValid() ? QString::number(number.toLongLong()) : QString();
}

QString ColumnValues::timeLeft(qint64 ms)
{
    return tr("%1 left", "a duration").arg(Formatting::duration(std::chrono::milliseconds(ms)));
}

QVariant ColumnValues::textIfAny(const QString &text) { return text.isEmpty() ? QVariant() : QVariant(text); }

} // namespace DaemonRpc::Monitor
