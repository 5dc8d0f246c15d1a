#include "tailbuffer_p.h"

namespace DaemonRpc {

void TailBuffer::add(QByteArrayView bytes)
{
    if (const qsizetype excess = bytes.size() - m_maxBytes; excess > 0) {
        drop(m_bytes); // those are older
        m_omitted += excess;
        bytes = bytes.last(m_maxBytes);
    }
    drop(qMax<qsizetype>(0, m_bytes + bytes.size() - m_maxBytes));
    while (!bytes.isEmpty()) {
        if (m_pieces.empty() || m_pieces.back().size() >= maxPieceBytes)
            m_pieces.emplace_back();
        QByteArray &piece = m_pieces.back();
        const qsizetype count = qMin(bytes.size(), maxPieceBytes - piece.size());
        piece.append(bytes.first(count));
        m_bytes += count;
        bytes = bytes.sliced(count);
    }
}

void TailBuffer::drop(qsizetype count)
{
    m_bytes -= count;
    m_omitted += count;
    m_dropped += count;
    while (!m_pieces.empty() && m_pieces.front().size() <= m_dropped) {
        m_dropped -= m_pieces.front().size();
        m_pieces.pop_front();
    }
}

std::optional<TailBuffer::Piece> TailBuffer::take()
{
    if (isEmpty())
        return std::nullopt;
    Piece piece{std::exchange(m_omitted, 0), std::move(m_pieces.front())};
    m_pieces.pop_front();
    piece.bytes.remove(0, std::exchange(m_dropped, 0));
    m_bytes -= piece.bytes.size();
    return piece;
}

} // namespace DaemonRpc
