#include "detachedstart_p.h"
#include "ownfile_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/instance/readiness.h>
#include <daemonrpc/instance/spawner.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

using namespace std::chrono_literals;

/// How long a daemon that has failed, or closed its channel, gets to end, so that its exit code can be told.
static constexpr std::chrono::milliseconds endingTime = 500ms;

static Result<QByteArray> executablePath(const QString &program)
{
    if (program.contains(u'/'))
        return QFile::encodeName(QFileInfo(program).absoluteFilePath()); // the daemon starts in "/"
    const QString found = QStandardPaths::findExecutable(program);
    if (found.isEmpty())
        return unexpected(
            ErrorCode::SpawnFailed,
            QCoreApplication::translate("DaemonRpc::Spawner",
                                        "cannot start the daemon: no program \"%1\" in PATH; give its path")
                .arg(program));
    return QFile::encodeName(QFileInfo(found).absoluteFilePath());
}

class Spawner::Private
{
public:
    explicit Private(Spawner *spawner)
        : q(spawner)
    {}

    Result<void> launch();
    Result<void> openLog();
    [[nodiscard]] FileDescriptor outputFor(const FileDescriptor &nothing) const;
    void watch();
    void readChannel();
    void handleLine(const QByteArray &line);
    void readReport();
    void handleEnd();
    void awaitEnd();
    void failStart();
    void failTimeout();
    [[nodiscard]] QString withEnd(const QString &text) const;
    [[nodiscard]] QString withLog(const QString &text) const;
    void finish();
    void killProgram() const;
    void fail(const Error &error);

    Spawner *const q;
    SpawnRequest request;
    FileDescriptor log;
    qint64 logStart = 0;
    FileDescriptor channel;
    std::unique_ptr<QSocketNotifier> channelNotifier;
    QByteArray received;
    FileDescriptor report;
    std::unique_ptr<QSocketNotifier> reportNotifier;
    std::optional<DetachedReport> ending; ///< How the daemon ended, when somebody saw it.
    QString reason;
    bool hasStarted = false;
    bool isAwaitingEnd = false; ///< The daemon has failed; only its exit code is missing.
    bool isFinished = false;
    QTimer timeoutTimer{q}; // children, so that they follow the spawner to another thread
    QTimer endingTimer{q};
};

Spawner::Spawner(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{}

Spawner::~Spawner() = default;

void Spawner::start(const SpawnRequest &request)
{
    Q_ASSERT_X(!d->hasStarted, "Spawner::start", "one start per object");
    d->hasStarted = true;
    d->request = request;
    if (const Result<void> launched = d->launch(); !launched)
        d->fail(launched.error());
}

void Spawner::abort()
{
    if (d->isFinished)
        return;
    d->killProgram();
    d->finish();
}

Result<void> Spawner::Private::launch()
{
    const Result<QByteArray> program = executablePath(request.program);
    if (!program)
        return unexpected(program.error());
    if (const Result<void> opened = openLog(); !opened)
        return opened;
    const FileDescriptor input =
        aboveStandardStreams(FileDescriptor(::open("/dev/null", O_RDWR | O_CLOEXEC)));
    std::array<int, 2> ends = {-1, -1};
    if (!input.isValid() || ::pipe2(ends.data(), O_CLOEXEC) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot make a channel to"), request.program));
    channel = FileDescriptor(ends[0]);
    const FileDescriptor readiness = aboveStandardStreams(FileDescriptor(ends[1]));
    if (!readiness.isValid() || ::fcntl(channel.get(), F_SETFL, O_NONBLOCK) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot make a channel to"), request.program));

    const FileDescriptor output = outputFor(input);
    if (!output.isValid())
        return unexpected(
            errorFromErrno(errno, QStringLiteral("cannot make the output of"), request.program));
    Result<FileDescriptor> started = startDetached(
        {*program, request.arguments + QByteArrayList{"--ready-fd", QByteArray::number(readiness.get())},
         input.get(), output.get(), QList<int>{readiness.get()} + request.inherited, request.environment});
    if (!started)
        return unexpected(started.error());
    report = std::move(*started);
    watch();
    return {};
}

/// A copy of what the program is to write to.
FileDescriptor Spawner::Private::outputFor(const FileDescriptor &nothing) const
{
    int source = log.isValid() ? log.get() : nothing.get();
    if (request.output >= 0)
        source = request.output;
    return FileDescriptor(::fcntl(source, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

Result<void> Spawner::Private::openLog()
{
    if (request.logPath.isEmpty())
        return {};
    // Readable as well, to quote from it.
    Result<FileDescriptor> file = openOwnFile(request.logPath, O_RDWR | O_APPEND | O_CREAT);
    if (!file) {
        // "No such file" says that there is no directory for the log, not that no daemon runs.
        const bool isMissing = file.error().code() == ErrorCode::NotRunning;
        return unexpected(isMissing ? ErrorCode::SpawnFailed : file.error().code(), file.error().message());
    }
    log = aboveStandardStreams(std::move(*file));
    struct stat status = {};
    if (!log.isValid() || ::fstat(log.get(), &status) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot use the log"), request.logPath));
    logStart = status.st_size;
    return {};
}

void Spawner::Private::watch()
{
    channelNotifier = std::make_unique<QSocketNotifier>(channel.get(), QSocketNotifier::Read);
    QObject::connect(channelNotifier.get(), &QSocketNotifier::activated, q, [this] { readChannel(); });
    reportNotifier = std::make_unique<QSocketNotifier>(report.get(), QSocketNotifier::Read);
    QObject::connect(reportNotifier.get(), &QSocketNotifier::activated, q, [this] { readReport(); });
    endingTimer.setSingleShot(true);
    endingTimer.setInterval(endingTime);
    QObject::connect(&endingTimer, &QTimer::timeout, q, [this] { failStart(); });
    timeoutTimer.setSingleShot(true);
    timeoutTimer.setTimerType(Qt::PreciseTimer);
    timeoutTimer.setInterval(std::clamp(request.timeout, 0ms, std::chrono::milliseconds(24h)));
    QObject::connect(&timeoutTimer, &QTimer::timeout, q, [this] { failTimeout(); });
    timeoutTimer.start();
}

void Spawner::Private::readChannel()
{
    if (isFinished || isAwaitingEnd)
        return;
    std::array<char, 1024> bytes;
    while (received.size() < ReadinessMessage::maxBytes) {
        const ssize_t n = ::read(channel.get(), bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN)
            return;
        if (n <= 0) {
            awaitEnd(); // closed without a word: the daemon is gone, or soon will be
            return;
        }
        received.append(bytes.data(), static_cast<qsizetype>(n));
        if (const qsizetype newline = received.indexOf('\n'); newline >= 0) {
            handleLine(received.left(newline));
            return;
        }
    }
    handleLine(received);
}

void Spawner::Private::handleLine(const QByteArray &line)
{
    const Result<ReadinessMessage> message = ReadinessMessage::fromLine(line);
    if (!message) {
        reason = message.error().message();
        awaitEnd();
        return;
    }
    // Queued: the receiver may delete the spawner, which must not happen below a notifier of its own.
    switch (message->kind) {
    case ReadinessMessage::Kind::Ready:
        finish();
        QMetaObject::invokeMethod(q, &Spawner::ready, Qt::QueuedConnection);
        break;
    case ReadinessMessage::Kind::AlreadyRunning:
        finish();
        QMetaObject::invokeMethod(
            q, [this, detail = message->text] { Q_EMIT q->alreadyRunning(detail); }, Qt::QueuedConnection);
        break;
    case ReadinessMessage::Kind::Failed:
        reason = message->text;
        awaitEnd();
        break;
    }
}

void Spawner::Private::awaitEnd()
{
    isAwaitingEnd = true;
    channelNotifier->setEnabled(false);
    if (ending)
        failStart();
    else
        endingTimer.start();
}

void Spawner::Private::readReport()
{
    if (isFinished || ending)
        return;
    DetachedReport said;
    const ssize_t n = ::read(report.get(), &said, sizeof(said));
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    reportNotifier->setEnabled(false);
    // Closed without a report: nobody could watch the daemon. The channel alone has to tell.
    if (n != sizeof(said)) {
        if (isAwaitingEnd)
            failStart();
        return;
    }
    if (said.kind == DetachedReport::NotStarted) {
        fail(
            Error(ErrorCode::SpawnFailed,
                  Spawner::tr("cannot start the daemon %1: %2").arg(request.program, errnoText(said.value))));
        return;
    }
    ending = said;
    handleEnd();
}

void Spawner::Private::handleEnd()
{
    if (!isAwaitingEnd)
        readChannel(); // its last word may still be in the pipe
    if (isFinished)
        return;
    // A program that ends well while the channel is open has put itself into the background: its child will
    // speak.
    const bool hasEndedWell = ending->kind == DetachedReport::Exited && ending->value == 0;
    if (isAwaitingEnd || !hasEndedWell)
        failStart();
}

void Spawner::Private::failStart()
{
    const QString text = reason.isEmpty() ? Spawner::tr("the daemon could not start: it gave no reason")
                                          : Spawner::tr("the daemon could not start: %1").arg(reason);
    fail(Error(ErrorCode::SpawnFailed, withLog(withEnd(text))));
}

void Spawner::Private::failTimeout()
{
    if (!isAwaitingEnd)
        readChannel(); // it may have become ready while this loop was held up
    if (isFinished)
        return;
    const QString text =
        request.killsOnFailure
            ? Spawner::tr("the daemon did not become ready within %1 ms")
            : Spawner::tr("the daemon did not become ready within %1 ms; allow more with --spawn-timeout");
    fail(Error(ErrorCode::Timeout, withLog(withEnd(text.arg(request.timeout.count())))));
}

QString Spawner::Private::withEnd(const QString &text) const
{
    if (!ending && !reportNotifier->isEnabled())
        return text;
    if (!ending && request.killsOnFailure)
        return Spawner::tr("%1 (it has been killed)").arg(text);
    if (!ending)
        return Spawner::tr("%1 (it is still running)").arg(text);
    const QString value = QString::number(ending->value);
    return ending->kind == DetachedReport::Killed ? Spawner::tr("%1 (killed by signal %2)").arg(text, value)
                                                  : Spawner::tr("%1 (exit code %2)").arg(text, value);
}

QString Spawner::Private::withLog(const QString &text) const
{
    if (!log.isValid())
        return text;
    struct stat status = {};
    ::fstat(log.get(), &status);
    // Only what is new, and not more than the limit; a log that was cut since is new altogether.
    const qint64 fresh = status.st_size < logStart ? 0 : logStart;
    const qint64 from = std::max<qint64>(fresh, status.st_size - maxLogBytes);
    QList<QByteArray> lines = readAt(log.get(), from, maxLogBytes).split('\n');
    if (from > fresh && lines.size() > 1)
        lines.removeFirst(); // torn
    if (lines.last().isEmpty())
        lines.removeLast();
    if (lines.isEmpty())
        return Spawner::tr("%1; it wrote nothing to its log %2").arg(text, request.logPath);
    QString whole = Spawner::tr("%1; its log %2 ends:").arg(text, request.logPath);
    for (const QByteArray &line : lines.mid(qMax<qsizetype>(0, lines.size() - maxLogLines)))
        whole += QStringLiteral("\n  ") + QString::fromUtf8(line);
    return whole;
}

void Spawner::Private::finish()
{
    isFinished = true;
    timeoutTimer.stop();
    endingTimer.stop();
    if (channelNotifier)
        channelNotifier->setEnabled(false);
    if (reportNotifier)
        reportNotifier->setEnabled(false);
    channel.reset();
    report.reset(); // nobody has to watch the daemon any longer
}

void Spawner::Private::killProgram() const
{
    if (!request.killsOnFailure || !report.isValid() || ending)
        return;
    // The witness reads it; when that is gone, so is the program.
    [[maybe_unused]] const ssize_t n = ::send(report.get(), "k", 1, MSG_NOSIGNAL);
}

void Spawner::Private::fail(const Error &error)
{
    if (isFinished)
        return;
    killProgram();
    finish();
    QMetaObject::invokeMethod(
        q, [this, error] { Q_EMIT q->failed(error); }, Qt::QueuedConnection);
}

} // namespace DaemonRpc
