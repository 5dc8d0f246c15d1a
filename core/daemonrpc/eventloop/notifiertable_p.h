// The socket notifiers of one event loop and what they watch.
#pragma once

#include <daemonrpc/eventloop/epollset_p.h>

#include <QHash>
#include <QList>
#include <QSocketNotifier>

#include <array>
#include <vector>

namespace DaemonRpc {

/// A notifier found ready. Ask NotifierTable::find() at the moment of delivery: what ran since may have
/// disabled or deleted it, or have given its descriptor's number to another file.
struct ReadyNotifier
{
    int fd;
    QSocketNotifier::Type type;
    quint64 serial;
};

/// Maps descriptors to notifiers and keeps the kernel's set in step. Thread-bound.
///
/// The notifiers of one descriptor share one epoll registration. What epoll refuses with EPERM (regular
/// files, directories, /dev/null) is always ready to read and write, as it is for poll(2).
///
/// epoll watches open files, not numbers. A file that lives on elsewhere (dup, a child) after its number
/// was closed stays in the set, cannot be removed any more, and is reported for ever. Such reports are
/// recognised (an unknown token, or a registration that the kernel no longer finds) and answered by a fresh
/// set.
class NotifierTable
{
public:
    /// @p wakeFd ends a wait, too; it must outlive the table.
    NotifierTable(FileDescriptor epollFd, int wakeFd);

    void add(QSocketNotifier *notifier);
    void remove(QSocketNotifier *notifier);
    void clear();

    /// True when wait() would return at once without asking the kernel.
    [[nodiscard]] bool hasImmediate() const;

    /// Waits until something is ready or @p deadline has come and fills @p ready afresh. Disables notifiers
    /// whose descriptor turns out closed. Returns true when the wake-up descriptor is readable.
    [[nodiscard]] bool wait(WaitDeadline deadline, std::vector<ReadyNotifier> &ready);

    /// The notifier if it still is the one that was found ready, else null.
    [[nodiscard]] QSocketNotifier *find(const ReadyNotifier &ready) const;

private:
    enum class Backing { None, Watched, AlwaysReady, Refused };

    struct Slot
    {
        QSocketNotifier *notifier = nullptr;
        quint64 serial = 0;
    };

    struct Entry
    {
        std::array<Slot, 3> slots; ///< indexed by QSocketNotifier::Type
        Backing backing = Backing::None;
        quint32 generation = 0; ///< of its registration with the kernel
        quint32 reports = 0;
        int error = 0; ///< why the kernel refused
    };

    void synchronize(int fd, Entry &entry);
    void attach(int fd, Entry &entry);
    void detach(int fd, const Entry &entry);
    void collect(const epoll_event &event, std::vector<ReadyNotifier> &ready);
    void collectAlwaysReady(std::vector<ReadyNotifier> &ready);
    void disableRefused();
    void rebuild();

    EpollSet m_epoll;
    int m_wakeFd;
    QHash<int, Entry> m_entries;
    QList<int> m_alwaysReady;
    QList<int> m_refused;
    quint64 m_lastSerial = 0;
    quint32 m_lastGeneration = 0;
    bool m_mustRebuild = false;
};

} // namespace DaemonRpc
