// Clients of HTTP, made by hand.
#pragma once

#include <daemonrpc/server/rpcendpoint.h>

#include <QByteArray>
#include <QList>

namespace HttpTesting {

/// One answer, as a client reads it. Value.
struct Answer
{
    int status = 0;
    QList<QByteArray> fields; ///< "Name: content", as sent.
    QByteArray body;

    /// The content of the field @p name; empty without one.
    [[nodiscard]] QByteArray field(const QByteArray &name) const
    {
        for (const QByteArray &line : fields) {
            if (line.startsWith(name + ": "))
                return line.mid(name.size() + 2);
        }
        return {};
    }
};

/// The answers in @p bytes, one after the other. @p heads: they are answers to HEAD and have no bodies. What
/// is not an answer ends the list with a status of -1.
[[nodiscard]] inline QList<Answer> answersIn(QByteArray bytes, bool heads = false)
{
    QList<Answer> answers;
    while (!bytes.isEmpty()) {
        Answer answer;
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        QList<QByteArray> lines;
        for (const QByteArray &line : bytes.left(end).split('\n'))
            lines.append(line.trimmed());
        if (end < 0 || !lines.constFirst().startsWith("HTTP/1.1 ")) {
            answer.status = -1;
            answers.append(answer);
            break;
        }
        answer.status = lines.takeFirst().mid(9, 3).toInt();
        answer.fields = lines;
        const qsizetype length = heads ? 0 : answer.field("Content-Length").toLongLong();
        if (bytes.size() < end + 4 + length)
            answer.status = -1;
        answer.body = bytes.mid(end + 4, length);
        bytes.remove(0, end + 4 + length);
        answers.append(answer);
    }
    return answers;
}

/// The side of a server that a connection sees, with a token of its choice.
class FakeLink : public DaemonRpc::RpcLink
{
public:
    explicit FakeLink(DaemonRpc::Role role = DaemonRpc::Role::Control) { m_peer.role = role; }

    [[nodiscard]] quint64 connectionId() const override { return 1; }

    [[nodiscard]] const DaemonRpc::PeerIdentity &peer() const override { return m_peer; }

    void send(QByteArrayView /*message*/) override {}

    [[nodiscard]] qint64 bytesPending() const override { return 0; }

    DaemonRpc::Result<DaemonRpc::Role> authenticate(QByteArrayView token) override
    {
        using namespace DaemonRpc;
        ++attempts;
        if (isExhausted)
            return unexpected(ErrorCode::ResourceExhausted, QStringLiteral("too often"));
        if (token != "secret")
            return unexpected(ErrorCode::PermissionDenied, QStringLiteral("wrong"));
        m_peer.role = roleOfToken;
        return roleOfToken;
    }

    int attempts = 0;
    bool isExhausted = false;
    DaemonRpc::Role roleOfToken = DaemonRpc::Role::ReadOnly;

private:
    DaemonRpc::PeerIdentity m_peer;
};

} // namespace HttpTesting
