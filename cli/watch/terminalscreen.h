// The terminal as a screen with keys.
#pragma once

#include "descriptoraccess.h"
#include "outputwriter.h"
#include "watch/keydecoder.h"

#include <QObject>
#include <QSocketNotifier>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

#include <termios.h>

namespace DaemonRpc::Cli {

/// Owns the terminal for a while: the alternate screen, keys without echo, no cursor. Thread-bound.
///
/// The terminal is as it was when the object is gone, which is on every way out that this program has: its
/// end, errors, and the signals that SignalWatcher takes. Ctrl+C stays a signal; the keys that would stop or
/// abort the program on the spot are keys like others.
class TerminalScreen : public QObject
{
    Q_OBJECT

public:
    /// A line of the screen. Value. The text is plain, and at most as wide as the screen.
    struct Line
    {
        enum class Look { Plain, Heading, Selected };

        QString text;
        Look look = Look::Plain;

        friend bool operator==(const Line &, const Line &) = default;
    };

    /// @p output leads to the terminal. Descriptors stay the caller's.
    TerminalScreen(int inputFd, int outputFd, OutputWriter &output, QObject *parent = nullptr);
    ~TerminalScreen() override;

    /// Shows @p lines from the top; writes only what differs. While the terminal takes nothing, nothing is
    /// written, and what was left out is shown by the next call.
    void show(const QList<Line> &lines);

    /// Everything is written anew at the next show(): after a resize.
    void invalidate() { m_shown.clear(); }

Q_SIGNALS:
    void keyPressed(const DaemonRpc::Cli::Key &key);
    /// The terminal has been closed.
    void inputEnded();

private:
    void readKeys();
    void tell(const QList<Key> &keys);

    int m_inputFd;
    int m_outputFd;
    OutputWriter &m_output;
    DescriptorAccess m_input;
    std::unique_ptr<QSocketNotifier> m_notifier;
    KeyDecoder m_decoder;
    QTimer m_escapeTimer;
    std::optional<struct termios> m_before;
    QList<Line> m_shown;
};

} // namespace DaemonRpc::Cli
