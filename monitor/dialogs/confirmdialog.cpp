#include "dialogs/confirmdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace DaemonRpc::Monitor {

static constexpr int textWidth = 420;

static QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(textWidth);
    return label;
}

ConfirmDialog::ConfirmDialog(const QString &question, const QString &consequences, const QString &acceptText,
                             QWidget *parent)
    : QDialog(parent)
    , m_option(new QCheckBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question);
    setAccessibleDescription(consequences);
    m_option->hide();

    auto *icon = new QLabel(this);
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning, nullptr, this).pixmap(size, size));

    QLabel *heading = makeText(question, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);

    auto *buttons = new QDialogButtonBox(this);
    auto *accept = buttons->addButton(acceptText, QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("accept"));
    accept->setAutoDefault(false);
    auto *reject = buttons->addButton(tr("&Keep As It Is"), QDialogButtonBox::RejectRole);
    reject->setObjectName(QStringLiteral("reject"));
    reject->setDefault(true);
    reject->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { Q_EMIT confirmed(isOptionChecked()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QGridLayout(this);
    layout->addWidget(icon, 0, 0, Qt::AlignTop);
    layout->addWidget(heading, 0, 1);
    layout->addWidget(makeText(consequences, this), 1, 1);
    layout->addWidget(m_option, 2, 1);
    layout->addWidget(buttons, 3, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(1, 1);
}

ConfirmDialog::~ConfirmDialog() = default;

void ConfirmDialog::addOption(const QString &text, const QString &description)
{
    m_option->setText(text);
    m_option->setToolTip(description);
    m_option->setAccessibleDescription(description);
    m_option->show();
}

bool ConfirmDialog::isOptionChecked() const { return m_option->isChecked(); }

} // namespace DaemonRpc::Monitor
