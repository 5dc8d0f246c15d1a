#include "actions/actionentry.h"

#include <QCoreApplication>

#include <array>

namespace DaemonRpc::Monitor {

using enum ActionGroup;
using Id = ActionId;
using Need = ActionNeed;
using Scope = ActionScope;

static constexpr std::array table = {
    ActionEntry{Id::StartDaemon, Monitor, "startDaemon", QT_TRANSLATE_NOOP("Actions", "&Start a Daemon…"),
                QT_TRANSLATE_NOOP("Actions", "Start a daemon of this user."), "Ctrl+N", "list-add"},
    ActionEntry{Id::OpenRecording, Monitor, "openRecording",
                QT_TRANSLATE_NOOP("Actions", "&Open a Recording…"),
                QT_TRANSLATE_NOOP("Actions", "Play what was recorded earlier, here or elsewhere."), "Ctrl+O",
                "document-open"},
    ActionEntry{
        Id::SaveRecording, Monitor, "saveRecording", QT_TRANSLATE_NOOP("Actions", "&Record…"),
        QT_TRANSLATE_NOOP("Actions", "Record all that the daemons tell in a file, until it is ended."),
        "Ctrl+S", "media-record", Need::Nothing, Scope::Window, true},
    ActionEntry{Id::ExportChart, Monitor, "exportChart", QT_TRANSLATE_NOOP("Actions", "&Export the Chart…"),
                QT_TRANSLATE_NOOP("Actions", "Save the chart as a picture or as a table of its values."),
                "Ctrl+E", "document-export", Need::ChartPage},
    ActionEntry{Id::Quit, Monitor, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"),
                QT_TRANSLATE_NOOP("Actions", "Close the monitor; the daemons go on."), "Ctrl+Q",
                "application-exit"},

    ActionEntry{Id::Copy, Edit, "copy", QT_TRANSLATE_NOOP("Actions", "&Copy"),
                QT_TRANSLATE_NOOP("Actions", "Copy the selected rows as a table, with tabs between columns."),
                "Ctrl+C", "edit-copy", Need::SelectedRows, Scope::Rows},
    ActionEntry{Id::CopyAsJson, Edit, "copyAsJson", QT_TRANSLATE_NOOP("Actions", "Copy as &JSON"),
                QT_TRANSLATE_NOOP("Actions", "Copy the selected rows with their exact values as JSON."),
                "Ctrl+Shift+C", "edit-copy", Need::SelectedRows, Scope::Rows},
    ActionEntry{Id::CopyCommandLine, Edit, "copyCommandLine",
                QT_TRANSLATE_NOOP("Actions", "Copy Command &Line"),
                QT_TRANSLATE_NOOP("Actions", "Copy the selected request as a command line of daemon-rpc."),
                "Ctrl+Shift+L", "edit-copy", Need::OneRequest},
    ActionEntry{Id::SelectAll, Edit, "selectAll", QT_TRANSLATE_NOOP("Actions", "Select &All"),
                QT_TRANSLATE_NOOP("Actions", "Select all rows that are shown."), "Ctrl+A", "edit-select-all",
                Need::RecordPage, Scope::Rows},
    ActionEntry{Id::Find, Edit, "find", QT_TRANSLATE_NOOP("Actions", "&Filter"),
                QT_TRANSLATE_NOOP("Actions", "Choose by text which rows are shown."), "Ctrl+F", "edit-find",
                Need::RecordPage},
    ActionEntry{Id::ClearFilter, Edit, "clearFilter", QT_TRANSLATE_NOOP("Actions", "Clea&r the Filter"),
                QT_TRANSLATE_NOOP("Actions", "Show all rows again."), "Esc", "edit-clear", Need::RecordPage,
                Scope::Rows},

    ActionEntry{Id::PauseUpdates, View, "pauseUpdates", QT_TRANSLATE_NOOP("Actions", "&Pause Updates"),
                QT_TRANSLATE_NOOP("Actions", "Hold what is shown, to read it at leisure; the daemons go on."),
                "Space", "media-playback-pause", Need::Nothing, Scope::Rows, true},
    ActionEntry{Id::Refresh, View, "refresh", QT_TRANSLATE_NOOP("Actions", "&Refresh"),
                QT_TRANSLATE_NOOP("Actions", "Bring what is shown up to date now, also while it is paused."),
                "F5", "view-refresh"},
    ActionEntry{Id::PageOverview, View, "pageOverview", QT_TRANSLATE_NOOP("Actions", "&Overview"),
                QT_TRANSLATE_NOOP("Actions", "Show the daemons."), "Ctrl+1", "", Need::Nothing, Scope::Window,
                true},
    ActionEntry{Id::PageConnections, View, "pageConnections", QT_TRANSLATE_NOOP("Actions", "&Connections"),
                QT_TRANSLATE_NOOP("Actions", "Show who is connected."), "Ctrl+2", "", Need::Nothing,
                Scope::Window, true},
    ActionEntry{Id::PageRequests, View, "pageRequests", QT_TRANSLATE_NOOP("Actions", "Re&quests"),
                QT_TRANSLATE_NOOP("Actions", "Show what runs, and what has run."), "Ctrl+3", "",
                Need::Nothing, Scope::Window, true},
    ActionEntry{Id::PageCancellations, View, "pageCancellations",
                QT_TRANSLATE_NOOP("Actions", "C&ancellations"),
                QT_TRANSLATE_NOOP("Actions", "Show which requests were to stop, and how that went."),
                "Ctrl+4", "", Need::Nothing, Scope::Window, true},
    ActionEntry{Id::PageHealth, View, "pageHealth", QT_TRANSLATE_NOOP("Actions", "&Health"),
                QT_TRANSLATE_NOOP("Actions", "Show the health and the workers of the daemons."), "Ctrl+5", "",
                Need::Nothing, Scope::Window, true},
    ActionEntry{Id::PageCharts, View, "pageCharts", QT_TRANSLATE_NOOP("Actions", "Char&ts"),
                QT_TRANSLATE_NOOP("Actions", "Show the course of the figures."), "Ctrl+6", "", Need::Nothing,
                Scope::Window, true},
    ActionEntry{Id::PageLogs, View, "pageLogs", QT_TRANSLATE_NOOP("Actions", "&Logs"),
                QT_TRANSLATE_NOOP("Actions", "Show what the daemons log."), "Ctrl+7", "", Need::Nothing,
                Scope::Window, true},
    ActionEntry{Id::ToggleTrayNotifications, View, "trayNotifications",
                QT_TRANSLATE_NOOP("Actions", "&Notify of Trouble"),
                QT_TRANSLATE_NOOP("Actions", "Notify when a daemon degrades, or a cancellation is forced."),
                "Ctrl+Shift+N", "preferences-desktop-notification", Need::Nothing, Scope::Window, true},
    ActionEntry{Id::ResetLayout, View, "resetLayout", QT_TRANSLATE_NOOP("Actions", "Reset La&yout"),
                QT_TRANSLATE_NOOP("Actions", "Lay out window and columns as they were at first."), "Ctrl+0",
                "view-restore"},

    ActionEntry{Id::ShowDetails, Request, "showDetails", QT_TRANSLATE_NOOP("Actions", "Show &Details"),
                QT_TRANSLATE_NOOP("Actions", "Show all that is known of the selected request."),
                "Return Enter", "document-properties", Need::OneRequest, Scope::Rows},
    ActionEntry{Id::ShowConnection, Request, "showConnection",
                QT_TRANSLATE_NOOP("Actions", "Show the Co&nnection"),
                QT_TRANSLATE_NOOP("Actions", "Show over which connection the selected request came."),
                "Ctrl+K", "go-jump", Need::OneConnection},
    ActionEntry{
        Id::CancelRequests, Request, "cancelRequests", QT_TRANSLATE_NOOP("Actions", "Canc&el"),
        QT_TRANSLATE_NOOP("Actions", "Ask the selected requests to stop; what does not is forced to."), "Del",
        "process-stop", Need::RunningRequests, Scope::Rows, false, true},

    ActionEntry{Id::RunCommand, Daemon, "runCommand", QT_TRANSLATE_NOOP("Actions", "Run a &Command…"),
                QT_TRANSLATE_NOOP("Actions", "Run a command on the selected daemon and watch its output."),
                "Ctrl+R", "system-run", Need::CallableDaemon},
    ActionEntry{Id::InvokeMethod, Daemon, "invokeMethod", QT_TRANSLATE_NOOP("Actions", "&Invoke a Method…"),
                QT_TRANSLATE_NOOP("Actions", "Call a JSON-RPC method of the selected daemon."), "Ctrl+I",
                "system-run", Need::AskableDaemon},
    ActionEntry{Id::ChangeLogLevel, Daemon, "changeLogLevel", QT_TRANSLATE_NOOP("Actions", "Log &Level…"),
                QT_TRANSLATE_NOOP("Actions", "Change how much the selected daemons log."), "Ctrl+L",
                "text-x-generic", Need::AskableDaemons},
    ActionEntry{Id::Reload, Daemon, "reload", QT_TRANSLATE_NOOP("Actions", "Reload the Confi&guration"),
                QT_TRANSLATE_NOOP("Actions", "Have the selected daemons read their configuration again."),
                "Ctrl+Shift+R", "view-refresh", Need::AskableDaemons},
    ActionEntry{Id::DismissGone, Daemon, "dismissGone", QT_TRANSLATE_NOOP("Actions", "Dis&miss Ended Ones"),
                QT_TRANSLATE_NOOP("Actions", "Take the daemons that have ended from the list."),
                "Ctrl+Shift+G", "edit-clear-list", Need::GoneDaemons},
    ActionEntry{Id::Restart, Daemon, "restart", QT_TRANSLATE_NOOP("Actions", "&Restart"),
                QT_TRANSLATE_NOOP("Actions", "Have a fresh copy take over; what runs is finished."),
                "Ctrl+Shift+T", "system-reboot", Need::ServingDaemons, Scope::Window, false, true},
    ActionEntry{Id::Drain, Daemon, "drain", QT_TRANSLATE_NOOP("Actions", "&Drain"),
                QT_TRANSLATE_NOOP("Actions", "Have the selected daemons finish what runs, and end."),
                "Ctrl+Shift+D", "go-bottom", Need::ServingDaemons, Scope::Window, false, true},
    ActionEntry{Id::Stop, Daemon, "stop", QT_TRANSLATE_NOOP("Actions", "&Stop…"),
                QT_TRANSLATE_NOOP("Actions", "End the selected daemons; what runs is cancelled."),
                "Ctrl+Shift+S", "system-shutdown", Need::AskableDaemons, Scope::Window, false, true},

    ActionEntry{Id::ShowShortcuts, Help, "showShortcuts", QT_TRANSLATE_NOOP("Actions", "&Shortcuts"),
                QT_TRANSLATE_NOOP("Actions", "Show which keys do what."), "F1", "help-contents"},
    ActionEntry{Id::About, Help, "about", QT_TRANSLATE_NOOP("Actions", "&About daemon-rpc Monitor"),
                QT_TRANSLATE_NOOP("Actions", "Show version and licence."), "Ctrl+F1", "help-about"},
};

std::span<const ActionEntry> actionTable() { return table; }

} // namespace DaemonRpc::Monitor
