#include "dialogs/aboutdialog.h"

#include "models/formatting.h"

#include <daemonrpc/base/version.h>
#include <daemonrpc/instance/buildidentity.h>

#include <QApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>

namespace DaemonRpc::Monitor {

static constexpr int iconSize = 64;

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About daemon-rpc Monitor"));

    auto *name = new QLabel(tr("daemon-rpc Monitor %1").arg(libraryVersion()), this);
    QFont large = name->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.3);
    name->setFont(large);

    const BuildIdentity build = BuildIdentity::current();
    const QStringList lines{
        tr("Shows the daemons of a user, what they run, and lets a person act."),
        QString(),
        tr("Build %1 of %2").arg(QString::fromLatin1(build.id), Formatting::dateAndTime(build.timestampMs)),
        tr("Qt %1").arg(QString::fromLatin1(qVersion())),
        tr("Licence: MIT"),
    };
    auto *text = new QLabel(lines.join(u'\n'), this);
    for (QLabel *label : {name, text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    text->setMinimumWidth(360);
    text->setAccessibleName(tr("About daemon-rpc Monitor"));

    auto *icon = new QLabel(this);
    icon->setPixmap(QApplication::windowIcon().pixmap(iconSize, iconSize));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QGridLayout(this);
    layout->addWidget(icon, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(name, 0, 1);
    layout->addWidget(text, 1, 1);
    layout->addWidget(buttons, 2, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(1, 1);
}

AboutDialog::~AboutDialog() = default;

} // namespace DaemonRpc::Monitor
