<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DaemonRpc::CommandLineOptions</name>
    <message>
        <source>Serve as daemon &lt;id&gt; (default: DAEMON_RPC_ID, else &quot;default&quot;).</source>
        <translation>作为守护进程 &lt;id&gt; 提供服务（默认：DAEMON_RPC_ID，否则为“default”）。</translation>
    </message>
    <message>
        <source>Keep socket, lock, pid file and log in &lt;dir&gt; (default: DAEMON_RPC_RUNTIME_DIR, else /run/user/UID/daemon-rpc, else /tmp/daemon-rpc-UID).</source>
        <translation>把套接字、锁、PID 文件和日志放在 &lt;dir&gt;（默认：DAEMON_RPC_RUNTIME_DIR，否则 /run/user/UID/daemon-rpc，否则 /tmp/daemon-rpc-UID）。</translation>
    </message>
    <message>
        <source>Read the configuration &lt;file&gt; after /etc/daemon-rpc/daemon.yaml and the user&apos;s own.</source>
        <translation>在 /etc/daemon-rpc/daemon.yaml 和用户自己的配置之后读取配置 &lt;file&gt;。</translation>
    </message>
    <message>
        <source>Set one key of the configuration, as in performance.grace_ms=3000; can be repeated.</source>
        <translation>设置一个配置项，例如 performance.grace_ms=3000；可重复使用。</translation>
    </message>
    <message>
        <source>Print every effective value with where it comes from, and exit.</source>
        <translation>输出每个生效的值及其来源，然后退出。</translation>
    </message>
    <message>
        <source>Say whether &lt;file&gt; is a valid configuration, and exit: with 1 when it is not.</source>
        <translation>说明 &lt;file&gt; 是否为有效配置，然后退出：无效时退出码为 1。</translation>
    </message>
    <message>
        <source>Print a configuration file with every key, commented out, and exit.</source>
        <translation>输出包含所有配置项（均已注释掉）的配置文件，然后退出。</translation>
    </message>
    <message>
        <source>Print docs/CONFIGURATION.md, and exit.</source>
        <translation>输出 docs/CONFIGURATION.md，然后退出。</translation>
    </message>
    <message>
        <source>Write a new token for remote clients into the new file &lt;file&gt;, and exit.</source>
        <translation>为远程客户端生成新令牌，写入新文件 &lt;file&gt;，然后退出。</translation>
    </message>
    <message>
        <source>Stay attached to the terminal or supervisor.</source>
        <translation>保持在终端或监管程序的前台。</translation>
    </message>
    <message>
        <source>Write a line feed to descriptor &lt;n&gt; when ready, for s6 (systemd needs no option).</source>
        <translation>就绪时向描述符 &lt;n&gt; 写入换行，用于 s6（systemd 无需选项）。</translation>
    </message>
    <message>
        <source>Exit after &lt;ms&gt; without requests (default 10800000, 3 hours; 0 = never).</source>
        <translation>无请求持续 &lt;ms&gt; 后退出（默认 10800000，即 3 小时；0 = 从不）。</translation>
    </message>
    <message>
        <source>Time between asking a request to stop and forcing it (default 5000).</source>
        <translation>从要求请求停止到强制停止之间的时间（默认 5000）。</translation>
    </message>
    <message>
        <source>How long a stop waits for running requests before it cancels them (default 10000).</source>
        <translation>停止时等待正在运行的请求多久后取消它们（默认 10000）。</translation>
    </message>
    <message>
        <source>Connections at a time, in all and per user (default 1024 and 512).</source>
        <translation>同时连接数，总计和每个用户（默认 1024 和 512）。</translation>
    </message>
    <message>
        <source>Time a connection has to ask for something (default 5000).</source>
        <translation>连接提出请求的时限（默认 5000）。</translation>
    </message>
    <message>
        <source>Take &lt;ms&gt; since the epoch for the build&apos;s time: set by the client that starts the daemon.</source>
        <translation>以纪元以来的 &lt;ms&gt; 作为构建时间：由启动守护进程的客户端设置。</translation>
    </message>
    <message>
        <source>Take &lt;id&gt; for the build&apos;s id: set by the client, too.</source>
        <translation>以 &lt;id&gt; 作为构建标识：同样由客户端设置。</translation>
    </message>
    <message>
        <source>Report readiness on descriptor &lt;n&gt;: set by the client, too.</source>
        <translation>在描述符 &lt;n&gt; 上报告就绪：同样由客户端设置。</translation>
    </message>
    <message>
        <source>Heed --build-timestamp and --build-id only if this program is build &lt;id&gt;: set by the daemon that is restarted, as all of the following.</source>
        <translation>仅当本程序的构建为 &lt;id&gt; 时才采用 --build-timestamp 和 --build-id：由被重启的守护进程设置，以下各项亦同。</translation>
    </message>
    <message>
        <source>Take over the lock on descriptor &lt;n&gt;.</source>
        <translation>接管描述符 &lt;n&gt; 上的锁。</translation>
    </message>
    <message>
        <source>Take over the listening socket on descriptor &lt;n&gt;.</source>
        <translation>接管描述符 &lt;n&gt; 上的监听套接字。</translation>
    </message>
    <message>
        <source>Its file has the inode &lt;n&gt;.</source>
        <translation>其文件的 inode 为 &lt;n&gt;。</translation>
    </message>
    <message>
        <source>1: a supervisor owns that socket.</source>
        <translation>1：该套接字由监管程序拥有。</translation>
    </message>
    <message>
        <source>This is restart &lt;n&gt; in a row of a daemon that is not in order.</source>
        <translation>这是状态不正常的守护进程的第 &lt;n&gt; 次连续重启。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Show version and build.</source>
        <translation>显示版本和构建。</translation>
    </message>
    <message>
        <source>Serves commands to daemon-rpc clients. Clients start it by themselves; start it by hand to watch it or under a supervisor, with --foreground.</source>
        <translation>为 daemon-rpc 客户端执行命令。客户端会自动启动它；若要观察其运行或由监管程序管理，请用 --foreground 手动启动。</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::DaemonArguments</name>
    <message>
        <source>--%1 needs a whole number from %2 to %3, not &quot;%4&quot;</source>
        <translation>--%1 需要 %2 到 %3 之间的整数，而不是“%4”</translation>
    </message>
    <message>
        <source>--%1 needs a file</source>
        <translation>--%1 需要一个文件</translation>
    </message>
    <message>
        <source>--set needs section.key=value, not &quot;%1&quot;</source>
        <translation>--set 需要 section.key=value，而不是“%1”</translation>
    </message>
    <message>
        <source>%1 See daemon-rpcd --help.</source>
        <translation>%1请参阅 daemon-rpcd --help。</translation>
    </message>
    <message>
        <source>unexpected argument &quot;%1&quot;; see daemon-rpcd --help</source>
        <translation>意外的参数“%1”；请参阅 daemon-rpcd --help</translation>
    </message>
    <message>
        <source>--make-token needs a file</source>
        <translation>--make-token 需要一个文件</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::DaemonProgram</name>
    <message>
        <source>daemon &quot;%1&quot; started</source>
        <translation>已启动守护进程“%1”</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>未知选项“%1”。</translation>
    </message>
    <message>
        <source>Unknown options: %1.</source>
        <translation>未知选项：%1。</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>“%1”之后缺少值。</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>“%1”之后有意外的值。</translation>
    </message>
</context>
</TS>
