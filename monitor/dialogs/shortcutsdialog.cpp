#include "dialogs/shortcutsdialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

static QString withoutMnemonic(QString text)
{
    text.remove(u'&');
    while (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

ShortcutsDialog::ShortcutsDialog(const QList<ShortcutGroup> &groups, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shortcuts"));

    auto *tree = new QTreeWidget(this);
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("Action"), tr("Keys")});
    tree->setAccessibleName(tr("Shortcuts"));
    tree->setRootIsDecorated(false);
    tree->setSelectionMode(QAbstractItemView::SingleSelection);
    for (const ShortcutGroup &group : groups) {
        auto *heading = new QTreeWidgetItem(tree, {withoutMnemonic(group.title)});
        QFont bold = tree->font();
        bold.setBold(true);
        heading->setFont(0, bold);
        heading->setFirstColumnSpanned(true);
        for (const QAction *action : group.actions) {
            if (action->isSeparator() || action->shortcut().isEmpty())
                continue;
            QStringList keys;
            for (const QKeySequence &shortcut : action->shortcuts())
                keys += shortcut.toString(QKeySequence::NativeText);
            auto *row = new QTreeWidgetItem(
                heading, {withoutMnemonic(action->text()), keys.join(tr(" or ", "between two shortcuts"))});
            row->setToolTip(0, action->toolTip());
        }
        heading->setExpanded(true);
    }
    tree->setItemsExpandable(false);
    tree->resizeColumnToContents(0);
    tree->header()->setSectionsMovable(false);

    auto *note = new QLabel(
        tr("Space, and the keys that act on rows, work while a table or the charts have the focus."), this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
    resize(440, 620);
}

ShortcutsDialog::~ShortcutsDialog() = default;

} // namespace DaemonRpc::Monitor
