#include "logchannel_p.h"

#include <QDateTime>

#include <spdlog/details/null_mutex.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <vector>

#include <unistd.h>

namespace DaemonRpc {

namespace {

// What spdlog hands over is complete: the formatting is done before it. Errors are counted, not thrown.
class OutputSink : public spdlog::sinks::base_sink<spdlog::details::null_mutex>
{
public:
    OutputSink(std::unique_ptr<LogOutput> output, const LogChannel::Encoder &encoder)
        : m_output(std::move(output))
        , m_encoder(encoder)
    {}

    [[nodiscard]] quint64 lostLines() const { return m_lostLines; }

    [[nodiscard]] quint64 unreportedLines() const { return m_unreportedLines; }

protected:
    void sink_it_(const spdlog::details::log_msg &message) override
    {
        const QByteArrayView line(message.payload.data(), static_cast<qsizetype>(message.payload.size()));
        if (reportLoss() && m_output->write(line))
            return;
        ++m_lostLines;
        ++m_unreportedLines;
    }

    void flush_() override {}

private:
    bool reportLoss()
    {
        if (m_unreportedLines == 0)
            return true;
        LogRecord record;
        record.timeMs = QDateTime::currentMSecsSinceEpoch();
        record.level = LogLevel::Warning;
        record.category = "daemonrpc.service";
        record.pid = ::getpid();
        record.threadId = ::gettid();
        record.message = QStringLiteral("%1 lines of the log were lost here").arg(m_unreportedLines);
        if (!m_output->write(m_encoder(record)))
            return false;
        m_unreportedLines = 0;
        return true;
    }

    std::unique_ptr<LogOutput> m_output;
    const LogChannel::Encoder &m_encoder;
    quint64 m_lostLines = 0;
    quint64 m_unreportedLines = 0;
};

} // namespace

class LogChannel::Private
{
public:
    explicit Private(Encoder function)
        : encoder(std::move(function))
        , logger("daemonrpc")
    {
        logger.set_level(spdlog::level::trace); // the categories have decided already
        logger.set_error_handler([this](const std::string &) { ++failures; });
    }

    Encoder encoder;
    spdlog::logger logger;
    std::vector<std::shared_ptr<OutputSink>> sinks;
    quint64 failures = 0; // exceptions: out of memory
};

LogChannel::LogChannel(Encoder encoder)
    : d(std::make_unique<Private>(std::move(encoder)))
{}

LogChannel::~LogChannel() = default;

void LogChannel::add(std::unique_ptr<LogOutput> output)
{
    d->sinks.push_back(std::make_shared<OutputSink>(std::move(output), d->encoder));
    d->logger.sinks().push_back(d->sinks.back());
}

bool LogChannel::isEmpty() const { return d->sinks.empty(); }

static spdlog::level::level_enum spdlogLevel(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return spdlog::level::debug;
    case LogLevel::Info: return spdlog::level::info;
    case LogLevel::Warning: return spdlog::level::warn;
    case LogLevel::Error: return spdlog::level::err;
    case LogLevel::Fatal: return spdlog::level::critical;
    }
    return spdlog::level::err;
}

void LogChannel::write(const LogRecord &record)
{
    if (isEmpty())
        return;
    const QByteArray line = d->encoder(record);
    d->logger.log(spdlog::log_clock::time_point(std::chrono::milliseconds(record.timeMs)),
                  spdlog::source_loc(), spdlogLevel(record.level),
                  spdlog::string_view_t(line.constData(), static_cast<size_t>(line.size())));
}

quint64 LogChannel::lostLines() const
{
    quint64 lines = d->failures;
    for (const auto &sink : d->sinks)
        lines += sink->lostLines();
    return lines;
}

quint64 LogChannel::unreportedLines() const
{
    quint64 lines = 0;
    for (const auto &sink : d->sinks)
        lines += sink->unreportedLines();
    return lines;
}

} // namespace DaemonRpc
