// Every action of the window.
#pragma once

#include "actions/actioncontext.h"
#include "actions/actionid.h"

#include <QAction>
#include <QObject>
#include <QPointer>

#include <map>

namespace DaemonRpc::Monitor {

class DaemonList;
struct ActionEntry;

/// Makes each ActionId one QAction, and enables those that have something to act on. Thread-bound; owns the
/// actions. What they do is for those who connect to triggered().
///
/// An action that is disabled says why in its tool tip and its status tip. Shortcuts such as Space, Return
/// and Del hold only in the tables of a page: elsewhere these keys press buttons and edit text.
///
///     ActionCatalogue catalogue;
///     catalogue.setDaemons(&list);
///     QMenu *menu = menuBar()->addMenu(ActionCatalogue::groupTitle(ActionGroup::Daemon));
///     menu->setToolTipsVisible(true);
///     menu->addActions(catalogue.actions(ActionGroup::Daemon)); // separators included
///     catalogue.addRowActionsTo(page);
class ActionCatalogue : public QObject
{
    Q_OBJECT

public:
    explicit ActionCatalogue(QObject *parent = nullptr);
    ~ActionCatalogue() override;

    /// Never null.
    [[nodiscard]] QAction *action(ActionId id) const;

    /// In the order of the menu; destructive ones come last, after a separator.
    [[nodiscard]] QList<QAction *> actions(ActionGroup group) const;

    /// For the context menu of @p pageId's rows: what can be done with a row there.
    [[nodiscard]] QList<QAction *> contextActions(const QString &pageId) const;

    /// Translated, with a mnemonic.
    [[nodiscard]] static QString groupTitle(ActionGroup group);
    [[nodiscard]] static QList<ActionGroup> groups();

    /// The action of a page: "overview" … "logs"; null for another name.
    [[nodiscard]] QAction *pageAction(const QString &pageId) const;

    /// Actions of a table are judged by what is known of the selected daemons and requests from now on.
    void setDaemons(const DaemonList *daemons);

    void setContext(const ActionContext &context);

    [[nodiscard]] const ActionContext &context() const { return m_context; }

    /// Judges anew: to be called at ticks, since requests end.
    void refresh();

    /// Has the shortcuts that hold in tables hold in the item views of @p page, or in @p page itself when it
    /// has none.
    void addRowActionsTo(QWidget *page) const;

    /// Texts anew, after the language has changed.
    void retranslate();

private:
    void judge(const ActionEntry &entry);

    std::map<ActionId, QAction *> m_actions;
    std::map<ActionGroup, QAction *> m_separators;
    std::map<ActionId, QString> m_obstacles;
    ActionContext m_context;
    QPointer<const DaemonList> m_daemons;
};

} // namespace DaemonRpc::Monitor
