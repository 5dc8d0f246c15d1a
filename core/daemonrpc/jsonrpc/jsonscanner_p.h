// One pass over a JSON text, before anything is made of it.
#pragma once

#include <daemonrpc/jsonrpc/rpcparser.h>

#include <QByteArrayView>
#include <QHash>
#include <QVarLengthArray>

namespace DaemonRpc {

/// What a JSON text is as a whole.
enum class JsonShape {
    Object,
    Array,
    Scalar,        ///< A string, a number, true, false or null.
    Malformed,     ///< RFC 8259 has no such text.
    TooDeep,       ///< More than maxDepth arrays and objects inside each other.
    TooManyValues, ///< More than maxValues values.
    BatchTooLong,  ///< The outermost array has more than maxBatch elements.
};

/// What the scanner found. Value.
struct JsonScan
{
    JsonShape shape = JsonShape::Malformed;
    qsizetype offset = 0; ///< Where the text stops being JSON, or passes a limit.
    qint64 values = 0;

    /// The members "id" of messages that are numbers which a 64 bit integer does not hold, by the message's
    /// position in its batch. Parts of the text.
    QHash<int, QByteArrayView> numberIds;
};

/// Holds a JSON text against the grammar of RFC 8259 and against limits. Value; used once.
///
/// QJsonDocument takes texts that the grammar forbids (raw control characters, unknown escapes, numbers with
/// leading zeros or without digits) and knows numbers as values only, so neither the verdict nor an id that
/// has to go back as it came can be left to it.
class JsonScanner
{
public:
    JsonScanner(QByteArrayView text, const RpcLimits &limits);

    /// Stops at the first thing wrong. Takes no memory but for the number ids.
    [[nodiscard]] JsonScan scan();

private:
    enum class Expected { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

    bool step();
    bool readValue();
    bool readLiteral(QByteArrayView literal);
    bool readNumber();
    bool readDigits();
    bool readString();
    bool readEscape();
    bool readKey();
    bool open(char bracket);
    bool close(char bracket);
    bool takeComma();
    bool countValue();
    bool fail(JsonShape shape);
    void skipBlanks();
    void noteId(QByteArrayView number);
    void finishValue();

    [[nodiscard]] bool isMember() const { return !m_open.isEmpty() && m_open.last() == '{'; }

    [[nodiscard]] bool isInMessage() const;

    [[nodiscard]] char current() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    QByteArrayView m_text;
    const RpcLimits &m_limits;
    JsonScan m_scan;
    QVarLengthArray<char, 64> m_open; // the brackets around what is read next
    qsizetype m_at = 0;
    int m_message = 0;
    Expected m_expected = Expected::Value;
    bool m_isIdNext = false;
    bool m_isBatchTooLong = false;
};

} // namespace DaemonRpc
