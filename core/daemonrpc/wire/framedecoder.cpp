#include <daemonrpc/wire/framedecoder.h>

#include <QtEndian>

#include <algorithm>

namespace DaemonRpc {

// Memory kept from one spanning frame to the next; more is given back, so that one large message does not
// stay with an idle connection for life.
static constexpr qsizetype keptCapacity = 64 * 1024;

static QString typeText(FrameType type)
{
    return QStringLiteral("0x%1").arg(static_cast<int>(type), 2, 16, QLatin1Char('0'));
}

FrameDecoder::FrameDecoder(const FrameLimits &limits)
    : m_limits(limits)
{}

void FrameDecoder::setLimits(const FrameLimits &limits) { m_limits = limits; }

void FrameDecoder::feed(QByteArrayView bytes)
{
    Q_ASSERT(m_input.isEmpty()); // next() has to return nothing first
    if (!m_error)
        m_input = bytes;
}

Result<std::optional<FrameView>> FrameDecoder::next()
{
    releaseHandedOut();
    while (!m_error) {
        m_skip -= take(m_skip).size();
        if (m_skip > 0 || (!m_header && !takeHeader()))
            break;
        if (m_header->type >= FrameType::FirstExtension) {
            m_skip = m_header->payloadSize;
            m_header.reset();
            continue;
        }
        const std::optional<QByteArrayView> payload = takePayload();
        if (!payload)
            break;
        const FrameView frame{m_header->type, *payload};
        m_header.reset();
        return frame;
    }
    if (m_error)
        return unexpected(*m_error);
    return std::nullopt;
}

bool FrameDecoder::isAtFrameBoundary() const
{
    return !m_error && !m_header && m_skip == 0 && m_input.isEmpty() && bufferedBytes() == 0;
}

qsizetype FrameDecoder::bufferedBytes() const { return m_releasePartial ? 0 : m_partial.size(); }

QByteArrayView FrameDecoder::take(qsizetype size)
{
    const QByteArrayView taken = m_input.first(std::min(size, m_input.size()));
    m_input = m_input.sliced(taken.size());
    return taken;
}

bool FrameDecoder::takeHeader()
{
    const bool isWhole = m_partial.isEmpty() && m_input.size() >= frameHeaderSize;
    QByteArrayView bytes = take(frameHeaderSize - m_partial.size());
    if (!isWhole) {
        m_partial.append(bytes);
        bytes = m_partial;
    }
    constexpr qsizetype lengthSize = 4;
    if (bytes.size() < lengthSize)
        return false;

    // A length that no type can have is refused before the type is known.
    const quint32 length = qFromBigEndian<quint32>(bytes.data());
    if (length == 0) {
        fail(ErrorCode::ProtocolViolation, QStringLiteral("received a frame of length 0, which has no type"));
        return false;
    }
    if (length > maxFramePayload + 1) {
        fail(ErrorCode::MessageTooLarge,
             QStringLiteral("received a frame header that announces %1 bytes; no frame may exceed %2")
                 .arg(length)
                 .arg(maxFramePayload + 1));
        return false;
    }
    if (bytes.size() < frameHeaderSize)
        return false;

    const Header header{static_cast<FrameType>(bytes[lengthSize]), static_cast<qsizetype>(length) - 1};
    const qsizetype limit = m_limits.maxPayload(header.type);
    if (limit < 0) {
        fail(ErrorCode::ProtocolViolation,
             QStringLiteral("received a frame of type %1, which is not accepted at this point")
                 .arg(typeText(header.type)));
        return false;
    }
    if (header.payloadSize > limit) {
        fail(ErrorCode::MessageTooLarge,
             QStringLiteral("received the header of a message of type %1 with %2 bytes; the limit is %3")
                 .arg(typeText(header.type))
                 .arg(header.payloadSize)
                 .arg(limit));
        return false;
    }
    m_partial.resize(0);
    m_header = header;
    return true;
}

std::optional<QByteArrayView> FrameDecoder::takePayload()
{
    const qsizetype size = m_header->payloadSize;
    if (m_partial.isEmpty() && m_input.size() >= size)
        return take(size);
    const QByteArrayView bytes = take(size - m_partial.size());
    // Never more than twice what has really arrived: announcing a large frame costs the peer its bytes.
    const qsizetype arrived = m_partial.size() + bytes.size();
    if (arrived > m_partial.capacity())
        m_partial.reserve(std::min(size, 2 * arrived));
    m_partial.append(bytes);
    if (arrived < size)
        return std::nullopt;
    m_releasePartial = true;
    return m_partial;
}

void FrameDecoder::releaseHandedOut()
{
    if (!m_releasePartial)
        return;
    m_releasePartial = false;
    if (m_partial.capacity() > keptCapacity)
        m_partial = QByteArray();
    else
        m_partial.resize(0);
}

void FrameDecoder::fail(ErrorCode code, const QString &message)
{
    m_error = Error(code, message);
    m_partial = QByteArray();
    m_input = QByteArrayView();
}

} // namespace DaemonRpc
