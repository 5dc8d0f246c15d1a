#include "sources/recordingentry.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace DaemonRpc::Monitor {

static constexpr int formatVersion = 1;

namespace {

struct KindName
{
    RecordingEntry::Kind kind;
    QLatin1String name;
};

constexpr KindName kindNames[] = {
    {RecordingEntry::Kind::Added, QLatin1String("added")},
    {RecordingEntry::Kind::Snapshot, QLatin1String("snapshot")},
    {RecordingEntry::Kind::Event, QLatin1String("event")},
    {RecordingEntry::Kind::Gone, QLatin1String("gone")},
    {RecordingEntry::Kind::Removed, QLatin1String("removed")},
};

auto broken(const QString &what) { return unexpected(ErrorCode::InvalidArgument, what); }

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString translated(const char *text) { return QCoreApplication::translate("RecordingEntry", text); }

} // namespace

QByteArray RecordingEntry::header()
{
    return lineOf({{QStringLiteral("format"), QStringLiteral("daemon-rpc-recording")},
                   {QStringLiteral("version"), formatVersion}});
}

Result<void> RecordingEntry::checkHeader(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.value(u"format").toString() != QLatin1String("daemon-rpc-recording"))
        return broken(
            translated(QT_TRANSLATE_NOOP("RecordingEntry", "This is no recording of daemon-rpc-monitor.")));
    if (object.value(u"version").toInt() != formatVersion)
        return broken(translated(QT_TRANSLATE_NOOP(
            "RecordingEntry", "This recording was made by another version and cannot be read.")));
    return {};
}

QByteArray RecordingEntry::toLine() const
{
    QJsonObject object{{QStringLiteral("at_ms"), atMs}, {QStringLiteral("daemon"), daemon}};
    for (const KindName &name : kindNames) {
        if (name.kind == kind)
            object.insert(QStringLiteral("kind"), QString(name.name));
    }
    if (kind == Kind::Added) {
        object.insert(QStringLiteral("daemon_id"), daemonId);
        object.insert(QStringLiteral("pid"), pid);
    }
    if (event)
        object.insert(QStringLiteral("event"), event->toJson());
    return lineOf(object);
}

Result<RecordingEntry> RecordingEntry::fromLine(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return broken(error.error == QJsonParseError::NoError
                          ? translated(QT_TRANSLATE_NOOP("RecordingEntry", "it is no object"))
                          : error.errorString());
    const QJsonObject object = document.object();
    RecordingEntry entry;
    entry.atMs = object.value(u"at_ms").toInteger(-1);
    entry.daemon = object.value(u"daemon").toInteger(-1);
    entry.daemonId = object.value(u"daemon_id").toString();
    entry.pid = object.value(u"pid").toInteger();
    if (entry.atMs < 0 || entry.daemon < 0)
        return broken(translated(
            QT_TRANSLATE_NOOP("RecordingEntry", "\"at_ms\" or \"daemon\" is missing or negative")));
    const QString kind = object.value(u"kind").toString();
    const auto *const known = std::find_if(std::begin(kindNames), std::end(kindNames),
                                           [&kind](const KindName &name) { return name.name == kind; });
    if (known == std::end(kindNames))
        return broken(QStringLiteral("\"kind\" is \"%1\"").arg(kind.left(40)));
    entry.kind = known->kind;
    if (entry.kind == Kind::Snapshot || entry.kind == Kind::Event) {
        Result<DaemonEvent> event = DaemonEvent::fromJson(object.value(u"event").toObject());
        if (!event)
            return unexpected(event.error());
        entry.event = *std::move(event);
    }
    return entry;
}

} // namespace DaemonRpc::Monitor
