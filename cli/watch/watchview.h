// What "daemon-rpc watch" shows.
#pragma once

#include "watch/terminalscreen.h"

#include <daemonrpc/admin/daemonmirror.h>

#include <QCoreApplication>

namespace DaemonRpc::Cli {

/// Lays a daemon's picture out on a screen, and keeps which request is selected. Value.
///
/// Nothing that came from elsewhere reaches the screen unescaped, no line is wider than the screen and there
/// are never more lines than it has, however small it is.
class WatchView
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::WatchView)

public:
    struct Screen
    {
        int columns = 80;
        int rows = 24;
    };

    /// What is said besides the picture. Value.
    struct Status
    {
        double requestsPerSecond = 0;
        bool isPaused = false;
        bool isHelpShown = false;
        QString connection; ///< What is wrong with the connection; empty when it stands.
        QString message;    ///< A question, or the answer to a key.
    };

    [[nodiscard]] QList<TerminalScreen::Line> render(const DaemonMirror &mirror, const Status &status,
                                                     const Screen &screen);

    /// The selected request; 0 for none. It stays selected until it has ended, the next one is then.
    [[nodiscard]] qint64 selectedId() const { return m_selectedId; }

    /// Selects the request @p steps further down (up when negative) in the order of @p mirror.
    void select(const DaemonMirror &mirror, qsizetype steps);

private:
    void followSelection(const DaemonMirror &mirror);
    [[nodiscard]] QStringList liveRows(const DaemonMirror &mirror) const;

    qint64 m_selectedId = 0;
    qsizetype m_firstShown = 0;
};

/// "running", "queued, place 3", "cancelling, 3.2 s left", "cancelling, forced".
[[nodiscard]] QString liveState(const RequestSnapshot &request, qint64 nowMs);

} // namespace DaemonRpc::Cli
