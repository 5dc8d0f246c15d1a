// How responsive the monitor's window stays among many busy daemons.
//
//     bench_monitor [DAEMONS [REQUESTS_PER_SECOND [SECONDS]]]
//
// Starts daemoncrowd, which lies beside it, opens the real window (offscreen, unless QT_QPA_PLATFORM says
// otherwise) and goes through its pages. Prints the longest time that the event loop did not turn, for each
// page, and what the process took of memory and processor. The crowd runs on the same processors: the figures
// are those of a busy machine.
#include "pages/page.h"
#include "window/monitorsession.h"
#include "window/windowstate.h"

#include <daemonrpc/admin/processsnapshot.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace Qt::StringLiterals;

namespace {

/// Measures the gaps between the turns of the event loop.
class LoopWatch : public QObject
{
public:
    LoopWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &LoopWatch::onTimeout);
        m_timer.start(interval);
        m_clock.start();
    }

    /// The gaps since the last call, in milliseconds beyond the interval, sorted.
    [[nodiscard]] std::vector<double> take()
    {
        std::vector<double> gaps = std::exchange(m_gaps, {});
        std::sort(gaps.begin(), gaps.end());
        return gaps;
    }

private:
    static constexpr std::chrono::milliseconds interval{2};

    void onTimeout()
    {
        const auto elapsed = std::chrono::nanoseconds(m_clock.nsecsElapsed());
        m_clock.start();
        m_gaps.push_back(std::chrono::duration<double, std::milli>(elapsed - interval).count());
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gaps;
};

void report(const QString &what, const std::vector<double> &gaps)
{
    if (gaps.empty())
        return;
    const ProcessSnapshot process = ProcessSnapshot::now();
    std::printf("%-14s longest stall %6.1f ms, p99 %5.1f ms, private %5.1f MB, processor %6.2f s\n",
                qPrintable(what), gaps.back(), gaps.at(gaps.size() * 99 / 100),
                static_cast<double>(process.privateBytes) / 1e6, static_cast<double>(process.cpuMs) / 1e3);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString daemons = arguments.value(1, u"50"_s);
    const QString perSecond = arguments.value(2, u"1000"_s);
    const int seconds = arguments.value(3, u"60"_s).toInt();

    const QTemporaryDir dir;
    const QString runtime = dir.filePath(u"r"_s);
    QProcess crowd;
    crowd.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    crowd.start(QCoreApplication::applicationDirPath() + u"/daemoncrowd"_s,
                {runtime, daemons, perSecond, QString::number(seconds + 3)});
    if (!crowd.waitForReadyRead(30000)) {
        std::fputs("bench_monitor: daemoncrowd does not start\n", stderr);
        return 1;
    }

    WindowState state(dir.filePath(u"monitor.conf"_s));
    MonitorSession session(state);
    session.watch({*RuntimeDirectory::resolve(runtime), {}, {}});
    session.window().resize(1400, 900);
    session.window().show();

    LoopWatch watch;
    const QStringList pages{u"overview"_s, u"connections"_s, u"requests"_s, u"cancellations"_s,
                            u"health"_s,   u"charts"_s,      u"logs"_s};
    qsizetype next = 0;
    std::vector<double> all;
    QString current = u"start"_s;
    const auto turn = [&] {
        const std::vector<double> gaps = watch.take();
        report(current, gaps);
        all.insert(all.end(), gaps.begin(), gaps.end());
        current = pages.at(next++ % pages.size());
        session.window().showPage(current);
    };
    QTimer turner;
    QObject::connect(&turner, &QTimer::timeout, &turner, turn);
    turner.start(std::chrono::milliseconds(seconds * 1000 / (pages.size() + 1)));
    QTimer::singleShot(std::chrono::seconds(seconds), &turner, [&] {
        turn();
        std::sort(all.begin(), all.end());
        report(u"all"_s, all);
        qint64 seen = 0;
        for (const auto &daemon : session.daemons().daemons())
            seen += daemon->mirror().totals().finishedRequests;
        std::printf("%zu daemons seen, %lld requests finished in them\n", session.daemons().daemons().size(),
                    static_cast<long long>(seen));
        QCoreApplication::quit();
    });
    const int code = QApplication::exec();
    crowd.waitForFinished(20000);
    std::printf("crowd: %s", crowd.readAllStandardOutput().constData());
    return code;
}
