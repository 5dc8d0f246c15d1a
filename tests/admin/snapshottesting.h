// What the tests of the snapshots share.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace SnapshotTesting {

/// Rows "name" (QString), "broken" (QJsonValue; Undefined removes the field) for each field of @p json.
inline void addBrokenFields(const QJsonObject &json, const QStringList &optional = {})
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("broken");
    for (auto field = json.begin(); field != json.end(); ++field) {
        const QString name = field.key();
        const QByteArray row = name.toUtf8();
        if (!optional.contains(name)) {
            QTest::addRow("%s: missing", row.constData()) << name << QJsonValue(QJsonValue::Undefined);
            QTest::addRow("%s: null", row.constData()) << name << QJsonValue(QJsonValue::Null);
        }
        if (!field.value().isObject())
            QTest::addRow("%s: object", row.constData()) << name << QJsonValue(QJsonObject());
        if (!field.value().isArray())
            QTest::addRow("%s: array", row.constData()) << name << QJsonValue(QJsonArray());
        if (!field.value().isBool())
            QTest::addRow("%s: true", row.constData()) << name << QJsonValue(true);
        if (!field.value().isString())
            QTest::addRow("%s: string", row.constData()) << name << QJsonValue(QStringLiteral("7"));
        if (field.value().isDouble()) {
            QTest::addRow("%s: fraction", row.constData()) << name << QJsonValue(1.5);
            QTest::addRow("%s: beyond 64 bits", row.constData()) << name << QJsonValue(1e300);
        } else {
            QTest::addRow("%s: number", row.constData()) << name << QJsonValue(7);
        }
    }
}

/// @p json with its field @p name replaced by @p value, or removed.
inline QJsonObject withField(QJsonObject json, const QString &name, const QJsonValue &value)
{
    if (value.isUndefined())
        json.remove(name);
    else
        json.insert(name, value);
    return json;
}

/// What arrives when @p json has travelled as text.
inline QJsonObject travelled(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
}

/// Checks that @p result complains of @p name.
template <typename T>
void verifyComplaint(const DaemonRpc::Result<T> &result, const QString &name)
{
    QVERIFY(!result);
    QCOMPARE(result.error().code(), DaemonRpc::ErrorCode::ProtocolViolation);
    QVERIFY2(result.error().message().contains(u'"' + name + u'"'), qPrintable(result.error().message()));
}

/// Checks that each of @p values is the same when it has travelled.
template <typename T>
void verifyRoundTrip(const QList<T> &values)
{
    for (const T &value : values) {
        const DaemonRpc::Result<T> again = T::fromJson(travelled(value.toJson()));
        QVERIFY2(again, again ? "" : qPrintable(again.error().message()));
        QCOMPARE(*again, value);
    }
}

/// Checks which fields @p json has: @p names, sorted, with a blank between them.
inline void verifyFieldNames(const QJsonObject &json, const QString &names)
{
    QStringList found = json.keys();
    found.sort();
    QCOMPARE(found.join(u' '), names);
}

} // namespace SnapshotTesting
