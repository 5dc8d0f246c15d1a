// What the window remembers.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <memory>

namespace DaemonRpc::Monitor {

/// The settings of the monitor: geometry, the page, the columns and splitters of each page, choices.
/// Thread-bound. Nothing that a daemon has said is kept.
class WindowState
{
public:
    /// Those of this person, or those in @p file.
    explicit WindowState(const QString &file = {});

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    /// Of toolbars and docks; as QMainWindow::saveState().
    [[nodiscard]] QByteArray layout() const;
    void setLayout(const QByteArray &layout);

    /// Its id; empty at first.
    [[nodiscard]] QString currentPage() const;
    void setCurrentPage(const QString &pageId);

    [[nodiscard]] QByteArray pageState(const QString &pageId) const;
    void setPageState(const QString &pageId, const QByteArray &state);

    /// Off at first.
    [[nodiscard]] bool isNotifying() const;
    void setNotifying(bool isNotifying);

    /// Forgets geometry, layout and the states of pages; choices stay.
    void resetLayout();

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace DaemonRpc::Monitor
