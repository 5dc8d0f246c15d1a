// Any bytes in any pieces: the decoder gives the same frames and the same error as for the bytes in one
// piece.
#include <daemonrpc/wire/framedecoder.h>

#include <QList>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace DaemonRpc;

namespace {

struct Outcome
{
    QList<QPair<int, QByteArray>> frames;
    int error = 0;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

FrameLimits limitsFor(int side)
{
    switch (side % 3) {
    case 0: return FrameLimits::beforeVersionCheck();
    case 1: return FrameLimits::daemonSide(Limits());
    default: return FrameLimits::clientSide(Limits());
    }
}

Outcome decode(QByteArrayView bytes, int side, qsizetype pieceSize)
{
    Outcome outcome;
    FrameDecoder decoder(limitsFor(side));
    while (!bytes.isEmpty()) {
        const QByteArray piece = bytes.first(std::min(pieceSize, bytes.size())).toByteArray();
        bytes = bytes.sliced(piece.size());
        decoder.feed(piece);
        for (;;) {
            const Result<std::optional<FrameView>> frame = decoder.next();
            if (!frame) {
                outcome.error = static_cast<int>(frame.error().code());
                return outcome;
            }
            if (!*frame)
                break;
            outcome.frames.append({static_cast<int>((*frame)->type), (*frame)->payload.toByteArray()});
        }
    }
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView stream(data + 2, static_cast<qsizetype>(size) - 2);
    const qsizetype pieceSize = 1 + data[1] % 32;
    const Outcome whole = decode(stream, data[0], std::max<qsizetype>(stream.size(), 1));
    if (!(decode(stream, data[0], pieceSize) == whole))
        std::abort();
    return 0;
}
