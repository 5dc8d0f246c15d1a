#include <daemonrpc/service/metrics/metricdefinition.h>

namespace DaemonRpc {

static const char introduction[] =
    R"(<!-- The table is made from the code; a test fails when it differs: see tests/service/metrics/tst_metricsreference.cpp. -->
# Metrics

`daemon-rpcd` measures itself. The same figures come three ways:

    daemon-rpc metrics                                            # over the daemon's own socket; also --json
    curl --unix-socket SOCKET http://localhost/metrics            # the text format of Prometheus
    curl http://127.0.0.1:PORT/metrics                            # with health.http_port: PORT

The socket is `daemon-rpc status`'s, usually `/run/user/UID/daemon-rpc/daemon-rpc-default.sock`.

## HTTP
| path | answers |
|---|---|
| `/healthz` | 200 `{"status":"ok",...}`, also with warnings; 503 with the checks that have failed |
| `/readyz` | 200 `{"status":"ready"}`; 503 while the daemon starts or drains |
| `/metrics` | the metrics below, `text/plain; version=0.0.4` |

- GET and HEAD, HTTP/1.0 and HTTP/1.1; other methods get 405, other paths 404. A query is ignored. Connections are
  kept open: up to 1000 requests each, pipelined ones in order; at most 8 KiB of header, and no body.
- Being asked keeps no daemon alive: one that nobody else uses exits after `daemon.idle_exit_ms` as ever.
- A request has to be complete within 5 s, the next one has to begin within 30 s, and an answer has to be taken within
  30 s.
- On the local socket everybody who may use the daemon is served. A peer that has to authenticate first sends
  `Authorization: Bearer TOKEN` with every request; else it gets 401.
- `health.http_port` opens a port on 127.0.0.1 and ::1 that speaks nothing but this, without a token: what is read there
  can be read by every user of the machine. `Host` must be a name of the machine itself (`localhost`, `127.0.0.1`,
  `[::1]`): pages in a browser cannot read it under a name of their own. A port that is taken is tried again every
  second. A daemon that drains closes it, so that its successor can have it.

## Prometheus
```yaml
scrape_configs:
  - job_name: daemon-rpc
    static_configs:
      - targets: ['127.0.0.1:9464']
```
`resources/monitoring/` has a dashboard for Grafana and rules for alerts.

Values of labels are bounded: `command` is one of the first 256 commands that were called, else `other`; all others are
the closed sets below, or named in the configuration. Counters count from the start of the process. A metric without a
series yet, such as the warm pool of a daemon without warm commands, is left out.

## The metrics
| name | type | labels | meaning |
|---|---|---|---|
)";

QByteArray metricsReference()
{
    QByteArray text = introduction;
    for (const MetricDefinition &definition : metricDefinitions()) {
        QByteArrayList labels;
        for (const QByteArray &label : QByteArray(definition.labels).split(' ')) {
            if (!label.isEmpty())
                labels.append('`' + label + '`');
        }
        text += "| `" + QByteArray(definition.name) + "` | " + metricTypeName(definition.type) + " | " +
                labels.join(", ") + " | " + definition.help + ". |\n";
    }
    return text;
}

} // namespace DaemonRpc
