// Pieces of known size out of bytes that come in any split.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace DaemonRpc {

/// Hands out a piece as a view into what was fed, or, when it spans feeds, gathered. Value without I/O.
class InputGatherer
{
public:
    /// Offers @p bytes; what was offered before must have been taken or gathered.
    void feed(QByteArrayView bytes) { m_input = bytes; }

    /// The next @p size bytes, valid until the next call; nothing, with all input gathered, while there are
    /// fewer. Ask for the same size again then. The caller checks @p size against its limit first.
    std::optional<QByteArrayView> take(qsizetype size)
    {
        if (m_isHandedOut) {
            m_isHandedOut = false;
            m_gathered.clear();
        }
        if (m_gathered.isEmpty() && m_input.size() >= size)
            return cut(size);
        const QByteArrayView more = cut(qMin(m_input.size(), size - m_gathered.size()));
        if (m_gathered.isEmpty())
            m_gathered.reserve(qMin(size, largestReserve));
        m_gathered.append(more);
        if (m_gathered.size() < size)
            return std::nullopt;
        m_isHandedOut = true;
        return QByteArrayView(m_gathered);
    }

    /// What was fed and not taken yet.
    [[nodiscard]] QByteArrayView rest() const { return m_input; }

    /// Whether a piece has been begun.
    [[nodiscard]] bool isGathering() const { return !m_isHandedOut && !m_gathered.isEmpty(); }

private:
    static constexpr qsizetype largestReserve = 256 * 1024; // a mere announcement gets no more memory

    QByteArrayView cut(qsizetype size)
    {
        const QByteArrayView piece = m_input.first(size);
        m_input = m_input.sliced(size);
        return piece;
    }

    QByteArrayView m_input;
    QByteArray m_gathered;
    bool m_isHandedOut = false;
};

} // namespace DaemonRpc
