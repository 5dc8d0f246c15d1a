// Daemons that say random things, for tests of models.
#pragma once

#include "monitortesting.h"

#include <QRandomGenerator>
#include <QSet>

namespace DaemonRpc::Monitor::Testing {

/// Has a played daemon tell what a real one could, or what none would. The same seed tells the same.
class RandomDaemon
{
public:
    enum class Manners {
        Honest,
        Hostile, ///< Ids repeat, ends come before beginnings, texts are huge or broken, numbers absurd.
    };

    RandomDaemon(PlayedDaemon *daemon, quint32 seed, Manners manners)
        : m_daemon(daemon)
        , m_random(seed)
        , m_manners(manners)
    {}

    PlayedDaemon *daemon() const { return m_daemon; }

    /// One event about up to @p most of everything.
    void step(int most)
    {
        m_daemon->tell([this, most](DaemonEvent &event) {
            QSet<qint64> told; // each at most once, by a daemon with manners
            for (int i = below(most + 1); i > 0; --i) {
                const RequestSnapshot request = isHostile() ? hostileRequest() : nextRequest();
                if (isHostile() || !told.contains(request.id))
                    event.requests.append(request);
                told.insert(request.id);
            }
            for (int i = below(most + 1); i > 0; --i)
                event.connections.append(isHostile() ? hostileConnection() : nextConnection());
            for (int i = below(most + 1); i > 0; --i)
                event.log.append(isHostile() ? hostileLine() : nextLine());
            if (below(10) == 0)
                loseSome(&event);
        });
    }

    /// Text that has bitten somebody, or a plain one.
    QString text()
    {
        switch (below(8)) {
        case 0: return QString(100'000, u'x');
        case 1: return QString(QChar(0xd83d)) + u'a' + QChar(0xde00);
        case 2: return QStringLiteral("<b>bold</b>&amp;\u202egnp.exe");
        case 3: return QStringLiteral("a\tb\nc\r\x1b[0m") + QChar(0);
        case 4: return {};
        default: return QStringLiteral("text %1 %2 %n").arg(below(100));
        }
    }

private:
    [[nodiscard]] bool isHostile() const { return m_manners == Manners::Hostile; }

    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }

    qint64 number()
    {
        static constexpr qint64 numbers[] = {std::numeric_limits<qint64>::min(), -1, 0, 1, 1000,
                                             std::numeric_limits<qint64>::max()};
        return numbers[below(std::size(numbers))];
    }

    template <typename Map>
    auto anyOf(const Map &map)
    {
        return std::next(map.begin(), below(static_cast<int>(map.size()))).value();
    }

    RequestSnapshot nextRequest()
    {
        const auto &live = m_daemon->mirror().requests();
        if (live.isEmpty() || below(3) == 0) {
            RequestSnapshot request = runningRequest(++m_lastRequest, {QStringLiteral("exec"), text()});
            request.state = below(2) == 0 ? QStringLiteral("queued") : QStringLiteral("running");
            request.queuePlace = request.state == QLatin1String("queued") ? 1 + below(9) : 0;
            return below(4) == 0 ? finished(request, below(2)) : request;
        }
        RequestSnapshot request = anyOf(live);
        switch (below(3)) {
        case 0: return finished(request, below(2));
        case 1:
            request.state = QStringLiteral("cancelling");
            request.graceMs = 5000;
            request.cancellation =
                CancellationSnapshot{QStringLiteral("client_closed"), QStringLiteral("client"),
                                     request.acceptedAtMs + 1, -1, false};
            return request;
        default: request.outputBytes += below(10'000); return request;
        }
    }

    RequestSnapshot hostileRequest()
    {
        RequestSnapshot request;
        request.id = below(3) == 0 ? number() : below(50);
        request.connectionId = number();
        for (int i = below(4); i > 0; --i)
            request.arguments.append(text());
        request.handler = text();
        static const QStringList states{QStringLiteral("running"), QStringLiteral("finished"),
                                        QStringLiteral("cancelling")};
        request.state = below(4) == 0 ? text() : states.at(below(3));
        for (qint64 *value :
             {&request.peerUid, &request.peerPid, &request.queuePlace, &request.acceptedAtMs,
              &request.queuedAtMs, &request.startedAtMs, &request.firstOutputAtMs, &request.deadlineAtMs,
              &request.finishedAtMs, &request.durationMs, &request.graceMs, &request.inputBytes,
              &request.outputBytes, &request.exitCode, &request.signal})
            *value = number();
        request.error = text();
        request.errorMessage = text();
        request.workingDirectory = text();
        if (below(2) == 0)
            request.cancellation = CancellationSnapshot{text(), text(), number(), number(), below(2) == 0};
        return request;
    }

    ConnectionSnapshot nextConnection()
    {
        const auto &open = m_daemon->mirror().connections();
        ConnectionSnapshot connection;
        if (open.isEmpty() || below(2) == 0) {
            connection.id = ++m_lastConnection;
            connection.state = QStringLiteral("command");
            connection.connectedAtMs = QDateTime::currentMSecsSinceEpoch();
        } else {
            connection = anyOf(open);
            connection.bytesReceived += below(1000);
            connection.bytesSent += below(1000);
        }
        if (below(4) == 0)
            connection.closedAtMs = QDateTime::currentMSecsSinceEpoch();
        return connection;
    }

    ConnectionSnapshot hostileConnection()
    {
        ConnectionSnapshot connection;
        connection.id = below(3) == 0 ? number() : below(50);
        for (QString *value :
             {&connection.state, &connection.dialect, &connection.role, &connection.peerProgram,
              &connection.remoteAddress, &connection.certificateName})
            *value = text();
        for (qint64 *value : {&connection.peerUid, &connection.peerPid, &connection.connectedAtMs,
                              &connection.lastActivityAtMs, &connection.closedAtMs, &connection.requestId,
                              &connection.bytesReceived, &connection.bytesSent, &connection.bytesPending})
            *value = number();
        return connection;
    }

    LogLineSnapshot nextLine()
    {
        LogLineSnapshot line;
        line.timeMs = QDateTime::currentMSecsSinceEpoch();
        line.level = below(5) == 0 ? QStringLiteral("warning") : QStringLiteral("info");
        line.category = QStringLiteral("daemonrpc.server");
        line.requestId = below(2) == 0 ? m_lastRequest : 0;
        line.message = QStringLiteral("line %1").arg(++m_lastLine);
        return line;
    }

    LogLineSnapshot hostileLine() { return {number(), text(), text(), number(), text(), number()}; }

    void loseSome(DaemonEvent *event)
    {
        QList<qint64> requests = m_daemon->mirror().requests().keys();
        if (!requests.isEmpty())
            requests.removeAt(below(static_cast<int>(requests.size())));
        event->liveRequests = requests;
        event->liveConnections = m_daemon->mirror().connections().keys();
        event->lost.insert(QStringLiteral("requests"), isHostile() ? number() : 1);
    }

    PlayedDaemon *m_daemon;
    QRandomGenerator m_random;
    Manners m_manners;
    qint64 m_lastRequest = 0;
    qint64 m_lastConnection = 0;
    qint64 m_lastLine = 0;
};

/// A seed that is printed, so that what fails can be repeated: DAEMONRPC_TEST_SEED.
inline quint32 testSeed()
{
    bool isGiven = false;
    const uint given = qEnvironmentVariable("DAEMONRPC_TEST_SEED").toUInt(&isGiven);
    const quint32 seed = isGiven ? given : QRandomGenerator::global()->generate();
    qInfo("DAEMONRPC_TEST_SEED=%u", seed);
    return seed;
}

/// Reads every role of every cell, as views do.
inline void readAll(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role :
                 {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::TextAlignmentRole), int(Qt::UserRole),
                  Qt::UserRole + 1, Qt::UserRole + 2, Qt::UserRole + 3, Qt::UserRole + 4})
                Q_UNUSED(index.data(role));
        }
        readAll(model, model.index(row, 0, parent));
    }
}

} // namespace DaemonRpc::Monitor::Testing
