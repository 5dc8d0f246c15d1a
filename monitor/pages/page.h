// One page of the window.
#pragma once

#include "actions/actioncontext.h"

#include <QList>
#include <QWidget>

class QMenu;

namespace DaemonRpc::Monitor {

/// Base of the pages. Thread-bound. A page that is not shown has its models rest.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget *parent = nullptr);
    ~Page() override;

    /// For settings and --page: "overview", "requests" …
    [[nodiscard]] virtual QString id() const = 0;
    /// Translated, for tabs and menus.
    [[nodiscard]] virtual QString title() const = 0;

    /// Called by the window as the page comes and goes.
    virtual void setShown(bool isShown) = 0;

    /// What is selected, in the order in which it is shown.
    [[nodiscard]] virtual QList<RecordKey> selection() const { return {}; }

    /// The selection as actions see it: daemons, requests and connections of the selected rows.
    [[nodiscard]] virtual ActionContext context() const;

    /// Selects the row of @p key and scrolls to it; false when it is not there, or hidden by a filter.
    virtual bool selectKey(const RecordKey &key);

    /// Puts the focus where a person begins.
    virtual void focusContent() { setFocus(Qt::OtherFocusReason); }

    /// Ctrl+F; nothing on a page without a filter.
    virtual void focusFilter() {}

    virtual void clearFilter() {}

    virtual void setFilter(const QString &) {}

    virtual void selectAll() {}

    /// What the page offers for the current cell (filters, columns), at the end of @p menu.
    virtual void addToContextMenu(QMenu &) {}

    /// Columns, sorting and splitters, for the settings.
    [[nodiscard]] virtual QByteArray saveState() const { return {}; }

    virtual void restoreState(const QByteArray &state);

    virtual void resetState() {}

    // Ctrl+C and Ctrl+Shift+C: the selected rows; empty when there is nothing to copy.
    [[nodiscard]] virtual QString selectionAsTsv() const { return {}; }

    [[nodiscard]] virtual QString selectionAsJson() const { return {}; }

Q_SIGNALS:
    void selectionChanged();
    /// Enter, or a double click.
    void activated(const DaemonRpc::Monitor::RecordKey &key);
    /// A context menu is wanted there, in global coordinates.
    void contextMenuRequested(const QPoint &position);
    /// Show @p key on the page @p pageId: the request of a log line, the connection of a request.
    void jumpRequested(const QString &pageId, const DaemonRpc::Monitor::RecordKey &key);
};

} // namespace DaemonRpc::Monitor
