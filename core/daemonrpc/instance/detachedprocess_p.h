// A process that outlives the one that starts it.
#pragma once

#include <QByteArrayList>
#include <QProcess>

#include <memory>
#include <vector>

namespace DaemonRpc {

/// Starts a program that is nobody's child, and still learns how it ends. Thread-bound.
///
/// The QProcess itself is a *stand-in*: a fork of this process that starts the daemon as its own child, waits
/// for it and ends exactly as the daemon does. So finished() and errorOccurred(FailedToStart) speak of the
/// daemon, and kill() only ends the stand-in: the daemon goes on, adopted by the system. The stand-in also
/// ends with the thread that started it.
class DetachedProcess : public QProcess
{
public:
    /// Descriptors for the daemon, all above 2 and owned by the caller until start() returned.
    struct Descriptors
    {
        int input = -1;     ///< Becomes 0.
        int output = -1;    ///< Becomes 1 and 2.
        int readiness = -1; ///< Keeps its number.
    };

    DetachedProcess();

    /// Neither waits nor ends anything.
    ~DetachedProcess() override;

    /// Starts @p program (an absolute path) with @p arguments, byte-exact.
    void launch(const QByteArray &program, const QByteArrayList &arguments, const Descriptors &descriptors);

    /// Ends the stand-in and lets the object delete itself once that is reaped; does not wait.
    static void abandon(std::unique_ptr<DetachedProcess> process);

private:
    void becomeDaemon() const;

    QByteArrayList m_words;
    std::vector<char *> m_argv;
    Descriptors m_descriptors;
    int m_descriptorLimit = 0;
};

} // namespace DaemonRpc
