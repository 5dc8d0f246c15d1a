// CBOR maps with integer keys, written member by member.
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QByteArrayList>
#include <QCborStreamWriter>
#include <QStringList>

namespace DaemonRpc {

/// Writes one CBOR map (RFC 8949) of at most 23 members with definite lengths. Value, not copied.
///
///     CborWriter writer;
///     writer.writeUnsigned(Columns, columns);
///     writer.writeUnsigned(Rows, rows);
///     return writer.finish();
class CborWriter
{
public:
    /// @p expectedBytes is a guess of the whole size, to take memory once.
    explicit CborWriter(qsizetype expectedBytes = 64);

    void writeUnsigned(int key, quint64 value);
    void writeTrue(int key);
    void writeBytes(int key, const QByteArray &value);
    void writeBytesList(int key, const QByteArrayList &values);
    /// UTF-8, cut between characters so that it has at most @p maxBytes.
    void writeText(int key, const QString &value, qsizetype maxBytes);
    /// Each value is cut to @p maxBytes; values after @p maxTotalBytes of text or @p maxCount are left out.
    void writeTextList(int key, const QStringList &values, qsizetype maxCount, qsizetype maxBytes,
                       qsizetype maxTotalBytes);

    /// Ends the map and hands it out. The writer is used up.
    [[nodiscard]] QByteArray finish();

private:
    void writeKey(int key);
    void writeUtf8(const QByteArray &utf8);

    QByteArray m_data;
    QBuffer m_buffer;
    QCborStreamWriter m_cbor;
    int m_count = 0;
};

} // namespace DaemonRpc
