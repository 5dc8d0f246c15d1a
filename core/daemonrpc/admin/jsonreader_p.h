// Reading the fields of a JSON object that a peer sent.
#pragma once

#include <daemonrpc/base/error.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace DaemonRpc {

/// Takes fields by name and remembers the first that is missing or of another type. Value.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &object)
        : m_object(object)
    {}

    [[nodiscard]] QString string(QStringView name);
    /// A number without a fraction, within 64 bits.
    [[nodiscard]] qint64 integer(QStringView name);
    [[nodiscard]] bool boolean(QStringView name);
    [[nodiscard]] QJsonArray array(QStringView name);
    [[nodiscard]] QStringList strings(QStringView name);
    /// An object, or nothing when the field is absent or null.
    [[nodiscard]] std::optional<QJsonObject> optionalObject(QStringView name);

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    void complain(QStringView name, const QString &expected);

    QJsonObject m_object;
    std::optional<Error> m_error;
};

} // namespace DaemonRpc
