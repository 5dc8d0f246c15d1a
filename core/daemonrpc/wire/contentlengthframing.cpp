#include "inputgatherer_p.h"

#include <daemonrpc/wire/contentlengthframing.h>

#include <algorithm>

namespace DaemonRpc {

static bool isHeader(QByteArrayView name, QByteArrayView expected)
{
    return name.size() == expected.size() &&
           qstrnicmp(name.data(), name.size(), expected.data(), expected.size()) == 0;
}

// Digits alone, at most ten of them.
static std::optional<qint64> lengthOf(QByteArrayView digits)
{
    const bool areDigits =
        !digits.isEmpty() && digits.size() <= 10 &&
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return areDigits ? std::optional(digits.toByteArray().toLongLong()) : std::nullopt;
}

static Error violation(const QString &message) { return Error(ErrorCode::ProtocolViolation, message); }

ContentLengthFraming::ContentLengthFraming(qint64 maxBytes)
    : m_maxBytes(maxBytes)
    , m_text(std::make_unique<InputGatherer>())
{}

ContentLengthFraming::~ContentLengthFraming() = default;

void ContentLengthFraming::feed(QByteArrayView bytes) { m_input = bytes; }

Result<std::optional<QByteArrayView>> ContentLengthFraming::next()
{
    if (m_error)
        return unexpected(*m_error);
    if (!m_isInText) {
        const Result<bool> header = takeHeader();
        if (!header) {
            m_error = header.error();
            return unexpected(*m_error);
        }
        if (!*header)
            return std::nullopt;
        m_isInText = true;
    }
    const qsizetype size = *m_announced;
    m_text->feed(m_input);
    const std::optional<QByteArrayView> text = m_text->take(size);
    m_input = m_text->rest();
    if (!text)
        return std::nullopt;
    m_isInText = false;
    m_announced.reset();
    m_headerBytes = 0;
    return *text;
}

// Whether the empty line that ends the header has come.
Result<bool> ContentLengthFraming::takeHeader()
{
    while (!m_input.isEmpty()) {
        const qsizetype end = m_input.indexOf('\n');
        const QByteArrayView piece = end < 0 ? m_input : m_input.first(end + 1);
        m_headerBytes += piece.size();
        if (m_headerBytes > maxHeaderBytes) {
            return unexpected(
                ErrorCode::MessageTooLarge,
                QStringLiteral("a message's header exceeds %1 bytes, the limit").arg(maxHeaderBytes));
        }
        m_line.append(piece);
        m_input = m_input.sliced(piece.size());
        if (end < 0)
            break;
        const QByteArray line = std::exchange(m_line, {}).trimmed();
        if (!line.isEmpty()) {
            if (const Result<void> taken = takeField(line); !taken)
                return unexpected(taken.error());
        } else if (m_announced) {
            return true;
        } else {
            return unexpected(violation(QStringLiteral("a header without Content-Length came")));
        }
    }
    return false;
}

Result<void> ContentLengthFraming::takeField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return unexpected(violation(QStringLiteral("a header line without \"Name: value\" came")));
    const QByteArrayView name = line.first(colon).trimmed();
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (isHeader(name, "Content-Length")) {
        const std::optional<qint64> length = lengthOf(value);
        if (!length || m_announced)
            return unexpected(violation(QStringLiteral("Content-Length must be one number, once")));
        if (*length > m_maxBytes) {
            return unexpected(ErrorCode::MessageTooLarge,
                              QStringLiteral("a message of %1 bytes is announced, the limit is %2")
                                  .arg(*length)
                                  .arg(m_maxBytes));
        }
        m_announced = *length;
    } else if (isHeader(name, "Content-Type")) {
        const QByteArray type = value.toByteArray().toLower();
        const qsizetype charset = type.indexOf("charset=");
        // "utf8" is what some early clients say.
        if (charset >= 0 && !type.mid(charset).contains("utf-8") && !type.mid(charset).contains("utf8"))
            return unexpected(violation(QStringLiteral("Content-Type must be of charset utf-8")));
    }
    return {};
}

bool ContentLengthFraming::isAtBoundary() const { return !m_isInText && m_headerBytes == 0; }

RpcFraming::Envelope ContentLengthFraming::envelope(qsizetype size) const
{
    return {"Content-Length: " + QByteArray::number(size) + "\r\n\r\n", {}};
}

} // namespace DaemonRpc
