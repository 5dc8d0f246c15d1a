#include "window/windowstate.h"

namespace DaemonRpc::Monitor {

static constexpr QLatin1String geometryKey("window/geometry");
static constexpr QLatin1String layoutKey("window/layout");
static constexpr QLatin1String pageKey("window/page");
static constexpr QLatin1String pagesGroup("pages");
static constexpr QLatin1String notifyingKey("notifications/enabled");

static QString stateKey(const QString &pageId) { return pagesGroup + QLatin1Char('/') + pageId; }

WindowState::WindowState(const QString &file)
    : m_settings(file.isEmpty()
                     ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                   QStringLiteral("daemon-rpc"), QStringLiteral("monitor"))
                     : std::make_unique<QSettings>(file, QSettings::IniFormat))
{}

QByteArray WindowState::geometry() const { return m_settings->value(geometryKey).toByteArray(); }

void WindowState::setGeometry(const QByteArray &geometry) { m_settings->setValue(geometryKey, geometry); }

QByteArray WindowState::layout() const { return m_settings->value(layoutKey).toByteArray(); }

void WindowState::setLayout(const QByteArray &layout) { m_settings->setValue(layoutKey, layout); }

QString WindowState::currentPage() const { return m_settings->value(pageKey).toString(); }

void WindowState::setCurrentPage(const QString &pageId) { m_settings->setValue(pageKey, pageId); }

QByteArray WindowState::pageState(const QString &pageId) const
{
    return m_settings->value(stateKey(pageId)).toByteArray();
}

void WindowState::setPageState(const QString &pageId, const QByteArray &state)
{
    m_settings->setValue(stateKey(pageId), state);
}

bool WindowState::isNotifying() const { return m_settings->value(notifyingKey, false).toBool(); }

void WindowState::setNotifying(bool isNotifying) { m_settings->setValue(notifyingKey, isNotifying); }

void WindowState::resetLayout()
{
    m_settings->remove(geometryKey);
    m_settings->remove(layoutKey);
    m_settings->remove(pagesGroup);
}

} // namespace DaemonRpc::Monitor
