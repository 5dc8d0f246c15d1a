// The page of health, workers and warm copies.
#pragma once

#include "models/healthmodel.h"
#include "models/updateclock.h"
#include "models/workersmodel.h"
#include "pages/page.h"
#include "sources/daemonlist.h"

class QSplitter;

namespace DaemonRpc::Monitor {

class RecordPanel;

/// What the daemons' checks have found, above what their workers do. Thread-bound. Actions act on the list
/// that had the focus last.
class HealthPage : public Page
{
    Q_OBJECT

public:
    /// All but the parent have to outlive the page.
    HealthPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent = nullptr);
    ~HealthPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    void setShown(bool isShown) override;
    [[nodiscard]] QList<RecordKey> selection() const override;
    bool selectKey(const RecordKey &key) override;
    void focusContent() override;
    void focusFilter() override;
    void clearFilter() override;
    void setFilter(const QString &text) override;
    void selectAll() override;
    void addToContextMenu(QMenu &menu) override;
    [[nodiscard]] QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void resetState() override;
    [[nodiscard]] QString selectionAsTsv() const override;
    [[nodiscard]] QString selectionAsJson() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUp(RecordPanel *panel, const QString &heading);

    HealthModel m_health;
    WorkersModel m_workers;
    QSplitter *m_splitter;
    RecordPanel *m_healthPanel;
    RecordPanel *m_workersPanel;
    RecordPanel *m_current;
};

} // namespace DaemonRpc::Monitor
