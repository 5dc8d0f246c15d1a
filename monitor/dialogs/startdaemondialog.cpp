#include "dialogs/startdaemondialog.h"

#include "dialogs/outputtext.h"
#include "models/formatting.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

static constexpr int maxPathCharacters = 4096;

StartDaemonDialog::StartDaemonDialog(const ClientOptions &options, QWidget *parent)
    : QDialog(parent)
    , m_options(options)
    , m_id(new QLineEdit(options.daemonId.toString(), this))
    , m_program(new QLineEdit(likelyProgram(), this))
    , m_configuration(new QLineEdit(this))
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_problem(new QPlainTextEdit(this))
    , m_start(new QPushButton(tr("&Start"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Start a Daemon"));
    build();
    connect(m_start, &QPushButton::clicked, this, &StartDaemonDialog::start);
}

StartDaemonDialog::~StartDaemonDialog() = default;

QString StartDaemonDialog::likelyProgram()
{
    const QString name = ClientOptions().daemonProgram;
    const QFileInfo beside(QCoreApplication::applicationDirPath() + u'/' + name);
    return beside.isFile() && beside.isExecutable() ? beside.absoluteFilePath() : name;
}

void StartDaemonDialog::setProgram(const QString &program) { m_program->setText(program); }

void StartDaemonDialog::build()
{
    m_id->setMaxLength(DaemonId::maxLength);
    m_id->setAccessibleName(tr("Daemon id"));
    m_id->setToolTip(tr("Letters, digits, dots, dashes and underscores."));
    m_program->setMaxLength(maxPathCharacters);
    m_program->setAccessibleName(tr("Program"));
    m_configuration->setMaxLength(maxPathCharacters);
    m_configuration->setAccessibleName(tr("Configuration file"));
    m_configuration->setPlaceholderText(tr("The usual one"));

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Daemon id:"), m_id);
    const auto addPath = [this, form](const QString &label, QLineEdit *line, const QString &name,
                                      const QString &title) {
        auto *browse = new QPushButton(tr("Choose…"), this);
        browse->setAccessibleName(name);
        browse->setAutoDefault(false);
        connect(browse, &QPushButton::clicked, this, [this, line, title] { chooseFile(line, title); });
        auto *row = new QHBoxLayout;
        row->addWidget(line, 1);
        row->addWidget(browse);
        form->addRow(label, row);
        if (auto *text = qobject_cast<QLabel *>(form->labelForField(row)))
            text->setBuddy(line);
    };
    addPath(tr("&Program:"), m_program, tr("Choose the program"), tr("The Program of the Daemon"));
    addPath(tr("&Configuration file:"), m_configuration, tr("Choose the configuration file"),
            tr("The Configuration of the Daemon"));

    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("state"));
    m_problem->setReadOnly(true);
    m_problem->setTabChangesFocus(true);
    m_problem->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_problem->setAccessibleName(tr("What went wrong"));
    m_problem->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_start, QDialogButtonBox::ActionRole);
    m_start->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    layout->addWidget(m_problem, 1);
    layout->addWidget(buttons);
    setMinimumWidth(480);
}

void StartDaemonDialog::chooseFile(QLineEdit *target, const QString &title)
{
    auto *chooser = new QFileDialog(this, title, QFileInfo(target->text()).absolutePath());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, target, &QLineEdit::setText);
    chooser->open();
}

void StartDaemonDialog::start()
{
    const Result<DaemonId> id = DaemonId::parse(m_id->text().trimmed());
    if (!id) {
        fail(id.error().message());
        m_id->setFocus();
        return;
    }
    if (m_program->text().trimmed().isEmpty()) {
        fail(tr("Say which program is the daemon."));
        m_program->setFocus();
        return;
    }
    ClientOptions options = m_options;
    options.daemonId = *id;
    options.daemonProgram = m_program->text().trimmed();
    options.daemonArguments.clear();
    if (!m_configuration->text().trimmed().isEmpty()) {
        const QFileInfo file(m_configuration->text().trimmed());
        options.daemonArguments = {"--config", QFile::encodeName(file.absoluteFilePath())};
    }
    options.maySpawn = true;
    m_connector = std::make_unique<Connector>(options);
    connect(m_connector.get(), &Connector::connected, this, &StartDaemonDialog::onConnected,
            Qt::QueuedConnection);
    connect(m_connector.get(), &Connector::failed, this, &StartDaemonDialog::onFailed, Qt::QueuedConnection);
    m_problem->hide();
    m_state->setText(tr("Starts the daemon “%1”…").arg(id->toString()));
    showBusy(true);
    m_connector->start();
}

void StartDaemonDialog::onConnected()
{
    if (!m_connector)
        return;
    const bool wasStarted = m_connector->hasSpawned();
    m_connector.reset();
    showBusy(false);
    const QString id = m_id->text().trimmed();
    if (!wasStarted) {
        m_state->setText(tr("A daemon “%1” runs already. Choose another id to start one more.").arg(id));
        m_id->setFocus();
        Q_EMIT started(id, false);
        return;
    }
    Q_EMIT started(id, true);
    accept();
}

void StartDaemonDialog::onFailed(const Error &error)
{
    m_connector.reset();
    showBusy(false);
    fail(error.message());
}

void StartDaemonDialog::fail(const QString &text)
{
    m_state->setText(tr("The daemon was not started:"));
    m_problem->setPlainText(OutputText().decode(text.toUtf8()));
    m_problem->show();
}

void StartDaemonDialog::showBusy(bool isBusy)
{
    m_progress->setVisible(isBusy);
    for (QWidget *widget : {static_cast<QWidget *>(m_id), static_cast<QWidget *>(m_program),
                            static_cast<QWidget *>(m_configuration), static_cast<QWidget *>(m_start)})
        widget->setEnabled(!isBusy);
}

} // namespace DaemonRpc::Monitor
