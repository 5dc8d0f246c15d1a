#include "daemonsurvey.h"

#include "admincommand.h"

namespace DaemonRpc::Cli {

DaemonSurvey::DaemonSurvey(const ClientOptions &options, Question question, QObject *parent)
    : QObject(parent)
    , m_options(withoutSpawning(options))
    , m_question(question)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, &DaemonSurvey::onTimeout);
}

DaemonSurvey::~DaemonSurvey() = default;

void DaemonSurvey::start(const RuntimeDirectory &directory)
{
    for (const DiscoveredInstance &instance : discover(directory))
        m_daemons.push_back({instance, {}, {}, {}});
    m_openCount = 1; // so that it cannot finish before all are asked
    for (size_t index = 0; index < m_daemons.size(); ++index) {
        if (!m_daemons.at(index).isDead())
            ask(index);
    }
    m_timeout.start(answerTimeout);
    QMetaObject::invokeMethod(this, &DaemonSurvey::oneDone, Qt::QueuedConnection);
}

void DaemonSurvey::ask(size_t index)
{
    SurveyedDaemon &daemon = m_daemons.at(index);
    if (!daemon.instance.hasSocket || daemon.instance.socketPath.isEmpty()) {
        daemon.error = Error(ErrorCode::NotRunning, tr("it has no socket"));
        return;
    }
    ++m_openCount;
    m_clients.push_back(std::make_unique<AdminClient>(m_options, daemon.instance.socketPath));
    AdminClient *client = m_clients.back().get();
    client->status([this, index, client](const Result<DaemonSnapshot> &status) {
        if (!status)
            m_daemons.at(index).error = status.error();
        else
            m_daemons.at(index).snapshot = *status;
        if (!status || m_question == Question::Status) {
            oneDone();
            return;
        }
        client->connections([this, index](const Result<QList<ConnectionSnapshot>> &connections) {
            if (connections)
                m_daemons.at(index).connections = *connections;
            else
                m_daemons.at(index).error = connections.error();
            oneDone();
        });
    });
}

void DaemonSurvey::onTimeout()
{
    m_clients.clear(); // with their callbacks
    for (SurveyedDaemon &daemon : m_daemons) {
        if (!daemon.isDead() && !daemon.snapshot && !daemon.error)
            daemon.error = Error(ErrorCode::Timeout, tr("it does not answer"));
    }
    m_openCount = 1;
    oneDone();
}

void DaemonSurvey::oneDone()
{
    if (--m_openCount > 0)
        return;
    m_timeout.stop();
    Q_EMIT finished();
}

} // namespace DaemonRpc::Cli
