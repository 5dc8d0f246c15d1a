#include "dialogs/environmentpage.h"

#include "models/formatting.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace DaemonRpc::Monitor {

EnvironmentPage::EnvironmentPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_state(new QLabel(this))
{
    auto *heading = new QLabel(tr("Variables that differ from the &daemon's own:"), this);
    heading->setBuddy(m_list);
    m_list->setHeaderLabels({tr("Change"), tr("Variable"), tr("Of the request"), tr("Of the daemon")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAccessibleName(tr("Environment"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("environmentState"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
}

EnvironmentPage::~EnvironmentPage() = default;

void EnvironmentPage::showDiff(const EnvironmentDiff &diff)
{
    m_list->clear();
    const auto addVariables = [this](const QString &change, const QList<EnvironmentVariable> &variables) {
        for (const EnvironmentVariable &variable : variables) {
            QString toolTip;
            if (variable.isHidden)
                toolTip = tr("Looks like a secret, and was hidden by the daemon.");
            else if (variable.omittedBytes > 0)
                toolTip = tr("%1 of it are not told.").arg(Formatting::bytes(variable.omittedBytes));
            addRow(change, variable.name, variable.value, variable.daemonValue, toolTip);
        }
    };
    addVariables(tr("added"), diff.added);
    addVariables(tr("changed"), diff.changed);
    for (const QString &name : diff.removed)
        addRow(tr("missing"), name, {}, {}, tr("Only the daemon has it."));
    for (int column = 0; column < 2; ++column)
        m_list->resizeColumnToContents(column);

    const int count = m_list->topLevelItemCount();
    QString text = count == 0 ? tr("It does not differ.") : tr("%n variable(s) differ.", nullptr, count);
    if (diff.omittedVariables > 0) {
        text += u' ' + tr("%n more that differ are not told.", nullptr,
                          static_cast<int>(qMin<qint64>(diff.omittedVariables, 2'000'000'000)));
    }
    say(text);
}

void EnvironmentPage::say(const QString &text) { m_state->setText(text); }

void EnvironmentPage::addRow(const QString &change, const QString &name, const QString &value,
                             const QString &daemonValue, const QString &toolTip)
{
    auto *row = new QTreeWidgetItem(
        m_list, {change, Formatting::line(name), Formatting::line(value), Formatting::line(daemonValue)});
    row->setToolTip(0, toolTip);
    row->setToolTip(2, toolTip.isEmpty() ? Formatting::toolTip(ColumnKind::Text, value) : toolTip);
}

} // namespace DaemonRpc::Monitor
