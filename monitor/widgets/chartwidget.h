// A chart to look at and move about in.
#pragma once

#include "widgets/chartlayout.h"

#include <QWidget>

#include <optional>

namespace DaemonRpc::Monitor {

/// Shows a Chart. Thread-bound.
///
/// The moment under the mouse is read out; by keyboard Left and Right move it (with Shift: ten steps), Home
/// and End go to the ends, Escape lets go of it. Ctrl and the wheel, or + and -, change the stretch of time
/// around that moment, dragging chooses one, 0 or a double click goes back to what was before. The chart
/// itself only asks for another stretch: whoever has the data gives it, so that several charts stay together.
class ChartWidget : public QWidget
{
    Q_OBJECT

public:
    static constexpr double zoomStep = 1.5;

    explicit ChartWidget(QWidget *parent = nullptr);
    ~ChartWidget() override;

    void setChart(const Chart &chart);

    [[nodiscard]] const Chart &chart() const { return m_chart; }

    /// The moment that is read out; nothing for none.
    void setReadOut(std::optional<qint64> timeMs);

    [[nodiscard]] std::optional<qint64> readOut() const { return m_readOutMs; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Where things are, at this size.
    [[nodiscard]] const ChartLayout &chartLayout() const;

Q_SIGNALS:
    /// A person moves it.
    void readOutChanged(std::optional<qint64> timeMs);
    void rangeWanted(qint64 fromMs, qint64 toMs);
    void resetWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont chartFont() const;
    void moveReadOut(std::optional<qint64> timeMs);
    void stepReadOut(int steps);
    void zoom(double times);
    void describe();
    void dropDrag();

    Chart m_chart;
    std::optional<qint64> m_readOutMs;
    std::optional<double> m_dragFromX;
    double m_dragToX = 0;
    bool m_isReadByKeyboard = false;
    mutable std::optional<ChartLayout> m_layout; ///< Nothing: to be made anew.
    mutable QFont m_font;
    mutable bool m_hasFont = false;
};

} // namespace DaemonRpc::Monitor
