// Reading the fields of a JSON object that a peer sent.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
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
    /// A finite number.
    [[nodiscard]] double number(QStringView name);
    [[nodiscard]] bool boolean(QStringView name);
    [[nodiscard]] QJsonArray array(QStringView name);
    [[nodiscard]] QStringList strings(QStringView name);
    /// An object, or nothing when the field is absent or null.
    [[nodiscard]] std::optional<QJsonObject> optionalObject(QStringView name);

    /// The values in the array @p name; empty when it is absent. The first broken one is the reader's error.
    template <typename T>
    [[nodiscard]] QList<T> values(QStringView name)
    {
        QList<T> values;
        if (!m_object.contains(name))
            return values;
        const QJsonArray elements = array(name);
        values.reserve(elements.size());
        for (const QJsonValueConstRef element : elements) {
            Result<T> value = T::fromJson(element.toObject());
            if (!value) {
                adopt(value.error());
                return {};
            }
            values.append(*std::move(value));
        }
        return values;
    }

    /// The value in the object @p name, or nothing when that is absent or null.
    template <typename T>
    [[nodiscard]] std::optional<T> optionalValue(QStringView name)
    {
        const std::optional<QJsonObject> object = optionalObject(name);
        if (!object)
            return std::nullopt;
        Result<T> value = T::fromJson(*object);
        if (value)
            return *std::move(value);
        adopt(value.error());
        return std::nullopt;
    }

    /// Of a field that daemons of older versions do not send; 0 or empty when it is absent or null.
    [[nodiscard]] qint64 optionalInteger(QStringView name);
    [[nodiscard]] QString optionalString(QStringView name);

    [[nodiscard]] bool contains(QStringView name) const { return m_object.contains(name); }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    void complain(QStringView name, const QString &expected);
    void adopt(const Error &error);

    QJsonObject m_object;
    std::optional<Error> m_error;
};

} // namespace DaemonRpc
