#include "widgets/filterbar.h"

#include "models/formatting.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

static constexpr int maxCharacters = 1000;

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_edit(new FilterEdit(this))
    , m_count(new QLabel(this))
    , m_message(new QLabel(this))
{
    auto *label = new QLabel(tr("F&ilter:"), this);
    label->setBuddy(m_edit);
    m_edit->setMaxLength(maxCharacters);
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setPlaceholderText(tr("words, or key:value such as state:running or -state:finished"));
    m_count->setTextFormat(Qt::PlainText);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();

    m_row->addWidget(label);
    m_row->addWidget(m_edit, 1);
    m_row->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(m_row);
    layout->addWidget(m_message);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::textChanged);
}

void FilterBar::addTerm(const QString &term)
{
    const QString old = text().trimmed();
    if ((QLatin1Char(' ') + old + QLatin1Char(' ')).contains(QLatin1Char(' ') + term + QLatin1Char(' ')))
        return;
    setText(old.isEmpty() ? term : old + QLatin1Char(' ') + term);
}

void FilterBar::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::setProblems(const QList<FilterError> &problems)
{
    m_edit->setProblems(problems);
    QStringList messages;
    for (const FilterError &problem : problems)
        messages.append(problem.message);
    const QString text = messages.join(QLatin1Char('\n'));
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_edit->setToolTip(text.isEmpty() ? QString() : Formatting::toolTip(ColumnKind::Text, messages.first()));
    m_edit->setAccessibleDescription(text);
}

void FilterBar::setCounts(int shown, int total)
{
    const QLocale locale;
    m_count->setText(
        tr("%1 of %2", "rows that are shown, of all").arg(locale.toString(shown), locale.toString(total)));
    m_count->setAccessibleName(tr("%1 of %n rows are shown", nullptr, total).arg(locale.toString(shown)));
}

void FilterBar::addWidget(QWidget *widget) { m_row->insertWidget(m_row->count() - 1, widget); }

} // namespace DaemonRpc::Monitor
