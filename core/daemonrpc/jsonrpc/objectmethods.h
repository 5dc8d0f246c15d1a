// The slots of a QObject as methods.
#pragma once

#include <daemonrpc/jsonrpc/methodregistry.h>

#include <QStringList>

class QObject;

namespace DaemonRpc {

/// Registers what a QObject offers: each public slot and Q_INVOKABLE method of its own classes becomes a
/// method that answers at once. Stateless.
///
/// Parameters are named after the C++ ones; those with a default may be left out from the end. Types: bool,
/// int, uint, qint64, float, double, QString, QStringList, QJsonValue, QJsonArray, QJsonObject, QVariantMap,
/// QVariantList; results too, and void (null). What has another type, or a name that is taken (an overload),
/// is left out with a warning in the log. Numbers that do not fit are refused with InvalidArgument.
///
///     class Counter : public QObject { … public Q_SLOTS: int add(int amount = 1); … };
///     ObjectMethods::addTo(service.methods(), &counter, QStringLiteral("counter")); // "counter.add"
class DAEMONRPC_EXPORT ObjectMethods
{
public:
    ObjectMethods() = delete;

    /// Adds the methods of @p object as "@p prefix.name", for peers of at least @p role, and returns their
    /// names. The object lives in this thread. It may be destroyed at any time: its methods then fail with
    /// Unsupported.
    static QStringList addTo(MethodRegistry &methods, QObject *object, const QString &prefix,
                             Role role = Role::Control);
};

} // namespace DaemonRpc
