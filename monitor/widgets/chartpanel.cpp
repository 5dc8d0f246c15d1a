#include "widgets/chartpanel.h"

#include "widgets/chartlegend.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

namespace DaemonRpc::Monitor {

ChartPanel::ChartPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_legend(new ChartLegend(this))
    , m_chart(new ChartWidget(this))
{
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setBuddy(m_chart);
    // Charts beside each other begin at one height, with a legend or without.
    m_legend->setMinimumHeight(QCheckBox().sizeHint().height());
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title);
    heading->addStretch();
    heading->addWidget(m_legend);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(heading);
    column->addWidget(m_chart, 1);
    connect(m_legend, &ChartLegend::shownChanged, this, &ChartPanel::setShown);
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::setChart(Chart chart)
{
    for (ChartSeries &series : chart.series)
        series.isShown = !m_hidden.contains(series.key);
    m_title->setText(chart.title);
    m_legend->setSeries(chart.series);
    m_chart->setChart(chart);
}

void ChartPanel::setHidden(const QStringList &keys)
{
    m_hidden = keys;
    refresh();
}

QWidget *ChartPanel::orderTabs(QWidget *before) const
{
    setTabOrder(m_legend->orderTabs(before), m_chart);
    return m_chart;
}

void ChartPanel::setShown(const QString &key, bool isShown)
{
    m_hidden.removeAll(key);
    if (!isShown)
        m_hidden.append(key);
    refresh();
}

void ChartPanel::refresh() { setChart(m_chart->chart()); }

} // namespace DaemonRpc::Monitor
