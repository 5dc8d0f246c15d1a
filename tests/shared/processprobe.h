// Whether processes live.
#pragma once

#include <QByteArray>
#include <QFile>

/// Whether @p pid names a process that has not ended; a zombie has.
inline bool isAlive(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.readAll();
    const QByteArray afterName = text.mid(text.lastIndexOf(')') + 1).trimmed();
    return !afterName.isEmpty() && !afterName.startsWith('Z') && !afterName.startsWith('X');
}
