// A chart with its heading.
#pragma once

#include "widgets/chartwidget.h"

class QLabel;

namespace DaemonRpc::Monitor {

class ChartLegend;

/// The title of a chart, its legend and the chart itself. Thread-bound.
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPanel(QWidget *parent = nullptr);
    ~ChartPanel() override;

    /// The series of @p chart are shown or hidden as they were chosen, whatever it says.
    void setChart(Chart chart);

    [[nodiscard]] ChartWidget &widget() const { return *m_chart; }

    /// Keys of series that are hidden.
    [[nodiscard]] const QStringList &hidden() const { return m_hidden; }

    void setHidden(const QStringList &keys);

    /// Legend and chart come after @p before when Tab is pressed; returns the last of them.
    QWidget *orderTabs(QWidget *before) const;

private:
    void setShown(const QString &key, bool isShown);
    void refresh();

    QLabel *m_title;
    ChartLegend *m_legend;
    ChartWidget *m_chart;
    QStringList m_hidden;
};

} // namespace DaemonRpc::Monitor
