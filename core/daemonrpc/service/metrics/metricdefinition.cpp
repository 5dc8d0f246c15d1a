#include "metricid_p.h"

namespace DaemonRpc {

using Type = MetricDefinition::Type;

QByteArray metricTypeName(MetricDefinition::Type type)
{
    switch (type) {
    case Type::Counter: return "counter";
    case Type::Gauge: return "gauge";
    case Type::Histogram: return "histogram";
    }
    return {};
}

const QList<MetricDefinition> &metricDefinitions()
{
    static const QList<MetricDefinition> definitions{
        {"daemonrpc_requests_total", Type::Counter, "command outcome",
         "Requests that have ended, by outcome: success, failure (another exit code than 0), signal, error "
         "(see "
         "daemonrpc_request_errors_total), cancelled, forced; commands that the daemon does not know count "
         "as "
         "\"other\""},
        {"daemonrpc_request_errors_total", Type::Counter, "code",
         "Requests that ended with an error of the daemon instead of an exit code, by the name of the error"},
        {"daemonrpc_request_duration_seconds", Type::Histogram, "command",
         "Time from a request's command to its end"},
        {"daemonrpc_output_bytes_total", Type::Counter, "command",
         "Bytes that ended requests have written to their standard output and standard error"},
        {"daemonrpc_requests_running", Type::Gauge, "", "Requests that run or wait"},
        {"daemonrpc_command_requests", Type::Gauge, "command state",
         "Requests of a command of the configuration, by state: running, waiting for their turn"},
        {"daemonrpc_cancellations_total", Type::Counter, "reason result",
         "Requests that were asked to stop and have ended, by reason (client_closed, interrupted, "
         "administrator, "
         "timeout, shutdown) and result: honoured within the grace, or forced"},
        {"daemonrpc_cancellation_latency_seconds", Type::Histogram, "result",
         "Time from asking a request to stop to its end, by result: honoured, forced"},
        {"daemonrpc_connections_total", Type::Counter, "",
         "Connections that were accepted, refused ones included"},
        {"daemonrpc_connections_refused_total", Type::Counter, "reason",
         "Connections that were not served, by reason: limit (too many), stranger (a peer that may not use "
         "the "
         "daemon), idle (gave way to others)"},
        {"daemonrpc_connections_violated_total", Type::Counter, "",
         "Connections that ended because the peer broke the protocol"},
        {"daemonrpc_connections", Type::Gauge, "state",
         "Open connections by state: handshake, command, rpc, closing"},
        {"daemonrpc_received_bytes_total", Type::Counter, "", "Bytes received from peers"},
        {"daemonrpc_sent_bytes_total", Type::Counter, "", "Bytes sent to peers"},
        {"daemonrpc_pending_bytes", Type::Gauge, "", "Bytes that wait for slow peers"},
        {"daemonrpc_http_requests_total", Type::Counter, "path code",
         "HTTP requests that were answered, by path (other: all that do not exist) and status code"},
        {"daemonrpc_rpc_calls_total", Type::Counter, "outcome",
         "JSON-RPC calls, by outcome: called (a method ran, whatever it answered), unknown (there is no such "
         "method), refused (the caller's role does not allow it), invalid (a parameter is missing or of "
         "another type)"},
        {"daemonrpc_workers", Type::Gauge, "", "Threads for blocking handlers that may run at a time"},
        {"daemonrpc_workers_busy", Type::Gauge, "", "Workers that serve a request"},
        {"daemonrpc_workers_quarantined", Type::Gauge, "",
         "Workers that are lost to handlers which ignore their cancellation"},
        {"daemonrpc_worker_queue_length", Type::Gauge, "", "Requests that wait for a worker"},
        {"daemonrpc_worker_queue_limit", Type::Gauge, "",
         "Requests that may wait for a worker; more are refused"},
        {"daemonrpc_event_loop_lag_seconds", Type::Histogram, "",
         "How late the event loop was, sampled every two seconds"},
        {"daemonrpc_warm_pool_hits_total", Type::Counter, "command",
         "Calls of a warm command that a started copy served"},
        {"daemonrpc_warm_pool_misses_total", Type::Counter, "command reason",
         "Calls of a warm command that were started cold, by reason: arguments, callers_environment, "
         "callers_directory, no_input, none_ready"},
        {"daemonrpc_warm_pool_died_total", Type::Counter, "command", "Copies that ended while they waited"},
        {"daemonrpc_warm_pool_replaced_total", Type::Counter, "command",
         "Copies that were replaced for their age or memory"},
        {"daemonrpc_warm_pool_copies", Type::Gauge, "command state",
         "Copies of a warm command by state: wanted, ready, starting, in_use"},
        {"daemonrpc_log_dropped_lines_total", Type::Counter, "", "Log lines that an output did not take"},
        {"daemonrpc_health_status", Type::Gauge, "", "The worst health check: 0 ok, 1 warning, 2 failed"},
        {"daemonrpc_health_check_status", Type::Gauge, "check",
         "The latest result of each health check: 0 ok, 1 warning, 2 failed"},
        {"daemonrpc_restart_attempts", Type::Gauge, "",
         "Restarts in a row that the daemon has made because a health check failed"},
        {"daemonrpc_state", Type::Gauge, "state",
         "1 for the daemon's state, 0 for the others: ready, degraded, draining"},
        {"daemonrpc_build_info", Type::Gauge, "version build_id", "Always 1; the labels name the build"},
        {"daemonrpc_uptime_seconds", Type::Gauge, "", "Time since the daemon started"},
        {"daemonrpc_private_memory_bytes", Type::Gauge, "",
         "Memory that the daemon has for itself and has written to, its children not included"},
        {"process_resident_memory_bytes", Type::Gauge, "", "Memory of the daemon that is not swapped out"},
        {"process_cpu_seconds_total", Type::Counter, "", "Processor time that the daemon has used"},
        {"process_open_fds", Type::Gauge, "", "Open descriptors"},
        {"process_max_fds", Type::Gauge, "", "Descriptors that may be open; absent without a limit"},
        {"process_start_time_seconds", Type::Gauge, "",
         "When the daemon started, in seconds since the epoch"},
    };
    Q_ASSERT(definitions.size() == static_cast<qsizetype>(MetricId::Count));
    return definitions;
}

} // namespace DaemonRpc
