// Any payload of any type: a value that survives another round, or a ProtocolViolation.
#include <daemonrpc/wire/clientmessages.h>
#include <daemonrpc/wire/command.h>
#include <daemonrpc/wire/daemonmessages.h>
#include <daemonrpc/wire/versioncheck.h>

#include <cstdint>
#include <cstdlib>

using namespace DaemonRpc;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

template <typename Message>
void check(QByteArrayView payload)
{
    const Result<Message> message = Message::decode(payload);
    if (!message) {
        require(message.error().code() == ErrorCode::ProtocolViolation);
        return;
    }
    const Result<Message> again = Message::decode(message->encode());
    require(again && *again == *message);
}

void checkCommandError(QByteArrayView payload)
{
    const Result<Error> error = decodeCommandError(payload);
    if (!error) {
        require(error.error().code() == ErrorCode::ProtocolViolation);
        return;
    }
    const Result<Error> again = decodeCommandError(encodeCommandError(*error));
    require(again && again->code() == error->code());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArrayView payload(data + 1, static_cast<qsizetype>(size) - 1);
    switch (data[0] % 9) {
    case 0: check<VersionCheck>(payload); break;
    case 1: check<Command>(payload); break;
    case 2: checkCommandError(payload); break;
    case 3: check<CommandFinished>(payload); break;
    case 4: check<InputWanted>(payload); break;
    case 5: check<Cancel>(payload); break;
    case 6: check<Resize>(payload); break;
    case 7: check<Notice>(payload); break;
    default: require(splitCommandText(payload).size() <= payload.size()); break;
    }
    return 0;
}
