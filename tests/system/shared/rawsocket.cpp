#include "rawsocket.h"

#include <daemonrpc/wire/command.h>
#include <daemonrpc/wire/daemonmessages.h>
#include <daemonrpc/wire/framedecoder.h>

#include <QDeadlineTimer>
#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace SystemTesting {

using namespace DaemonRpc;

RawSocket RawSocket::connectTo(const QString &path)
{
    RawSocket result;
    const QByteArray bytes = QFile::encodeName(path);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (bytes.size() >= static_cast<qsizetype>(sizeof(address.sun_path)))
        return result;
    std::memcpy(address.sun_path, bytes.constData(), static_cast<size_t>(bytes.size()));
    FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0)
        result.m_socket = std::move(socket);
    return result;
}

bool RawSocket::send(const QByteArray &bytes, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n = ::send(m_socket.get(), bytes.constData() + sent,
                                 static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n > 0) {
            sent += n;
            continue;
        }
        pollfd watched = {m_socket.get(), POLLOUT, 0};
        if (errno != EAGAIN || ::poll(&watched, 1, static_cast<int>(deadline.remainingTime())) <= 0)
            return false;
    }
    return true;
}

void RawSocket::endSending() { ::shutdown(m_socket.get(), SHUT_WR); }

static void understand(RawSocket::Answer &answer)
{
    FrameDecoder decoder(FrameLimits::beforeVersionCheck());
    decoder.feed(answer.bytes);
    for (;;) {
        const Result<std::optional<FrameView>> frame = decoder.next();
        if (!frame || !*frame)
            return;
        if ((*frame)->type == FrameType::VersionCheck) {
            decoder.setLimits(FrameLimits::clientSide(Limits()));
        } else if ((*frame)->type == FrameType::OutputChunk) {
            answer.output += (*frame)->payload.toByteArray();
        } else if ((*frame)->type == FrameType::CommandError) {
            if (const Result<Error> error = decodeCommandError((*frame)->payload))
                answer.error = *error;
        } else if ((*frame)->type == FrameType::CommandFinished) {
            if (const Result<CommandFinished> finished = CommandFinished::decode((*frame)->payload))
                answer.exitCode = finished->exitCode;
        }
    }
}

RawSocket::Answer RawSocket::readToEnd(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    Answer answer;
    std::array<char, 65536> buffer;
    for (;;) {
        pollfd watched = {m_socket.get(), POLLIN, 0};
        if (::poll(&watched, 1, static_cast<int>(deadline.remainingTime())) <= 0)
            break;
        const ssize_t n = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (n <= 0) {
            answer.isClosed = n == 0 || errno == ECONNRESET;
            break;
        }
        answer.bytes.append(buffer.data(), static_cast<qsizetype>(n));
    }
    understand(answer);
    return answer;
}

VersionCheck harmlessVersion(Intent intent)
{
    VersionCheck version;
    version.policy = VersionPolicy::Ignore;
    version.intent = intent;
    return version;
}

QByteArray commandBytes(const QByteArrayList &arguments, bool hasInput)
{
    Command command;
    command.arguments = arguments;
    command.workingDirectory = "/";
    command.hasInput = hasInput;
    return encodeFrame(FrameType::VersionCheck, harmlessVersion().encode()) +
           encodeFrame(FrameType::Command, command.encode());
}

} // namespace SystemTesting
