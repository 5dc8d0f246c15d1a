// The names of a chart's series, to show and hide them.
#pragma once

#include "widgets/chart.h"

#include <QWidget>

class QCheckBox;

namespace DaemonRpc::Monitor {

/// A check box per series, with the line that it has in the chart. Thread-bound. A chart of one series has no
/// legend: its title says it.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget *parent = nullptr);
    ~ChartLegend() override;

    /// The boxes are made anew only when the series are others.
    void setSeries(const QList<ChartSeries> &series);

    /// The boxes come after @p before when Tab is pressed; returns the last one, or @p before.
    QWidget *orderTabs(QWidget *before) const;

Q_SIGNALS:
    /// A person wants it so.
    void shownChanged(const QString &key, bool isShown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void paintSamples();

    QList<ChartSeries> m_series; ///< Without their points.
    QList<QCheckBox *> m_boxes;
};

} // namespace DaemonRpc::Monitor
