#include "widgets/chartlegend.h"

#include "widgets/chartpainter.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPixmap>
#include <QSignalBlocker>

#include <algorithm>

namespace DaemonRpc::Monitor {

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
}

ChartLegend::~ChartLegend() = default;

void ChartLegend::setSeries(const QList<ChartSeries> &series)
{
    const bool isSame = std::equal(
        series.begin(), series.end(), m_series.begin(), m_series.end(),
        [](const ChartSeries &a, const ChartSeries &b) { return a.key == b.key && a.name == b.name; });
    if (!isSame) {
        m_series.clear();
        for (const ChartSeries &one : series)
            m_series.append({one.key, one.name, {}, one.stepMs, one.isShown});
        rebuild();
    }
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const QSignalBlocker blocker(m_boxes.at(i));
        m_boxes.at(i)->setChecked(series.at(i).isShown);
    }
}

QWidget *ChartLegend::orderTabs(QWidget *before) const
{
    for (QCheckBox *box : m_boxes) {
        setTabOrder(before, box);
        before = box;
    }
    return before;
}

void ChartLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        paintSamples();
    QWidget::changeEvent(event);
}

void ChartLegend::rebuild()
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    if (m_series.size() < 2)
        return;
    for (const ChartSeries &series : std::as_const(m_series)) {
        auto *box = new QCheckBox(series.name, this);
        box->setToolTip(tr("Show or hide this line."));
        layout()->addWidget(box);
        m_boxes.append(box);
        connect(box, &QCheckBox::toggled, this,
                [this, key = series.key](bool isShown) { Q_EMIT shownChanged(key, isShown); });
    }
    paintSamples();
}

void ChartLegend::paintSamples()
{
    const QSize size(fontMetrics().height() * 3 / 2, fontMetrics().height());
    const double ratio = devicePixelRatioF();
    for (int i = 0; i < m_boxes.size(); ++i) {
        QPixmap pixmap(size * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const double middle = size.height() / 2.0;
        ChartPainter::paintSample(&painter, {0, middle, static_cast<double>(size.width()), middle}, i,
                                  palette());
        painter.end();
        m_boxes.at(i)->setIconSize(size);
        m_boxes.at(i)->setIcon(pixmap);
    }
}

} // namespace DaemonRpc::Monitor
