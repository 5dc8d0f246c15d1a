// Keys in the order in which they came.
#pragma once

#include "models/recordkey.h"

#include <QHash>
#include <QList>
#include <QMap>

namespace DaemonRpc::Monitor {

/// A set of keys that knows which is the eldest. Value.
class KeyQueue
{
public:
    /// The newest from now on, if it is not in the queue.
    void add(const RecordKey &key)
    {
        if (m_numbers.contains(key))
            return;
        m_numbers.insert(key, ++m_last);
        m_keys.insert(m_last, key);
    }

    void remove(const RecordKey &key)
    {
        if (const auto number = m_numbers.constFind(key); number != m_numbers.constEnd()) {
            m_keys.remove(*number);
            m_numbers.erase(number);
        }
    }

    void clear()
    {
        m_numbers.clear();
        m_keys.clear();
    }

    /// Takes the eldest out until there are @p most; returns them.
    QList<RecordKey> trim(qsizetype most)
    {
        QList<RecordKey> gone;
        while (m_keys.size() > most) {
            gone.append(m_keys.first());
            remove(gone.constLast());
        }
        return gone;
    }

    [[nodiscard]] bool contains(const RecordKey &key) const { return m_numbers.contains(key); }

    [[nodiscard]] qsizetype size() const { return m_keys.size(); }

private:
    QHash<RecordKey, quint64> m_numbers;
    QMap<quint64, RecordKey> m_keys;
    quint64 m_last = 0;
};

} // namespace DaemonRpc::Monitor
