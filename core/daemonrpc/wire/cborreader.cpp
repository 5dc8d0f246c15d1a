#include <daemonrpc/wire/cborreader_p.h>

#include <QStringDecoder>

#include <algorithm>

namespace DaemonRpc {

CborReader::CborReader(const char *messageName, QByteArrayView payload)
    : m_messageName(messageName)
    , m_payloadSize(payload.size())
    , m_cbor(payload.data(), payload.size())
{
    if (!m_cbor.isMap())
        fail(QStringLiteral("it must be one CBOR map"));
    else if (!m_cbor.enterContainer())
        failCbor();
}

std::optional<int> CborReader::nextKey()
{
    m_key = unknownKey;
    if (m_error)
        return std::nullopt;
    if (!m_cbor.hasNext()) {
        if (m_cbor.lastError() != QCborError::NoError)
            failCbor();
        return std::nullopt;
    }
    if (!m_cbor.isInteger()) {
        if (m_cbor.isInvalid())
            failCbor();
        else
            fail(QStringLiteral("a key is not an integer"));
        return std::nullopt;
    }
    if (m_cbor.isUnsignedInteger() && m_cbor.toUnsignedInteger() <= maxKey) {
        m_key = static_cast<int>(m_cbor.toUnsignedInteger());
        if (hasKey(m_key)) {
            fail(QStringLiteral("key %1 comes twice").arg(m_key));
            return std::nullopt;
        }
        m_seen |= 1U << m_key;
    }
    if (!m_cbor.next()) {
        failCbor();
        return std::nullopt;
    }
    return m_key;
}

void CborReader::skipValue()
{
    if (m_error)
        return;
    // Qt gives a tag and the value it belongs to as two items.
    while (m_cbor.isTag() && m_cbor.next()) {}
    if (!m_cbor.next(maxSkippedDepth))
        failCbor();
}

quint64 CborReader::readUnsigned(const char *field, quint64 min, quint64 max)
{
    if (m_error)
        return min;
    const quint64 value = m_cbor.isUnsignedInteger() ? m_cbor.toUnsignedInteger() : 0;
    if (!m_cbor.isUnsignedInteger() || value < min || value > max) {
        failField(field, QStringLiteral("must be an unsigned integer from %1 to %2").arg(min).arg(max));
        return min;
    }
    if (!m_cbor.next())
        failCbor();
    return value;
}

bool CborReader::readBool(const char *field)
{
    if (m_error)
        return false;
    if (!m_cbor.isBool()) {
        failField(field, QStringLiteral("must be true or false"));
        return false;
    }
    const bool value = m_cbor.toBool();
    if (!m_cbor.next())
        failCbor();
    return value;
}

QByteArray CborReader::readBytes(const char *field, qsizetype maxLength)
{
    if (m_error)
        return {};
    if (!m_cbor.isByteArray()) {
        failField(field, QStringLiteral("must be a byte string"));
        return {};
    }
    return readString(field, maxLength);
}

QByteArrayList CborReader::readBytesList(const char *field, qsizetype maxCount, qsizetype maxLength)
{
    const std::optional<qsizetype> count = enterArray(field, maxCount);
    if (!count)
        return {};
    QByteArrayList values;
    values.reserve(*count);
    while (hasNextElement(field, values.size(), maxCount))
        values.append(readBytes(field, maxLength));
    return leaveArray() ? values : QByteArrayList();
}

QString CborReader::readText(const char *field, qsizetype maxBytes)
{
    if (m_error)
        return {};
    if (!m_cbor.isString()) {
        failField(field, QStringLiteral("must be a text string"));
        return {};
    }
    return decodeText(field, readString(field, maxBytes));
}

QStringList CborReader::readTextList(const char *field, qsizetype maxCount, qsizetype maxBytes)
{
    const std::optional<qsizetype> count = enterArray(field, maxCount);
    if (!count)
        return {};
    QStringList values;
    values.reserve(*count);
    while (hasNextElement(field, values.size(), maxCount))
        values.append(readText(field, maxBytes));
    return leaveArray() ? values : QStringList();
}

void CborReader::require(int key, const char *field)
{
    if (!m_error && !hasKey(key))
        fail(QStringLiteral("key %1 (%2) is missing").arg(key).arg(QLatin1String(field)));
}

void CborReader::fail(const QString &problem)
{
    if (!m_error) {
        m_error =
            Error(ErrorCode::ProtocolViolation,
                  QStringLiteral("malformed %1 message: %2").arg(QLatin1String(m_messageName), problem));
    }
}

void CborReader::failField(const char *field, const QString &problem)
{
    fail(QStringLiteral("key %1 (%2) %3").arg(m_key).arg(QLatin1String(field), problem));
}

bool CborReader::finish()
{
    if (m_error)
        return false;
    if (!m_cbor.leaveContainer())
        failCbor();
    else if (m_cbor.currentOffset() != m_payloadSize)
        fail(QStringLiteral("bytes follow the map"));
    return !m_error;
}

// The number of elements to expect, 0 when the array does not say; nothing after a failure.
std::optional<qsizetype> CborReader::enterArray(const char *field, qsizetype maxCount)
{
    if (m_error)
        return std::nullopt;
    if (!m_cbor.isArray()) {
        failField(field, QStringLiteral("must be an array"));
        return std::nullopt;
    }
    qsizetype count = 0;
    if (m_cbor.isLengthKnown()) {
        const quint64 announced = m_cbor.length();
        if (announced > static_cast<quint64>(maxCount)) {
            failField(field, QStringLiteral("has more than %1 elements").arg(maxCount));
            return std::nullopt;
        }
        // An element takes at least one byte: what cannot have been sent takes no memory.
        count = std::min(static_cast<qsizetype>(announced), m_payloadSize);
    }
    if (!m_cbor.enterContainer()) {
        failCbor();
        return std::nullopt;
    }
    return count;
}

bool CborReader::leaveArray()
{
    if (!m_error && !m_cbor.leaveContainer())
        failCbor();
    return !m_error;
}

bool CborReader::hasNextElement(const char *field, qsizetype index, qsizetype maxCount)
{
    if (m_error || !m_cbor.hasNext())
        return false;
    if (index == maxCount)
        failField(field, QStringLiteral("has more than %1 elements").arg(maxCount));
    return !m_error;
}

// A string may come in chunks (RFC 8949, 3.2.3); each is checked before there is memory for it.
QByteArray CborReader::readString(const char *field, qsizetype maxLength)
{
    QByteArray value;
    for (;;) {
        const qsizetype offset = value.size();
        const qsizetype chunkSize = m_cbor.currentStringChunkSize();
        if (chunkSize > maxLength - offset) {
            failField(field, QStringLiteral("is longer than %1 bytes").arg(maxLength));
            return {};
        }
        if (chunkSize < 0 || chunkSize > m_payloadSize) {
            failCbor();
            return {};
        }
        if (offset == 0)
            value = QByteArray(chunkSize, Qt::Uninitialized); // nearly every string: cheaper than growing
        else if (chunkSize > 0)
            value.resize(offset + chunkSize);
        const auto chunk = m_cbor.readStringChunk(value.data() + offset, chunkSize);
        if (chunk.status == QCborStreamReader::EndOfString)
            return value;
        if (chunk.status == QCborStreamReader::Error) {
            failCbor();
            return {};
        }
    }
}

QString CborReader::decodeText(const char *field, const QByteArray &utf8)
{
    if (m_error)
        return {};
    if (!utf8.isValidUtf8()) {
        failField(field, QStringLiteral("is not valid UTF-8"));
        return {};
    }
    // Not fromUtf8(), which drops a leading U+FEFF.
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(utf8);
}

void CborReader::failCbor()
{
    const QString reason = m_cbor.lastError().toString();
    if (m_key == unknownKey)
        fail(QStringLiteral("its CBOR is truncated or invalid (%1)").arg(reason));
    else
        fail(QStringLiteral("the CBOR at key %1 is truncated or invalid (%2)").arg(m_key).arg(reason));
}

} // namespace DaemonRpc
