#include "jsonscanner_p.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace DaemonRpc {

static bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

static bool isDigit(char c) { return c >= '0' && c <= '9'; }

static bool isHexDigit(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Whether the text of a key, without its quotes, says "id".
static bool isIdKey(QByteArrayView key)
{
    constexpr qsizetype longest = 12; // both letters escaped
    if (!key.contains('\\'))
        return key == QByteArrayView("id");
    if (key.size() > longest)
        return false;
    const QByteArray wrapped = "[\"" + key.toByteArray() + "\"]";
    return QJsonDocument::fromJson(wrapped).array().first().toString() == QStringLiteral("id");
}

static bool isPlainInteger(QByteArrayView number)
{
    constexpr qsizetype longest = 20;
    if (number.size() > longest)
        return false;
    bool isInteger = false;
    const qint64 value = number.toByteArray().toLongLong(&isInteger);
    return isInteger && QByteArray::number(value) == number;
}

JsonScanner::JsonScanner(QByteArrayView text, const RpcLimits &limits)
    : m_text(text)
    , m_limits(limits)
{}

JsonScan JsonScanner::scan()
{
    skipBlanks();
    switch (current()) {
    case '{': m_scan.shape = JsonShape::Object; break;
    case '[': m_scan.shape = JsonShape::Array; break;
    default: m_scan.shape = JsonShape::Scalar; break;
    }
    const JsonShape shape = m_scan.shape;
    while (m_at < m_text.size() && step())
        skipBlanks();
    m_scan.offset = m_at;
    if (m_scan.shape != shape)
        return m_scan;
    if (m_at < m_text.size() || m_expected != Expected::Nothing)
        m_scan.shape = JsonShape::Malformed;
    else if (m_isBatchTooLong)
        m_scan.shape = JsonShape::BatchTooLong;
    return m_scan;
}

bool JsonScanner::step()
{
    const char c = current();
    switch (m_expected) {
    case Expected::Value: return readValue();
    case Expected::ValueOrEnd: return c == ']' ? close(c) : readValue();
    case Expected::Key: return readKey();
    case Expected::KeyOrEnd: return c == '}' ? close(c) : readKey();
    case Expected::Colon:
        if (c != ':')
            return fail(JsonShape::Malformed);
        m_expected = Expected::Value;
        ++m_at;
        return true;
    case Expected::CommaOrEnd: return c == ',' ? takeComma() : close(c);
    case Expected::Nothing: break;
    }
    return fail(JsonShape::Malformed);
}

bool JsonScanner::readValue()
{
    if (!countValue())
        return false;
    const char c = current();
    switch (c) {
    case '{':
    case '[': return open(c);
    case '"':
        noteId({});
        if (!readString())
            return false;
        finishValue();
        return true;
    case 't': return readLiteral("true");
    case 'f': return readLiteral("false");
    case 'n': return readLiteral("null");
    default: return readNumber();
    }
}

bool JsonScanner::readLiteral(QByteArrayView literal)
{
    if (m_text.sliced(m_at, qMin(literal.size(), m_text.size() - m_at)) != literal)
        return fail(JsonShape::Malformed);
    m_at += literal.size();
    noteId({});
    finishValue();
    return true;
}

bool JsonScanner::readNumber()
{
    const qsizetype start = m_at;
    if (current() == '-')
        ++m_at;
    const bool startsWithZero = current() == '0';
    const qsizetype firstDigit = m_at;
    if (!readDigits() || (startsWithZero && m_at > firstDigit + 1))
        return fail(JsonShape::Malformed);
    if (current() == '.') {
        ++m_at;
        if (!readDigits())
            return fail(JsonShape::Malformed);
    }
    if (current() == 'e' || current() == 'E') {
        ++m_at;
        if (current() == '+' || current() == '-')
            ++m_at;
        if (!readDigits())
            return fail(JsonShape::Malformed);
    }
    noteId(m_text.sliced(start, m_at - start));
    finishValue();
    return true;
}

bool JsonScanner::readDigits()
{
    const qsizetype start = m_at;
    while (isDigit(current()))
        ++m_at;
    return m_at > start;
}

bool JsonScanner::readString()
{
    for (++m_at; m_at < m_text.size();) {
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (static_cast<uchar>(c) < 0x20)
            return fail(JsonShape::Malformed);
        ++m_at;
        if (c == '\\' && !readEscape())
            return false;
    }
    return fail(JsonShape::Malformed);
}

bool JsonScanner::readEscape()
{
    constexpr int hexDigits = 4;
    const char c = current();
    if (c == '\0' || !QByteArrayView("\"\\/bfnrtu").contains(c))
        return fail(JsonShape::Malformed);
    ++m_at;
    if (c != 'u')
        return true;
    for (int i = 0; i < hexDigits; ++i, ++m_at) {
        if (!isHexDigit(current()))
            return fail(JsonShape::Malformed);
    }
    return true;
}

bool JsonScanner::readKey()
{
    const qsizetype start = m_at + 1;
    if (current() != '"' || !readString())
        return fail(JsonShape::Malformed);
    m_isIdNext = isInMessage() && isIdKey(m_text.sliced(start, m_at - 1 - start));
    m_expected = Expected::Colon;
    return true;
}

// Whether a member that is read now belongs to a message rather than to something in it.
bool JsonScanner::isInMessage() const
{
    return m_open.size() == 1 || (m_open.size() == 2 && m_open.first() == '[');
}

bool JsonScanner::open(char bracket)
{
    noteId({});
    m_open.append(bracket);
    if (m_open.size() > m_limits.maxDepth)
        return fail(JsonShape::TooDeep);
    m_expected = bracket == '{' ? Expected::KeyOrEnd : Expected::ValueOrEnd;
    ++m_at;
    return true;
}

bool JsonScanner::close(char bracket)
{
    if (m_open.isEmpty() || bracket != (isMember() ? '}' : ']'))
        return fail(JsonShape::Malformed);
    m_open.removeLast();
    ++m_at;
    finishValue();
    return true;
}

bool JsonScanner::takeComma()
{
    m_expected = isMember() ? Expected::Key : Expected::Value;
    ++m_at;
    if (m_open.size() == 1 && !isMember() && ++m_message >= m_limits.maxBatch)
        m_isBatchTooLong = true;
    return true;
}

bool JsonScanner::countValue()
{
    return ++m_scan.values <= m_limits.maxValues || fail(JsonShape::TooManyValues);
}

bool JsonScanner::fail(JsonShape shape)
{
    // A batch that is too long is not read on for the sake of another limit.
    m_scan.shape = m_isBatchTooLong && shape != JsonShape::Malformed ? JsonShape::BatchTooLong : shape;
    return false;
}

void JsonScanner::skipBlanks()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
}

// The value of an "id" is read: of several the last one counts, as it does for QJsonDocument.
void JsonScanner::noteId(QByteArrayView number)
{
    if (!std::exchange(m_isIdNext, false))
        return;
    if (number.isEmpty() || isPlainInteger(number))
        m_scan.numberIds.remove(m_message);
    else
        m_scan.numberIds.insert(m_message, number);
}

void JsonScanner::finishValue() { m_expected = m_open.isEmpty() ? Expected::Nothing : Expected::CommaOrEnd; }

} // namespace DaemonRpc
