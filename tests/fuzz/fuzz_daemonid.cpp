// Any text is either a daemon id that is safe as part of a file name, or refused.
#include <daemonrpc/base/daemonid.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const DaemonRpc::Result<DaemonRpc::DaemonId> id = DaemonRpc::DaemonId::parse(text);
    if (!id) {
        if (id.error().code() != DaemonRpc::ErrorCode::InvalidAddress || id.error().message().isEmpty())
            std::abort();
        return 0;
    }
    if (id->toString() != text || text.isEmpty() || text.size() > DaemonRpc::DaemonId::maxLength)
        std::abort();
    for (const QChar c : text) {
        const bool isSafe = c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('.') ||
                                                  c == QLatin1Char('_') || c == QLatin1Char('-'));
        if (!isSafe)
            std::abort();
    }
    return 0;
}
