// Everything a forked child needs to become its program, prepared before the fork.
#pragma once

#include <daemonrpc/handler/process/processspec.h>

#include <vector>

namespace DaemonRpc {

/// Arguments, environment, candidates and descriptors in the form execve(2) wants. Value. become() runs in
/// the child and calls only what signal-safety(7) allows; all memory is taken in the constructor.
class ChildImage
{
public:
    /// What went wrong in the child, as written to the report descriptor.
    struct Report
    {
        enum Step : int { EnterDirectory = 1, Execute = 2 };

        int step = 0;
        int errnoValue = 0;
    };

    explicit ChildImage(const ProcessSpec &spec);
    ChildImage(const ChildImage &) = delete;
    ChildImage &operator=(const ChildImage &) = delete;

    /// Descriptors for 0, 1 and 2, each at least 3, and the one that takes the Report.
    void setDescriptors(int input, int output, int error, int report);

    /// Where the child tells its process group; -1 for nowhere.
    void setGuardian(int descriptor) { m_guardian = descriptor; }

    /// In the child: own process group, an end with its parent, default signals, descriptors, directory,
    /// umask, program. Does not return.
    [[noreturn]] void become() const;

private:
    void execute(const char *path) const;
    void tellGuardian() const;

    QByteArrayList m_strings; // keeps alive what the pointers below point to
    std::vector<const char *> m_candidates;
    std::vector<char *> m_argv;
    std::vector<char *> m_shellArgv; // for scripts without an interpreter line, as execvp(3) does
    std::vector<char *> m_envp;
    QByteArray m_directory;
    quint32 m_umask;
    int m_input = -1;
    int m_output = -1;
    int m_error = -1;
    int m_report = -1;
    int m_guardian = -1;
    const int m_parent;
};

} // namespace DaemonRpc
