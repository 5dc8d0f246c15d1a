// An owned Unix file descriptor.
#pragma once

#include <daemonrpc/base/export.h>

#include <utility>

namespace DaemonRpc {

/// Owns one file descriptor and closes it. Value (movable only).
///
///     FileDescriptor fd(::open(path, O_RDONLY | O_CLOEXEC));
///     if (!fd.isValid())
///         return unexpected(errorFromErrno(errno, u"cannot open"_qs, path));
class DAEMONRPC_EXPORT FileDescriptor
{
public:
    FileDescriptor() = default;

    explicit FileDescriptor(int fd)
        : m_fd(fd)
    {}

    FileDescriptor(FileDescriptor &&other) noexcept
        : m_fd(other.release())
    {}

    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        reset(other.release());
        return *this;
    }

    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;

    ~FileDescriptor() { reset(); }

    [[nodiscard]] bool isValid() const { return m_fd >= 0; }

    [[nodiscard]] int get() const { return m_fd; }

    /// Gives up ownership; the caller closes it.
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }

    /// Closes what is owned and takes @p fd (-1 for none).
    void reset(int fd = -1);

private:
    int m_fd = -1;
};

} // namespace DaemonRpc
