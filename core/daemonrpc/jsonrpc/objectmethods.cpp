#include "logging_p.h"
#include "metavalue_p.h"

#include <daemonrpc/jsonrpc/methodintrospection.h>
#include <daemonrpc/jsonrpc/objectmethods.h>

#include <QMetaMethod>
#include <QPointer>
#include <QThread>

#include <array>
#include <map>
#include <vector>

namespace DaemonRpc {

namespace {

constexpr int maxArguments = 10; // what QMetaMethod::invoke() takes

/// A method with its shorter forms, which fill in the defaults of C++.
struct Invokable
{
    std::map<int, QMetaMethod> byCount;

    [[nodiscard]] const QMetaMethod &longest() const { return byCount.rbegin()->second; }

    [[nodiscard]] int requiredCount() const { return byCount.begin()->first; }
};

bool isOffered(const QMetaMethod &method)
{
    return method.access() == QMetaMethod::Public &&
           (method.methodType() == QMetaMethod::Slot || method.methodType() == QMetaMethod::Method);
}

bool isClone(const QMetaMethod &method) { return (method.attributes() & QMetaMethod::Cloned) != 0; }

bool isSupported(const QMetaMethod &method)
{
    if (method.parameterCount() > maxArguments)
        return false;
    if (method.returnType() != QMetaType::Void && !MetaValue::isSupported(method.returnType()))
        return false;
    for (int i = 0; i < method.parameterCount(); ++i) {
        if (!MetaValue::isSupported(method.parameterType(i)))
            return false;
    }
    return true;
}

void warn(const QMetaMethod &method, const QMetaObject *metaObject, const char *why)
{
    qCWarning(lcJsonRpc).noquote() << metaObject->className() + QByteArrayLiteral("::") +
                                          method.methodSignature() + " becomes no method: " + why;
}

// A clone follows the method whose defaults it fills in; a derived class's own comes after its base's.
std::map<QByteArray, Invokable> invokablesOf(const QMetaObject *metaObject)
{
    std::map<QByteArray, Invokable> found;
    QByteArray cloned; // the name whose clones may follow
    for (int i = QObject::staticMetaObject.methodCount(); i < metaObject->methodCount(); ++i) {
        const QMetaMethod method = metaObject->method(i);
        const QByteArray name = method.name();
        if (!isOffered(method))
            continue;
        if (isClone(method)) {
            if (name == cloned)
                found[name].byCount.insert_or_assign(method.parameterCount(), method);
            continue;
        }
        cloned.clear();
        const auto known = found.find(name);
        if (!isSupported(method)) {
            warn(method, metaObject, "it has a type that JSON has not");
        } else if (known != found.end() &&
                   known->second.longest().methodSignature() != method.methodSignature()) {
            warn(method, metaObject, "there is another one of this name");
        } else {
            found[name].byCount = {{method.parameterCount(), method}};
            cloned = name;
        }
    }
    return found;
}

MethodDescription describe(const QString &name, const Invokable &invokable, Role role)
{
    const QMetaMethod &method = invokable.longest();
    MethodDescription description;
    description.name = name;
    description.summary = QString::fromUtf8(method.methodSignature());
    description.resultSummary = QString::fromUtf8(method.typeName());
    description.role = role;
    if (method.returnType() != QMetaType::Void)
        description.resultSchema = MethodIntrospection::schemaOf(MetaValue::rpcType(method.returnType()));
    const QByteArrayList names = method.parameterNames();
    for (int i = 0; i < method.parameterCount(); ++i) {
        const QString given = QString::fromUtf8(names.value(i));
        description.parameters.append({given.isEmpty() ? QStringLiteral("argument%1").arg(i + 1) : given,
                                       MetaValue::rpcType(method.parameterType(i)),
                                       i < invokable.requiredCount(),
                                       QString::fromUtf8(method.parameterTypeName(i)),
                                       {}});
    }
    return description;
}

Result<QJsonValue> invoke(QObject *object, const QMetaMethod &method, std::vector<QVariant> &values)
{
    std::array<QGenericArgument, maxArguments> arguments;
    const QByteArrayList types = method.parameterTypes();
    for (std::size_t i = 0; i < values.size(); ++i) {
        arguments[i] = QGenericArgument(types[static_cast<qsizetype>(i)].constData(),
                                        std::as_const(values[i]).constData());
    }
    QVariant returned;
    QGenericReturnArgument result;
    if (method.returnType() != QMetaType::Void) {
        returned = QVariant(method.returnMetaType());
        result = QGenericReturnArgument(method.typeName(), returned.data());
    }
    const auto &a = arguments;
    if (!method.invoke(object, Qt::DirectConnection, result, a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7],
                       a[8], a[9])) {
        return unexpected(
            ErrorCode::Internal,
            QStringLiteral("%1 could not be called").arg(QString::fromUtf8(method.methodSignature())));
    }
    return MetaValue::toJson(returned);
}

Result<QJsonValue> call(QObject *object, const Invokable &invokable, const QStringList &names,
                        const RpcParams &params)
{
    // As many as are there: after the first gap the defaults of C++ are in force.
    std::vector<QVariant> values;
    const QMetaMethod &longest = invokable.longest();
    for (int i = 0; i < longest.parameterCount(); ++i) {
        const QJsonValue value = params.value(names[i]);
        if (i >= invokable.requiredCount() && (value.isUndefined() || value.isNull()))
            break;
        Result<QVariant> converted = MetaValue::fromJson(longest.parameterType(i), value, names[i]);
        if (!converted)
            return unexpected(converted.error());
        values.push_back(std::move(*converted));
    }
    for (qsizetype i = static_cast<qsizetype>(values.size()) + 1; i < names.size(); ++i) {
        if (params.contains(names[i])) {
            return unexpected(ErrorCode::InvalidArgument,
                              QStringLiteral("parameter \"%1\" needs \"%2\" before it")
                                  .arg(names[i], names[static_cast<qsizetype>(values.size())]));
        }
    }
    return invoke(object, invokable.byCount.at(static_cast<int>(values.size())), values);
}

} // namespace

QStringList ObjectMethods::addTo(MethodRegistry &methods, QObject *object, const QString &prefix, Role role)
{
    Q_ASSERT_X(object && object->thread() == QThread::currentThread(), "ObjectMethods::addTo",
               "an object of this thread is needed");
    QStringList added;
    for (const auto &[shortName, invokable] : invokablesOf(object->metaObject())) {
        const QString name =
            prefix.isEmpty() ? QString::fromUtf8(shortName) : prefix + u'.' + QString::fromUtf8(shortName);
        if (methods.contains(name)) {
            warn(invokable.longest(), object->metaObject(), "the name is taken");
            continue;
        }
        const MethodDescription description = describe(name, invokable, role);
        QStringList names;
        for (const MethodParameter &parameter : description.parameters)
            names.append(parameter.name);
        methods.addSync(description,
                        [guard = QPointer<QObject>(object), invokable = invokable, names,
                         name](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> {
                            if (!guard) {
                                return unexpected(
                                    ErrorCode::Unsupported,
                                    QStringLiteral("the object behind method \"%1\" is gone").arg(name));
                            }
                            return call(guard, invokable, names, params);
                        });
        added.append(name);
    }
    return added;
}

} // namespace DaemonRpc
