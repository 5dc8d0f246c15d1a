#include "window/screenshot.h"

#include "window/monitorsession.h"

#include <QPixmap>
#include <QSaveFile>

namespace DaemonRpc::Monitor {

Screenshot::Screenshot(MonitorSession &session, const QString &file, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_file(file)
{
    connect(&session.clock(), &UpdateClock::ticked, this, &Screenshot::onTick);
    QTimer::singleShot(patience, this, &Screenshot::take);
}

Screenshot::~Screenshot() = default;

void Screenshot::onTick()
{
    if (m_session.hasPicture() && ++m_ticks > settleTicks)
        take();
}

void Screenshot::take()
{
    if (std::exchange(m_isDone, true))
        return;
    disconnect(&m_session.clock(), nullptr, this, nullptr);
    Q_EMIT finished(save());
}

Result<void> Screenshot::save() const
{
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !m_session.window().grab().save(&file, "PNG") || !file.commit()) {
        return unexpected(ErrorCode::IoError,
                          tr("The picture cannot be written to %1: %2. Choose another file.")
                              .arg(m_file, file.errorString()));
    }
    return {};
}

} // namespace DaemonRpc::Monitor
