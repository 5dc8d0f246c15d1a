#include "dialogs/rundialog.h"

#include "dialogs/outputview.h"
#include "models/formatting.h"

#include <daemonrpc/wire/command.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <csignal>

namespace DaemonRpc::Monitor {

static constexpr std::chrono::milliseconds clockInterval{200};
static constexpr int maxLineCharacters = 32 * 1024;
static constexpr qsizetype maxPreviewed = 20;
static constexpr int inputLines = 4;

RunDialog::RunDialog(DaemonList &daemons, qint64 serial, QWidget *parent)
    : DaemonDialog(daemons, serial, parent)
    , m_command(new QComboBox(this))
    , m_arguments(new QLineEdit(this))
    , m_preview(new QLabel(this))
    , m_directory(new QLineEdit(QDir::currentPath(), this))
    , m_hasInput(new QCheckBox(tr("Send standard &input:"), this))
    , m_input(new QPlainTextEdit(this))
    , m_output(new OutputView(maxShownCharacters, this))
    , m_state(new QLabel(this))
    , m_run(new QPushButton(tr("&Run"), this))
    , m_cancel(new QPushButton(tr("&Cancel the Command"), this))
{
    setWindowTitle(tr("Run a Command on %1").arg(daemonName()));
    build();
    m_clock.setInterval(clockInterval);
    connect(&m_clock, &QTimer::timeout, this, &RunDialog::showState);
    connect(m_command, &QComboBox::currentTextChanged, this, &RunDialog::showPreview);
    connect(m_arguments, &QLineEdit::textChanged, this, &RunDialog::showPreview);
    connect(m_hasInput, &QCheckBox::toggled, m_input, &QPlainTextEdit::setEnabled);
    connect(m_run, &QPushButton::clicked, this, &RunDialog::run);
    connect(m_cancel, &QPushButton::clicked, this, &RunDialog::cancel);
    connect(m_output, &OutputView::drained, this, &RunDialog::onDrained);
    fillCommands();
    showPreview();
    showState();
    resize(720, 620);
}

RunDialog::~RunDialog() = default;

void RunDialog::build()
{
    auto *layout = body();
    layout->addWidget(makeForm());
    layout->addWidget(makeResult(), 1);
    buttons()->addButton(m_run, QDialogButtonBox::ActionRole);
    buttons()->addButton(m_cancel, QDialogButtonBox::ActionRole);
    m_run->setDefault(true);
    m_cancel->setAutoDefault(false);
    buttons()->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons()->button(QDialogButtonBox::Close)->setToolTip(tr("Closing cancels the command that runs here."));
    m_arguments->setFocus();
}

QWidget *RunDialog::makeForm()
{
    auto *box = new QWidget(this);
    auto *form = new QFormLayout(box);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_command->setEditable(true);
    m_command->setInsertPolicy(QComboBox::NoInsert);
    m_command->setAccessibleName(tr("Command"));
    form->addRow(tr("Co&mmand:"), m_command);

    m_arguments->setMaxLength(maxLineCharacters);
    m_arguments->setPlaceholderText(tr("Divided by blanks; '…', \"…\" and \\ quote"));
    m_arguments->setAccessibleName(tr("Arguments"));
    form->addRow(tr("&Arguments:"), m_arguments);

    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(QString(), m_preview);

    m_directory->setAccessibleName(tr("Working directory"));
    form->addRow(tr("Working &directory:"), m_directory);

    m_input->setEnabled(false);
    m_input->setTabChangesFocus(true);
    m_input->setAccessibleName(tr("Standard input"));
    m_input->setFixedHeight(m_input->fontMetrics().lineSpacing() * inputLines);
    form->addRow(m_hasInput, m_input);
    return box;
}

QWidget *RunDialog::makeResult()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    auto *heading = new QLabel(
        tr("&Output (lines of standard error begin with “%1” and are slanted):").arg(OutputView::errorMark),
        box);
    heading->setTextFormat(Qt::PlainText);
    heading->setBuddy(m_output);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("state"));
    layout->addWidget(heading);
    layout->addWidget(m_output, 1);
    layout->addWidget(m_state);
    return box;
}

void RunDialog::onDaemonChanged()
{
    fillCommands();
    showState();
}

void RunDialog::fillCommands()
{
    const MonitoredDaemon *found = daemon();
    if (!found || m_command->count() > 0)
        return;
    const QString typed = m_command->currentText();
    for (const CommandSnapshot &command : found->mirror().commands()) {
        if (command.isHidden)
            continue;
        m_command->addItem(command.name);
        m_command->setItemData(m_command->count() - 1, Formatting::toolTip(ColumnKind::Text, command.summary),
                               Qt::ToolTipRole);
        m_command->setItemData(m_command->count() - 1, Formatting::line(command.summary));
    }
    if (!typed.isEmpty())
        m_command->setCurrentText(typed);
}

QByteArrayList RunDialog::commandLine() const
{
    const QString command = m_command->currentText().trimmed();
    if (command.isEmpty())
        return {};
    QByteArrayList arguments{command.toUtf8()};
    arguments += splitCommandText(m_arguments->text().toUtf8());
    return arguments;
}

void RunDialog::showPreview()
{
    const QByteArrayList words = commandLine();
    QStringList shown;
    for (const QByteArray &word : words.mid(1, maxPreviewed))
        shown += tr("“%1”", "one argument").arg(Formatting::line(QString::fromUtf8(word)));
    if (words.size() - 1 > maxPreviewed)
        shown += u"…"_qs;
    const int known =
        m_command->findText(m_command->currentText(), Qt::MatchExactly | Qt::MatchCaseSensitive);
    const QString summary = known < 0 ? QString() : m_command->itemData(known).toString();
    QString text =
        words.size() > 1
            ? tr("%n argument(s): %1", nullptr, static_cast<int>(words.size() - 1)).arg(shown.join(u' '))
            : tr("No arguments.");
    if (!summary.isEmpty())
        text = tr("%1: %2", "a command, and what it does").arg(QString::fromUtf8(words.value(0)), summary) +
               u'\n' + text;
    m_preview->setText(text);
    showState();
}

void RunDialog::showState()
{
    const MonitoredDaemon *found = daemon();
    const bool canRun = found && !found->isGone() && found->clientOptions();
    m_run->setEnabled(canRun && !isRunning() && !m_command->currentText().trimmed().isEmpty());
    m_run->setToolTip(canRun ? QString() : tr("The daemon takes no commands."));
    m_cancel->setEnabled(isRunning());
    if (isRunning()) {
        say(tr("Runs for %1; %2 of output.")
                .arg(Formatting::duration(std::chrono::milliseconds(m_elapsed.elapsed())),
                     Formatting::bytes(m_output->receivedBytes())));
    }
}

void RunDialog::run()
{
    const MonitoredDaemon *found = daemon();
    std::optional<ClientOptions> options = found ? found->clientOptions() : std::nullopt;
    const QByteArrayList words = commandLine();
    if (!options || words.isEmpty() || isRunning())
        return;
    if (!m_directory->text().startsWith(u'/')) {
        say(tr("The working directory has to be an absolute path: it begins with “/”."));
        m_directory->setFocus();
        return;
    }
    // A look at a daemon is no reason to replace it, or to start another one.
    options->versionPolicy = VersionPolicy::Ignore;
    options->maySpawn = false;

    Command command = Command::withCallersContext(words);
    command.workingDirectory = QFile::encodeName(m_directory->text());
    command.hasInput = m_hasInput->isChecked();
    m_unsentInput =
        command.hasInput ? m_input->toPlainText().left(maxInputCharacters).toUtf8() : QByteArray();
    m_isInputOpen = command.hasInput;
    m_isHeldUp = false;
    m_output->reset();

    m_client = std::make_unique<Client>(*options);
    Reply *reply = m_client->execute(command);
    m_reply = reply;
    connect(reply, &Reply::outputReceived, this, [this](QByteArrayView bytes) { onOutput(false, bytes); });
    connect(reply, &Reply::errorOutputReceived, this,
            [this](QByteArrayView bytes) { onOutput(true, bytes); });
    connect(reply, &Reply::noticeReceived, this, &RunDialog::onNotice);
    connect(reply, &Reply::inputWantedChanged, this, &RunDialog::feedInput);
    connect(reply, &Reply::finished, this, &RunDialog::onFinished);
    m_elapsed.start();
    m_clock.start();
    showState();
    m_cancel->setFocus();
}

void RunDialog::cancel()
{
    if (!m_reply)
        return;
    m_reply->cancel(SIGINT);
    m_output->appendNotice(tr("[asked to stop]"));
}

void RunDialog::feedInput()
{
    if (!m_reply || !m_isInputOpen)
        return;
    const qsizetype size = qMin<qsizetype>(m_unsentInput.size(), m_reply->inputWanted());
    if (size > 0) {
        m_reply->sendInput(QByteArrayView(m_unsentInput).first(size));
        m_unsentInput.remove(0, size);
    }
    if (m_unsentInput.isEmpty()) {
        m_isInputOpen = false;
        m_reply->finishInput();
    }
}

void RunDialog::onOutput(bool isError, QByteArrayView bytes)
{
    m_output->append(isError ? OutputView::Channel::ErrorOutput : OutputView::Channel::Output, bytes);
    if (m_output->isFull() && !m_isHeldUp) {
        m_isHeldUp = true;
        m_reply->setReading(false);
    }
}

void RunDialog::onDrained()
{
    if (std::exchange(m_isHeldUp, false) && m_reply)
        m_reply->setReading(true);
}

void RunDialog::onNotice(const Notice &notice)
{
    m_output->appendNotice(u"[%1]"_qs.arg(Formatting::line(notice.text)));
}

void RunDialog::onFinished()
{
    Reply *reply = m_reply;
    m_reply.clear();
    m_clock.stop();
    m_output->flush();
    const QString time = Formatting::duration(std::chrono::milliseconds(m_elapsed.elapsed()));
    QString text;
    if (reply->error())
        text = tr("Failed after %1: %2.").arg(time, Formatting::line(reply->error()->message()));
    else if (reply->isForced())
        text = tr("Did not stop in time, and was forced to after %1.").arg(time);
    else if (reply->isCancelled())
        text = tr("Cancelled after %1.").arg(time);
    else if (reply->signal() != 0)
        text = tr("Ended by signal %1 after %2.").arg(QString::number(reply->signal()), time);
    else
        text = tr("Exit code %1 after %2.").arg(QString::number(reply->exitCode()), time);
    const qint64 received = m_output->receivedBytes();
    text += u' ' + tr("Output: %1.").arg(Formatting::bytes(received));
    if (m_output->droppedCharacters() > 0)
        text += u' ' + tr("Only the end of it is shown.");
    reply->deleteLater();
    showState();
    say(text);
    m_arguments->setFocus();
}

void RunDialog::say(const QString &text) { m_state->setText(text); }

} // namespace DaemonRpc::Monitor
