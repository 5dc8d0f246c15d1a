#include <daemonrpc/wire/dialect.h>

#include <array>

namespace DaemonRpc {

namespace {

struct Opening
{
    QByteArrayView bytes;
    Dialect dialect;
};

// GET and HEAD are served; the others get an answer that says so.
constexpr std::array openings{
    Opening{"Cont", Dialect::ContentLength},
    Opening{"cont", Dialect::ContentLength},
    Opening{"CONT", Dialect::ContentLength},
    Opening{"GOXE", Dialect::Goxe},
    Opening{"DUCT", Dialect::Duct},
    Opening{"GET ", Dialect::Http},
    Opening{"HEAD", Dialect::Http},
    Opening{"POST", Dialect::Http},
    Opening{"PUT ", Dialect::Http},
    Opening{"DELE", Dialect::Http},
    Opening{"OPTI", Dialect::Http},
    Opening{"PATC", Dialect::Http},
    Opening{"CONN", Dialect::Http},
    Opening{"TRAC", Dialect::Http},
    Opening{"PRI ", Dialect::Http},         // HTTP/2, RFC 9113 section 3.4
    Opening{"\x16\x03", Dialect::TlsHello}, // a handshake record of any version, RFC 8446 section 5.1
    Opening{"\xef\xbb\xbf", Dialect::JsonLines},
};

} // namespace

Dialect detectDialect(QByteArrayView firstBytes)
{
    if (firstBytes.isEmpty())
        return Dialect::Undecided;
    switch (firstBytes.front()) {
    case '\0': return Dialect::Frames;
    case '{':
    case '[':
    case ' ':
    case '\t':
    case '\r':
    case '\n': return Dialect::JsonLines;
    default: break;
    }
    bool mayBecome = false;
    for (const Opening &opening : openings) {
        if (firstBytes.startsWith(opening.bytes))
            return opening.dialect;
        mayBecome = mayBecome || opening.bytes.startsWith(firstBytes);
    }
    return mayBecome ? Dialect::Undecided : Dialect::Unknown;
}

QString dialectName(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Frames: return QStringLiteral("frames");
    case Dialect::JsonLines: return QStringLiteral("json");
    case Dialect::ContentLength: return QStringLiteral("content-length");
    case Dialect::Goxe: return QStringLiteral("goxe");
    case Dialect::Http: return QStringLiteral("http");
    case Dialect::Duct: return QStringLiteral("duct");
    case Dialect::Undecided:
    case Dialect::TlsHello:
    case Dialect::Unknown: break;
    }
    return QStringLiteral("unknown");
}

} // namespace DaemonRpc
