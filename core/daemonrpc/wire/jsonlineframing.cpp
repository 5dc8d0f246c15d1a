#include <daemonrpc/wire/jsonlineframing.h>

namespace DaemonRpc {

static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// ef bb bf, which some systems put before every text; no JSON text begins with one of them.
static bool isOfByteOrderMark(char c) { return c == '\xef' || c == '\xbb' || c == '\xbf'; }

// After these a value may follow (RFC 8259, sections 4 and 5).
static bool mayPrecedeValue(char c) { return c == '[' || c == '{' || c == ',' || c == ':'; }

JsonLineFraming::JsonLineFraming(qint64 maxBytes)
    : m_maxBytes(maxBytes)
{}

void JsonLineFraming::feed(QByteArrayView bytes)
{
    m_input = bytes;
    m_begin = 0;
    m_at = 0;
}

Result<std::optional<QByteArrayView>> JsonLineFraming::next()
{
    if (m_isHandedOut) {
        m_isHandedOut = false;
        m_gathered.clear();
    }
    while (!m_isTooLarge && m_at < m_input.size()) {
        const Scan before = m_scan;
        const Step step = scan(m_input[m_at]);
        if (before == Scan::Blank && m_scan != Scan::Blank)
            m_begin = m_at;
        if (step != Step::EndBefore)
            ++m_at;
        if (step != Step::GoOn)
            return handOut(m_at - m_begin);
        m_isTooLarge = m_scan != Scan::Blank && m_gathered.size() + (m_at - m_begin) > m_maxBytes;
    }
    if (m_isTooLarge) {
        return unexpected(ErrorCode::MessageTooLarge,
                          QStringLiteral("a message exceeds %1 bytes, the limit").arg(m_maxBytes));
    }
    if (m_scan != Scan::Blank)
        m_gathered.append(m_input.sliced(m_begin));
    feed({});
    return std::nullopt;
}

Result<std::optional<QByteArrayView>> JsonLineFraming::handOut(qsizetype size)
{
    const QByteArrayView end = m_input.sliced(m_begin, size);
    m_scan = Scan::Blank;
    m_depth = 0;
    m_isHandedOut = true;
    if (m_gathered.isEmpty())
        return end;
    m_gathered.append(end);
    return QByteArrayView(m_gathered);
}

JsonLineFraming::Step JsonLineFraming::scan(char c)
{
    switch (m_scan) {
    case Scan::Blank: return scanBlank(c);
    case Scan::Value: return scanValue(c);
    case Scan::Fragment: return c == '\n' ? Step::EndBefore : Step::GoOn;
    case Scan::Escaped: m_scan = Scan::String; return c == '\n' ? Step::EndBefore : Step::GoOn;
    case Scan::String: break;
    }
    if (c == '\n') // RFC 8259, section 7: control characters are escaped
        return Step::EndBefore;
    if (c == '\\') {
        m_scan = Scan::Escaped;
    } else if (c == '"') {
        m_scan = Scan::Value;
        m_previous = c;
    }
    return Step::GoOn;
}

JsonLineFraming::Step JsonLineFraming::scanBlank(char c)
{
    if (isBlank(c) || isOfByteOrderMark(c))
        return Step::GoOn;
    m_scan = c == '{' || c == '[' ? Scan::Value : Scan::Fragment;
    m_depth = 1;
    m_previous = c;
    return Step::GoOn;
}

JsonLineFraming::Step JsonLineFraming::scanValue(char c)
{
    if (isBlank(c))
        return Step::GoOn;
    const bool isBegin = c == '{' || c == '[' || c == '"';
    if (isBegin && !mayPrecedeValue(m_previous))
        return Step::EndBefore;
    m_previous = c;
    if (c == '"')
        m_scan = Scan::String;
    else if (c == '{' || c == '[')
        ++m_depth;
    else if ((c == '}' || c == ']') && --m_depth == 0)
        return Step::EndAfter;
    return Step::GoOn;
}

bool JsonLineFraming::isAtBoundary() const { return m_scan == Scan::Blank; }

RpcFraming::Envelope JsonLineFraming::envelope(qsizetype /*size*/) const { return {{}, "\n"}; }

} // namespace DaemonRpc
