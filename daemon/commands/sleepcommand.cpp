#include "daemon/commands/sleepcommand.h"

#include <QTimer>

namespace DaemonRpc {

namespace {

// A QTimer counts milliseconds in an int: about 24 days.
constexpr double maxSeconds = 2'000'000;

class SleepExecution : public Execution
{
    Q_OBJECT

public:
    SleepExecution(RequestContext &context, std::chrono::milliseconds duration)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [&context] { context.finish(0); });
        connect(&context, &RequestContext::cancellationRequested, this,
                [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
        m_timer.start(duration);
    }

private:
    QTimer m_timer;
};

std::unique_ptr<Execution> startSleep(RequestContext &context)
{
    bool isNumber = false;
    const double seconds = context.arguments().value(1).toDouble(&isNumber);
    if (context.arguments().size() != 2 || !isNumber || !(seconds >= 0) || seconds > maxSeconds) {
        context.writeError("usage: sleep SECONDS (0 to 2000000, fractions allowed)\n");
        context.finish(2);
        return nullptr;
    }
    return std::make_unique<SleepExecution>(context,
                                            std::chrono::milliseconds(static_cast<qint64>(seconds * 1000)));
}

} // namespace

std::unique_ptr<CommandHandler> makeSleepCommand()
{
    return std::make_unique<FunctionHandler>(startSleep, QStringLiteral("waits SECONDS"));
}

} // namespace DaemonRpc

#include "sleepcommand.moc"
