// The icon in the system tray.
#pragma once

#include <QAction>
#include <QSystemTrayIcon>

#include <memory>

class QMenu;

namespace DaemonRpc::Monitor {

class TroubleWatch;

/// Shows how many daemons are degraded, and notifies of trouble if that is wanted. Thread-bound. Where there
/// is no tray it does nothing.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    /// @p watch has to outlive the icon.
    TrayIcon(TroubleWatch &watch, QObject *parent = nullptr);
    ~TrayIcon() override;

    /// What its context menu offers; the actions have to outlive the icon.
    void setActions(const QList<QAction *> &actions);

    void setNotifying(bool isNotifying) { m_isNotifying = isNotifying; }

    /// The icon of the program, with @p count on it unless that is 0.
    [[nodiscard]] static QIcon badged(const QIcon &icon, int count);

    /// @p text as no tag for those who look for some (Desktop Notifications Specification, "Markup").
    [[nodiscard]] static QString withoutMarkup(QString text);

Q_SIGNALS:
    /// The icon or a notification has been clicked.
    void activated();

private:
    void onActivated(QSystemTrayIcon::ActivationReason reason);
    void notify(const QString &title, const QString &text);
    void showCount(int count);

    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon m_icon;
    bool m_isNotifying = false;
};

} // namespace DaemonRpc::Monitor
