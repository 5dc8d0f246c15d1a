#include <daemonrpc/wire/cborreader_p.h>
#include <daemonrpc/wire/cborwriter_p.h>
#include <daemonrpc/wire/clientmessages.h>

namespace DaemonRpc {

namespace CancelKey {
enum : int { Signal = 1 };
}

namespace ResizeKey {
enum : int { Columns = 1, Rows = 2 };
}

QByteArray Cancel::encode() const
{
    Q_ASSERT(signal >= 1 && signal <= maxSignal);
    CborWriter writer;
    writer.writeUnsigned(CancelKey::Signal, static_cast<quint64>(signal));
    return writer.finish();
}

Result<Cancel> Cancel::decode(QByteArrayView payload)
{
    Cancel message;
    if (payload.isEmpty())
        return message;
    CborReader reader("Cancel", payload);
    while (const std::optional<int> key = reader.nextKey()) {
        if (*key == CancelKey::Signal)
            message.signal = static_cast<int>(reader.readUnsigned("signal", 1, maxSignal));
        else
            reader.skipValue();
    }
    if (!reader.finish())
        return unexpected(reader.error());
    return message;
}

QByteArray Resize::encode() const
{
    CborWriter writer;
    writer.writeUnsigned(ResizeKey::Columns, columns);
    writer.writeUnsigned(ResizeKey::Rows, rows);
    return writer.finish();
}

Result<Resize> Resize::decode(QByteArrayView payload)
{
    constexpr quint64 maxSize = std::numeric_limits<quint16>::max();
    Resize message;
    CborReader reader("Resize", payload);
    while (const std::optional<int> key = reader.nextKey()) {
        switch (*key) {
        case ResizeKey::Columns:
            message.columns = static_cast<quint16>(reader.readUnsigned("columns", 0, maxSize));
            break;
        case ResizeKey::Rows:
            message.rows = static_cast<quint16>(reader.readUnsigned("rows", 0, maxSize));
            break;
        default: reader.skipValue();
        }
    }
    reader.require(ResizeKey::Columns, "columns");
    reader.require(ResizeKey::Rows, "rows");
    if (!reader.finish())
        return unexpected(reader.error());
    return message;
}

} // namespace DaemonRpc
