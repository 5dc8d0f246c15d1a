#include <daemonrpc/wire/cborwriter_p.h>

#include <algorithm>

namespace DaemonRpc {

static constexpr int maxMembers = 23; // what the first byte of a map can count by itself

static QByteArray cutUtf8(const QString &text, qsizetype maxBytes)
{
    // One UTF-16 unit gives at least one byte, so the rest need not even be encoded.
    QStringView kept = QStringView(text).left(maxBytes);
    if (kept.size() < text.size() && kept.back().isHighSurrogate())
        kept.chop(1);
    QByteArray utf8 = kept.toUtf8();
    qsizetype end = std::min(maxBytes, utf8.size());
    const auto isContinuation = [&utf8](qsizetype at) {
        return at < utf8.size() && (static_cast<quint8>(utf8[at]) & 0xc0) == 0x80;
    };
    while (end > 0 && isContinuation(end))
        --end;
    utf8.truncate(end);
    return utf8;
}

CborWriter::CborWriter(qsizetype expectedBytes)
    : m_cbor(&m_buffer)
{
    m_data.reserve(expectedBytes);
    m_data.append('\0'); // the head of the map, known in finish()
    m_buffer.setBuffer(&m_data);
    m_buffer.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
}

void CborWriter::writeUnsigned(int key, quint64 value)
{
    writeKey(key);
    m_cbor.append(value);
}

void CborWriter::writeTrue(int key)
{
    writeKey(key);
    m_cbor.append(true);
}

void CborWriter::writeBytes(int key, const QByteArray &value)
{
    writeKey(key);
    m_cbor.append(value);
}

void CborWriter::writeBytesList(int key, const QByteArrayList &values)
{
    writeKey(key);
    m_cbor.startArray(static_cast<quint64>(values.size()));
    for (const QByteArray &value : values)
        m_cbor.append(value);
    m_cbor.endArray();
}

void CborWriter::writeText(int key, const QString &value, qsizetype maxBytes)
{
    writeKey(key);
    writeUtf8(cutUtf8(value, maxBytes));
}

void CborWriter::writeTextList(int key, const QStringList &values, qsizetype maxCount, qsizetype maxBytes,
                               qsizetype maxTotalBytes)
{
    QByteArrayList encoded;
    for (const QString &value : values) {
        const QByteArray utf8 = cutUtf8(value, maxBytes);
        maxTotalBytes -= utf8.size();
        if (encoded.size() == maxCount || maxTotalBytes < 0)
            break;
        encoded.append(utf8);
    }
    writeKey(key);
    m_cbor.startArray(static_cast<quint64>(encoded.size()));
    for (const QByteArray &utf8 : encoded)
        writeUtf8(utf8);
    m_cbor.endArray();
}

QByteArray CborWriter::finish()
{
    Q_ASSERT(m_count <= maxMembers);
    m_buffer.close();
    m_data[0] = static_cast<char>(0xa0 | m_count);
    return std::move(m_data);
}

void CborWriter::writeKey(int key)
{
    ++m_count;
    m_cbor.append(static_cast<qint64>(key));
}

void CborWriter::writeUtf8(const QByteArray &utf8) { m_cbor.appendTextString(utf8.constData(), utf8.size()); }

} // namespace DaemonRpc
