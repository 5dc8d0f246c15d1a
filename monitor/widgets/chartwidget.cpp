#include "widgets/chartwidget.h"

#include "look/tabularfont.h"
#include "widgets/chartpainter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr double leastDrag = 5;
static constexpr int manySteps = 10;

ChartWidget::ChartWidget(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setWhatsThis(
        tr("The arrow keys read out a moment. Plus, minus, or Ctrl and the wheel show a shorter or a "
           "longer time, dragging shows what is dragged over, 0 goes back."));
}

ChartWidget::~ChartWidget() = default;

void ChartWidget::setChart(const Chart &chart)
{
    m_chart = chart;
    m_layout.reset();
    setAccessibleName(m_chart.title);
    // Nobody who listens wants to be told anew each second.
    if (!hasFocus())
        describe();
    update();
}

void ChartWidget::setReadOut(std::optional<qint64> timeMs)
{
    if (m_readOutMs == timeMs)
        return;
    m_readOutMs = timeMs;
    update();
}

QSize ChartWidget::sizeHint() const
{
    const QFontMetrics metrics(chartFont());
    return {metrics.averageCharWidth() * 60, metrics.height() * 11};
}

QSize ChartWidget::minimumSizeHint() const
{
    const QFontMetrics metrics(chartFont());
    return {metrics.averageCharWidth() * 30, metrics.height() * 9};
}

const ChartLayout &ChartWidget::chartLayout() const
{
    if (!m_layout || m_layout->size != size())
        m_layout = ChartLayout::of(m_chart, size(), chartFont(), false);
    return *m_layout;
}

void ChartWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ChartLayout &layout = chartLayout();
    const QFont font = chartFont();
    ChartPainter::paint(&painter, m_chart, layout, palette(), font);
    if (m_dragFromX) {
        QColor ground = palette().color(QPalette::Highlight);
        const QRectF chosen(QPointF(*m_dragFromX, layout.plot.top()),
                            QPointF(m_dragToX, layout.plot.bottom()));
        painter.setPen(ground);
        ground.setAlphaF(0.25F);
        painter.setBrush(ground);
        painter.drawRect(chosen.normalized().intersected(layout.plot));
    }
    if (m_readOutMs && !m_chart.isEmpty())
        ChartPainter::paintReadOut(&painter, m_chart, layout, palette(), font, *m_readOutMs);
    if (hasFocus()) {
        constexpr double ringWidth = 2;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), ringWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(ringWidth / 2, ringWidth / 2, -ringWidth / 2, -ringWidth / 2), 3, 3);
    }
}

void ChartWidget::mouseMoveEvent(QMouseEvent *event)
{
    const ChartLayout &layout = chartLayout();
    const QPointF place = event->position();
    if (m_dragFromX) {
        m_dragToX = std::clamp(place.x(), layout.plot.left(), layout.plot.right());
        update();
    }
    m_isReadByKeyboard = false;
    moveReadOut(layout.plot.contains(place) ? std::optional<qint64>(layout.timeAt(place.x())) : std::nullopt);
}

void ChartWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !chartLayout().plot.contains(event->position())) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_dragFromX = event->position().x();
    m_dragToX = *m_dragFromX;
}

void ChartWidget::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragFromX)
        return;
    const ChartLayout &layout = chartLayout();
    const double from = std::min(*m_dragFromX, m_dragToX);
    const double to = std::max(*m_dragFromX, m_dragToX);
    dropDrag();
    if (to - from >= leastDrag)
        Q_EMIT rangeWanted(layout.timeAt(from), layout.timeAt(to));
}

void ChartWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    dropDrag();
    if (event->button() == Qt::LeftButton)
        Q_EMIT resetWanted();
}

void ChartWidget::wheelEvent(QWheelEvent *event)
{
    constexpr double turn = 120;
    // Without Ctrl the wheel belongs to the page around the chart, which scrolls.
    const int delta = event->angleDelta().y();
    if (!(event->modifiers() & Qt::ControlModifier) || delta == 0) {
        event->ignore();
        return;
    }
    zoom(std::pow(zoomStep, -delta / turn));
    event->accept();
}

void ChartWidget::keyPressEvent(QKeyEvent *event)
{
    const int steps = event->modifiers() & Qt::ShiftModifier ? manySteps : 1;
    switch (event->key()) {
    case Qt::Key_Left: stepReadOut(-steps); return;
    case Qt::Key_Right: stepReadOut(steps); return;
    case Qt::Key_Home:
    case Qt::Key_End:
        m_isReadByKeyboard = true;
        moveReadOut(event->key() == Qt::Key_Home ? m_chart.fromMs : m_chart.toMs - 1);
        return;
    case Qt::Key_Escape:
        if (!m_readOutMs && !m_dragFromX)
            break;
        dropDrag();
        moveReadOut(std::nullopt);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1 / zoomStep); return;
    case Qt::Key_Minus: zoom(zoomStep); return;
    case Qt::Key_0: Q_EMIT resetWanted(); return;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void ChartWidget::focusInEvent(QFocusEvent *event)
{
    describe();
    QWidget::focusInEvent(event);
    update();
}

void ChartWidget::leaveEvent(QEvent *event)
{
    if (!m_isReadByKeyboard)
        moveReadOut(std::nullopt);
    QWidget::leaveEvent(event);
}

void ChartWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) {
        m_hasFont = false;
        m_layout.reset();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

QFont ChartWidget::chartFont() const
{
    if (!m_hasFont) {
        m_font = TabularFont::of(font());
        m_hasFont = true;
    }
    return m_font;
}

void ChartWidget::moveReadOut(std::optional<qint64> timeMs)
{
    if (m_readOutMs == timeMs)
        return;
    setReadOut(timeMs);
    if (m_isReadByKeyboard)
        describe();
    Q_EMIT readOutChanged(m_readOutMs);
}

void ChartWidget::stepReadOut(int steps)
{
    const qint64 stepMs = m_chart.stepMs();
    // From the latest moment that is complete, and always in the middle of a step.
    const qint64 beginMs = m_readOutMs.value_or(m_chart.toMs + (steps < 0 ? -stepMs : 0));
    const qint64 nextMs = (beginMs / stepMs + steps) * stepMs + stepMs / 2;
    m_isReadByKeyboard = true;
    moveReadOut(std::clamp(nextMs, m_chart.fromMs, std::max(m_chart.fromMs, m_chart.toMs - 1)));
}

void ChartWidget::zoom(double times)
{
    // The moment that is read out stays where it is; without one, the latest does.
    const auto spanMs = static_cast<double>(m_chart.toMs - m_chart.fromMs);
    const qint64 aroundMs = std::clamp(m_readOutMs.value_or(m_chart.toMs), m_chart.fromMs, m_chart.toMs);
    const double part = spanMs > 0 ? static_cast<double>(aroundMs - m_chart.fromMs) / spanMs : 1;
    const qint64 fromMs = aroundMs - std::llround(part * spanMs * times);
    Q_EMIT rangeWanted(fromMs, fromMs + std::llround(spanMs * times));
}

void ChartWidget::describe()
{
    const QString description =
        m_readOutMs && m_isReadByKeyboard ? m_chart.readOut(*m_readOutMs) : m_chart.summary();
    if (accessibleDescription() != description)
        setAccessibleDescription(description);
}

void ChartWidget::dropDrag()
{
    m_dragFromX.reset();
    update();
}

} // namespace DaemonRpc::Monitor
