// All that a person can do in the window.
#pragma once

namespace DaemonRpc::Monitor {

/// The actions of the window; each is one QAction, in the menu bar, in context menus and with a shortcut.
enum class ActionId {
    // Monitor.
    StartDaemon,
    OpenRecording,
    SaveRecording, ///< Begins and ends --dump.
    ExportChart,
    Quit,
    // Edit.
    Copy,
    CopyAsJson,
    CopyCommandLine,
    SelectAll,
    Find,
    ClearFilter,
    // View.
    PauseUpdates,
    Refresh,
    PageOverview,
    PageConnections,
    PageRequests,
    PageCancellations,
    PageHealth,
    PageCharts,
    PageLogs,
    ResetLayout,
    ToggleTrayNotifications,
    // Request.
    ShowDetails,
    ShowConnection,
    CancelRequests,
    // Daemon.
    RunCommand,
    InvokeMethod,
    ChangeLogLevel,
    Reload,
    DismissGone,
    Restart,
    Drain,
    Stop,
    // Help.
    ShowShortcuts,
    About,
};

/// The menus, in the order of the menu bar.
enum class ActionGroup { Monitor, Edit, View, Request, Daemon, Help };

} // namespace DaemonRpc::Monitor
