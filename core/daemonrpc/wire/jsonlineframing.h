// JSON values one after the other.
#pragma once

#include <daemonrpc/wire/rpcframing.h>

namespace DaemonRpc {

/// One JSON value per line; tolerant of values that span lines or follow each other without a line end. Sends
/// each text with a line end after it. Thread-bound.
///
/// Looks at brackets and strings only, as far as it takes to find the end of a value. What cannot be JSON any
/// more ends where that shows (a line end within a string, a value where none can be) and is handed out, so
/// that it gets its error and the text after it is read on its own. Anything but an object or array ends with
/// its line. A byte order mark before a text is passed over.
class DAEMONRPC_EXPORT JsonLineFraming : public RpcFraming
{
public:
    /// Texts above @p maxBytes are refused.
    explicit JsonLineFraming(qint64 maxBytes);

    void setMaxBytes(qint64 bytes) override { m_maxBytes = bytes; }

    void feed(QByteArrayView bytes) override;
    Result<std::optional<QByteArrayView>> next() override;
    [[nodiscard]] bool isAtBoundary() const override;
    [[nodiscard]] Envelope envelope(qsizetype size) const override;

private:
    enum class Scan : quint8 {
        Blank,    // between two values
        Value,    // within an object or array
        String,   // within a string of it
        Escaped,  // after a backslash there
        Fragment, // within something else, up to the line's end
    };
    enum class Step : quint8 { GoOn, EndAfter, EndBefore };

    Step scan(char c);
    Step scanBlank(char c);
    Step scanValue(char c);
    Result<std::optional<QByteArrayView>> handOut(qsizetype size);

    qint64 m_maxBytes;
    QByteArrayView m_input;
    QByteArray m_gathered; // the beginning of a text that spans feeds
    qsizetype m_begin = 0; // of the text, in m_input
    qsizetype m_at = 0;    // what is looked at next, in m_input
    Scan m_scan = Scan::Blank;
    int m_depth = 0;
    char m_previous = 0; // the last character of the value that is no blank
    bool m_isHandedOut = false;
    bool m_isTooLarge = false;
};

} // namespace DaemonRpc
