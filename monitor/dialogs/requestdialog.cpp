#include "dialogs/requestdialog.h"

#include "delegates/tonedelegate.h"
#include "dialogs/environmentpage.h"
#include "dialogs/requesttimeline.h"
#include "dialogs/tailpage.h"
#include "models/formatting.h"
#include "models/tablemodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace DaemonRpc::Monitor {

// As often as the tables.
static constexpr std::chrono::milliseconds clockInterval{250};
static constexpr qsizetype maxShownArguments = 1000;

static QLabel *makeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

RequestDialog::RequestDialog(DaemonList &daemons, const RecordKey &request, QWidget *parent)
    : DaemonDialog(daemons, request.daemon, parent)
    , m_id(request.id)
    , m_outcome(makeLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_course(new QTreeWidget(this))
    , m_figures(makeLabel(this))
    , m_arguments(new QListWidget(this))
    , m_directory(makeLabel(this))
    , m_environment(new EnvironmentPage(this))
    , m_tail(new TailPage(this))
    , m_cancel(new QPushButton(tr("Cance&l the Request"), this))
    , m_copy(new QPushButton(tr("&Copy Command Line"), this))
{
    setWindowTitle(tr("Request %1 of %2").arg(QString::number(m_id), daemonName()));
    build();
    m_clock.setInterval(clockInterval);
    connect(&m_clock, &QTimer::timeout, this, &RequestDialog::refresh);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RequestDialog::showTail);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RequestDialog::showEnvironment);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelWanted(this->request()); });
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT commandLineWanted(this->request()); });
    m_clock.start();
    refresh();
    askForWhole();
    resize(680, 520);
}

RequestDialog::~RequestDialog() = default;

void RequestDialog::build()
{
    m_outcome->setObjectName(QStringLiteral("outcome"));
    QFont bold = font();
    bold.setBold(true);
    m_outcome->setFont(bold);
    m_tabs->addTab(makeCourse(), tr("C&ourse"));
    m_tabs->addTab(makeArguments(), tr("&Arguments"));
    m_tabs->addTab(m_environment, tr("&Environment"));
    m_tabs->addTab(m_tail, tr("Ou&tput"));
    m_tabs->setAccessibleName(tr("Parts of the request"));
    body()->addWidget(m_outcome);
    body()->addWidget(m_tabs, 1);
    for (QPushButton *button : {m_copy, m_cancel}) {
        button->setAutoDefault(false);
        buttons()->addButton(button, QDialogButtonBox::ActionRole);
    }
    buttons()->button(QDialogButtonBox::Close)->setDefault(true);
}

QWidget *RequestDialog::makeCourse()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    m_course->setColumnCount(4);
    m_course->setHeaderLabels({tr("What"), tr("When"), tr("After"), tr("Details")});
    m_course->setRootIsDecorated(false);
    m_course->setItemDelegateForColumn(3, new ToneDelegate(m_course));
    m_course->setUniformRowHeights(true);
    m_course->setAccessibleName(tr("Course of the request"));
    m_course->header()->setSectionsMovable(false);
    layout->addWidget(m_course, 1);
    layout->addWidget(m_figures);
    return page;
}

QWidget *RequestDialog::makeArguments()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    auto *heading = new QLabel(tr("Co&mmand and arguments, one per line:"), page);
    heading->setBuddy(m_arguments);
    m_arguments->setAccessibleName(tr("Command and arguments"));
    m_arguments->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_arguments->setTextElideMode(Qt::ElideNone);
    m_arguments->setAlternatingRowColors(true);
    auto *copy = new QAction(tr("&Copy"), m_arguments);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &RequestDialog::copyArguments);
    m_arguments->addAction(copy);
    m_arguments->setContextMenuPolicy(Qt::ActionsContextMenu);
    layout->addWidget(heading);
    layout->addWidget(m_arguments, 1);
    layout->addWidget(m_directory);
    return page;
}

void RequestDialog::onDaemonChanged()
{
    askForWhole();
    refresh();
    showTail();
    showEnvironment();
}

std::optional<RequestSnapshot> RequestDialog::find() const
{
    const MonitoredDaemon *found = daemon();
    if (!found)
        return std::nullopt;
    const auto live = found->mirror().requests().constFind(m_id);
    if (live != found->mirror().requests().constEnd())
        return *live;
    const auto &finished = found->mirror().finishedRequests();
    const auto last = std::find_if(finished.rbegin(), finished.rend(),
                                   [this](const RequestSnapshot &request) { return request.id == m_id; });
    return last == finished.rend() ? std::nullopt : std::optional(*last);
}

void RequestDialog::refresh()
{
    if (const std::optional<RequestSnapshot> told = find())
        m_snapshot = *told;
    showCourse();
    showArguments();
    const bool canCancel =
        admin() && m_snapshot.id == m_id && !m_snapshot.isFinished() && !m_snapshot.cancellation;
    m_cancel->setEnabled(canCancel);
    m_cancel->setToolTip(admin() || m_snapshot.isFinished() ? QString()
                                                            : tr("There is no connection to the daemon."));
    m_copy->setEnabled(!m_snapshot.arguments.isEmpty());
    // What has ended does not change any more.
    if (m_snapshot.isFinished())
        m_clock.stop();
}

void RequestDialog::askForWhole()
{
    AdminClient *client = admin();
    if (!client || m_hasAsked)
        return;
    m_hasAsked = true;
    client->request(m_id, answer<RequestSnapshot>([this](const Result<RequestSnapshot> &whole) {
                        if (!whole)
                            return; // what was told anyway is shown
                        m_whole = *whole;
                        if (m_snapshot.id != m_id)
                            m_snapshot = *whole;
                        refresh();
                    }));
}

void RequestDialog::showCourse()
{
    const MonitoredDaemon *found = daemon();
    const QList<TimelineStep> steps =
        RequestTimeline::of(m_snapshot, found ? found->nowMs() : m_snapshot.finishedAtMs);
    while (m_course->topLevelItemCount() > steps.size())
        delete m_course->takeTopLevelItem(m_course->topLevelItemCount() - 1);
    for (int row = 0; row < steps.size(); ++row) {
        const TimelineStep &step = steps.at(row);
        QTreeWidgetItem *item = m_course->topLevelItem(row);
        if (!item) {
            item = new QTreeWidgetItem(m_course);
            item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        }
        item->setText(0, step.isPlanned ? tr("%1 (to come)").arg(step.what) : step.what);
        item->setText(1, Formatting::time(step.atMs));
        item->setToolTip(1, Formatting::dateAndTime(step.atMs));
        item->setText(2, step.sinceMs < 0
                             ? QString()
                             : tr("+%1").arg(Formatting::duration(std::chrono::milliseconds(step.sinceMs))));
        item->setText(3, step.detail);
        item->setData(3, ToneRole, QVariant::fromValue(step.tone));
        item->setDisabled(step.isPlanned);
    }
    for (int column = 0; column < 3; ++column)
        m_course->resizeColumnToContents(column);

    QStringList figures;
    const qint64 endMs = m_snapshot.isFinished() || !found ? m_snapshot.finishedAtMs : found->nowMs();
    if (m_snapshot.acceptedAtMs > 0 && (found || m_snapshot.isFinished())) {
        const std::chrono::milliseconds age(RequestTimeline::bounded(endMs) -
                                            RequestTimeline::bounded(m_snapshot.acceptedAtMs));
        figures += m_snapshot.isFinished() ? tr("Took %1.").arg(Formatting::duration(age))
                                           : tr("Runs for %1.").arg(Formatting::duration(age));
    }
    figures += tr("Input: %1. Output: %2.")
                   .arg(Formatting::bytes(m_snapshot.inputBytes), Formatting::bytes(m_snapshot.outputBytes));
    if (m_snapshot.processId > 0)
        figures += tr("Process: %1.").arg(m_snapshot.processId);
    figures += tr("Grace when it is cancelled: %1.")
                   .arg(Formatting::duration(std::chrono::milliseconds(m_snapshot.graceMs)));
    m_figures->setText(figures.join(u' '));
    if (m_snapshot.id != m_id)
        m_outcome->setText(tr("Nothing is known of this request."));
    else
        m_outcome->setText(
            tr("%1: %2", "a command, and what became of it")
                .arg(Formatting::line(m_snapshot.arguments.value(0)), RequestTimeline::outcome(m_snapshot)));
}

void RequestDialog::showArguments()
{
    const RequestSnapshot &source = m_whole ? *m_whole : m_snapshot;
    const QStringList shown = source.arguments.mid(0, maxShownArguments);
    if (m_shownArguments != shown) {
        m_shownArguments = shown;
        m_arguments->clear();
        for (const QString &argument : shown) {
            auto *item = new QListWidgetItem(Formatting::line(argument), m_arguments);
            item->setData(Qt::UserRole, argument);
        }
    }
    QStringList lines{tr("Directory: %1").arg(Formatting::line(source.workingDirectory))};
    if (source.arguments.size() > shown.size())
        lines.prepend(tr("%n more argument(s) are not shown.", nullptr,
                         static_cast<int>(source.arguments.size() - shown.size())));
    m_directory->setText(lines.join(u'\n'));
}

void RequestDialog::copyArguments()
{
    QStringList lines;
    for (int row = 0; row < m_arguments->count(); ++row) {
        const QListWidgetItem *item = m_arguments->item(row);
        if (item->isSelected())
            lines += item->data(Qt::UserRole).toString();
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void RequestDialog::showEnvironment()
{
    if (m_tabs->currentWidget() != m_environment || m_hasEnvironment)
        return;
    AdminClient *client = admin();
    if (m_snapshot.isFinished()) {
        m_environment->say(tr("The request has ended: its environment is no longer known."));
    } else if (client) {
        m_environment->say(tr("Asks the daemon for the environment…"));
        client->requestDetails(
            m_id, answer<RequestDetails>([this](const Result<RequestDetails> &told) { onDetails(told); }));
    } else {
        m_environment->say(tr("There is no connection to the daemon."));
    }
}

void RequestDialog::onDetails(const Result<RequestDetails> &told)
{
    if (!told) {
        m_environment->say(
            tr("The daemon does not tell it: %1.").arg(Formatting::line(told.error().message())));
    } else if (!told->environment) {
        m_environment->say(told->snapshot.isFinished()
                               ? tr("The request has ended: its environment is no longer known.")
                               : tr("The daemon does not tell environments: it is of an older version."));
    } else {
        m_hasEnvironment = true;
        m_environment->showDiff(*told->environment);
        // With this come the arguments in full.
        m_whole = told->snapshot;
        refresh();
    }
}

void RequestDialog::showTail()
{
    AdminClient *client = admin();
    if (m_tabs->currentWidget() != m_tail) {
        m_tail->stop();
    } else if (m_snapshot.isFinished()) {
        if (!m_tail->isFollowing() && !m_tail->hasEnded())
            m_tail->say(tr("The request has ended: there is no more output to follow."));
    } else if (client) {
        m_tail->follow(*client, m_id);
    } else {
        m_tail->stop();
        m_tail->say(tr("There is no connection to the daemon."));
    }
}

} // namespace DaemonRpc::Monitor
