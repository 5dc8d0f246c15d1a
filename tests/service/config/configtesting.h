// What the tests of the configuration share.
#pragma once

#include <daemonrpc/service/config/configurationloader.h>
#include <daemonrpc/service/config/configurationschema.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace ConfigTesting {

/// Writes @p text to @p path.
inline void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// A value of @p key that is not its default.
inline DaemonRpc::ConfigurationValue otherValue(const DaemonRpc::ConfigurationKey &key)
{
    using namespace DaemonRpc;
    using Type = ConfigurationKey::Type;
    const ConfigurationValue &standard = key.defaultValue;
    switch (key.type) {
    case Type::Flag: return !std::get<bool>(standard);
    case Type::Number: return std::get<qint64>(standard) + 1;
    case Type::Permissions: return qint64(0640);
    case Type::Text: return QStringLiteral("another text");
    case Type::Path: return QStringLiteral("/another/path");
    case Type::Choice: return key.choices.at(key.choices.constFirst() == std::get<QString>(standard) ? 1 : 0);
    case Type::TextList: return QStringList{QStringLiteral("one"), QStringLiteral("two")};
    case Type::Environment: return QStringList{QStringLiteral("A=1"), QStringLiteral("B=2=3")};
    case Type::ChoiceMap:
        return QMap<QString, QString>{{QStringLiteral("x.y"), key.choices.constFirst()},
                                      {QStringLiteral("z"), key.choices.constLast()}};
    }
    return {};
}

/// All problems, a line each.
inline QStringList linesOf(const QList<DaemonRpc::ConfigurationDiagnostic> &diagnostics)
{
    QStringList lines;
    for (const DaemonRpc::ConfigurationDiagnostic &diagnostic : diagnostics)
        lines.append(diagnostic.toString());
    return lines;
}

/// For QVERIFY2: why there is no value.
template <typename Value>
QByteArray reason(const DaemonRpc::Result<Value> &result)
{
    return result ? QByteArray() : result.error().message().toUtf8();
}

} // namespace ConfigTesting
