#include "window/trayicon.h"

#include "window/troublewatch.h"

#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

namespace DaemonRpc::Monitor {

static constexpr int maxCount = 99;

TrayIcon::TrayIcon(TroubleWatch &watch, QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
{
    m_icon.setContextMenu(m_menu.get());
    connect(&m_icon, &QSystemTrayIcon::activated, this, &TrayIcon::onActivated);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::activated);
    connect(&watch, &TroubleWatch::degradedCountChanged, this, &TrayIcon::showCount);
    connect(&watch, &TroubleWatch::troubled, this, &TrayIcon::notify);
    showCount(watch.degradedCount());
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setActions(const QList<QAction *> &actions)
{
    m_menu->clear();
    m_menu->addActions(actions);
}

QIcon TrayIcon::badged(const QIcon &icon, int count)
{
    if (count <= 0)
        return icon;
    QIcon result;
    for (const int edge : {16, 22, 24, 32, 48, 64}) {
        QPixmap pixmap(edge, edge);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        icon.paint(&painter, pixmap.rect());
        const QRectF badge(edge * 0.3, edge * 0.3, edge * 0.7, edge * 0.7);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0xb3, 0x26, 0x1e));
        painter.drawEllipse(badge);
        QFont font = painter.font();
        font.setBold(true);
        font.setPixelSize(qMax(7, static_cast<int>(badge.height() * (count > 9 ? 0.6 : 0.8))));
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(badge, Qt::AlignCenter, QLocale().toString(qMin(count, maxCount)));
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

void TrayIcon::onActivated(QSystemTrayIcon::ActivationReason reason)
{
    if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
        Q_EMIT activated();
}

// Notification servers may read the text as markup, or may not: what both show alike is not escaped.
QString TrayIcon::withoutMarkup(QString text) { return text.replace(u'<', u'‹').replace(u'>', u'›'); }

void TrayIcon::notify(const QString &title, const QString &text)
{
    if (m_isNotifying && m_icon.isVisible())
        m_icon.showMessage(title, withoutMarkup(text), QSystemTrayIcon::Warning);
}

void TrayIcon::showCount(int count)
{
    m_icon.setIcon(badged(QGuiApplication::windowIcon(), count));
    m_icon.setToolTip(count == 0 ? tr("All daemons are well")
                                 : tr("%n daemons are degraded", nullptr, count));
}

} // namespace DaemonRpc::Monitor
