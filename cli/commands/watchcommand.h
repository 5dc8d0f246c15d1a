// daemon-rpc watch
#pragma once

#include "admincommand.h"
#include "watch/ratemeter.h"
#include "watch/watchview.h"

#include <daemonrpc/admin/daemonsubscription.h>

namespace DaemonRpc::Cli {

/// `watch [--interval MS] [--once] [--json]`: what a daemon does, live. On a terminal a screen with keys,
/// which goes on with the next daemon of the same id when this one ends; else, or with --json, one JSON
/// object per event and line, the first one being the snapshot, until the daemon ends.
class WatchCommand : public AdminCommand
{
    Q_OBJECT

public:
    /// How often the screen is drawn at least, for what counts up and down.
    static constexpr std::chrono::milliseconds clockInterval{500};
    /// Between two attempts to find the next daemon.
    static constexpr std::chrono::milliseconds retryInterval{1000};
    static constexpr std::chrono::milliseconds defaultInterval{500};
    /// Rows of a screen that --once shows where there is no terminal to ask.
    static constexpr int defaultRows = 40;

    explicit WatchCommand(const Invocation &invocation);
    ~WatchCommand() override;

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;
    void handleResize() override;

private:
    [[nodiscard]] Result<void> readOptions();
    void connectToDaemon();
    void onSnapshot(const DaemonEvent &snapshot);
    void onEvent(const DaemonEvent &event);
    void onFailed(const Error &error);
    void printEvent(const DaemonEvent &event);
    void showOnce();
    void openScreen();
    void draw();
    void onKey(const Key &key);
    void select(qsizetype steps);
    void askToCancel();
    void cancel(qint64 id);
    void say(const QString &message);
    [[nodiscard]] WatchView::Screen screenSize() const;
    [[nodiscard]] const DaemonMirror &mirror() const;

    SubscriptionOptions m_options;
    bool m_isScreen = false;
    bool m_isOnce = false;
    std::unique_ptr<AdminClient> m_client;
    std::unique_ptr<DaemonSubscription> m_subscription;
    std::unique_ptr<DaemonSubscription> m_former; // of a daemon that has gone, while the next is looked for
    std::unique_ptr<TerminalScreen> m_screen;
    WatchView m_view;
    WatchView::Status m_status;
    RateMeter m_rate;
    QTimer m_answerTimer;
    QTimer m_clock;
    QTimer m_retry;
    QTimer m_messageTimer;
    qint64 m_asked = 0; // the request whose cancellation is to be confirmed
    bool m_wasConnected = false;
};

} // namespace DaemonRpc::Cli
