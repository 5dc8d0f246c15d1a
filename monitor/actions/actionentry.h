// One line of the table of actions.
#pragma once

#include "actions/actionid.h"

#include <span>

namespace DaemonRpc::Monitor {

/// What has to be there for an action to have something to act on.
enum class ActionNeed {
    Nothing,
    ChartPage,       ///< The page of charts.
    RecordPage,      ///< A page with rows and a filter.
    SelectedRows,    ///< At least one row.
    OneRequest,      ///< One selected request, running or not.
    OneConnection,   ///< One selected connection, or a request that came over one.
    RunningRequests, ///< At least one selected request that can be cancelled.
    CallableDaemon,  ///< One selected daemon that takes commands.
    AskableDaemon,   ///< One selected daemon that answers questions.
    AskableDaemons,  ///< At least one of them.
    ServingDaemons,  ///< At least one of them that does not drain already.
    GoneDaemons,     ///< A daemon that has ended, selected or not.
};

/// Where its shortcut holds.
enum class ActionScope {
    Window,
    Rows, ///< Only in tables, trees and charts: elsewhere the keys type text and press buttons.
};

/// What is known of an action before there is one. Value; constant data. Texts are marked for translation
/// in the context "Actions".
struct ActionEntry
{
    ActionId id;
    ActionGroup group;
    const char *objectName;
    const char *text; ///< With a mnemonic.
    const char *statusTip;
    const char *shortcuts; ///< In the portable form of QKeySequence, divided by blanks.
    const char *icon;      ///< A name of the freedesktop icon naming specification.
    ActionNeed need = ActionNeed::Nothing;
    ActionScope scope = ActionScope::Window;
    bool isCheckable = false;
    bool isDestructive = false; ///< It ends something; last in its menu.
};

/// All actions, in the order of the menus.
[[nodiscard]] std::span<const ActionEntry> actionTable();

} // namespace DaemonRpc::Monitor
