#include <daemonrpc/base/pipewrite_p.h>
#include <daemonrpc/instance/readiness.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

static const char readyWord[] = "ready";
static const char alreadyRunningWord[] = "already-running";
static const char failedWord[] = "failed";

static QByteArray escaped(const QByteArray &text)
{
    QByteArray result;
    for (const char c : text) {
        switch (c) {
        case '\\': result += "\\\\"; break;
        case '\n': result += "\\n"; break;
        default: result += c;
        }
    }
    return result;
}

static QByteArray unescaped(const QByteArray &text)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != '\\' || i + 1 == text.size()) {
            result += text.at(i);
            continue;
        }
        ++i;
        result += text.at(i) == 'n' ? '\n' : text.at(i);
    }
    return result;
}

QByteArray ReadinessMessage::toLine() const
{
    QByteArray line;
    switch (kind) {
    case Kind::Ready: return QByteArray(readyWord) + '\n';
    case Kind::AlreadyRunning: line = alreadyRunningWord; break;
    case Kind::Failed: line = failedWord; break;
    }
    line += ' ';
    // Cut before escaping, by whole characters: neither an escape nor a UTF-8 sequence is ever torn.
    QString fitting = text;
    QByteArray rest = escaped(fitting.toUtf8());
    while (line.size() + rest.size() + 1 > maxBytes) {
        const qsizetype excess = line.size() + rest.size() + 1 - maxBytes;
        fitting.chop(qMin(fitting.size(), excess / 4 + 1)); // a QChar takes four bytes at most
        rest = escaped(fitting.toUtf8());
    }
    return line + rest + '\n';
}

Result<ReadinessMessage> ReadinessMessage::fromLine(const QByteArray &line)
{
    QByteArray content = line.left(maxBytes);
    if (content.endsWith('\n'))
        content.chop(1);
    const qsizetype space = content.indexOf(' ');
    const QByteArray word = space < 0 ? content : content.left(space);
    const QString text = space < 0 ? QString() : QString::fromUtf8(unescaped(content.mid(space + 1)));
    if (word == readyWord)
        return ReadinessMessage{Kind::Ready, {}};
    if (word == alreadyRunningWord)
        return ReadinessMessage{Kind::AlreadyRunning, text};
    if (word == failedWord)
        return ReadinessMessage{Kind::Failed, text};
    return unexpected(
        ErrorCode::ProtocolViolation,
        QStringLiteral("the started program does not speak the readiness protocol (it said \"%1\"); is "
                       "it a daemon-rpc daemon?")
            .arg(QString::fromUtf8(word.left(80))));
}

ReadinessChannel::ReadinessChannel(int fd)
{
    struct stat status = {};
    if (fd < 0 || ::fstat(fd, &status) != 0 || !(S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode)))
        return;
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    m_fd.reset(fd);
}

void ReadinessChannel::ready() { say({ReadinessMessage::Kind::Ready, {}}); }

void ReadinessChannel::alreadyRunning(const QString &detail)
{
    say({ReadinessMessage::Kind::AlreadyRunning, detail});
}

void ReadinessChannel::failed(const QString &reason) { say({ReadinessMessage::Kind::Failed, reason}); }

void ReadinessChannel::say(const ReadinessMessage &message)
{
    if (!m_fd.isValid())
        return;
    static_cast<void>(writeToPipe(m_fd.get(), message.toLine()));
    m_fd.reset();
}

} // namespace DaemonRpc
