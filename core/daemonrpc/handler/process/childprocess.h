// A program that has been started, whoever will talk to it.
#pragma once

#include <daemonrpc/base/error.h>
#include <daemonrpc/base/result.h>
#include <daemonrpc/handler/process/processspec.h>

#include <QByteArrayView>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace DaemonRpc {

/// One child process: a process group of its own and pipes under flow control. Thread-bound; needs an event
/// loop. It exists without a request; ProcessExecution binds it to one.
///
/// QProcess forks and reaps; everything else is done here, because QProcess neither takes arguments as raw
/// bytes nor bounds the output it reads ahead. When the thread that started it, or the whole process, dies
/// before it, child and group are ended (`kill -9` of a daemon leaves no orphans).
///
///     ChildProcess child(spec);
///     connect(&child, &ChildProcess::outputReceived, …);
///     connect(&child, &ChildProcess::finished, …);
///     if (const Result<void> started = child.start(); !started)
///         return started;
///     child.setReading(true);
class DAEMONRPC_EXPORT ChildProcess : public QObject
{
    Q_OBJECT

public:
    /// How it ended. Value.
    struct End
    {
        int exitCode = 0;           ///< Not used when signal or error is set.
        int signal = 0;             ///< The signal that ended it, or 0.
        std::optional<Error> error; ///< The program could not be executed: ProgramNotFound, CannotExecute; or
                                    ///< its directory not be entered: IoError.
    };

    /// @p chunkBytes of output are read at a time.
    explicit ChildProcess(const ProcessSpec &spec, qint64 chunkBytes = 64 * 1024, QObject *parent = nullptr);
    /// Kills the group while the process runs.
    ~ChildProcess() override;

    /// Forks. Errors: ResourceExhausted and the like; what fails later is told by end().
    Result<void> start();

    /// 0 before start().
    [[nodiscard]] qint64 pid() const;

    /// Since start(); 0 before.
    [[nodiscard]] std::chrono::milliseconds age() const;

    /// Whether it has ended, even when the event loop has not noticed yet: for whom is about to use it.
    [[nodiscard]] bool isDead() const;

    /// Set once it has ended and was reaped.
    [[nodiscard]] const std::optional<End> &end() const;
    /// Whether finished() has been said.
    [[nodiscard]] bool isFinished() const;

    /// Reads its output, or leaves it in the pipes (64 KiB each), whose fill then stops the program. Off in
    /// the beginning.
    void setReading(bool isReading);

    /// Reads the error output that is there now, at once: whoever knows from the output that the program has
    /// come to a point has its error output up to that point, too.
    void readErrorOutput();

    /// Standard input. Takes every byte; inputTaken() says how many of them the program's pipe has taken.
    void writeInput(QByteArrayView bytes);
    /// Ends the input when all that was written has been taken.
    void endInput();

    /// Sends @p signal to the process group; nothing after it has ended.
    void signal(int signal);
    /// After it has ended: kills what it left in its group when @p delay is over, or when the application
    /// quits.
    void killRemnantsLater(std::chrono::milliseconds delay);

Q_SIGNALS:
    /// The views are valid during the emission only.
    void outputReceived(QByteArrayView bytes);
    void errorOutputReceived(QByteArrayView bytes);
    /// @p count bytes more were taken, or dropped because the program reads no more.
    void inputTaken(qint64 count);
    /// end() is set. Output may follow.
    void exited();
    /// end() is set and all output was received, as far as it was there when the program ended. Said once.
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace DaemonRpc
