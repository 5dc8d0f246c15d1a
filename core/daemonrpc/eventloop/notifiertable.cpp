#include <daemonrpc/base/oserror.h>
#include <daemonrpc/eventloop/notifiertable_p.h>

#include <algorithm>

#include <errno.h>

namespace DaemonRpc {

namespace {

constexpr std::array allTypes = {QSocketNotifier::Read, QSocketNotifier::Write, QSocketNotifier::Exception};
constexpr std::array<quint32, 3> typeEvents = {EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr std::array<const char *, 3> typeNames = {"Read", "Write", "Exception"};

// Not a possible token of a descriptor: those have its number, never -1, in the low half.
constexpr quint64 wakeToken = ~quint64(0);

// Reports of one registration between two checks that the kernel still finds it under its number.
constexpr quint32 reportsPerCheck = 64;

quint64 tokenOf(int fd, quint32 generation) { return quint64(generation) << 32 | quint32(fd); }

template <typename Slots>
quint32 eventsOf(const Slots &slots)
{
    quint32 events = 0;
    for (const auto type : allTypes) {
        if (slots[type].notifier)
            events |= typeEvents[type];
    }
    return events;
}

} // namespace

NotifierTable::NotifierTable(FileDescriptor epollFd, int wakeFd)
    : m_epoll(std::move(epollFd))
    , m_wakeFd(wakeFd)
{
    if (const int error = m_epoll.add(m_wakeFd, EPOLLIN, wakeToken))
        qFatal("EpollDispatcher: cannot watch the wake-up descriptor: %s", qPrintable(errnoText(error)));
}

void NotifierTable::add(QSocketNotifier *notifier)
{
    const int fd = static_cast<int>(notifier->socket());
    Entry &entry = m_entries[fd];
    Slot &slot = entry.slots[notifier->type()];
    if (slot.notifier == notifier)
        return;
    if (slot.notifier)
        qWarning("EpollDispatcher: descriptor %d has two %s notifiers; only the later one is served", fd,
                 typeNames[notifier->type()]);
    slot = {notifier, ++m_lastSerial};
    synchronize(fd, entry);
}

void NotifierTable::remove(QSocketNotifier *notifier)
{
    const int fd = static_cast<int>(notifier->socket());
    const auto it = m_entries.find(fd);
    if (it == m_entries.end() || it->slots[notifier->type()].notifier != notifier)
        return;
    it->slots[notifier->type()] = {};
    if (eventsOf(it->slots) != 0) {
        synchronize(fd, *it);
    } else {
        detach(fd, *it);
        m_entries.remove(fd);
    }
}

void NotifierTable::clear()
{
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it)
        detach(it.key(), *it);
    m_entries.clear();
}

bool NotifierTable::hasImmediate() const
{
    if (!m_refused.isEmpty())
        return true;
    return std::any_of(m_alwaysReady.cbegin(), m_alwaysReady.cend(), [this](int fd) {
        return (eventsOf(m_entries.constFind(fd)->slots) & (EPOLLIN | EPOLLOUT)) != 0;
    });
}

bool NotifierTable::wait(WaitDeadline deadline, std::vector<ReadyNotifier> &ready)
{
    ready.clear();
    bool isWoken = false;
    for (const epoll_event &event : m_epoll.wait(hasImmediate() ? doNotWait : deadline)) {
        if (event.data.u64 == wakeToken)
            isWoken = true;
        else
            collect(event, ready);
    }
    collectAlwaysReady(ready);
    if (m_mustRebuild)
        rebuild();
    disableRefused();
    return isWoken;
}

QSocketNotifier *NotifierTable::find(const ReadyNotifier &ready) const
{
    const auto it = m_entries.constFind(ready.fd);
    if (it == m_entries.cend() || it->slots[ready.type].serial != ready.serial)
        return nullptr;
    return it->slots[ready.type].notifier;
}

void NotifierTable::synchronize(int fd, Entry &entry)
{
    // A failure means that the number was closed behind our back and now names another file, or none.
    if (entry.backing == Backing::Watched &&
        m_epoll.modify(fd, eventsOf(entry.slots), tokenOf(fd, entry.generation)) == 0)
        return;
    attach(fd, entry);
}

void NotifierTable::attach(int fd, Entry &entry)
{
    m_alwaysReady.removeOne(fd);
    m_refused.removeOne(fd);
    entry.generation = ++m_lastGeneration;
    // What was found ready under the old registration is about the old file.
    for (Slot &slot : entry.slots) {
        if (slot.notifier)
            slot.serial = ++m_lastSerial;
    }

    const quint32 events = eventsOf(entry.slots);
    const quint64 token = tokenOf(fd, entry.generation);
    entry.error = m_epoll.add(fd, events, token);
    // Closed and given the same file again by dup2(): the kernel still knows the pair.
    if (entry.error == EEXIST)
        entry.error = m_epoll.modify(fd, events, token);

    if (entry.error == 0) {
        entry.backing = Backing::Watched;
    } else if (entry.error == EPERM) {
        entry.backing = Backing::AlwaysReady;
        m_alwaysReady.append(fd);
    } else {
        entry.backing = Backing::Refused;
        m_refused.append(fd);
    }
}

void NotifierTable::detach(int fd, const Entry &entry)
{
    // Fails when the descriptor is closed already; usually the kernel has then removed it by itself.
    if (entry.backing == Backing::Watched)
        m_epoll.remove(fd);
    m_alwaysReady.removeOne(fd);
    m_refused.removeOne(fd);
}

void NotifierTable::collect(const epoll_event &event, std::vector<ReadyNotifier> &ready)
{
    const int fd = static_cast<int>(static_cast<quint32>(event.data.u64));
    const auto it = m_entries.find(fd);
    if (it == m_entries.end() || tokenOf(fd, it->generation) != event.data.u64) {
        m_mustRebuild = true;
        return;
    }
    if (++it->reports % reportsPerCheck == 0 &&
        m_epoll.modify(fd, eventsOf(it->slots), event.data.u64) != 0) {
        m_mustRebuild = true;
        return;
    }
    for (const auto type : allTypes) {
        if (it->slots[type].notifier && (event.events & (typeEvents[type] | EPOLLHUP | EPOLLERR)) != 0)
            ready.push_back({fd, type, it->slots[type].serial});
    }
}

void NotifierTable::collectAlwaysReady(std::vector<ReadyNotifier> &ready)
{
    const QList<int> descriptors = m_alwaysReady;
    for (const int fd : descriptors) {
        const auto it = m_entries.find(fd);
        // Asks anew each turn, as poll does: a number closed behind our back would be "ready" for ever.
        attach(fd, *it);
        if (it->backing != Backing::AlwaysReady)
            continue;
        for (const auto type : {QSocketNotifier::Read, QSocketNotifier::Write}) {
            if (it->slots[type].notifier)
                ready.push_back({fd, type, it->slots[type].serial});
        }
    }
}

void NotifierTable::disableRefused()
{
    const QList<int> refused = m_refused;
    for (const int fd : refused) {
        Entry &entry = m_entries[fd];
        // It may have been opened in the meantime.
        attach(fd, entry);
        if (entry.backing != Backing::Refused)
            continue;
        const int error = entry.error;
        const std::array<Slot, 3> slots = entry.slots;
        for (const auto type : allTypes) {
            if (!slots[type].notifier)
                continue;
            qWarning("EpollDispatcher: cannot watch descriptor %d (%s), disabling its %s notifier; disable a "
                     "notifier before its descriptor is closed",
                     fd, qPrintable(errnoText(error)), typeNames[type]);
            // Comes back to remove(), which forgets the entry with its last notifier.
            slots[type].notifier->setEnabled(false);
        }
    }
}

void NotifierTable::rebuild()
{
    Result<FileDescriptor> epollFd = EpollSet::openDescriptor();
    // Without a free descriptor the next turn tries again.
    if (!epollFd)
        return;
    m_mustRebuild = false;
    m_epoll.replace(std::move(*epollFd));
    if (const int error = m_epoll.add(m_wakeFd, EPOLLIN, wakeToken))
        qFatal("EpollDispatcher: cannot watch the wake-up descriptor: %s", qPrintable(errnoText(error)));
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it)
        attach(it.key(), *it);
}

} // namespace DaemonRpc
