#include "dialogs/tailpage.h"

#include "dialogs/outputview.h"
#include "models/formatting.h"

#include <QLabel>
#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

TailPage::TailPage(QWidget *parent)
    : QWidget(parent)
    , m_view(new OutputView(maxShownCharacters, this))
    , m_state(new QLabel(this))
{
    auto *heading =
        new QLabel(tr("Output from &now on (lines of standard error begin with “%1” and are slanted):")
                       .arg(OutputView::errorMark),
                   this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    heading->setBuddy(m_view);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("tailState"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_state);
    connect(m_view, &OutputView::drained, this, &TailPage::showCounts);
}

TailPage::~TailPage() = default;

void TailPage::follow(AdminClient &admin, qint64 requestId)
{
    if (m_tail && m_admin == &admin && m_tail->requestId() == requestId &&
        m_tail->state() != OutputTail::State::Failed)
        return;
    m_view->reset();
    m_admin = &admin;
    m_isLive = true;
    m_tail = admin.tail(requestId);
    connect(m_tail.get(), &OutputTail::stateChanged, this, &TailPage::onStateChanged);
    connect(m_tail.get(), &OutputTail::outputReceived, this, &TailPage::onReceived);
    connect(m_tail.get(), &OutputTail::omitted, this, &TailPage::onOmitted);
    connect(m_tail.get(), &OutputTail::finished, this, &TailPage::onFinished);
    connect(m_tail.get(), &OutputTail::failed, this, &TailPage::onFailed);
    say(tr("Asks the daemon for the output…"));
}

void TailPage::stop()
{
    if (!m_isLive)
        return;
    m_isLive = false;
    m_tail.reset();
    m_view->appendNotice(tr("[no longer followed]"));
}

void TailPage::say(const QString &text) { m_state->setText(text); }

void TailPage::onStateChanged()
{
    if (m_tail && m_tail->state() == OutputTail::State::Live) {
        if (m_tail->earlierBytes() > 0) {
            m_view->appendNotice(tr("[%1 were written before, and are not shown]")
                                     .arg(Formatting::bytes(m_tail->earlierBytes())));
        }
        showCounts();
    }
}

void TailPage::onReceived(OutputStream stream, const QByteArray &bytes)
{
    m_view->append(stream == OutputStream::Output ? OutputView::Channel::Output
                                                  : OutputView::Channel::ErrorOutput,
                   bytes);
}

void TailPage::onOmitted(qint64 bytes, OutputStream stream)
{
    const QString size = Formatting::bytes(bytes);
    m_view->appendNotice(stream == OutputStream::Output
                             ? tr("[%1 of standard output left out: it came too fast]").arg(size)
                             : tr("[%1 of standard error left out: it came too fast]").arg(size));
}

void TailPage::onFinished()
{
    m_isLive = false;
    m_view->flush();
    say(tr("The request has ended. Received: %1.").arg(Formatting::bytes(m_view->receivedBytes())));
}

void TailPage::onFailed(const Error &error)
{
    m_isLive = false;
    m_view->flush();
    say(tr("The output cannot be followed: %1.").arg(Formatting::line(error.message())));
}

void TailPage::showCounts()
{
    if (!isFollowing() || m_tail->state() != OutputTail::State::Live)
        return;
    QStringList sentences{tr("Received: %1.").arg(Formatting::bytes(m_view->receivedBytes()))};
    if (m_tail->omittedBytes() > 0)
        sentences += tr("Left out: %1.").arg(Formatting::bytes(m_tail->omittedBytes()));
    if (m_view->droppedCharacters() > 0)
        sentences += tr("Only the end of it is shown.");
    say(sentences.join(u' '));
}

} // namespace DaemonRpc::Monitor
