#include "dialogs/daemondialog.h"

#include "models/formatting.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

DaemonDialog::DaemonDialog(DaemonList &daemons, qint64 serial, QWidget *parent)
    : QDialog(parent)
    , m_daemons(&daemons)
    , m_serial(serial)
    , m_banner(new QLabel(this))
    , m_body(new QVBoxLayout)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_banner->setTextFormat(Qt::PlainText);
    m_banner->setWordWrap(true);
    m_banner->setFrameShape(QFrame::StyledPanel);
    m_banner->setMargin(6);
    m_banner->setAutoFillBackground(true);
    m_banner->setBackgroundRole(QPalette::ToolTipBase);
    m_banner->setForegroundRole(QPalette::ToolTipText);
    m_banner->hide();

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addLayout(m_body, 1);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    if (MonitoredDaemon *found = daemon()) {
        m_name = tr("“%1” (pid %2)").arg(Formatting::line(found->daemonId()), QString::number(found->pid()));
        connect(found, &MonitoredDaemon::stateChanged, this, &DaemonDialog::update);
        connect(found, &MonitoredDaemon::adminChanged, this, &DaemonDialog::update);
    }
    connect(&daemons, &DaemonList::removed, this, &DaemonDialog::update);
    // What is derived has to be there first.
    QMetaObject::invokeMethod(this, &DaemonDialog::update, Qt::QueuedConnection);
}

DaemonDialog::~DaemonDialog() = default;

MonitoredDaemon *DaemonDialog::daemon() const { return m_daemons ? m_daemons->find(m_serial) : nullptr; }

AdminClient *DaemonDialog::admin() const
{
    const MonitoredDaemon *found = daemon();
    return found && !found->isGone() ? found->admin() : nullptr;
}

void DaemonDialog::update()
{
    const MonitoredDaemon *found = daemon();
    QString text;
    if (!found || found->isGone())
        text = tr("The daemon %1 has ended. What is shown is the last that was heard of it.").arg(m_name);
    else if (!found->admin())
        text = tr("There is no connection to the daemon %1.").arg(m_name);
    m_banner->setText(text);
    m_banner->setVisible(!text.isEmpty());
    onDaemonChanged();
}

} // namespace DaemonRpc::Monitor
