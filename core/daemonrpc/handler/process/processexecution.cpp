#include "processexecution_p.h"

#include <daemonrpc/base/oserror.h>

#include <QCoreApplication>
#include <QFile>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

namespace DaemonRpc {

namespace {

// Above 2, so that the child can move it onto 0, 1 or 2 without losing another.
FileDescriptor above2(int descriptor)
{
    FileDescriptor original(descriptor);
    if (descriptor > STDERR_FILENO || descriptor < 0)
        return original;
    return FileDescriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

bool openPipe(FileDescriptor &readEnd, FileDescriptor &writeEnd)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    readEnd = above2(ends[0]);
    writeEnd = above2(ends[1]);
    return readEnd.isValid() && writeEnd.isValid();
}

void setNonBlocking(const FileDescriptor &descriptor)
{
    ::fcntl(descriptor.get(), F_SETFL, ::fcntl(descriptor.get(), F_GETFL) | O_NONBLOCK);
}

} // namespace

ProcessExecution::ProcessExecution(RequestContext &context, const ProcessSpec &spec)
    : m_context(context)
    , m_spec(spec)
    , m_image(std::make_unique<ChildImage>(spec))
    , m_process(std::make_unique<QProcess>())
{
    m_secondSignal.setSingleShot(true);
    connect(&m_secondSignal, &QTimer::timeout, this, [this] {
        if (!m_hasEnded)
            m_group.signal(SIGTERM);
    });
    if (!openPipes()) {
        m_context.fail(errorFromErrno(errno, QStringLiteral("cannot open pipes for"),
                                      QFile::decodeName(m_spec.program)));
        m_hasEnded = true;
        return;
    }
    connect(&context, &RequestContext::writable, this, &ProcessExecution::updateReaders);
    connect(&context, &RequestContext::cancellationRequested, this,
            &ProcessExecution::onCancellationRequested);
    connect(m_output.get(), &PipeReader::received, this, &ProcessExecution::onOutput);
    connect(m_output.get(), &PipeReader::finished, this, &ProcessExecution::finishIfDrained);
    connect(m_errorOutput.get(), &PipeReader::received, this, &ProcessExecution::onErrorOutput);
    connect(m_errorOutput.get(), &PipeReader::finished, this, &ProcessExecution::finishIfDrained);
    launch();
    if (m_input) {
        connect(m_input.get(), &PipeWriter::written, this, &ProcessExecution::onWritten);
        connect(&context, &RequestContext::inputReceived, m_input.get(), &PipeWriter::write);
        connect(&context, &RequestContext::inputFinished, m_input.get(), &PipeWriter::closeWhenWritten);
        m_context.requestInput(m_context.limits().inputWindowBytes);
    }
}

ProcessExecution::~ProcessExecution()
{
    if (m_hasEnded)
        return;
    m_group.signal(SIGKILL);
    // ~QProcess would wait for the child; it is reaped by the loop instead.
    QProcess *process = m_process.release();
    process->disconnect(this);
    process->setParent(QCoreApplication::instance());
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
}

bool ProcessExecution::openPipes()
{
    FileDescriptor input;
    FileDescriptor output;
    FileDescriptor error;
    if (m_spec.hasInput) {
        if (!openPipe(m_childInput, input))
            return false;
        setNonBlocking(input);
        m_input = std::make_unique<PipeWriter>(std::move(input));
    } else {
        m_childInput = above2(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    }
    if (!m_childInput.isValid() || !openPipe(output, m_childOutput) || !openPipe(error, m_childError) ||
        !openPipe(m_report, m_childReport)) {
        return false;
    }
    setNonBlocking(output);
    setNonBlocking(error);
    setNonBlocking(m_report);
    m_output = std::make_unique<PipeReader>(std::move(output));
    m_errorOutput = std::make_unique<PipeReader>(std::move(error));
    return true;
}

void ProcessExecution::launch()
{
    m_image->setDescriptors(m_childInput.get(), m_childOutput.get(), m_childError.get(), m_childReport.get());
    m_process->setProcessChannelMode(QProcess::ForwardedChannels);
    m_process->setInputChannelMode(QProcess::ForwardedInputChannel);
    m_process->setChildProcessModifier([image = m_image.get()] { image->become(); });
    connect(m_process.get(), &QProcess::finished, this, &ProcessExecution::onProcessFinished);
    connect(m_process.get(), &QProcess::errorOccurred, this, &ProcessExecution::onProcessError);
    // The name is only for QProcess's own messages: become() never returns to the exec that would use it.
    // Forwarded channels make no pipes; with NotOpen QProcess would redirect as well, and complain.
    m_process->start(QStringLiteral("/proc/self/exe"), {}, QIODevice::ReadWrite);
    m_childInput.reset();
    m_childOutput.reset();
    m_childError.reset();
    m_childReport.reset();
    const qint64 pid = m_process->processId();
    if (pid > 0) {
        m_group = ProcessGroup(pid);
        // In the parent, too: whoever comes first, the group exists before it is signalled. Fails after exec:
        // fine.
        ::setpgid(static_cast<pid_t>(pid), static_cast<pid_t>(pid));
    }
}

void ProcessExecution::onOutput(QByteArrayView bytes)
{
    m_context.write(bytes);
    updateReaders();
}

void ProcessExecution::onErrorOutput(QByteArrayView bytes)
{
    m_context.writeError(bytes);
    updateReaders();
}

void ProcessExecution::updateReaders()
{
    const bool isWritable = m_context.isWritable();
    m_output->setEnabled(isWritable);
    m_errorOutput->setEnabled(isWritable);
}

void ProcessExecution::onWritten(qint64 count)
{
    if (!m_hasEnded)
        m_context.requestInput(count);
}

void ProcessExecution::onCancellationRequested(CancellationReason reason, int signal)
{
    if (m_hasEnded)
        return;
    const int first = reason == CancellationReason::Interrupted ? signal : SIGTERM;
    m_group.signal(first);
    // A program may rightly ignore Ctrl+C; SIGTERM is the clearer word before the last one.
    if (first != SIGTERM)
        m_secondSignal.start(m_context.grace() / 2);
}

bool ProcessExecution::force()
{
    if (!m_hasEnded)
        m_group.signal(SIGKILL);
    return true;
}

void ProcessExecution::onProcessError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart || m_hasEnded)
        return;
    m_hasEnded = true;
    m_context.fail(Error(ErrorCode::ResourceExhausted,
                         QStringLiteral("cannot start %1: %2")
                             .arg(QFile::decodeName(m_spec.program), m_process->errorString())));
}

void ProcessExecution::onProcessFinished(int exitCode, QProcess::ExitStatus status)
{
    m_hasEnded = true;
    m_secondSignal.stop();
    m_exitCode = exitCode;
    m_isSignaled = status == QProcess::CrashExit;
    if (m_context.token().isCancelled() && m_group.hasRemnants())
        m_group.killRemnantsLater(m_context.grace(), QCoreApplication::instance());
    m_output->finishWithWhatIsThere();
    m_errorOutput->finishWithWhatIsThere();
    finishIfDrained();
}

void ProcessExecution::finishIfDrained()
{
    if (m_hasEnded && m_output->isFinished() && m_errorOutput->isFinished() && !m_context.isFinished())
        finishRequest();
}

void ProcessExecution::finishRequest()
{
    if (const std::optional<Error> error = launchError())
        m_context.fail(*error);
    else if (m_isSignaled)
        m_context.finishSignaled(m_exitCode);
    else
        m_context.finish(m_exitCode);
}

std::optional<Error> ProcessExecution::launchError() const
{
    ChildImage::Report report;
    if (::read(m_report.get(), &report, sizeof report) != static_cast<ssize_t>(sizeof report))
        return std::nullopt;
    if (report.step == ChildImage::Report::EnterDirectory) {
        return Error(ErrorCode::IoError,
                     QStringLiteral("cannot enter the directory %1: %2")
                         .arg(QFile::decodeName(m_spec.workingDirectory), errnoText(report.errnoValue)));
    }
    const bool isMissing = report.errnoValue == ENOENT;
    return Error(isMissing ? ErrorCode::ProgramNotFound : ErrorCode::CannotExecute,
                 QStringLiteral("cannot execute %1: %2")
                     .arg(QFile::decodeName(m_spec.program), errnoText(report.errnoValue)));
}

} // namespace DaemonRpc
