// What a running request writes.
#pragma once

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/outputtail.h>

#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;

namespace DaemonRpc::Monitor {

class OutputView;

/// Looks on at the output of one request, from the moment it is asked to. Thread-bound. What was left out is
/// said, where it was.
class TailPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype maxShownCharacters = 1024 * 1024;

    explicit TailPage(QWidget *parent = nullptr);
    ~TailPage() override;

    /// Begins, with @p admin, unless it follows the request already.
    void follow(AdminClient &admin, qint64 requestId);

    /// Ends it; what came stays shown.
    void stop();

    [[nodiscard]] bool isFollowing() const { return m_tail && m_isLive; }

    /// What was followed has been told to its end, and is shown.
    [[nodiscard]] bool hasEnded() const { return m_tail && m_tail->state() == OutputTail::State::Finished; }

    /// Says why there is nothing to follow.
    void say(const QString &text);

private:
    void onStateChanged();
    void onReceived(OutputStream stream, const QByteArray &bytes);
    void onOmitted(qint64 bytes, OutputStream stream);
    void onFinished();
    void onFailed(const Error &error);
    void showCounts();

    OutputView *m_view;
    QLabel *m_state;
    std::unique_ptr<OutputTail> m_tail;
    QPointer<AdminClient> m_admin;
    bool m_isLive = false;
};

} // namespace DaemonRpc::Monitor
