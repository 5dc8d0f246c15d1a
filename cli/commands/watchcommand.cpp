#include "commands/watchcommand.h"

#include "escaping.h"
#include "printers/jsonprinter.h"
#include "terminal.h"
#include "unresponsivedaemon.h"

#include <unistd.h>

namespace DaemonRpc::Cli {

using std::chrono::milliseconds;

// How long an answer to a key stays.
static constexpr milliseconds messageTime{5000};

WatchCommand::WatchCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{
    m_answerTimer.setSingleShot(true);
    connect(&m_answerTimer, &QTimer::timeout, this,
            [this] { onFailed(unresponsiveDaemon(this->invocation().client, answerTimeout)); });
    connect(&m_clock, &QTimer::timeout, this, &WatchCommand::draw);
    connect(&invocation.output, &OutputWriter::relieved, this, [this] {
        if (m_client)
            m_client->setReading(true);
    });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &WatchCommand::connectToDaemon);
    m_messageTimer.setSingleShot(true);
    connect(&m_messageTimer, &QTimer::timeout, this, [this] { say({}); });
}

WatchCommand::~WatchCommand() = default;

SubcommandSpec WatchCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "watch";
    spec.summary = tr("show live what a daemon does");
    spec.options = {
        {"interval", 'i', "MS", tr("look at most once in MS milliseconds; 500 by default")},
        {"once", 0, "", tr("show how it is now, and end")},
        {"json", 'j', "", tr("one JSON object per event and line, the snapshot first")},
    };
    spec.notes = tr("Keys: q quit, up/down or k/j select, c cancel the selected request, p pause, ? help.\n"
                    "Where standard output is no terminal, events are printed as with --json.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<WatchCommand>(invocation); };
    return spec;
}

void WatchCommand::start()
{
    if (const Result<void> read = readOptions(); !read) {
        fail(read.error());
        return;
    }
    connectToDaemon();
}

Result<void> WatchCommand::readOptions()
{
    const OptionValues &options = invocation().options;
    m_options.interval = defaultInterval;
    if (options.isSet("interval")) {
        bool isNumber = false;
        m_options.interval = milliseconds(options.value("interval").toLongLong(&isNumber));
        if (!isNumber || m_options.interval < SubscriptionOptions::minInterval ||
            m_options.interval > SubscriptionOptions::maxInterval) {
            return unexpected(ErrorCode::InvalidArgument,
                              tr("--interval takes milliseconds from %1 to %2, not \"%3\"")
                                  .arg(SubscriptionOptions::minInterval.count())
                                  .arg(SubscriptionOptions::maxInterval.count())
                                  .arg(escapedForTerminal(options.value("interval"))));
        }
    }
    m_isOnce = options.isSet("once");
    m_isScreen = invocation().terminal.outputIsTerminal && !options.isSet("json");
    return {};
}

void WatchCommand::connectToDaemon()
{
    if (m_subscription && m_subscription->mirror().sequence() >= 0)
        m_former = std::move(m_subscription);
    m_subscription.reset();
    m_client = std::make_unique<AdminClient>(withoutSpawning(invocation().client));
    m_subscription = m_client->subscribe(m_options);
    connect(m_subscription.get(), &DaemonSubscription::snapshotReceived, this, &WatchCommand::onSnapshot);
    connect(m_subscription.get(), &DaemonSubscription::eventReceived, this, &WatchCommand::onEvent);
    // Queued: what has failed is the sender.
    connect(m_subscription.get(), &DaemonSubscription::failed, this, &WatchCommand::onFailed,
            Qt::QueuedConnection);
    connect(&m_subscription->mirror(), &DaemonMirror::updated, this, [this] {
        m_rate.add(m_subscription->mirror().daemonTimeMs(),
                   m_subscription->mirror().totals().finishedRequests);
        if (m_isScreen && m_isOnce)
            showOnce();
        else if (!m_status.isPaused)
            draw();
    });
    m_answerTimer.start(answerTimeout);
}

void WatchCommand::onSnapshot(const DaemonEvent &snapshot)
{
    m_answerTimer.stop();
    m_wasConnected = true;
    m_former.reset();
    m_status.connection.clear();
    m_rate.clear();
    if (!m_isScreen)
        printEvent(snapshot);
    else if (!m_isOnce && !m_screen)
        openScreen();
    if (!m_isScreen && m_isOnce)
        finish(0);
}

void WatchCommand::onEvent(const DaemonEvent &event)
{
    if (!m_isScreen && !m_isOnce)
        printEvent(event);
}

// A reader that is slow makes this program slow, and so the daemon tell less, and say how much less.
void WatchCommand::printEvent(const DaemonEvent &event)
{
    print(printedJsonLine(event.toJson()));
    if (invocation().output.isFull())
        m_client->setReading(false);
}

void WatchCommand::onFailed(const Error &error)
{
    m_answerTimer.stop();
    if (!m_screen || !m_wasConnected) {
        failAsAdmin(error);
        return;
    }
    // The picture stays, and the next daemon of this id is waited for.
    m_status.connection = tr("daemon \"%1\" has gone, waiting for the next one").arg(daemonName());
    m_asked = 0;
    m_retry.start(retryInterval);
    draw();
}

void WatchCommand::showOnce()
{
    if (!m_subscription || m_subscription->mirror().sequence() != 0)
        return;
    WatchView::Screen screen = screenSize();
    screen.rows = qMax(screen.rows, defaultRows);
    for (const TerminalScreen::Line &line : m_view.render(m_subscription->mirror(), m_status, screen))
        print(line.text + u'\n');
    finish(0);
}

void WatchCommand::openScreen()
{
    m_screen = std::make_unique<TerminalScreen>(STDIN_FILENO, STDOUT_FILENO, invocation().output);
    connect(m_screen.get(), &TerminalScreen::keyPressed, this, &WatchCommand::onKey);
    connect(m_screen.get(), &TerminalScreen::inputEnded, this, [this] { finish(0); });
    m_clock.start(clockInterval);
}

WatchView::Screen WatchCommand::screenSize() const
{
    const TerminalInfo terminal = currentTerminal();
    WatchView::Screen screen;
    if (terminal.columns > 0)
        screen.columns = terminal.columns;
    if (terminal.rows > 0)
        screen.rows = terminal.rows;
    return screen;
}

void WatchCommand::draw()
{
    if (!m_screen || !m_subscription)
        return;
    m_status.requestsPerSecond = m_rate.perSecond();
    m_screen->show(m_view.render(mirror(), m_status, screenSize()));
}

// The former picture stays until there is a new one.
const DaemonMirror &WatchCommand::mirror() const
{
    return m_former ? m_former->mirror() : m_subscription->mirror();
}

void WatchCommand::handleResize()
{
    if (!m_screen)
        return;
    m_screen->invalidate();
    draw();
}

void WatchCommand::onKey(const Key &key)
{
    if (m_asked != 0) {
        const qint64 id = std::exchange(m_asked, 0);
        if (key == Key{Key::Kind::Character, 'y'})
            cancel(id);
        else
            say({});
        return;
    }
    switch (key.kind) {
    case Key::Kind::Up: select(-1); return;
    case Key::Kind::Down: select(1); return;
    case Key::Kind::PageUp: select(-10); return;
    case Key::Kind::PageDown: select(10); return;
    case Key::Kind::Home: select(-DaemonMirror::maxLive); return;
    case Key::Kind::End: select(DaemonMirror::maxLive); return;
    case Key::Kind::Escape:
    case Key::Kind::Other: return;
    case Key::Kind::Character: break;
    }
    switch (key.character) {
    case 'q': finish(0); return;
    case 'k': select(-1); return;
    case 'j': select(1); return;
    case 'c': askToCancel(); return;
    case 'p': m_status.isPaused = !m_status.isPaused; break;
    case '?': m_status.isHelpShown = !m_status.isHelpShown; break;
    default: return;
    }
    // Paused, the clock stands, too.
    if (m_status.isPaused)
        m_clock.stop();
    else
        m_clock.start(clockInterval);
    draw();
}

void WatchCommand::select(qsizetype steps)
{
    m_view.select(mirror(), steps);
    draw();
}

void WatchCommand::askToCancel()
{
    const QMap<qint64, RequestSnapshot> &requests = mirror().requests();
    const auto request = requests.find(m_view.selectedId());
    if (request == requests.end()) {
        say(tr("select a request first, with up and down"));
        return;
    }
    m_asked = request->id;
    say(tr("cancel request %1 (%2)? y or n").arg(request->id).arg(request->arguments.value(0).left(40)));
    m_messageTimer.stop();
}

void WatchCommand::cancel(qint64 id)
{
    say(tr("cancelling request %1").arg(id));
    m_client->cancel(id, [this, id](const Result<void> &done) {
        say(done ? tr("request %1 is asked to stop").arg(id) : done.error().message());
    });
}

void WatchCommand::say(const QString &message)
{
    m_status.message = message;
    if (!message.isEmpty())
        m_messageTimer.start(messageTime);
    draw();
}

} // namespace DaemonRpc::Cli
