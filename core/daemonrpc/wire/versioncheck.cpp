#include <daemonrpc/wire/cborreader_p.h>
#include <daemonrpc/wire/cborwriter_p.h>
#include <daemonrpc/wire/versioncheck.h>

#include <limits>

namespace DaemonRpc {

namespace VersionKey {
enum : int {
    ProtocolMin = 1,
    ProtocolMax = 2,
    BuildTimestampMs = 3,
    BuildId = 4,
    Capabilities = 5,
    Intent = 6,
    Policy = 7,
    StartReason = 8,
    RequestId = 9,
    Token = 10,
};
}

template <typename Enum>
static void writeEnum(CborWriter &writer, int key, Enum value)
{
    if (value != Enum{})
        writer.writeUnsigned(key, static_cast<quint64>(value));
}

template <typename Enum>
static Enum readEnum(CborReader &reader, const char *field, Enum last)
{
    return static_cast<Enum>(reader.readUnsigned(field, 0, static_cast<quint64>(last)));
}

QByteArray VersionCheck::encode() const
{
    Q_ASSERT(protocolMin >= 1 && protocolMin <= protocolMax);
    Q_ASSERT(buildTimestampMs >= 0);
    Q_ASSERT(buildId.size() <= maxBuildIdBytes && capabilities.size() <= maxCapabilities);
    Q_ASSERT(token.size() <= maxTokenBytes);
    CborWriter writer(128);
    writer.writeUnsigned(VersionKey::ProtocolMin, protocolMin);
    writer.writeUnsigned(VersionKey::ProtocolMax, protocolMax);
    writer.writeUnsigned(VersionKey::BuildTimestampMs, static_cast<quint64>(buildTimestampMs));
    if (!buildId.isEmpty())
        writer.writeBytes(VersionKey::BuildId, buildId);
    if (!capabilities.isEmpty())
        writer.writeBytesList(VersionKey::Capabilities, capabilities);
    writeEnum(writer, VersionKey::Intent, intent);
    writeEnum(writer, VersionKey::Policy, policy);
    writeEnum(writer, VersionKey::StartReason, startReason);
    if (requestId != 0)
        writer.writeUnsigned(VersionKey::RequestId, requestId);
    if (!token.isEmpty())
        writer.writeBytes(VersionKey::Token, token);
    return writer.finish();
}

Result<VersionCheck> VersionCheck::decode(QByteArrayView payload)
{
    constexpr quint64 maxVersion = std::numeric_limits<quint16>::max();
    VersionCheck message;
    CborReader reader("VersionCheck", payload);
    while (const std::optional<int> key = reader.nextKey()) {
        switch (*key) {
        case VersionKey::ProtocolMin:
            message.protocolMin = static_cast<quint16>(reader.readUnsigned("protocol min", 1, maxVersion));
            break;
        case VersionKey::ProtocolMax:
            message.protocolMax = static_cast<quint16>(reader.readUnsigned("protocol max", 1, maxVersion));
            break;
        case VersionKey::BuildTimestampMs:
            message.buildTimestampMs = static_cast<qint64>(
                reader.readUnsigned("build timestamp", 0, std::numeric_limits<qint64>::max()));
            break;
        case VersionKey::BuildId: message.buildId = reader.readBytes("build id", maxBuildIdBytes); break;
        case VersionKey::Capabilities:
            message.capabilities = reader.readBytesList("capabilities", maxCapabilities, maxCapabilityBytes);
            break;
        case VersionKey::Intent: message.intent = readEnum(reader, "intent", Intent::Replace); break;
        case VersionKey::Policy: message.policy = readEnum(reader, "policy", VersionPolicy::Ignore); break;
        case VersionKey::StartReason:
            message.startReason = readEnum(reader, "start reason", StartReason::Reconnect);
            break;
        case VersionKey::RequestId:
            message.requestId = reader.readUnsigned("request id", 0, std::numeric_limits<quint64>::max());
            break;
        case VersionKey::Token: message.token = reader.readBytes("token", maxTokenBytes); break;
        default: reader.skipValue();
        }
    }
    reader.require(VersionKey::ProtocolMin, "protocol min");
    reader.require(VersionKey::ProtocolMax, "protocol max");
    reader.require(VersionKey::BuildTimestampMs, "build timestamp");
    if (message.protocolMin > message.protocolMax)
        reader.fail(QStringLiteral("key 1 (protocol min) exceeds key 2 (protocol max)"));
    if (!reader.finish())
        return unexpected(reader.error());
    return message;
}

} // namespace DaemonRpc
