// A page that is one list.
#pragma once

#include "models/tablemodel.h"
#include "pages/page.h"
#include "widgets/recordpanel.h"

#include <memory>

namespace DaemonRpc::Monitor {

/// Base of the pages with one table. Thread-bound; owns the table's model, which rests while the page is
/// hidden.
class RecordPage : public Page
{
    Q_OBJECT

public:
    RecordPage(std::unique_ptr<TableModel> model, const RecordPanelSetup &setup, QWidget *parent = nullptr);
    ~RecordPage() override;

    [[nodiscard]] RecordPanel &panel() const { return *m_panel; }

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
    /// The one it was made with.
    [[nodiscard]] TableModel &model() const { return *m_model; }

private:
    std::unique_ptr<TableModel> m_model;
    RecordPanel *m_panel;
};

} // namespace DaemonRpc::Monitor
