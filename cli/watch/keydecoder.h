// Keys from what a terminal sends.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace DaemonRpc::Cli {

/// One key. Value.
struct Key
{
    enum class Kind { Character, Up, Down, PageUp, PageDown, Home, End, Escape, Other };

    Kind kind = Kind::Other;
    char character = 0; ///< Of a Character, in ASCII.

    friend bool operator==(const Key &, const Key &) = default;
};

/// Takes a terminal's bytes apart into keys (xterm control sequences: CSI and SS3), however they are split.
/// Value. What is unknown becomes Other and is swallowed whole, so that no part of it acts as a key.
class KeyDecoder
{
public:
    /// The longest sequence that is waited for; a longer one is dropped.
    static constexpr qsizetype maxSequenceBytes = 32;

    /// The keys that @p bytes complete.
    [[nodiscard]] QList<Key> feed(QByteArrayView bytes);

    /// Whether an escape character waits for what follows; flush() makes a key of it after a moment.
    [[nodiscard]] bool isWaiting() const { return !m_sequence.isEmpty(); }

    /// Nothing follows: an escape character alone is the key Escape.
    [[nodiscard]] QList<Key> flush();

private:
    [[nodiscard]] static Key keyOf(const QByteArray &sequence);

    QByteArray m_sequence; // begins with ESC
};

} // namespace DaemonRpc::Cli
