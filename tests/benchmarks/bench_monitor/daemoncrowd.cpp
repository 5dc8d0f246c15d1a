// Many daemons in one process, and clients that keep them busy: what the monitor is measured against.
//
//     daemoncrowd RUNTIME_DIR DAEMONS REQUESTS_PER_SECOND SECONDS
//
// Prints "ready" when all daemons listen, and at the end how many calls succeeded and failed. Most commands
// end at once, some fail, and now and then one hangs until it is cancelled, as daemons see it in their days.
#include <daemonrpc/client/client.h>
#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/eventloop/epolldispatcher.h>
#include <daemonrpc/handler/commandhandler.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <cstdio>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

namespace {

HandlerRegistry handlers()
{
    HandlerRegistry registry;
    const auto add = [&registry](const QByteArray &name, int exitCode) {
        registry.add(name, std::make_unique<FunctionHandler>(
                               [exitCode](RequestContext &context) -> std::unique_ptr<Execution> {
                                   context.write("done\n");
                                   context.finish(exitCode);
                                   return nullptr;
                               }));
    };
    add("compile", 0);
    add("lint", 1);
    registry.add("wait", std::make_unique<FunctionHandler>([](RequestContext &context) {
                     QObject::connect(
                         &context, &RequestContext::cancellationRequested, &context,
                         [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
                     return std::make_unique<Execution>();
                 }));
    return registry;
}

class Crowd : public QObject
{
public:
    Crowd(QString directory, int daemonCount, int perSecond)
        : m_directory(std::move(directory))
        , m_perSecond(perSecond)
    {
        for (int i = 0; i < daemonCount; ++i) {
            DaemonOptions options;
            options.id = *DaemonId::parse(u"crowd-%1"_s.arg(i, 2, 10, QLatin1Char('0')));
            options.runtimeDirectory = m_directory;
            m_daemons.push_back(std::make_unique<Daemon>(options, handlers()));
            ClientOptions client;
            client.daemonId = options.id;
            client.runtimeDirectory = m_directory;
            client.maySpawn = false;
            m_clients.push_back(std::make_unique<Client>(client));
        }
        connect(&m_timer, &QTimer::timeout, this, &Crowd::callAsDue);
    }

    [[nodiscard]] Result<void> start()
    {
        for (const auto &daemon : m_daemons) {
            if (Result<void> started = daemon->start(); !started)
                return started;
        }
        m_clock.start();
        m_timer.start(std::chrono::milliseconds(10));
        return {};
    }

    void stop()
    {
        m_timer.stop();
        std::printf("%lld succeeded, %lld failed, %lld were not begun because others were not done\n",
                    static_cast<long long>(m_succeeded), static_cast<long long>(m_failed),
                    static_cast<long long>(m_skipped));
        for (const auto &daemon : m_daemons)
            std::ignore = daemon->stop(true);
    }

private:
    // As many as should have been begun by now.
    void callAsDue()
    {
        const qint64 due = m_clock.elapsed() * m_perSecond / 1000;
        for (; m_begun < due; ++m_begun) {
            if (m_running >= maxRunning)
                ++m_skipped;
            else
                call(m_begun);
        }
    }

    void call(qint64 number)
    {
        const bool waits = number % 500 == 7;
        const QByteArray name = waits ? "wait" : number % 20 == 3 ? "lint" : "compile";
        Client &client = *m_clients.at(static_cast<size_t>(number) % m_clients.size());
        Reply *reply =
            client.execute(Command(QByteArrayList{name, "src/file" + QByteArray::number(number) + ".cpp"}));
        ++m_running;
        connect(reply, &Reply::finished, this, [this, reply] {
            --m_running;
            ++(reply->error() ? m_failed : m_succeeded);
            reply->deleteLater();
        });
        if (waits)
            QTimer::singleShot(2000, reply, [reply] { reply->cancel(2); });
    }

    static constexpr int maxRunning = 400;

    QString m_directory;
    int m_perSecond;
    std::vector<std::unique_ptr<Daemon>> m_daemons;
    std::vector<std::unique_ptr<Client>> m_clients;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_begun = 0;
    qint64 m_succeeded = 0;
    qint64 m_failed = 0;
    qint64 m_skipped = 0;
    int m_running = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"daemonrpc.*.info=false"_s);
    const QStringList arguments = QCoreApplication::arguments();
    const int daemons = arguments.value(2).toInt();
    const int perSecond = arguments.value(3).toInt();
    const int seconds = arguments.value(4).toInt();
    if (arguments.size() != 5 || daemons < 1 || daemons > 99 || perSecond < 1 || seconds < 1) {
        std::fputs("daemoncrowd: RUNTIME_DIR DAEMONS REQUESTS_PER_SECOND SECONDS\n", stderr);
        return 2;
    }
    Crowd crowd(arguments.at(1), daemons, perSecond);
    if (const Result<void> started = crowd.start(); !started) {
        std::fprintf(stderr, "daemoncrowd: %s\n", qPrintable(started.error().message()));
        return 1;
    }
    std::puts("ready");
    std::fflush(stdout);
    QTimer::singleShot(std::chrono::seconds(seconds), &crowd, [&crowd] {
        crowd.stop();
        QTimer::singleShot(std::chrono::seconds(2), &crowd, &QCoreApplication::quit);
    });
    return QCoreApplication::exec();
}
