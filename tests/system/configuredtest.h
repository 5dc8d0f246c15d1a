// What tests of configured commands stand on.
#pragma once

#include "systemtest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace SystemTesting {

/// A test with a daemon that serves definitions which the test gives as JSON (see configureddaemon.cpp).
class ConfiguredTest : public SystemTest
{
    Q_OBJECT

protected:
    using Definitions = QList<QJsonObject>;

    /// {"sh", "-c", script} as program and arguments of a definition.
    [[nodiscard]] static QJsonObject script(const QString &name, const QString &text,
                                            const QJsonObject &fields = {})
    {
        QJsonObject definition = fields;
        definition[QStringLiteral("name")] = name;
        definition[QStringLiteral("program")] = QStringLiteral("/bin/sh");
        definition[QStringLiteral("arguments")] =
            QJsonArray{QStringLiteral("-c"), text, name}; // the caller's own become $1 …
        return definition;
    }

    void define(const Definitions &definitions) const
    {
        QFile file(fixture().scratch(QStringLiteral("commands")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the definitions");
        for (const QJsonObject &definition : definitions)
            file.write(QJsonDocument(definition).toJson(QJsonDocument::Compact) + '\n');
        qputenv("DAEMON_RPC_TEST_COMMANDS", QFile::encodeName(file.fileName()));
    }

    /// The daemon, serving @p definitions; null when it does not start. @p queue is Limits::maxQueueLength.
    [[nodiscard]] ClientProcess *start(const Definitions &definitions, int queue = 256,
                                       int requestTimeoutMs = 0) const
    {
        define(definitions);
        qputenv("DAEMON_RPC_TEST_QUEUE", QByteArray::number(queue));
        qputenv("DAEMON_RPC_TEST_TIMEOUT", QByteArray::number(requestTimeoutMs));
        return fixture().startDaemon({}, QStringLiteral(CONFIGURED_DAEMON));
    }

    [[nodiscard]] Outcome reload(const Definitions &definitions) const
    {
        define(definitions);
        return fixture().run(words({"rpc", "test.reload"}));
    }

    /// The figures of command @p name.
    [[nodiscard]] QJsonObject figures(const QString &name) const
    {
        const Outcome outcome = fixture().run(words({"rpc", "test.commands"}));
        return QJsonDocument::fromJson(outcome.output).object().value(name).toObject();
    }

    [[nodiscard]] QJsonObject warm(const QString &name) const
    {
        return figures(name)[QStringLiteral("warm")].toObject();
    }

    [[nodiscard]] static QByteArray json(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
};

} // namespace SystemTesting
