// Every daemon of a user, asked at once.
#pragma once

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/instance/discovery.h>

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace DaemonRpc::Cli {

/// A daemon as its files show it and as it answers. Value.
struct SurveyedDaemon
{
    DiscoveredInstance instance;
    std::optional<DaemonSnapshot> snapshot; ///< Its answer.
    QList<ConnectionSnapshot> connections;  ///< When asked for.
    std::optional<Error> error;             ///< Why there is no answer, although it lives.

    [[nodiscard]] bool isDead() const { return !instance.isLockHeld; }
};

/// Finds the daemons in a directory and asks each that lives, all at the same time. Thread-bound.
///
///     connect(&survey, &DaemonSurvey::finished, this, [this] { show(survey.daemons()); });
///     survey.start(*directory);
class DaemonSurvey : public QObject
{
    Q_OBJECT

public:
    /// How long a daemon may take to answer.
    static constexpr std::chrono::milliseconds answerTimeout{2000};

    enum class Question { Status, Connections };

    DaemonSurvey(const ClientOptions &options, Question question, QObject *parent = nullptr);
    ~DaemonSurvey() override;

    /// Begins; finished() follows, never from within the call.
    void start(const RuntimeDirectory &directory);

    /// In the order of discover(), after finished().
    [[nodiscard]] const std::vector<SurveyedDaemon> &daemons() const { return m_daemons; }

Q_SIGNALS:
    void finished();

private:
    void ask(size_t index);
    void onTimeout();
    void oneDone();

    ClientOptions m_options;
    Question m_question;
    std::vector<SurveyedDaemon> m_daemons;
    std::vector<std::unique_ptr<AdminClient>> m_clients;
    QTimer m_timeout;
    int m_openCount = 0;
};

} // namespace DaemonRpc::Cli
