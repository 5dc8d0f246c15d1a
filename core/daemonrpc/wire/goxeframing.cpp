#include "inputgatherer_p.h"

#include <daemonrpc/wire/goxeframing.h>

#include <QtEndian>

namespace DaemonRpc {

static constexpr char magic[] = {'G', 'O', 'X', 'E'};

static quint32 numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.sliced(at, sizeof(quint32)).data());
}

GoxeFraming::GoxeFraming(qint64 maxBytes)
    : m_maxBytes(maxBytes)
    , m_gatherer(std::make_unique<InputGatherer>())
{}

GoxeFraming::~GoxeFraming() = default;

void GoxeFraming::feed(QByteArrayView bytes) { m_gatherer->feed(bytes); }

Result<std::optional<QByteArrayView>> GoxeFraming::next()
{
    if (m_error)
        return unexpected(*m_error);
    if (!m_announced) {
        const std::optional<QByteArrayView> header = m_gatherer->take(headerBytes);
        if (!header)
            return std::nullopt;
        const Result<qsizetype> size = textSize(*header);
        if (!size) {
            m_error = size.error();
            return unexpected(*m_error);
        }
        m_announced = *size;
    }
    const std::optional<QByteArrayView> text = m_gatherer->take(*m_announced);
    if (text)
        m_announced.reset();
    return text;
}

Result<qsizetype> GoxeFraming::textSize(QByteArrayView header) const
{
    if (!header.startsWith(QByteArrayView(magic, sizeof magic))) {
        return unexpected(ErrorCode::ProtocolViolation,
                          QStringLiteral("a message does not begin with the magic \"GOXE\""));
    }
    if (const quint32 theirs = numberAt(header, 4); theirs != version) {
        return unexpected(
            ErrorCode::ProtocolViolation,
            QStringLiteral("a message has version %1, this side speaks %2").arg(theirs).arg(version));
    }
    const quint32 size = numberAt(header, 8);
    if (size > m_maxBytes) {
        return unexpected(
            ErrorCode::MessageTooLarge,
            QStringLiteral("a message of %1 bytes is announced, the limit is %2").arg(size).arg(m_maxBytes));
    }
    return qsizetype(size);
}

bool GoxeFraming::isAtBoundary() const { return !m_announced && !m_gatherer->isGathering(); }

RpcFraming::Envelope GoxeFraming::envelope(qsizetype size) const
{
    QByteArray head(headerBytes, '\0');
    std::copy(std::begin(magic), std::end(magic), head.begin());
    qToBigEndian(version, head.data() + 4);
    qToBigEndian(static_cast<quint32>(size), head.data() + 8);
    return {head, {}};
}

} // namespace DaemonRpc
