#include "watch/terminalscreen.h"

#include <array>
#include <chrono>

#include <errno.h>
#include <unistd.h>

namespace DaemonRpc::Cli {

// How long an escape character may be the beginning of a sequence.
static constexpr std::chrono::milliseconds escapeDelay{50};

// xterm's private modes: 1049 the alternate screen, 25 the cursor.
static constexpr QByteArrayView enter = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J";
static constexpr QByteArrayView leave = "\x1b[0m\x1b[?25h\x1b[?1049l";

TerminalScreen::TerminalScreen(int inputFd, int outputFd, OutputWriter &output, QObject *parent)
    : QObject(parent)
    , m_inputFd(inputFd)
    , m_outputFd(outputFd)
    , m_output(output)
    , m_input(DescriptorAccess::forReading(inputFd))
{
    struct termios mode = {};
    if (::tcgetattr(m_inputFd, &mode) == 0) {
        m_before = mode;
        mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);
        mode.c_cc[VMIN] = 1;
        mode.c_cc[VTIME] = 0;
        // Whoever stopped the program there would have a terminal without echo.
        mode.c_cc[VSUSP] = _POSIX_VDISABLE;
        mode.c_cc[VQUIT] = _POSIX_VDISABLE;
        ::tcsetattr(m_inputFd, TCSADRAIN, &mode);
    }
    m_output.write(enter);
    m_notifier = std::make_unique<QSocketNotifier>(m_input.descriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TerminalScreen::readKeys);
    m_escapeTimer.setSingleShot(true);
    connect(&m_escapeTimer, &QTimer::timeout, this, [this] { tell(m_decoder.flush()); });
}

TerminalScreen::~TerminalScreen()
{
    // Directly: nobody may be there any more to write what waits.
    const ssize_t written = ::write(m_outputFd, leave.data(), static_cast<size_t>(leave.size()));
    Q_UNUSED(written) // a terminal that is gone needs nothing
    if (m_before)
        ::tcsetattr(m_inputFd, TCSADRAIN, &*m_before);
}

void TerminalScreen::readKeys()
{
    std::array<char, 256> bytes{};
    const ssize_t count = m_input.read(bytes.data(), bytes.size());
    if (count == 0 || (count < 0 && errno != EAGAIN)) {
        m_notifier->setEnabled(false);
        Q_EMIT inputEnded();
        return;
    }
    if (count < 0)
        return;
    tell(m_decoder.feed(QByteArrayView(bytes.data(), count)));
    if (m_decoder.isWaiting())
        m_escapeTimer.start(escapeDelay);
    else
        m_escapeTimer.stop();
}

void TerminalScreen::tell(const QList<Key> &keys)
{
    for (const Key &key : keys)
        Q_EMIT keyPressed(key);
}

static QByteArray encoded(const TerminalScreen::Line &line)
{
    const QByteArray text = line.text.toUtf8();
    switch (line.look) {
    case TerminalScreen::Line::Look::Heading: return "\x1b[1m" + text + "\x1b[0m";
    case TerminalScreen::Line::Look::Selected: return "\x1b[7m" + text + "\x1b[0m";
    case TerminalScreen::Line::Look::Plain: break;
    }
    return text;
}

void TerminalScreen::show(const QList<Line> &lines)
{
    if (m_output.bytesPending() > 0)
        return;
    QByteArray bytes;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i < m_shown.size() && m_shown[i] == lines[i])
            continue;
        bytes += "\x1b[" + QByteArray::number(i + 1) + ";1H" + encoded(lines[i]) + "\x1b[K";
    }
    if (lines.size() < m_shown.size() || m_shown.isEmpty())
        bytes += "\x1b[" + QByteArray::number(lines.size() + 1) + ";1H\x1b[J";
    m_shown = lines;
    if (!bytes.isEmpty())
        m_output.write(bytes);
}

} // namespace DaemonRpc::Cli
