// The latest output of a request, for one who looks on.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <deque>
#include <optional>

namespace DaemonRpc {

/// Keeps the last bytes of one stream until they are taken, and counts those that had to go. Value.
class TailBuffer
{
public:
    /// Bytes in one piece.
    static constexpr qsizetype maxPieceBytes = 64 * 1024;

    /// What comes next of the stream. Value.
    struct Piece
    {
        qint64 omittedBytes = 0; ///< Missing right before the bytes.
        QByteArray bytes;

        friend bool operator==(const Piece &, const Piece &) = default;
    };

    /// Keeps at most @p maxBytes, at least 1.
    explicit TailBuffer(qsizetype maxBytes)
        : m_maxBytes(maxBytes)
    {}

    /// Takes @p bytes; the oldest make room for them.
    void add(QByteArrayView bytes);

    /// Nothing when all has been taken.
    [[nodiscard]] std::optional<Piece> take();

    [[nodiscard]] bool isEmpty() const { return m_bytes == 0; }

private:
    void drop(qsizetype count);

    qsizetype m_maxBytes;
    std::deque<QByteArray> m_pieces;
    qsizetype m_dropped = 0; // of the first piece
    qsizetype m_bytes = 0;
    qint64 m_omitted = 0;
};

} // namespace DaemonRpc
