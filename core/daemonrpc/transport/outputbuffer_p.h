// Bytes waiting for a stream that cannot take them yet.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace DaemonRpc {

/// A first-in first-out buffer in blocks of limited size. Value.
///
/// Takes hardly more memory than it has bytes: blocks are not moved, never grow beyond blockBytes, and go as
/// soon as they are consumed. A single small block stays when the buffer empties, so that small writes need
/// no allocation, and thousands of idle connections hold next to nothing.
class OutputBuffer
{
public:
    static constexpr qsizetype keptBytes = 4 * 1024;
    static constexpr qsizetype blockBytes = 64 * 1024;

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    [[nodiscard]] qsizetype size() const { return m_size; }

    [[nodiscard]] qsizetype blockCount() const { return m_blocks.size(); }

    /// The bytes of one block, 0 being the one to send first.
    [[nodiscard]] QByteArrayView block(qsizetype index) const
    {
        return QByteArrayView(m_blocks[index]).sliced(index == 0 ? m_offset : 0);
    }

    void append(QByteArrayView bytes)
    {
        m_size += bytes.size();
        while (!bytes.isEmpty()) {
            if (m_blocks.isEmpty() || m_blocks.constLast().size() == blockBytes)
                m_blocks.append(m_spares.isEmpty() ? QByteArray() : m_spares.takeLast());
            QByteArray &last = m_blocks.last();
            const qsizetype count = qMin(bytes.size(), blockBytes - last.size());
            // Left to itself it would round up to twice the size.
            if (last.size() + count > keptBytes)
                last.reserve(blockBytes);
            last.append(bytes.first(count));
            bytes = bytes.sliced(count);
        }
    }

    void consume(qsizetype count)
    {
        m_size -= count;
        if (m_size == 0) {
            clear();
            return;
        }
        m_offset += count;
        while (m_offset >= m_blocks.constFirst().size()) {
            m_offset -= m_blocks.constFirst().size();
            m_spares.append(m_blocks.takeFirst());
            m_spares.last().resize(0);
        }
    }

    void clear()
    {
        if (m_blocks.size() == 1 && m_blocks.constFirst().capacity() <= keptBytes)
            m_blocks.first().resize(0);
        else
            m_blocks = {};
        m_spares = {};
        m_offset = 0;
        m_size = 0;
    }

private:
    QList<QByteArray> m_blocks;
    QList<QByteArray> m_spares; // consumed, and soon to be filled again
    qsizetype m_offset = 0;     // of the first byte in the first block
    qsizetype m_size = 0;
};

} // namespace DaemonRpc
