#include "streamoutput_p.h"

#include <QByteArray>

#include <algorithm>

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <unistd.h>

namespace DaemonRpc {

static bool isWritable(int descriptor)
{
    pollfd state = {descriptor, POLLOUT, 0};
    return ::poll(&state, 1, 0) == 1 && (state.revents & POLLOUT) != 0;
}

bool StreamOutput::write(QByteArrayView line)
{
    // The rest of a line that was cut must not look like the beginning of this one.
    const QByteArray whole = m_isTorn ? '\n' + line.toByteArray() : line.toByteArray();
    qsizetype written = 0;
    while (written < whole.size()) {
        if (!isWritable(m_descriptor))
            break;
        const qsizetype piece = std::min<qsizetype>(whole.size() - written, PIPE_BUF);
        const ssize_t n = ::write(m_descriptor, whole.constData() + written, static_cast<size_t>(piece));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        written += n;
    }
    if (written == whole.size())
        m_isTorn = false;
    else if (written > 0)
        m_isTorn = true;
    return written == whole.size();
}

} // namespace DaemonRpc
