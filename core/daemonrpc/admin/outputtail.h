// Looking on at the output of a request, on the client's side.
#pragma once

#include <daemonrpc/admin/outputevent.h>
#include <daemonrpc/admin/taillimits.h>

#include <QObject>
#include <QPointer>

namespace DaemonRpc {

class AdminClient;

/// What one running request writes from now on, over an AdminClient. Thread-bound. The request does not
/// notice; a reader that is too slow is told less, and how much less.
///
///     const std::unique_ptr<OutputTail> tail = admin.tail(requestId);
///     connect(tail.get(), &OutputTail::outputReceived, this, &View::append);
///     connect(tail.get(), &OutputTail::omitted, this, &View::appendGap);
///     connect(tail.get(), &OutputTail::finished, this, &View::showEnd);
class DAEMONRPC_EXPORT OutputTail : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Starting, ///< The daemon has been asked.
        Live,
        Finished, ///< The request has ended, and all was said.
        Failed,   ///< The daemon has refused or erred, or the connection has ended.
    };

    /// Asks by @p admin for request @p requestId; does nothing any more when that is destroyed. @p maxBytes
    /// of each stream are kept by the daemon until they are told; see TailLimits.
    OutputTail(AdminClient &admin, qint64 requestId, qint64 maxBytes = TailLimits::defaultBytes,
               QObject *parent = nullptr);
    /// Ends the tail.
    ~OutputTail() override;

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] qint64 requestId() const { return m_requestId; }

    /// Bytes that the request had written before, of both streams; they are not told. 0 while Starting.
    [[nodiscard]] qint64 earlierBytes() const { return m_earlierBytes; }

    /// Bytes of both streams so far: told, and left out.
    [[nodiscard]] qint64 receivedBytes() const { return m_receivedBytes; }

    [[nodiscard]] qint64 omittedBytes() const { return m_omittedBytes; }

Q_SIGNALS:
    void stateChanged();
    /// @p bytes as they were written: any bytes, cut anywhere.
    void outputReceived(DaemonRpc::OutputStream stream, const QByteArray &bytes);
    /// @p bytes of @p stream are missing, right before those that outputReceived() tells next.
    void omitted(qint64 bytes, DaemonRpc::OutputStream stream);
    /// The request has ended. Said once, instead of failed().
    void finished();
    /// Why no more will come. UnknownRequest: it does not run; Unsupported: an older daemon. Said once.
    void failed(const DaemonRpc::Error &error);

private:
    void ask(qint64 maxBytes);
    void onAnswer(const Result<QJsonValue> &answer);
    void onNotified(const QString &method, const QJsonValue &params);
    void take(const OutputEvent &event);
    void fail(const Error &error);
    void untail();
    static void untail(AdminClient &admin, qint64 id);

    QPointer<AdminClient> m_admin;
    const qint64 m_requestId;
    State m_state = State::Starting;
    qint64 m_id = 0;
    qint64 m_sequence = 0;
    qint64 m_earlierBytes = 0;
    qint64 m_receivedBytes = 0;
    qint64 m_omittedBytes = 0;
};

} // namespace DaemonRpc
