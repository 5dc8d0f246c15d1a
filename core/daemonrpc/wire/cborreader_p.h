// CBOR maps with integer keys, read member by member.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QCborStreamReader>
#include <QStringList>

#include <optional>

namespace DaemonRpc {

/// Reads a payload that is exactly one CBOR map (RFC 8949). Value, not copied; the payload must outlive it.
///
/// The first failure stays: from then on nextKey() ends the loop and reads give defaults, so that a decoder
/// checks once, at the end. Every failure is a ProtocolViolation that names the message, and the key where
/// there is one. Memory for a string is taken only after its length passed the limit and the payload's size.
///
///     CborReader reader("Resize", payload);
///     while (const std::optional<int> key = reader.nextKey()) {
///         switch (*key) {
///         case Columns: columns = reader.readUnsigned("columns", 0, 65535); break;
///         default: reader.skipValue();
///         }
///     }
///     reader.require(Columns, "columns");
///     if (!reader.finish())
///         return unexpected(reader.error());
class CborReader
{
public:
    /// Containers within containers that skipValue() follows.
    static constexpr int maxSkippedDepth = 16;
    /// Keys that a message may define: 0 to this. What lies outside is reported as unknownKey.
    static constexpr int maxKey = 31;
    static constexpr int unknownKey = -1;

    CborReader(const char *messageName, QByteArrayView payload);

    /// The key of the next member, or nothing at the end and after a failure. A key of 0 to maxKey that comes
    /// twice is a failure.
    std::optional<int> nextKey();

    /// Passes over the value of a key that this version does not know.
    void skipValue();

    quint64 readUnsigned(const char *field, quint64 min, quint64 max);
    bool readBool(const char *field);
    /// A byte string of at most @p maxLength bytes; without a limit of its own, the payload's size is one.
    QByteArray readBytes(const char *field, qsizetype maxLength);
    QByteArrayList readBytesList(const char *field, qsizetype maxCount, qsizetype maxLength);
    /// A text string of valid UTF-8.
    QString readText(const char *field, qsizetype maxBytes);
    QStringList readTextList(const char *field, qsizetype maxCount, qsizetype maxBytes);

    /// Fails unless @p key was among the members.
    void require(int key, const char *field);

    [[nodiscard]] bool hasKey(int key) const { return (m_seen & (1U << key)) != 0; }

    /// A rule of the message itself is broken.
    void fail(const QString &problem);
    void failField(const char *field, const QString &problem);

    /// True when the map was read to its end, nothing follows it and nothing failed.
    [[nodiscard]] bool finish();

    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<qsizetype> enterArray(const char *field, qsizetype maxCount);
    bool leaveArray();
    bool hasNextElement(const char *field, qsizetype index, qsizetype maxCount);
    QByteArray readString(const char *field, qsizetype maxLength);
    QString decodeText(const char *field, const QByteArray &utf8);
    void failCbor();

    const char *m_messageName;
    qsizetype m_payloadSize;
    QCborStreamReader m_cbor;
    quint32 m_seen = 0;
    int m_key = unknownKey;
    std::optional<Error> m_error;
};

} // namespace DaemonRpc
