#include "configurationfile_p.h"

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/oserror.h>

#include <QFile>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static QString tooLarge()
{
    return u"the file is larger than %1 bytes, which no configuration needs"_s.arg(
        ConfigurationFile::maxBytes);
}

static QString objectionTo(const struct stat &status, ConfigurationFile::Trust trust)
{
    if (S_ISDIR(status.st_mode))
        return u"this is a directory; name a file"_s;
    if (!S_ISREG(status.st_mode))
        return u"this is not a regular file"_s;
    if ((status.st_mode & S_IWOTH) != 0)
        return u"everybody may write to the file, and it says what the daemon runs; chmod o-w it"_s;
    const bool isTrusted = status.st_uid == 0 || status.st_uid == ::geteuid();
    if (trust == ConfigurationFile::Trust::OwnerOrRoot && !isTrusted)
        return u"the file belongs to user %1, neither to root nor to the daemon's user; chown it, or name it "
               u"with "
               u"--config if it is meant"_s.arg(status.st_uid);
    if (status.st_size > ConfigurationFile::maxBytes)
        return tooLarge();
    return {};
}

// How many bytes the character at the start of @p bytes has; 0: it is not UTF-8 (RFC 3629).
static qsizetype characterLength(QByteArrayView bytes)
{
    const auto lead = static_cast<uchar>(bytes.front());
    if (lead < 0x80)
        return 1;
    const qsizetype length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    return lead >= 0xc2 && lead < 0xf5 && bytes.size() >= length && bytes.first(length).isValidUtf8() ? length
                                                                                                      : 0;
}

std::optional<QByteArray> ConfigurationFile::checkText(const QByteArray &bytes,
                                                       ConfigurationProblems &problems)
{
    QByteArrayView rest = bytes;
    if (rest.startsWith("\xef\xbb\xbf"))
        rest = rest.sliced(3);
    const QByteArrayView text = rest;
    ConfigurationPosition position{1, 1};
    while (!rest.isEmpty()) {
        const auto byte = static_cast<uchar>(rest.front());
        const qsizetype length = characterLength(rest);
        if (length == 0) {
            problems.add(position,
                         u"the file is not UTF-8 text: byte 0x%1"_s.arg(byte, 2, 16, QLatin1Char('0')));
            return std::nullopt;
        }
        if ((byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7f) {
            problems.add(position, u"the file is not text: control character 0x%1"_s.arg(byte, 2, 16,
                                                                                         QLatin1Char('0')));
            return std::nullopt;
        }
        position = byte == '\n' ? ConfigurationPosition{position.line + 1, 1}
                                : ConfigurationPosition{position.line, position.column + 1};
        rest = rest.sliced(length);
    }
    return text.toByteArray();
}

bool ConfigurationFile::exists(const QString &path)
{
    struct stat status
    {};

    return ::lstat(QFile::encodeName(path).constData(), &status) == 0;
}

std::optional<QByteArray> ConfigurationFile::read(const QString &path, Trust trust,
                                                  ConfigurationProblems &problems)
{
    // A FIFO would block without O_NONBLOCK, a terminal would become ours without O_NOCTTY.
    const FileDescriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file.isValid()) {
        problems.add(u"cannot open the file: "_s + errnoText(errno));
        return std::nullopt;
    }

    struct stat status
    {};

    if (::fstat(file.get(), &status) != 0) {
        problems.add(u"cannot examine the file: "_s + errnoText(errno));
        return std::nullopt;
    }
    if (const QString objection = objectionTo(status, trust); !objection.isEmpty()) {
        problems.add(objection);
        return std::nullopt;
    }
    // A file may be longer than it says, as in /proc, or grow meanwhile.
    QByteArray bytes(std::min<qsizetype>(status.st_size, maxBytes) + 4096, Qt::Uninitialized);
    qsizetype used = 0;
    for (;;) {
        if (used == bytes.size())
            bytes.resize(bytes.size() * 2);
        const ssize_t count =
            ::read(file.get(), bytes.data() + used, static_cast<size_t>(bytes.size() - used));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            problems.add(u"cannot read the file: "_s + errnoText(errno));
            return std::nullopt;
        }
        if (count == 0)
            break;
        used += count;
        if (used > maxBytes) {
            problems.add(tooLarge());
            return std::nullopt;
        }
    }
    bytes.truncate(used);
    return checkText(bytes, problems);
}

} // namespace DaemonRpc
