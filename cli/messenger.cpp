#include "messenger.h"

#include "escaping.h"

namespace DaemonRpc::Cli {

Messenger::Messenger(OutputWriter &output, bool isTerminal, Verbosity verbosity, QObject *parent)
    : QObject(parent)
    , m_output(output)
    , m_isTerminal(isTerminal)
    , m_verbosity(verbosity)
{
    m_progressDelay.setSingleShot(true);
    connect(&m_progressDelay, &QTimer::timeout, this, &Messenger::drawProgress);
}

void Messenger::show(const QString &text)
{
    clearProgress();
    m_output.write(
        QStringLiteral("daemon-rpc: %1\n").arg(escapedForTerminal(text, LineFeeds::Keep)).toUtf8());
}

void Messenger::showError(const Error &error)
{
    show(m_verbosity == Verbosity::Verbose ? error.toString() : error.message());
}

void Messenger::showInformation(const QString &text)
{
    if (m_verbosity != Verbosity::Quiet)
        show(text);
}

void Messenger::showNotice(const QString &text)
{
    if (m_verbosity == Verbosity::Verbose || (m_verbosity == Verbosity::Normal && m_isTerminal))
        show(text);
}

void Messenger::showDetail(const QString &text)
{
    if (m_verbosity == Verbosity::Verbose)
        show(text);
}

void Messenger::showProgress(const QString &text)
{
    if (!m_isTerminal || m_verbosity == Verbosity::Quiet || text == m_progress)
        return;
    m_progress = text;
    if (m_isProgressDrawn)
        drawProgress();
    else if (!m_progressDelay.isActive())
        m_progressDelay.start(progressDelay);
}

void Messenger::drawProgress()
{
    m_output.write(
        QStringLiteral("\r\x1b[Kdaemon-rpc: %1").arg(escapedForTerminal(QStringView(m_progress))).toUtf8());
    m_isProgressDrawn = true;
}

void Messenger::clearProgress()
{
    m_progressDelay.stop();
    m_progress.clear();
    if (std::exchange(m_isProgressDrawn, false))
        m_output.write("\r\x1b[K");
}

} // namespace DaemonRpc::Cli
