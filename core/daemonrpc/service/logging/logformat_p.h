// A log record as bytes, for each place it may go to.
#pragma once

#include <daemonrpc/service/logging/logrecord.h>

namespace DaemonRpc {

/// `2026-01-31T08:00:00.123Z info daemonrpc.request 4711 4712 [request 12] [peer uid 0 pid 3]: message`, with
/// the line feed. The fields in brackets are there when they are known. Nothing in a message or category can
/// look like another line or field: the message is escaped and comes behind the first ": ".
[[nodiscard]] QByteArray textLine(const LogRecord &record);

/// The same as one JSON object: time, level, category, pid, tid, request, peer {uid, pid}, message and
/// omitted_bytes; the optional ones are left out.
[[nodiscard]] QByteArray jsonLine(const LogRecord &record);

/// A datagram of the journal's native protocol (systemd.io/JOURNAL_NATIVE_PROTOCOL): MESSAGE, PRIORITY,
/// SYSLOG_IDENTIFIER, TID, DAEMON_RPC_CATEGORY, DAEMON_RPC_REQUEST_ID, DAEMON_RPC_PEER_UID,
/// DAEMON_RPC_PEER_PID. The message is escaped as in a text line.
[[nodiscard]] QByteArray journalDatagram(const LogRecord &record, const QByteArray &identifier);

/// A datagram for the local syslog (RFC 3164, as syslog(3) sends it): facility daemon, local time, category
/// and request before the message.
[[nodiscard]] QByteArray syslogDatagram(const LogRecord &record, const QByteArray &identifier);

} // namespace DaemonRpc
