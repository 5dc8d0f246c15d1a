#include <daemonrpc/service/process/processtitle.h>

#include <QString>

#include <algorithm>
#include <cstring>
#include <vector>

#include <errno.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace DaemonRpc {

ProcessTitle::ProcessTitle(int argc, char **argv)
{
    if (argc < 1 || argv == nullptr || argv[0] == nullptr)
        return;
    const QByteArray path(argv[0]);
    ::prctl(PR_SET_NAME, path.mid(path.lastIndexOf('/') + 1).left(15).constData());
    for (int i = 1; i < argc; ++i)
        m_arguments += ' ' + QByteArray(argv[i]);
    takeMemory(argc, argv);
}

// The kernel puts the strings of argv and of the environment one after another; only as far as they do so is
// the memory ours.
void ProcessTitle::takeMemory(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    char *const begin = argv[0];
    char *end = begin;
    for (int i = 0; i < argc; ++i) {
        if (argv[i] != end)
            return;
        end += ::strlen(argv[i]) + 1;
    }
    int moved = 0;
    while (environ[moved] != nullptr && environ[moved] == end)
        end += ::strlen(environ[moved++]) + 1;

    // What is moved stays for good: others may hold pointers to it until the very end. It is remembered,
    // since a variable that is unset is in no environment any more.
    static auto *const kept = new std::vector<char *>;
    const auto moveAway = [](char *&string) {
        string = ::strdup(string);
        kept->push_back(string);
    };
    std::for_each_n(environ, moved, moveAway);
    std::for_each_n(argv, argc, moveAway);
    // The C library names the program by pointers into the same memory.
    program_invocation_name = argv[0];
    char *const slash = std::strrchr(argv[0], '/');
    program_invocation_short_name = slash != nullptr ? slash + 1 : argv[0];
    m_memory = begin;
    m_size = end - begin;
#else
    Q_UNUSED(argc);
    Q_UNUSED(argv);
#endif
}

void ProcessTitle::show(const QString &title)
{
    if (m_memory == nullptr)
        return;
    QByteArray text = title.toUtf8();
    for (char &c : text) {
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f')
            c = '?';
    }
    text = (text + m_arguments).left(std::min(m_size - 1, maxBytes));
    if (text == m_shown)
        return;
    std::memcpy(m_memory, text.constData(), static_cast<size_t>(text.size()));
    std::memset(m_memory + text.size(), 0, static_cast<size_t>(m_size - text.size()));
    m_shown = text;
}

QString ProcessTitle::describe(const QString &program, const QString &daemonId, const QString &state,
                               qint64 runningRequests)
{
    return QStringLiteral("%1: %2 (%3, %4 running)").arg(program, daemonId, state).arg(runningRequests);
}

} // namespace DaemonRpc
