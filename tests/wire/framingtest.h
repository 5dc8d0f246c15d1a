// What a framing makes of bytes in any split.
#pragma once

#include <daemonrpc/wire/rpcframing.h>

#include <QByteArrayList>

/// Feeds @p bytes in pieces of @p pieceSize and returns the texts; at an error the last one is
/// "error: " and the error's name.
inline QByteArrayList textsOf(DaemonRpc::RpcFraming &framing, const QByteArray &bytes, qsizetype pieceSize)
{
    QByteArrayList texts;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        // A copy that is gone afterwards: what is kept must have been copied.
        const QByteArray piece(bytes.constData() + at, qMin(pieceSize, bytes.size() - at));
        framing.feed(piece);
        for (;;) {
            const auto text = framing.next();
            if (!text) {
                texts.append("error: " + DaemonRpc::errorCodeName(text.error().code()).toLatin1());
                return texts;
            }
            if (!*text)
                break;
            texts.append((*text)->toByteArray());
        }
    }
    return texts;
}

/// @p text in the framing's envelope.
inline QByteArray enveloped(const DaemonRpc::RpcFraming &framing, const QByteArray &text)
{
    const DaemonRpc::RpcFraming::Envelope envelope = framing.envelope(text.size());
    return envelope.head + text + envelope.tail;
}
