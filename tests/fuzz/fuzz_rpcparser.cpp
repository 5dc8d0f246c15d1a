// Any text: messages that survive another round, or the refusals that JSON-RPC has; and each request is
// answered.
#include <daemonrpc/jsonrpc/dispatcher.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace DaemonRpc;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

RpcMessage again(const QByteArray &text)
{
    const RpcPayload payload = parseRpc(text);
    require(!payload.isBatch && payload.messages.size() == 1);
    return payload.messages.first();
}

void check(const RpcMessage &message)
{
    if (const auto *request = std::get_if<RpcRequest>(&message)) {
        require(again(request->encode()) == message);
    } else if (const auto *response = std::get_if<RpcResponse>(&message)) {
        require(again(response->encode()) == message);
    } else {
        const RpcError &error = std::get<RpcInvalid>(message).error;
        require(error.code == RpcError::parseError || error.code == RpcError::invalidRequest);
        require(!error.message.isEmpty());
    }
}

bool wantsAnswer(const RpcMessage &message)
{
    const auto *request = std::get_if<RpcRequest>(&message);
    return request ? !request->isNotification() : std::holds_alternative<RpcInvalid>(message);
}

// Everything that wants an answer gets one, in a text that a strict reader takes.
void checkAnswers(QByteArrayView text, const RpcPayload &payload)
{
    MethodRegistry methods;
    methods.add({QStringLiteral("m"), {}, {}, {}},
                [](const RpcCall &call) { call.reply(call.params().raw()); });
    qsizetype answers = 0;
    const RpcReplyChannel channel([&answers](const QByteArray &sent) {
        const RpcPayload read = parseRpc(sent);
        for (const RpcMessage &message : read.messages)
            require(std::holds_alternative<RpcResponse>(message));
        answers += read.messages.size();
    });
    RpcCallTable calls;
    RpcDispatcher(methods).dispatch(text, RpcPeer{}, channel, calls);
    qsizetype wanted = 0;
    for (const RpcMessage &message : payload.messages)
        wanted += wantsAnswer(message) ? 1 : 0;
    require(answers == wanted);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    const RpcPayload payload = parseRpc(text);
    require(!payload.messages.isEmpty());
    for (const RpcMessage &message : payload.messages)
        check(message);
    checkAnswers(text, payload);

    // What we take as a message, Qt's more tolerant parser takes, too.
    if (!payload.isBatch && std::holds_alternative<RpcInvalid>(payload.messages.first()))
        return 0;
    const bool hasMark = text.startsWith(QByteArrayView("\xef\xbb\xbf"));
    QJsonParseError error;
    QJsonDocument::fromJson(text.sliced(hasMark ? 3 : 0).toByteArray(), &error);
    require(error.error == QJsonParseError::NoError);
    return 0;
}
