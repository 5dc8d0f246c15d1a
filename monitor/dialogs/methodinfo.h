// What a daemon tells about one of its methods.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace DaemonRpc::Monitor {

/// One parameter of a method, as the result of list_methods describes it. Value.
struct ParameterInfo
{
    enum class Kind { Any, Boolean, Integer, Number, String, Array, Object };

    QString name;
    QString summary;
    bool isRequired = false;
    Kind kind = Kind::Any;
    QJsonObject schema; ///< JSON Schema: "enum", "minimum" and "maximum" are heeded.

    /// Nothing else may be given; empty when anything may.
    [[nodiscard]] QList<QJsonValue> choices() const;
};

/// One method, as the result of list_methods describes it. Value. Texts are as the daemon says.
struct MethodInfo
{
    static constexpr qsizetype maxMethods = 2000;
    static constexpr qsizetype maxParameters = 100;

    QString name;
    QString summary;
    QString role; ///< What a caller must at least be.
    QString resultSummary;
    QList<ParameterInfo> parameters;

    [[nodiscard]] bool isOnlyForControl() const
    {
        return role != QLatin1String("read-only") && role != QLatin1String("none");
    }

    /// What can be understood of @p value, by name; what cannot, or is too much, is left out.
    [[nodiscard]] static QList<MethodInfo> listFromJson(const QJsonValue &value);
};

} // namespace DaemonRpc::Monitor
