#include "daemon/commands/catcommand.h"

namespace DaemonRpc {

namespace {

class CatExecution : public Execution
{
    Q_OBJECT

public:
    explicit CatExecution(RequestContext &context)
        : m_context(context)
        , m_owed(context.limits().inputWindowBytes)
    {
        connect(&context, &RequestContext::inputReceived, this, &CatExecution::copy);
        connect(&context, &RequestContext::inputFinished, this, [this] { m_context.finish(0); });
        connect(&context, &RequestContext::writable, this, &CatExecution::askForMore);
        connect(&context, &RequestContext::cancellationRequested, this,
                [this](CancellationReason, int signal) { m_context.finishSignaled(signal); });
        askForMore();
    }

private:
    void copy(QByteArrayView bytes)
    {
        m_context.write(bytes);
        m_owed += bytes.size();
        askForMore();
    }

    // As much as came may come again, once the reader has room for it.
    void askForMore()
    {
        if (m_owed > 0 && m_context.isWritable())
            m_context.requestInput(std::exchange(m_owed, 0));
    }

    RequestContext &m_context;
    qint64 m_owed;
};

} // namespace

std::unique_ptr<CommandHandler> makeCatCommand()
{
    return std::make_unique<FunctionHandler>(
        [](RequestContext &context) { return std::make_unique<CatExecution>(context); },
        QStringLiteral("copies standard input to standard output"));
}

} // namespace DaemonRpc

#include "catcommand.moc"
