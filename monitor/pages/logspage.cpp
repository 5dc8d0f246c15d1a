#include "pages/logspage.h"

#include "actions/actionconditions.h"
#include "models/logmodel.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/recordview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace DaemonRpc::Monitor {

static constexpr qsizetype maxShownCategory = 32;

LogsPage::LogsPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent)
    : RecordPage(std::make_unique<LogModel>(daemons, clock),
                 {tr("Log lines"), "message", "time", Qt::AscendingOrder, false, false}, parent)
    , m_model(static_cast<LogModel &>(model()))
    , m_level(new QComboBox)
    , m_category(new QComboBox)
    , m_newest(new QPushButton(tr("Jump to the &Newest"), this))
    , m_request(new QPushButton(tr("Show the Re&quest"), this))
{
    panel().view().setFollowingEnd(true);
    panel().emptyState().setText(
        tr("Nothing has been logged yet"),
        tr("What the daemons log is shown here. How much that is can be changed by Daemon, Log Level."));
    addChoosers();
    addButtons();
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { collectCategories(first, last); });
}

LogsPage::~LogsPage() = default;

QString LogsPage::id() const { return QStringLiteral("logs"); }

QString LogsPage::title() const { return tr("Logs"); }

ActionContext LogsPage::context() const
{
    ActionContext context = Page::context();
    for (const RecordKey &key : selection()) {
        const LogRow *row = m_model.find(key);
        if (row && row->line.requestId > 0 && !context.requests.contains(row->request()))
            context.requests.append(row->request());
    }
    return context;
}

void LogsPage::clearFilter()
{
    m_level->setCurrentIndex(0);
    m_category->setCurrentIndex(0);
    RecordPage::clearFilter();
}

void LogsPage::addToContextMenu(QMenu &menu)
{
    QAction *show = menu.addAction(tr("&Show the Request"));
    show->setEnabled(m_request->isEnabled());
    show->setToolTip(m_request->toolTip());
    connect(show, &QAction::triggered, this, &LogsPage::showRequest);
    RecordPage::addToContextMenu(menu);
}

static QLabel *labelFor(QComboBox *box, const QString &text, const QString &name)
{
    auto *label = new QLabel(text);
    label->setBuddy(box);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return label;
}

void LogsPage::addChoosers()
{
    m_level->addItem(tr("All"));
    m_level->addItem(tr("Info and graver"), QStringLiteral("level:info,warning,error,fatal"));
    m_level->addItem(tr("Warning and graver"), QStringLiteral("level:warning,error,fatal"));
    m_level->addItem(tr("Error and graver"), QStringLiteral("level:error,fatal"));
    m_category->addItem(tr("All"));
    FilterBar &bar = panel().filterBar();
    bar.addWidget(labelFor(m_level, tr("&Level:"), tr("Level")));
    bar.addWidget(m_level);
    bar.addWidget(labelFor(m_category, tr("Cate&gory:"), tr("Category")));
    bar.addWidget(m_category);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogsPage::choose);
    connect(m_category, &QComboBox::currentIndexChanged, this, &LogsPage::choose);
}

void LogsPage::addButtons()
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_request);
    row->addStretch();
    row->addWidget(m_newest);
    layout()->addItem(row);
    m_newest->setEnabled(false);
    const RecordView &view = panel().view();
    connect(&view, &RecordView::followingChanged, m_newest, &QWidget::setDisabled);
    connect(m_newest, &QPushButton::clicked, this, &LogsPage::showNewest);
    connect(m_request, &QPushButton::clicked, this, &LogsPage::showRequest);
    connect(this, &Page::selectionChanged, this, &LogsPage::enableRequest);
    enableRequest();
}

void LogsPage::collectCategories(int first, int last)
{
    for (int row = first; row <= last && m_category->count() <= maxCategories; ++row) {
        const QString &category = m_model.at(row).line.category;
        if (category.isEmpty() || m_category->findData(category) >= 0)
            continue;
        int place = 1;
        while (place < m_category->count() && m_category->itemText(place) < category)
            ++place;
        // The list, and the window with it, is as wide as the longest.
        QString shown = Formatting::line(category);
        if (shown.size() > maxShownCategory)
            shown = shown.left(maxShownCategory) + u'…';
        m_category->insertItem(place, shown, category);
    }
}

void LogsPage::choose()
{
    QString terms = m_level->currentData().toString();
    if (const QVariant category = m_category->currentData(); category.isValid()) {
        const ColumnInfo info = ColumnInfo::of(&m_model).at(m_model.columnOf("category"));
        terms += u' ' + FilterExpression::quoted(info, category);
    }
    panel().setBaseFilter(terms.trimmed());
}

void LogsPage::enableRequest()
{
    const ActionContext context = this->context();
    m_request->setEnabled(context.requests.size() == 1);
    m_request->setToolTip(ActionConditions::obstacle(ActionNeed::OneRequest, context, nullptr));
}

void LogsPage::showNewest()
{
    panel().view().scrollToBottom();
    panel().view().setFocus(Qt::OtherFocusReason);
}

void LogsPage::showRequest()
{
    if (const QList<RecordKey> requests = context().requests; !requests.isEmpty())
        Q_EMIT jumpRequested(QStringLiteral("requests"), requests.first());
}

} // namespace DaemonRpc::Monitor
