#include <daemonrpc/instance/bindingwatch.h>
#include <daemonrpc/instance/instancelock.h>
#include <daemonrpc/instance/socketbinding.h>

#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>

#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#endif

namespace DaemonRpc {

BindingWatch::BindingWatch(QObject *parent, Mechanism mechanism)
    : QObject(parent)
    , m_mechanism(mechanism)
    , m_timer(this) // a child, so that it follows to another thread
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.setInterval(pollInterval);
    connect(&m_timer, &QTimer::timeout, this, &BindingWatch::check);
}

BindingWatch::~BindingWatch() = default;

void BindingWatch::start(const SocketBinding &binding, const InstanceLock &lock)
{
    stop();
    m_files = {binding.identity(), lock.identity()};
    if (m_mechanism == Mechanism::Polling || !watchWithInotify())
        m_timer.start();
    // Whatever happened before the watch was in place; not from here, the caller may not be ready for the
    // signal.
    QMetaObject::invokeMethod(this, &BindingWatch::check, Qt::QueuedConnection);
}

void BindingWatch::stop()
{
    m_files.clear();
    m_timer.stop();
    if (m_notifier) {
        // Not deleted at once: this may run inside its own signal.
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
    m_inotify.reset();
}

bool BindingWatch::watchWithInotify()
{
#ifdef Q_OS_LINUX
    m_inotify.reset(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!m_inotify.isValid())
        return false;
    // IN_ATTRIB: an open file that is unlinked is not deleted, it only loses a link.
    constexpr quint32 mask = IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF | IN_DONT_FOLLOW;
    QStringList paths;
    for (const FileIdentity &file : m_files)
        paths << file.path() << QFileInfo(file.path()).absolutePath();
    paths.removeDuplicates();
    for (const QString &path : paths) {
        // A file that is gone already is found by the check that start() queued.
        if (::inotify_add_watch(m_inotify.get(), QFile::encodeName(path).constData(), mask) < 0 &&
            errno != ENOENT && errno != ENOTDIR) {
            m_inotify.reset();
            return false;
        }
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_inotify.get(), QSocketNotifier::Read, this);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &BindingWatch::readEvents);
    return true;
#else
    return false;
#endif
}

void BindingWatch::readEvents()
{
    // Only that something happened matters; the check says what.
    std::array<char, 4096> events;
    while (::read(m_inotify.get(), events.data(), events.size()) > 0) {}
    check();
}

void BindingWatch::check()
{
    if (m_files.isEmpty() || std::all_of(m_files.cbegin(), m_files.cend(),
                                         [](const FileIdentity &file) { return file.isIntact(); }))
        return;
    stop();
    Q_EMIT lost();
}

} // namespace DaemonRpc
