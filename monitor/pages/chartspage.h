// The page of charts.
#pragma once

#include "models/statisticscollector.h"
#include "models/updateclock.h"
#include "pages/page.h"
#include "widgets/chartexport.h"

#include <QStringList>

#include <optional>

class QComboBox;
class QGridLayout;
class QScrollArea;

namespace DaemonRpc::Monitor {

class ChartPanel;

/// What is measured of one daemon, or of all together, over 5 minutes to 24 hours. Thread-bound.
///
/// All charts show the same stretch of time and read out the same moment. A stretch that a person has chosen
/// stands still; one of the stretches of the list goes with time.
class ChartsPage : public Page
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes shortest{5};
    static constexpr std::chrono::hours longest{24};

    /// All three have to outlive the page.
    ChartsPage(DaemonList &daemons, StatisticsCollector &statistics, UpdateClock &clock,
               QWidget *parent = nullptr);
    ~ChartsPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("charts"); }

    [[nodiscard]] QString title() const override { return tr("Charts"); }

    void setShown(bool isShown) override;

    /// The daemon that is chosen; nothing for all.
    [[nodiscard]] QList<RecordKey> selection() const override;
    /// Shows the charts of a daemon.
    bool selectKey(const RecordKey &key) override;

    [[nodiscard]] QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void resetState() override;

    /// Writes the charts as they are shown; errors of ChartExport::write().
    Result<void> exportTo(const QString &path) const;

    /// As they are shown, in their order.
    [[nodiscard]] QList<Chart> charts() const;

    /// In milliseconds since the epoch.
    [[nodiscard]] qint64 fromMs() const { return m_toMs - m_spanMs; }

    [[nodiscard]] qint64 toMs() const { return m_toMs; }

    /// Whether what is shown goes with time.
    [[nodiscard]] bool isLive() const { return m_isLive; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makePanels();
    void arrange();
    void fillDaemons();
    void onTick();
    void onDaemonChosen();
    void onRangeChosen(int place);
    void showRange(qint64 fromMs, qint64 toMs);
    void showLatest();
    void setReadOut(std::optional<qint64> timeMs);
    void refresh();
    [[nodiscard]] const DaemonStatistics &shownStatistics() const;

    DaemonList &m_daemons;
    StatisticsCollector &m_statistics;
    UpdateClock &m_clock;
    QComboBox *m_daemonBox;
    QComboBox *m_rangeBox;
    QScrollArea *m_scroll;
    QGridLayout *m_grid = nullptr;
    QList<ChartPanel *> m_panels;
    QStringList m_daemonTexts;
    int m_columns = 0;
    bool m_isShown = false;
    bool m_isLive = true;
    qint64 m_rangeMs; ///< Of the list; what is gone back to.
    qint64 m_spanMs;
    qint64 m_toMs = 0;
    qint64 m_shownAtMs = 0;
};

} // namespace DaemonRpc::Monitor
