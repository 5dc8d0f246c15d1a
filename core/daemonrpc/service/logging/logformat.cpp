#include "logformat_p.h"
#include "logtext_p.h"

#include <array>
#include <ctime>

#include <syslog.h>

namespace DaemonRpc {

namespace {

// "2026-01-31T08:00:00.123Z". The part up to the seconds is kept: taking a time apart costs more than the
// rest.
void appendTime(QByteArray &line, qint64 timeMs)
{
    thread_local qint64 lastSecond = -1;
    thread_local std::array<char, sizeof "2026-01-31T08:00:00.123Z"> text = {};
    const qint64 second = timeMs / 1000;
    if (second != lastSecond) {
        lastSecond = second;
        const std::time_t time = second;
        std::tm parts = {};
        ::gmtime_r(&time, &parts);
        std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    }
    const auto milliseconds = static_cast<int>(timeMs % 1000);
    line.append(text.data(), 19);
    line.append('.');
    line.append(static_cast<char>('0' + milliseconds / 100));
    line.append(static_cast<char>('0' + milliseconds / 10 % 10));
    line.append(static_cast<char>('0' + milliseconds % 10));
    line.append('Z');
}

const char *levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Error: return "error";
    case LogLevel::Fatal: return "fatal";
    }
    return "error";
}

int priority(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return LOG_DEBUG;
    case LogLevel::Info: return LOG_INFO;
    case LogLevel::Warning: return LOG_WARNING;
    case LogLevel::Error: return LOG_ERR;
    case LogLevel::Fatal: return LOG_CRIT;
    }
    return LOG_ERR;
}

// A category is the program's own word, but any embedder's: no blanks, nothing that would need escapes.
void appendCategory(QByteArray &line, const QByteArray &category)
{
    for (const char byte : QByteArrayView(category).first(qMin<qsizetype>(category.size(), 100))) {
        const bool isPlain = byte > 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
        line.append(isPlain ? byte : '_');
    }
}

template <typename Number>
void appendNumber(QByteArray &line, Number number)
{
    line.append(QByteArray::number(number));
}

void appendMessage(QByteArray &line, const LogRecord &record)
{
    appendEscaped(line, record.message);
    if (record.omittedBytes > 0) {
        line.append("\xe2\x80\xa6 (");
        appendNumber(line, record.omittedBytes);
        line.append(" bytes more)");
    }
}

QByteArray newLine(const LogRecord &record)
{
    QByteArray line;
    line.reserve(record.message.size() + 160);
    return line;
}

} // namespace

QByteArray textLine(const LogRecord &record)
{
    QByteArray line = newLine(record);
    appendTime(line, record.timeMs);
    line.append(' ');
    line.append(levelName(record.level));
    line.append(' ');
    appendCategory(line, record.category);
    line.append(' ');
    appendNumber(line, record.pid);
    line.append(' ');
    appendNumber(line, record.threadId);
    if (record.requestId != 0) {
        line.append(" [request ");
        appendNumber(line, record.requestId);
        line.append(']');
    }
    if (record.peer) {
        line.append(" [peer uid ");
        appendNumber(line, record.peer->uid);
        line.append(" pid ");
        appendNumber(line, record.peer->pid);
        line.append(']');
    }
    line.append(": ");
    appendMessage(line, record);
    line.append('\n');
    return line;
}

QByteArray jsonLine(const LogRecord &record)
{
    QByteArray line = newLine(record);
    line.append("{\"time\":\"");
    appendTime(line, record.timeMs);
    line.append("\",\"level\":\"");
    line.append(levelName(record.level));
    line.append("\",\"category\":\"");
    appendCategory(line, record.category);
    line.append("\",\"pid\":");
    appendNumber(line, record.pid);
    line.append(",\"tid\":");
    appendNumber(line, record.threadId);
    if (record.requestId != 0) {
        line.append(",\"request\":");
        appendNumber(line, record.requestId);
    }
    if (record.peer) {
        line.append(",\"peer\":{\"uid\":");
        appendNumber(line, record.peer->uid);
        line.append(",\"pid\":");
        appendNumber(line, record.peer->pid);
        line.append('}');
    }
    line.append(",\"message\":\"");
    appendJsonEscaped(line, record.message);
    line.append('"');
    if (record.omittedBytes > 0) {
        line.append(",\"omitted_bytes\":");
        appendNumber(line, record.omittedBytes);
    }
    line.append("}\n");
    return line;
}

QByteArray journalDatagram(const LogRecord &record, const QByteArray &identifier)
{
    QByteArray datagram = newLine(record);
    datagram.append("PRIORITY=");
    appendNumber(datagram, priority(record.level));
    datagram.append("\nSYSLOG_IDENTIFIER=");
    appendCategory(datagram, identifier);
    datagram.append("\nTID=");
    appendNumber(datagram, record.threadId);
    datagram.append("\nDAEMON_RPC_CATEGORY=");
    appendCategory(datagram, record.category);
    if (record.requestId != 0) {
        datagram.append("\nDAEMON_RPC_REQUEST_ID=");
        appendNumber(datagram, record.requestId);
    }
    if (record.peer) {
        datagram.append("\nDAEMON_RPC_PEER_UID=");
        appendNumber(datagram, record.peer->uid);
        datagram.append("\nDAEMON_RPC_PEER_PID=");
        appendNumber(datagram, record.peer->pid);
    }
    datagram.append("\nMESSAGE=");
    appendMessage(datagram, record);
    datagram.append('\n');
    return datagram;
}

QByteArray syslogDatagram(const LogRecord &record, const QByteArray &identifier)
{
    static constexpr std::array<const char *, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t time = record.timeMs / 1000;
    std::tm parts = {};
    ::localtime_r(&time, &parts); // local time, as syslog(3) writes it
    std::array<char, 32> clock = {};
    std::strftime(clock.data(), clock.size(), " %e %H:%M:%S ", &parts);

    QByteArray datagram = newLine(record);
    datagram.append('<');
    appendNumber(datagram, LOG_DAEMON | priority(record.level));
    datagram.append('>');
    datagram.append(months[static_cast<size_t>(parts.tm_mon) % months.size()]);
    datagram.append(clock.data());
    appendCategory(datagram, identifier);
    datagram.append('[');
    appendNumber(datagram, record.pid);
    datagram.append("]: ");
    appendCategory(datagram, record.category);
    if (record.requestId != 0) {
        datagram.append(" [request ");
        appendNumber(datagram, record.requestId);
        datagram.append(']');
    }
    datagram.append(": ");
    appendMessage(datagram, record);
    return datagram;
}

} // namespace DaemonRpc
