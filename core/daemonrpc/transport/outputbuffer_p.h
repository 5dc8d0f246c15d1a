// Bytes waiting for a stream that cannot take them yet.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace DaemonRpc {

/// A first-in first-out buffer in one block of memory. Value.
///
/// Small writes append without an allocation once the block has grown; a block that grew large is given back
/// when it empties, so that thousands of idle connections hold nothing.
class OutputBuffer
{
public:
    static constexpr qsizetype keptBytes = 4 * 1024;

    [[nodiscard]] bool isEmpty() const { return m_offset == m_bytes.size(); }

    [[nodiscard]] qsizetype size() const { return m_bytes.size() - m_offset; }

    [[nodiscard]] QByteArrayView view() const { return QByteArrayView(m_bytes).sliced(m_offset); }

    void append(QByteArrayView bytes) { m_bytes.append(bytes.data(), bytes.size()); }

    void consume(qsizetype count)
    {
        m_offset += count;
        if (isEmpty()) {
            clear();
        } else if (m_offset >= m_bytes.size() / 2 && m_offset >= keptBytes) {
            m_bytes.remove(0, m_offset);
            m_offset = 0;
        }
    }

    void clear()
    {
        if (m_bytes.capacity() > keptBytes)
            m_bytes = QByteArray();
        else
            m_bytes.resize(0);
        m_offset = 0;
    }

private:
    QByteArray m_bytes;
    qsizetype m_offset = 0;
};

} // namespace DaemonRpc
