#include "dialogs/logleveldialog.h"

#include "models/formatting.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

static constexpr int maxCategoryCharacters = 100;
static constexpr int minimumDialogWidth = 380;

LogLevelDialog::LogLevelDialog(const QString &who, const QStringList &categories, QWidget *parent)
    : QDialog(parent)
    , m_level(new QComboBox(this))
    , m_category(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log Level"));

    auto *heading =
        new QLabel(tr("How much is logged by %1, until its configuration is read again:").arg(who), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);

    for (const char *level : {"debug", "info", "warning", "error"}) {
        const QString name = QString::fromLatin1(level);
        m_level->addItem(Formatting::name(name), name);
    }
    m_level->setCurrentIndex(1);
    m_level->setAccessibleName(tr("Level"));

    m_category->setEditable(true);
    m_category->addItem(tr("All categories"), QString());
    for (const QString &category : categories)
        m_category->addItem(Formatting::line(category), category);
    m_category->lineEdit()->setMaxLength(maxCategoryCharacters);
    m_category->setAccessibleName(tr("Category"));
    m_category->setToolTip(tr("A category such as daemonrpc.server, or its last part: server."));

    auto *form = new QFormLayout;
    form->addRow(tr("&Level:"), m_level);
    form->addRow(tr("&Category:"), m_category);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *apply = buttons->addButton(tr("&Set the Level"), QDialogButtonBox::AcceptRole);
    apply->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { Q_EMIT chosen(level(), category()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(minimumDialogWidth);
}

LogLevelDialog::~LogLevelDialog() = default;

QString LogLevelDialog::level() const { return m_level->currentData().toString(); }

QString LogLevelDialog::category() const
{
    const QString typed = m_category->currentText();
    const int known = m_category->findText(typed, Qt::MatchFixedString | Qt::MatchCaseSensitive);
    return known >= 0 ? m_category->itemData(known).toString() : typed.trimmed();
}

} // namespace DaemonRpc::Monitor
