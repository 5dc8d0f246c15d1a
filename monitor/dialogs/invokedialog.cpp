#include "dialogs/invokedialog.h"

#include "dialogs/outputtext.h"
#include "dialogs/parameterform.h"
#include "dialogs/parameterreader.h"
#include "models/formatting.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace DaemonRpc::Monitor {

static constexpr qsizetype maxHistoryTitle = 80;
static constexpr int callHeight = 280;

static QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

InvokeDialog::InvokeDialog(DaemonList &daemons, qint64 serial, QWidget *parent)
    : DaemonDialog(daemons, serial, parent)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_problem(makeLabel(QStringLiteral("problem"), this))
    , m_name(makeLabel(QStringLiteral("methodName"), this))
    , m_summary(makeLabel(QStringLiteral("summary"), this))
    , m_warning(makeLabel(QStringLiteral("warning"), this))
    , m_form(new ParameterForm(this))
    , m_history(new QComboBox(this))
    , m_reply(new QPlainTextEdit(this))
    , m_state(makeLabel(QStringLiteral("state"), this))
    , m_call(new QPushButton(tr("Ca&ll"), this))
{
    setWindowTitle(tr("Invoke a Method of %1").arg(daemonName()));
    build();
    connect(m_filter, &QLineEdit::textChanged, this, &InvokeDialog::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, &InvokeDialog::onMethodChosen);
    connect(m_history, &QComboBox::activated, this, &InvokeDialog::recall);
    connect(m_call, &QPushButton::clicked, this, &InvokeDialog::invoke);
    askForMethods();
    enable();
    resize(860, 620);
}

InvokeDialog::~InvokeDialog() = default;

void InvokeDialog::build()
{
    auto *right = new QSplitter(Qt::Vertical, this);
    right->addWidget(makeCall());
    right->addWidget(makeReply());
    right->setChildrenCollapsible(false);
    right->setSizes({callHeight, callHeight});
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(makeChooser());
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({260, 600});
    body()->addWidget(split, 1);
    buttons()->addButton(m_call, QDialogButtonBox::ActionRole);
    m_call->setDefault(true);
    buttons()->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_filter->setFocus();
}

QWidget *InvokeDialog::makeChooser()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    m_filter->setPlaceholderText(tr("Filter the methods"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter the methods"));
    auto *heading = new QLabel(tr("&Methods:"), box);
    heading->setBuddy(m_list);
    m_list->setAccessibleName(tr("Methods"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_problem->hide();
    layout->addWidget(heading);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_problem);
    return box;
}

QWidget *InvokeDialog::makeCall()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *box = new QWidget(scroll);
    auto *layout = new QVBoxLayout(box);
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_warning->hide();
    layout->addWidget(m_name);
    layout->addWidget(m_summary);
    layout->addWidget(m_warning);
    layout->addWidget(m_form);
    layout->addStretch();
    scroll->setWidget(box);
    return scroll;
}

QWidget *InvokeDialog::makeReply()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    auto *earlier = new QHBoxLayout;
    auto *heading = new QLabel(tr("&Earlier calls:"), box);
    heading->setBuddy(m_history);
    m_history->setAccessibleName(tr("Earlier calls"));
    m_history->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    earlier->addWidget(heading);
    earlier->addWidget(m_history, 1);
    auto *reply = new QLabel(tr("Re&ply:"), box);
    reply->setBuddy(m_reply);
    m_reply->setReadOnly(true);
    m_reply->setUndoRedoEnabled(false);
    m_reply->setTabChangesFocus(true);
    m_reply->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_reply->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_reply->setAccessibleName(tr("Reply"));
    layout->addLayout(earlier);
    layout->addWidget(reply);
    layout->addWidget(m_reply, 1);
    layout->addWidget(m_state);
    return box;
}

void InvokeDialog::onDaemonChanged()
{
    const bool isOther = !admin() || m_asked != admin();
    if (m_isCalling && isOther)
        onReply(unexpected(ErrorCode::ConnectionLost, tr("the connection ended before the answer")));
    if (m_isListing && isOther)
        m_isListing = false;
    if (m_methods.isEmpty())
        askForMethods();
    enable();
}

void InvokeDialog::askForMethods()
{
    AdminClient *client = admin();
    if (!client || m_isListing)
        return;
    m_asked = client;
    m_isListing = true;
    client->call(QStringLiteral("list_methods"), {},
                 answer<QJsonValue>([this](const Result<QJsonValue> &result) { onMethods(result); }));
}

void InvokeDialog::onMethods(const Result<QJsonValue> &answer)
{
    m_isListing = false;
    QString problem;
    if (answer) {
        m_methods = MethodInfo::listFromJson(*answer);
        if (m_methods.isEmpty())
            problem = tr("The daemon lists no methods.");
    } else {
        problem =
            tr("The daemon does not list its methods: %1.").arg(Formatting::line(answer.error().message()));
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_list->clear();
    for (const MethodInfo &method : std::as_const(m_methods))
        m_list->addItem(Formatting::line(method.name));
    filter(m_filter->text());
    enable();
}

void InvokeDialog::filter(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const MethodInfo &method = m_methods.at(row);
        const bool isShown = method.name.contains(text.trimmed(), Qt::CaseInsensitive) ||
                             method.summary.contains(text.trimmed(), Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!isShown);
        if (isShown && first < 0)
            first = row;
    }
    const QListWidgetItem *chosen = m_list->currentItem();
    if (!chosen || chosen->isHidden())
        m_list->setCurrentRow(first);
}

bool InvokeDialog::chooseMethod(const QString &name)
{
    const auto found = std::find_if(m_methods.constBegin(), m_methods.constEnd(),
                                    [&name](const MethodInfo &method) { return method.name == name; });
    if (found == m_methods.constEnd())
        return false;
    m_filter->clear();
    m_list->setCurrentRow(static_cast<int>(found - m_methods.constBegin()));
    return true;
}

QString InvokeDialog::chosenMethod() const { return current() ? current()->name : QString(); }

const MethodInfo *InvokeDialog::current() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= m_methods.size() ? nullptr : &m_methods.at(row);
}

void InvokeDialog::onMethodChosen()
{
    const MethodInfo *method = current();
    m_name->setText(method ? Formatting::line(method->name) : QString());
    QStringList lines;
    if (method && !method->summary.isEmpty())
        lines += Formatting::line(method->summary);
    if (method && !method->resultSummary.isEmpty())
        lines += tr("Returns: %1").arg(Formatting::line(method->resultSummary));
    m_summary->setText(lines.join(u'\n'));
    const bool isGrave = method && method->isOnlyForControl();
    m_warning->setText(
        isGrave ? tr("⚠ This method may change something: only those with the role “%1” may call it.")
                      .arg(Formatting::name(method->role))
                : QString());
    m_warning->setVisible(isGrave);
    m_form->setMethod(method ? *method : MethodInfo());
    m_form->setVisible(method);
    enable();
}

void InvokeDialog::invoke()
{
    const MethodInfo *method = current();
    AdminClient *client = admin();
    if (!method || !client || m_isCalling)
        return;
    const std::optional<QJsonObject> parameters = m_form->parameters();
    if (!parameters) {
        m_state->setText(tr("Not called: a parameter is wrong, as is said at its field."));
        m_form->focusProblem();
        return;
    }
    remember(method->name, *parameters);
    m_isCalling = true;
    m_asked = client;
    m_reply->clear();
    m_state->setText(tr("Called; waits for the answer…"));
    enable();
    m_elapsed.start();
    client->call(method->name, parameters->isEmpty() ? QJsonValue() : QJsonValue(*parameters),
                 answer<QJsonValue>([this](const Result<QJsonValue> &result) { onReply(result); }));
}

void InvokeDialog::onReply(const Result<QJsonValue> &answer)
{
    if (!m_isCalling)
        return;
    m_isCalling = false;
    const QString time = Formatting::duration(std::chrono::milliseconds(m_elapsed.elapsed()));
    if (answer) {
        QString text = ParameterReader::toJson(*answer, true);
        const qsizetype left = text.size() - maxShownCharacters;
        text.truncate(maxShownCharacters);
        m_reply->setPlainText(OutputText().decode(text.toUtf8()));
        m_state->setText(left > 0 ? tr("Answered after %1; %n character(s) of the answer are not shown.",
                                       nullptr, static_cast<int>(qMin<qsizetype>(left, 2'000'000'000)))
                                        .arg(time)
                                  : tr("Answered after %1.").arg(time));
    } else {
        m_reply->clear();
        m_state->setText(
            tr("Failed after %1: %2 (%3).")
                .arg(time, Formatting::line(answer.error().message()), errorCodeName(answer.error().code())));
    }
    enable();
}

void InvokeDialog::remember(const QString &method, const QJsonObject &parameters)
{
    const QVariantList entry{method, parameters};
    for (int i = m_history->count() - 1; i >= 0; --i) {
        if (m_history->itemData(i).toList() == entry)
            m_history->removeItem(i);
    }
    const QString title = Formatting::line(method + u' ' + ParameterReader::toJson(parameters, false));
    m_history->insertItem(
        0, title.size() > maxHistoryTitle ? QString(title.left(maxHistoryTitle) + u'…') : title, entry);
    while (m_history->count() > maxHistory)
        m_history->removeItem(m_history->count() - 1);
    m_history->setCurrentIndex(0);
}

void InvokeDialog::recall(int entry)
{
    const QVariantList call = m_history->itemData(entry).toList();
    if (call.size() == 2 && chooseMethod(call.at(0).toString()))
        m_form->setParameters(call.at(1).toJsonObject());
}

void InvokeDialog::enable()
{
    m_call->setEnabled(current() && admin() && !m_isCalling);
    m_call->setToolTip(admin() ? QString() : tr("There is no connection to the daemon."));
    m_history->setEnabled(m_history->count() > 0);
}

} // namespace DaemonRpc::Monitor
