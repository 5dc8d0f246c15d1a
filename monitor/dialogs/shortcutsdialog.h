// Which keys do what.
#pragma once

#include <QAction>
#include <QDialog>

namespace DaemonRpc::Monitor {

/// The actions of one menu. Value; the actions have to outlive their use.
struct ShortcutGroup
{
    QString title;
    QList<QAction *> actions; ///< Separators are passed over.
};

/// Lists the shortcuts of actions. Thread-bound; deletes itself once closed.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const QList<ShortcutGroup> &groups, QWidget *parent);
    ~ShortcutsDialog() override;
};

} // namespace DaemonRpc::Monitor
