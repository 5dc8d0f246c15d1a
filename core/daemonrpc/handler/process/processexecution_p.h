// A child process at work on one request.
#pragma once

#include "childimage_p.h"
#include "pipereader_p.h"
#include "pipewriter_p.h"
#include "processgroup_p.h"

#include <daemonrpc/handler/commandhandler.h>

#include <QProcess>
#include <QTimer>

#include <memory>

namespace DaemonRpc {

/// Runs a ProcessSpec for a request: own process group, three pipes under flow control, bounded ending.
/// Thread-bound.
///
/// QProcess forks and reaps; everything else is done here, because QProcess neither takes arguments as raw
/// bytes nor bounds the output it reads ahead.
class ProcessExecution : public Execution
{
    Q_OBJECT

public:
    ProcessExecution(RequestContext &context, const ProcessSpec &spec);
    /// Kills the group when the process still runs.
    ~ProcessExecution() override;

    bool force() override;

private:
    bool openPipes();
    void launch();
    void onOutput(QByteArrayView bytes);
    void onErrorOutput(QByteArrayView bytes);
    void updateReaders();
    void onWritten(qint64 count);
    void onCancellationRequested(CancellationReason reason, int signal);
    void onProcessFinished(int exitCode, QProcess::ExitStatus status);
    void onProcessError(QProcess::ProcessError error);
    void finishIfDrained();
    void finishRequest();
    [[nodiscard]] std::optional<Error> launchError() const;

    RequestContext &m_context;
    ProcessSpec m_spec;
    std::unique_ptr<ChildImage> m_image;
    FileDescriptor m_childInput;
    FileDescriptor m_childOutput;
    FileDescriptor m_childError;
    FileDescriptor m_childReport;
    FileDescriptor m_report;
    std::unique_ptr<PipeWriter> m_input;
    std::unique_ptr<PipeReader> m_output;
    std::unique_ptr<PipeReader> m_errorOutput;
    std::unique_ptr<QProcess> m_process;
    ProcessGroup m_group{0};
    QTimer m_secondSignal;
    bool m_hasEnded = false;
    int m_exitCode = 0;
    bool m_isSignaled = false;
};

} // namespace DaemonRpc
