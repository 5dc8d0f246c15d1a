#include "childimage_p.h"
#include "groupguardian_p.h"
#include "pipereader_p.h"
#include "pipewriter_p.h"
#include "processgroup_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/handler/process/childprocess.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
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

// The child's ends of its pipes.
struct ChildEnds
{
    FileDescriptor input;
    FileDescriptor output;
    FileDescriptor error;
    FileDescriptor report;
};

} // namespace

class ChildProcess::Private
{
public:
    Private(ChildProcess *child, const ProcessSpec &processSpec, qint64 chunk)
        : q(child)
        , spec(processSpec)
        , chunkBytes(chunk)
    {}

    bool openPipes(ChildEnds &ends);
    void launch(const ChildEnds &ends);
    void onProcessFinished(int exitCode, QProcess::ExitStatus status);
    void sayFinishedIfDrained();
    [[nodiscard]] std::optional<Error> launchError() const;

    ChildProcess *const q;
    ProcessSpec spec;
    const qint64 chunkBytes;
    FileDescriptor report;
    std::unique_ptr<PipeWriter> input;
    std::unique_ptr<PipeReader> output;
    std::unique_ptr<PipeReader> errorOutput;
    std::unique_ptr<QProcess> process;
    ProcessGroup group{0};
    qint64 pid = 0;
    QElapsedTimer sinceStart;
    std::optional<End> end;
    bool isFinished = false;
    bool hasLateKill = false;
};

ChildProcess::ChildProcess(const ProcessSpec &spec, qint64 chunkBytes, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, spec, chunkBytes))
{}

ChildProcess::~ChildProcess()
{
    if (d->pid <= 0 || d->end)
        return;
    d->group.signal(SIGKILL);
    GroupGuardian::ofThisThread().ended(d->pid); // nobody of the group is left
    // ~QProcess would wait for the child; it is reaped by the loop instead.
    QProcess *process = d->process.release();
    process->disconnect(this);
    process->setParent(QCoreApplication::instance());
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
}

Result<void> ChildProcess::start()
{
    Q_ASSERT_X(!d->process, "ChildProcess::start", "one start per object");
    ChildEnds ends;
    if (!d->openPipes(ends)) {
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot open pipes for"),
                                         QFile::decodeName(d->spec.program)));
    }
    connect(d->output.get(), &PipeReader::received, this, &ChildProcess::outputReceived);
    connect(d->output.get(), &PipeReader::finished, this, [this] { d->sayFinishedIfDrained(); });
    connect(d->errorOutput.get(), &PipeReader::received, this, &ChildProcess::errorOutputReceived);
    connect(d->errorOutput.get(), &PipeReader::finished, this, [this] { d->sayFinishedIfDrained(); });
    if (d->input)
        connect(d->input.get(), &PipeWriter::written, this, &ChildProcess::inputTaken);
    setReading(false);
    d->launch(ends);
    if (d->pid > 0) {
        d->sinceStart.start();
        return {};
    }
    return unexpected(ErrorCode::ResourceExhausted,
                      QStringLiteral("cannot start %1: %2")
                          .arg(QFile::decodeName(d->spec.program), d->process->errorString()));
}

bool ChildProcess::Private::openPipes(ChildEnds &ends)
{
    FileDescriptor inputEnd;
    FileDescriptor outputEnd;
    FileDescriptor errorEnd;
    if (spec.hasInput) {
        if (!openPipe(ends.input, inputEnd))
            return false;
        setNonBlocking(inputEnd);
        input = std::make_unique<PipeWriter>(std::move(inputEnd));
    } else {
        ends.input = above2(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    }
    if (!ends.input.isValid() || !openPipe(outputEnd, ends.output) || !openPipe(errorEnd, ends.error) ||
        !openPipe(report, ends.report)) {
        return false;
    }
    setNonBlocking(outputEnd);
    setNonBlocking(errorEnd);
    setNonBlocking(report);
    output = std::make_unique<PipeReader>(std::move(outputEnd), chunkBytes);
    errorOutput = std::make_unique<PipeReader>(std::move(errorEnd), chunkBytes);
    return true;
}

void ChildProcess::Private::launch(const ChildEnds &ends)
{
    GroupGuardian &guardian = GroupGuardian::ofThisThread();
    ChildImage image(spec);
    image.setDescriptors(ends.input.get(), ends.output.get(), ends.error.get(), ends.report.get());
    image.setGuardian(guardian.prepare());
    process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->setInputChannelMode(QProcess::ForwardedInputChannel);
    process->setChildProcessModifier([&image] { image.become(); });
    connect(process.get(), &QProcess::finished, q,
            [this](int exitCode, QProcess::ExitStatus status) { onProcessFinished(exitCode, status); });
    // The name is only for QProcess's own messages: become() never returns to the exec that would use it.
    // Forwarded channels make no pipes; with NotOpen QProcess would redirect as well, and complain.
    process->start(QStringLiteral("/proc/self/exe"), {}, QIODevice::ReadWrite);
    process->setChildProcessModifier({});
    spec.environment.clear(); // only what messages name is needed from here on
    spec.arguments.clear();
    pid = qMax<qint64>(0, process->processId());
    if (pid > 0) {
        group = ProcessGroup(pid);
        guardian.began(pid);
        // In the parent, too: whoever comes first, the group exists before it is signalled. Fails after exec:
        // fine.
        ::setpgid(static_cast<pid_t>(pid), static_cast<pid_t>(pid));
    }
}

qint64 ChildProcess::pid() const { return d->pid; }

std::chrono::milliseconds ChildProcess::age() const
{
    return std::chrono::milliseconds(d->sinceStart.isValid() ? d->sinceStart.elapsed() : 0);
}

bool ChildProcess::isDead() const
{
    if (d->pid <= 0 || d->end)
        return true;
    siginfo_t info = {};
    // WNOWAIT leaves it to be reaped by the loop. With WNOHANG si_pid stays 0 while it lives (waitid(2)).
    return ::waitid(P_PID, static_cast<id_t>(d->pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           info.si_pid != 0;
}

const std::optional<ChildProcess::End> &ChildProcess::end() const { return d->end; }

bool ChildProcess::isFinished() const { return d->isFinished; }

void ChildProcess::setReading(bool isReading)
{
    if (d->output) {
        d->output->setEnabled(isReading);
        d->errorOutput->setEnabled(isReading);
    }
}

void ChildProcess::readErrorOutput()
{
    if (d->errorOutput)
        d->errorOutput->readWhatIsThere();
}

void ChildProcess::writeInput(QByteArrayView bytes)
{
    if (d->input)
        d->input->write(bytes);
}

void ChildProcess::endInput()
{
    if (d->input)
        d->input->closeWhenWritten();
}

void ChildProcess::signal(int signal)
{
    if (d->pid > 0 && !d->end)
        d->group.signal(signal);
}

void ChildProcess::killRemnantsLater(std::chrono::milliseconds delay)
{
    if (!d->end || !d->group.hasRemnants())
        return;
    d->hasLateKill = true; // the guardian is told then
    d->group.killRemnantsLater(delay, QCoreApplication::instance());
}

void ChildProcess::Private::onProcessFinished(int exitCode, QProcess::ExitStatus status)
{
    end = End{exitCode, 0, launchError()};
    if (status == QProcess::CrashExit)
        end = End{0, exitCode, std::nullopt};
    Q_EMIT q->exited();
    if (!hasLateKill)
        GroupGuardian::ofThisThread().ended(pid);
    output->finishWithWhatIsThere();
    errorOutput->finishWithWhatIsThere();
    sayFinishedIfDrained();
}

void ChildProcess::Private::sayFinishedIfDrained()
{
    if (!end || !output->isFinished() || !errorOutput->isFinished() || std::exchange(isFinished, true))
        return;
    Q_EMIT q->finished();
}

std::optional<Error> ChildProcess::Private::launchError() const
{
    ChildImage::Report received;
    if (::read(report.get(), &received, sizeof received) != static_cast<ssize_t>(sizeof received))
        return std::nullopt;
    if (received.step == ChildImage::Report::EnterDirectory) {
        return Error(ErrorCode::IoError,
                     QStringLiteral("cannot enter the directory %1: %2")
                         .arg(QFile::decodeName(spec.workingDirectory), errnoText(received.errnoValue)));
    }
    const bool isMissing = received.errnoValue == ENOENT;
    return Error(isMissing ? ErrorCode::ProgramNotFound : ErrorCode::CannotExecute,
                 QStringLiteral("cannot execute %1: %2")
                     .arg(QFile::decodeName(spec.program), errnoText(received.errnoValue)));
}

} // namespace DaemonRpc
