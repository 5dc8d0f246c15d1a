#include "models/connectionsmodel.h"

#include "models/columnvalues.h"

namespace DaemonRpc::Monitor {

namespace {

using Row = ConnectionRow;

QVariant uidOf(const Row &row) { return ColumnValues::numberFrom(0, row.connection.peerUid); }

QVariant pidOf(const Row &row) { return ColumnValues::numberFrom(0, row.connection.peerPid); }

QVariant requestOf(const Row &row) { return ColumnValues::numberFrom(1, row.connection.requestId); }

constexpr Column<Row> columns[] = {
    {"id", QT_TRANSLATE_NOOP("Columns", "ID"),
     QT_TRANSLATE_NOOP("Columns", "Number of the connection within its daemon"), ColumnKind::Number,
     [](const Row &row) -> QVariant { return row.key.id; },
     [](const Row &row) { return ColumnValues::plain(row.key.id); }},
    {"daemon", QT_TRANSLATE_NOOP("Columns", "Daemon"), QT_TRANSLATE_NOOP("Columns", "Id of the daemon"),
     ColumnKind::Text, [](const Row &row) -> QVariant { return row.daemonId; }},
    {"state", QT_TRANSLATE_NOOP("Columns", "State"),
     QT_TRANSLATE_NOOP("Columns", "What the connection is doing"), ColumnKind::State,
     [](const Row &row) -> QVariant { return row.connection.state; }, nullptr,
     [](const Row &row) { return row.tone(); }},
    {"program", QT_TRANSLATE_NOOP("Columns", "Program"),
     QT_TRANSLATE_NOOP("Columns", "Name of the client's process"), ColumnKind::Text,
     [](const Row &row) { return ColumnValues::textIfAny(row.connection.peerProgram); }},
    {"pid", QT_TRANSLATE_NOOP("Columns", "Client PID"),
     QT_TRANSLATE_NOOP("Columns", "Number of the client's process"), ColumnKind::Number, pidOf,
     [](const Row &row) { return ColumnValues::plain(pidOf(row)); }},
    {"peer", QT_TRANSLATE_NOOP("Columns", "UID"),
     QT_TRANSLATE_NOOP("Columns", "Number of the user whose client it is"), ColumnKind::Number, uidOf,
     [](const Row &row) { return ColumnValues::plain(uidOf(row)); }},
    {"address", QT_TRANSLATE_NOOP("Columns", "Remote address"),
     QT_TRANSLATE_NOOP("Columns", "Where the client is, when it is not on this computer"), ColumnKind::Text,
     [](const Row &row) { return ColumnValues::textIfAny(row.connection.remoteAddress); }},
    {"certificate", QT_TRANSLATE_NOOP("Columns", "Certificate"),
     QT_TRANSLATE_NOOP("Columns", "Name in the client's certificate"), ColumnKind::Text,
     [](const Row &row) { return ColumnValues::textIfAny(row.connection.certificateName); }, nullptr, nullptr,
     nullptr, true},
    {"role", QT_TRANSLATE_NOOP("Columns", "Role"), QT_TRANSLATE_NOOP("Columns", "What the client may do"),
     ColumnKind::Text, [](const Row &row) -> QVariant { return row.connection.role; },
     [](const Row &row) { return Formatting::name(row.connection.role); }},
    {"dialect", QT_TRANSLATE_NOOP("Columns", "Dialect"),
     QT_TRANSLATE_NOOP("Columns", "The format that the client speaks"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.connection.dialect; }},
    {"since", QT_TRANSLATE_NOOP("Columns", "Since"),
     QT_TRANSLATE_NOOP("Columns", "When the client connected"), ColumnKind::Time,
     [](const Row &row) { return ColumnValues::numberFrom(1, row.connection.connectedAtMs); }},
    {"requests", QT_TRANSLATE_NOOP("Columns", "Requests"),
     QT_TRANSLATE_NOOP("Columns", "Commands and calls that the client has made"), ColumnKind::Number,
     [](const Row &row) -> QVariant { return row.connection.requests; }},
    {"request", QT_TRANSLATE_NOOP("Columns", "Request"),
     QT_TRANSLATE_NOOP("Columns", "Number of the request that is being served"), ColumnKind::Number,
     requestOf, [](const Row &row) { return ColumnValues::plain(requestOf(row)); }},
    {"received", QT_TRANSLATE_NOOP("Columns", "Received"),
     QT_TRANSLATE_NOOP("Columns", "Bytes that the client sent"), ColumnKind::Bytes,
     [](const Row &row) -> QVariant { return row.connection.bytesReceived; }, nullptr, nullptr,
     [](const Row &row) { return row.received.points(); }},
    {"sent", QT_TRANSLATE_NOOP("Columns", "Sent"),
     QT_TRANSLATE_NOOP("Columns", "Bytes that the client was sent"), ColumnKind::Bytes,
     [](const Row &row) -> QVariant { return row.connection.bytesSent; }, nullptr, nullptr,
     [](const Row &row) { return row.sent.points(); }},
    {"pending", QT_TRANSLATE_NOOP("Columns", "Waiting"),
     QT_TRANSLATE_NOOP("Columns", "Bytes that the client has not taken yet"), ColumnKind::Bytes,
     [](const Row &row) -> QVariant { return row.connection.bytesPending; }},
    {"activity", QT_TRANSLATE_NOOP("Columns", "Last activity"),
     QT_TRANSLATE_NOOP("Columns", "When the client last sent something"), ColumnKind::Time,
     [](const Row &row) { return ColumnValues::numberFrom(1, row.connection.lastActivityAtMs); }},
};

} // namespace

ConnectionsModel::ConnectionsModel(DaemonList &list, UpdateClock &clock, QObject *parent)
    : RecordTable(columns, clock, parent)
    , m_list(list)
{}

ConnectionsModel::~ConnectionsModel() = default;

void ConnectionsModel::collect(Extent)
{
    QHash<qint64, const MonitoredDaemon *> open;
    for (const auto &daemon : m_list.daemons()) {
        if (daemon->isGone())
            continue;
        open.insert(daemon->serial(), daemon.get());
        for (const ConnectionSnapshot &connection : daemon->mirror().connections())
            put(ConnectionRow::of(*daemon, connection, find({daemon->serial(), connection.id})));
    }
    for (const ConnectionRow &row : records()) {
        const MonitoredDaemon *daemon = open.value(row.key.daemon);
        if (!daemon || !daemon->mirror().connections().contains(row.key.id))
            drop(row.key);
    }
}

} // namespace DaemonRpc::Monitor
