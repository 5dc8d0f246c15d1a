#include "daemon/commands/generatecommand.h"

namespace DaemonRpc {

namespace {

// A block of lines "0123…": compressible, readable, and cheap to make.
QByteArray makeBlock()
{
    QByteArray line;
    for (int i = 0; i < 63; ++i)
        line.append(static_cast<char>('0' + i % 10));
    line.append('\n');
    return line.repeated(1024);
}

class GenerateExecution : public Execution
{
    Q_OBJECT

public:
    GenerateExecution(RequestContext &context, qint64 bytes)
        : m_context(context)
        , m_block(makeBlock())
        , m_remaining(bytes)
    {
        connect(&context, &RequestContext::writable, this, &GenerateExecution::write);
        connect(&context, &RequestContext::cancellationRequested, this,
                [this](CancellationReason, int signal) { m_context.finishSignaled(signal); });
        write();
    }

private:
    void write()
    {
        if (m_context.isFinished())
            return;
        // A reader that keeps up would never fill the mark: other requests get their turn after each burst.
        for (int i = 0; i < blocksPerTurn && m_remaining > 0; ++i) {
            if (!m_context.isWritable())
                return; // writable() goes on
            const qint64 size = qMin<qint64>(m_remaining, m_block.size());
            m_remaining -= size;
            m_context.write(QByteArrayView(m_block).first(size));
        }
        if (m_remaining == 0)
            m_context.finish(0);
        else
            QMetaObject::invokeMethod(this, &GenerateExecution::write, Qt::QueuedConnection);
    }

    static constexpr int blocksPerTurn = 16;

    RequestContext &m_context;
    QByteArray m_block;
    qint64 m_remaining;
};

std::unique_ptr<Execution> startGenerate(RequestContext &context)
{
    bool isNumber = false;
    const qint64 bytes = context.arguments().value(1).toLongLong(&isNumber);
    if (context.arguments().size() != 2 || !isNumber || bytes < 0) {
        context.writeError("usage: generate BYTES\n");
        context.finish(2);
        return nullptr;
    }
    return std::make_unique<GenerateExecution>(context, bytes);
}

} // namespace

std::unique_ptr<CommandHandler> makeGenerateCommand()
{
    return std::make_unique<FunctionHandler>(startGenerate, QStringLiteral("prints BYTES bytes"));
}

} // namespace DaemonRpc

#include "generatecommand.moc"
