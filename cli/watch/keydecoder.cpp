#include "watch/keydecoder.h"

namespace DaemonRpc::Cli {

static constexpr char escape = '\x1b';

QList<Key> KeyDecoder::feed(QByteArrayView bytes)
{
    QList<Key> keys;
    for (const char byte : bytes) {
        if (m_sequence.isEmpty()) {
            if (byte == escape)
                m_sequence = QByteArray(1, escape);
            else if (byte >= ' ' && byte < '\x7f')
                keys.append({Key::Kind::Character, byte});
            else
                keys.append(Key());
            continue;
        }
        if (m_sequence.size() == 1 && byte != '[' && byte != 'O') {
            // Alt and a key, or Escape and a key.
            keys += flush();
            keys += feed(QByteArrayView(&byte, 1));
            continue;
        }
        m_sequence += byte;
        const bool isFinal = m_sequence.size() > 2 && byte >= '@' && byte <= '~';
        if (isFinal)
            keys.append(keyOf(m_sequence));
        if (isFinal || m_sequence.size() >= maxSequenceBytes)
            m_sequence.clear();
    }
    return keys;
}

QList<Key> KeyDecoder::flush()
{
    if (m_sequence.isEmpty())
        return {};
    const bool isAlone = m_sequence.size() == 1;
    m_sequence.clear();
    return {isAlone ? Key{Key::Kind::Escape, 0} : Key()};
}

Key KeyDecoder::keyOf(const QByteArray &sequence)
{
    using enum Key::Kind;
    const QByteArray body = sequence.mid(2);
    if (body == "A")
        return {Up, 0};
    if (body == "B")
        return {Down, 0};
    if (body == "H" || body == "1~" || body == "7~")
        return {Home, 0};
    if (body == "F" || body == "4~" || body == "8~")
        return {End, 0};
    if (body == "5~")
        return {PageUp, 0};
    if (body == "6~")
        return {PageDown, 0};
    return {};
}

} // namespace DaemonRpc::Cli
