#include "actions/actioncatalogue.h"

#include "actions/actionconditions.h"
#include "actions/actionentry.h"

#include <QAbstractItemView>
#include <QActionGroup>
#include <QIcon>
#include <QKeySequence>

namespace DaemonRpc::Monitor {

static constexpr const char *translationContext = "Actions";

static QString translated(const char *text) { return QCoreApplication::translate(translationContext, text); }

static QList<QKeySequence> shortcutsOf(const ActionEntry &entry)
{
    QList<QKeySequence> shortcuts;
    for (const QString &text : QString::fromLatin1(entry.shortcuts).split(u' ', Qt::SkipEmptyParts))
        shortcuts.append(QKeySequence(text, QKeySequence::PortableText));
    return shortcuts;
}

ActionCatalogue::ActionCatalogue(QObject *parent)
    : QObject(parent)
{
    auto *pages = new QActionGroup(this);
    for (const ActionEntry &entry : actionTable()) {
        auto *action = new QAction(this);
        action->setObjectName(QString::fromLatin1(entry.objectName));
        action->setShortcuts(shortcutsOf(entry));
        action->setShortcutContext(entry.scope == ActionScope::Rows ? Qt::WidgetWithChildrenShortcut
                                                                    : Qt::WindowShortcut);
        action->setCheckable(entry.isCheckable);
        action->setMenuRole(entry.id == ActionId::Quit    ? QAction::QuitRole
                            : entry.id == ActionId::About ? QAction::AboutRole
                                                          : QAction::NoRole);
        if (*entry.icon)
            action->setIcon(QIcon::fromTheme(QString::fromLatin1(entry.icon)));
        if (entry.id >= ActionId::PageOverview && entry.id <= ActionId::PageLogs)
            pages->addAction(action);
        m_actions.emplace(entry.id, action);
        if (entry.isDestructive && !m_separators.contains(entry.group)) {
            auto *separator = new QAction(this);
            separator->setSeparator(true);
            m_separators.emplace(entry.group, separator);
        }
    }
    retranslate();
}

ActionCatalogue::~ActionCatalogue() = default;

QAction *ActionCatalogue::action(ActionId id) const { return m_actions.at(id); }

QList<QAction *> ActionCatalogue::actions(ActionGroup group) const
{
    QList<QAction *> list;
    bool isDestructive = false;
    for (const ActionEntry &entry : actionTable()) {
        if (entry.group != group)
            continue;
        if (entry.isDestructive && !isDestructive)
            list.append(m_separators.at(group));
        isDestructive = entry.isDestructive;
        list.append(action(entry.id));
    }
    return list;
}

QList<QAction *> ActionCatalogue::contextActions(const QString &pageId) const
{
    if (pageId == u"overview")
        return actions(ActionGroup::Daemon);
    QList<QAction *> list;
    if (pageId != u"health" && pageId != u"charts") {
        list = {action(ActionId::ShowDetails)};
        if (pageId != u"connections")
            list += action(ActionId::ShowConnection);
        list += action(ActionId::CopyCommandLine);
    }
    list += {action(ActionId::Copy), action(ActionId::CopyAsJson)};
    if (pageId != u"health" && pageId != u"charts")
        list += {m_separators.at(ActionGroup::Request), action(ActionId::CancelRequests)};
    return list;
}

QString ActionCatalogue::groupTitle(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Monitor: return tr("&Monitor");
    case ActionGroup::Edit: return tr("&Edit");
    case ActionGroup::View: return tr("&View");
    case ActionGroup::Request: return tr("&Request");
    case ActionGroup::Daemon: return tr("&Daemon");
    case ActionGroup::Help: return tr("&Help");
    }
    return {};
}

QList<ActionGroup> ActionCatalogue::groups()
{
    return {ActionGroup::Monitor, ActionGroup::Edit,   ActionGroup::View,
            ActionGroup::Request, ActionGroup::Daemon, ActionGroup::Help};
}

QAction *ActionCatalogue::pageAction(const QString &pageId) const
{
    static constexpr std::pair<QStringView, ActionId> pages[] = {
        {u"overview", ActionId::PageOverview}, {u"connections", ActionId::PageConnections},
        {u"requests", ActionId::PageRequests}, {u"cancellations", ActionId::PageCancellations},
        {u"health", ActionId::PageHealth},     {u"charts", ActionId::PageCharts},
        {u"logs", ActionId::PageLogs},
    };
    for (const auto &[name, id] : pages) {
        if (name == pageId)
            return action(id);
    }
    return nullptr;
}

void ActionCatalogue::setDaemons(const DaemonList *daemons)
{
    m_daemons = daemons;
    refresh();
}

void ActionCatalogue::setContext(const ActionContext &context)
{
    m_context = context;
    refresh();
}

void ActionCatalogue::refresh()
{
    for (const ActionEntry &entry : actionTable())
        judge(entry);
}

void ActionCatalogue::addRowActionsTo(QWidget *page) const
{
    QList<QWidget *> widgets;
    for (QAbstractItemView *view : page->findChildren<QAbstractItemView *>())
        widgets.append(view);
    if (widgets.isEmpty())
        widgets.append(page);
    for (const ActionEntry &entry : actionTable()) {
        if (entry.scope != ActionScope::Rows)
            continue;
        for (QWidget *widget : widgets)
            widget->addAction(action(entry.id));
    }
}

void ActionCatalogue::retranslate()
{
    for (const ActionEntry &entry : actionTable()) {
        action(entry.id)->setText(translated(entry.text));
        m_obstacles.erase(entry.id);
    }
    refresh();
}

void ActionCatalogue::judge(const ActionEntry &entry)
{
    const QString obstacle = ActionConditions::obstacle(entry.need, m_context, m_daemons);
    const auto known = m_obstacles.find(entry.id);
    if (known != m_obstacles.end() && known->second == obstacle)
        return;
    m_obstacles.insert_or_assign(entry.id, obstacle);

    QAction *const action = m_actions.at(entry.id);
    const QString purpose = translated(entry.statusTip);
    action->setEnabled(obstacle.isEmpty());
    action->setStatusTip(obstacle.isEmpty() ? purpose : obstacle);
    QString toolTip = purpose;
    if (!obstacle.isEmpty())
        toolTip += u'\n' + obstacle;
    else if (!action->shortcut().isEmpty())
        toolTip += u'\n' + action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(toolTip);
}

} // namespace DaemonRpc::Monitor
