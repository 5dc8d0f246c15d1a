<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DaemonRpc::Address</name>
    <message>
        <source>invalid address &quot;%1&quot;: use local:NAME, local:/path, tcp://host:port or tls://host:port</source>
        <translation>无效地址“%1”：请用 local:NAME、local:/path、tcp://host:port 或 tls://host:port</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::AdminCommand</name>
    <message>
        <source>no daemon &quot;%1&quot; is running</source>
        <translation>没有名为“%1”的守护进程在运行</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ArgumentParser</name>
    <message>
        <source>option %1 takes no value</source>
        <translation>选项 %1 不接受值</translation>
    </message>
    <message>
        <source>option %1 needs a value: %1 %2</source>
        <translation>选项 %1 需要一个值：%1 %2</translation>
    </message>
    <message>
        <source>unknown option %1; see --help</source>
        <translation>未知选项 %1；请参阅 --help</translation>
    </message>
    <message>
        <source>unknown option %1, did you mean &quot;%2&quot;?</source>
        <translation>未知选项 %1，是否是指“%2”？</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CancelCommand</name>
    <message>
        <source>ask a request to stop</source>
        <translation>要求一个请求停止</translation>
    </message>
    <message>
        <source>until the request has ended</source>
        <translation>等到该请求结束为止</translation>
    </message>
    <message>
        <source>&quot;daemon-rpc requests&quot; shows the ids. A request that does not stop by itself is forced to when its grace is over.</source>
        <translation>“daemon-rpc requests”会列出各请求的编号。请求若不自行停止，宽限期一过就会被强制停止。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no request id; &quot;daemon-rpc requests&quot; shows them</source>
        <translation>“%1”不是请求编号；“daemon-rpc requests”会列出它们</translation>
    </message>
    <message>
        <source>waiting for request %1…</source>
        <translation>正在等待请求 %1……</translation>
    </message>
    <message>
        <source>request %1 is being cancelled</source>
        <translation>正在取消请求 %1</translation>
    </message>
    <message>
        <source>request %1 has ended</source>
        <translation>请求 %1 已结束</translation>
    </message>
    <message>
        <source>request %1 has ended (%2)</source>
        <translation>请求 %1 已结束（%2）</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CliApplication</name>
    <message>
        <source>--address and --in-process exclude each other, give one of them</source>
        <translation>--address 与 --in-process 互斥，请只给出其中一个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks at the files of this machine; leave out --address (and unset DAEMON_RPC_ADDRESS)</source>
        <translation>“%1”查看的是本机文件；请去掉 --address（并取消设置 DAEMON_RPC_ADDRESS）</translation>
    </message>
    <message>
        <source>--in-process is for commands; leave it out to ask a daemon</source>
        <translation>--in-process 用于执行命令；要询问守护进程请去掉它</translation>
    </message>
    <message>
        <source>talking to the daemon of user %1</source>
        <translation>正在与用户 %1 的守护进程通信</translation>
    </message>
    <message>
        <source>cannot write to standard error: %1</source>
        <translation>无法写入标准错误输出：%1</translation>
    </message>
    <message>
        <source>cannot write to standard output: %1</source>
        <translation>无法写入标准输出：%1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CommandLine</name>
    <message>
        <source>unknown subcommand &quot;%1&quot;; to run it as a command type &quot;daemon-rpc run %1&quot;</source>
        <translation>未知子命令“%1”；若要作为命令运行，请输入“daemon-rpc run %1”</translation>
    </message>
    <message>
        <source>unknown subcommand &quot;%1&quot;, did you mean &quot;%2&quot;?</source>
        <translation>未知子命令“%1”，是否是指“%2”？</translation>
    </message>
    <message>
        <source>%1 needs more: daemon-rpc %1 %2</source>
        <translation>%1 需要更多参数：daemon-rpc %1 %2</translation>
    </message>
    <message>
        <source>%1 does not take &quot;%2&quot;; see daemon-rpc %1 --help</source>
        <translation>%1 不接受“%2”；请参阅 daemon-rpc %1 --help</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CommandRunner</name>
    <message>
        <source>the command, its arguments and its environment take %1, and %2 can be sent; give large data as standard input</source>
        <translation>命令及其参数和环境共占 %1，而最多可发送 %2；请通过标准输入传递大量数据</translation>
    </message>
    <message>
        <source>waiting for daemon &quot;%1&quot;…</source>
        <translation>正在等待守护进程“%1”……</translation>
    </message>
    <message>
        <source>starting daemon &quot;%1&quot;…</source>
        <translation>正在启动守护进程“%1”……</translation>
    </message>
    <message>
        <source>cannot read standard input: %1; the command gets its end</source>
        <translation>无法读取标准输入：%1；命令将收到输入结束</translation>
    </message>
    <message>
        <source>cancelling (%1 grace); press Ctrl+C again to leave now</source>
        <translation>正在取消（宽限期 %1）；再按一次 Ctrl+C 立即离开</translation>
    </message>
    <message>
        <source>cancelling; press Ctrl+C again to leave now</source>
        <translation>正在取消；再按一次 Ctrl+C 立即离开</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CommandsCommand</name>
    <message>
        <source>list the commands that a daemon runs</source>
        <translation>列出守护进程可执行的命令</translation>
    </message>
    <message>
        <source>hidden ones, too</source>
        <translation>包括隐藏的命令</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>对象数组</translation>
    </message>
    <message>
        <source>The daemon&apos;s own and those of its configuration.</source>
        <translation>包括守护进程自带的命令和其配置中的命令。</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 waiting)</source>
        <translation>%1/%2（%3 个在等待）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 (%2 waiting)</source>
        <translation>%1（%2 个在等待）</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1/%2 就绪</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 ready, %n call(s) (%3 cold)</source>
        <translation>
            <numerusform>%1/%2 就绪，%n 次调用（%3 次冷启动）</numerusform>
        </translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>HANDLER</source>
        <translation>处理程序</translation>
    </message>
    <message>
        <source>RUNNING</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>WARM</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ConnectionsCommand</name>
    <message>
        <source>list who is connected to a daemon</source>
        <translation>列出谁连接着守护进程</translation>
    </message>
    <message>
        <source>of every daemon that runs</source>
        <translation>所有正在运行的守护进程的连接</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>对象数组</translation>
    </message>
    <message>
        <source>The connection that asks is among them.</source>
        <translation>发出询问的连接也在其中。</translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>没有守护进程在运行</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DaemonChecks</name>
    <message>
        <source>daemon &quot;%1&quot;</source>
        <extracomment>The subject of a sentence.</extracomment>
        <translation>守护进程“%1”</translation>
    </message>
    <message>
        <source>%1 (pid %2)</source>
        <translation>%1（PID %2）</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1没有应答：%2</translation>
    </message>
    <message>
        <source>%1 does not answer, and no reason is known</source>
        <translation>%1没有应答，原因未知</translation>
    </message>
    <message>
        <source>see its log, %1; if it hangs: kill -KILL %2</source>
        <translation>请查看其日志 %1；如果它挂起：kill -KILL %2</translation>
    </message>
    <message>
        <source>see its log, %1</source>
        <translation>请查看其日志 %1</translation>
    </message>
    <message>
        <source>%1 is degraded: a health check fails</source>
        <translation>%1处于降级状态：一项健康检查未通过</translation>
    </message>
    <message>
        <source>daemon-rpc health says which, and why</source>
        <translation>daemon-rpc health 会说明是哪一项以及原因</translation>
    </message>
    <message numerus="yes">
        <source>%1 is degraded: %n worker(s) held by handlers that ignore their cancellation</source>
        <translation>
            <numerusform>%1处于降级状态：%n 个工作线程被无视取消的处理程序占用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers and is %2</source>
        <translation>%1有应答，状态：%2</translation>
    </message>
    <message>
        <source>none is running; the first call starts one</source>
        <translation>没有正在运行的；首次调用会启动一个</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>left by daemons that are gone: %1</source>
        <translation>由已消失的守护进程遗留：%1</translation>
    </message>
    <message>
        <source>harmless, the next start replaces its own; or rm %1</source>
        <translation>无害，下次启动会替换自己的文件；或者 rm %1</translation>
    </message>
    <message>
        <source>there is no program %1 to start a daemon with</source>
        <translation>没有可用来启动守护进程的程序 %1</translation>
    </message>
    <message>
        <source>install daemon-rpcd beside daemon-rpc, or name it with --daemon or DAEMON_RPC_DAEMON</source>
        <translation>请把 daemon-rpcd 安装在 daemon-rpc 旁边，或用 --daemon 或 DAEMON_RPC_DAEMON 指定</translation>
    </message>
    <message>
        <source>%1 is not of the build of this client (%2)</source>
        <translation>%1 与本客户端的构建（%2）不同</translation>
    </message>
    <message>
        <source>install both from one package, or name the right one with --daemon</source>
        <translation>请从同一软件包安装二者，或用 --daemon 指定正确的程序</translation>
    </message>
    <message>
        <source>%1 starts daemons</source>
        <translation>由 %1 启动守护进程</translation>
    </message>
    <message>
        <source>%1 is of build %2, this client of build %3: it is newer, and refuses this client</source>
        <translation>%1的构建为 %2，本客户端的构建为 %3：守护进程较新，会拒绝本客户端</translation>
    </message>
    <message>
        <source>%1 is of build %2, this client of build %3: the next call replaces it</source>
        <translation>%1的构建为 %2，本客户端的构建为 %3：下次调用会替换它</translation>
    </message>
    <message>
        <source>update this client, or use --version-policy ignore</source>
        <translation>请更新本客户端，或使用 --version-policy ignore</translation>
    </message>
    <message>
        <source>daemon-rpc restart, or --version-policy ignore</source>
        <translation>daemon-rpc restart，或 --version-policy ignore</translation>
    </message>
    <message>
        <source>the program of %1 was replaced or removed since it started</source>
        <translation>%1的程序在启动后被替换或删除</translation>
    </message>
    <message>
        <source>no daemon has any</source>
        <translation>没有守护进程有僵尸进程</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) has not collected children that ended: %3</source>
        <translation>守护进程“%1”（PID %2）没有回收已结束的子进程：%3</translation>
    </message>
    <message>
        <source>if it hangs: kill -KILL %1; they go with it</source>
        <translation>如果它挂起：kill -KILL %1；它们会随之消失</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DaemonSurvey</name>
    <message>
        <source>it has no socket</source>
        <translation>它没有套接字</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>它没有应答</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DirectoryChecks</name>
    <message>
        <source>choose a shorter directory with --runtime-dir or DAEMON_RPC_RUNTIME_DIR</source>
        <translation>请用 --runtime-dir 或 DAEMON_RPC_RUNTIME_DIR 选择路径较短的目录</translation>
    </message>
    <message>
        <source>%1 fits, but the name that a daemon takes to drain has up to 8 bytes more and does not: it cannot hand over</source>
        <translation>%1 的长度合适，但守护进程排空时所用的名称最多会长 8 个字节，放不下：它无法交接</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 bytes</source>
        <translation>%1 占 %2 字节，上限 %3 字节</translation>
    </message>
    <message>
        <source>%1 cannot be created: %2 is no directory</source>
        <translation>无法创建 %1：%2 不是目录</translation>
    </message>
    <message>
        <source>%1 cannot be created: %2 is not writable</source>
        <translation>无法创建 %1：%2 不可写</translation>
    </message>
    <message>
        <source>choose another directory with --runtime-dir</source>
        <translation>请用 --runtime-dir 选择其他目录</translation>
    </message>
    <message>
        <source>%1 does not exist yet; the first daemon creates it</source>
        <translation>%1 尚不存在；首个守护进程会创建它</translation>
    </message>
    <message>
        <source>remove or rename %1, or choose another directory with --runtime-dir; find out who made it</source>
        <translation>请删除或重命名 %1，或用 --runtime-dir 选择其他目录；并查明是谁创建的</translation>
    </message>
    <message>
        <source>%1 is shared by all users: others can take the name of a socket first</source>
        <translation>%1 由所有用户共享：他人可能抢先占用套接字的名称</translation>
    </message>
    <message>
        <source>choose a directory of your own with --runtime-dir, or leave it out</source>
        <translation>请用 --runtime-dir 选择自己的目录，或省略该选项</translation>
    </message>
    <message>
        <source>%1 belongs to user %2, mode %3</source>
        <translation>%1 属于用户 %2，权限 %3</translation>
    </message>
    <message>
        <source>find out who made it, then rm %1</source>
        <translation>请查明是谁创建的，然后 rm %1</translation>
    </message>
    <message>
        <source>%1 is a symbolic link; daemons refuse it</source>
        <translation>%1 是符号链接；守护进程会拒绝它</translation>
    </message>
    <message>
        <source>%1 belongs to user %2; daemons refuse it</source>
        <translation>%1 属于用户 %2；守护进程会拒绝它</translation>
    </message>
    <message>
        <source>%1 is no socket</source>
        <translation>%1 不是套接字</translation>
    </message>
    <message>
        <source>%1 is no regular file</source>
        <translation>%1 不是普通文件</translation>
    </message>
    <message>
        <source>%1 has a second name (hard link); daemons refuse it</source>
        <translation>%1 有另一个名称（硬链接）；守护进程会拒绝它</translation>
    </message>
    <message>
        <source>%1 is open to other users (mode %2)</source>
        <translation>%1 对其他用户开放（权限 %2）</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>没有</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), closed to other users</source>
        <translation>
            <numerusform>%n 个文件，对其他用户不开放</numerusform>
        </translation>
    </message>
    <message>
        <source>choose a local directory with --runtime-dir or DAEMON_RPC_RUNTIME_DIR</source>
        <translation>请用 --runtime-dir 或 DAEMON_RPC_RUNTIME_DIR 选择本地目录</translation>
    </message>
    <message>
        <source>%1 is on a network file system (%2): its sockets and locks do not work between machines</source>
        <translation>%1 位于网络文件系统（%2）上：其套接字和锁在机器之间不起作用</translation>
    </message>
    <message>
        <source>%1 is on a file system of a user&apos;s program (FUSE), which may know no locks</source>
        <translation>%1 位于用户程序的文件系统（FUSE）上，可能不支持锁</translation>
    </message>
    <message>
        <source>%1 is on a local file system</source>
        <translation>%1 位于本地文件系统上</translation>
    </message>
    <message>
        <source>%1 is on a file system that cannot be written to</source>
        <translation>%1 位于不可写的文件系统上</translation>
    </message>
    <message>
        <source>the file system of %1 is full</source>
        <translation>%1 所在的文件系统已满</translation>
    </message>
    <message>
        <source>free some space: df -h %1; df -i %1</source>
        <translation>请释放一些空间：df -h %1; df -i %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DoctorCommand</name>
    <message>
        <source>look for what keeps daemons from working</source>
        <translation>查找妨碍守护进程工作的问题</translation>
    </message>
    <message>
        <source>an object: status, and checks with name, status, finding and fix</source>
        <translation>一个对象：status，以及含 name、status、finding 和 fix 的 checks</translation>
    </message>
    <message>
        <source>Changes nothing. Exit code 0: no problem, warnings at most; 1: a problem.</source>
        <translation>不做任何更改。退出码 0：没有问题，至多有警告；1：有问题。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DoctorReport</name>
    <message>
        <source>CHECK</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>FINDING</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>fix</source>
        <translation>解决</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DrainCommand</name>
    <message>
        <source>let the daemon finish what runs and exit</source>
        <translation>让守护进程完成正在运行的请求后退出</translation>
    </message>
    <message>
        <source>Does not wait for it. The next command starts a fresh daemon. That no daemon runs is no error.</source>
        <translation>不等待其退出。下一条命令会启动新的守护进程。没有守护进程在运行不算错误。</translation>
    </message>
    <message numerus="yes">
        <source>daemon &quot;%1&quot; (pid %2) finishes %n request(s), then exits</source>
        <translation>
            <numerusform>守护进程“%1”（PID %2）完成 %n 个请求后退出</numerusform>
        </translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) has nothing left to do and exits</source>
        <translation>守护进程“%1”（PID %2）已无事可做，正在退出</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::GlobalOptions</name>
    <message>
        <source>the daemon to use (DAEMON_RPC_ID; &quot;default&quot;)</source>
        <translation>要使用的守护进程（DAEMON_RPC_ID；“default”）</translation>
    </message>
    <message>
        <source>where daemons live (DAEMON_RPC_RUNTIME_DIR)</source>
        <translation>守护进程所在的目录（DAEMON_RPC_RUNTIME_DIR）</translation>
    </message>
    <message>
        <source>tcp://HOST:PORT, tls://HOST:PORT or local:/PATH (DAEMON_RPC_ADDRESS)</source>
        <translation>tcp://HOST:PORT、tls://HOST:PORT 或 local:/PATH（DAEMON_RPC_ADDRESS）</translation>
    </message>
    <message>
        <source>the token for that address (DAEMON_RPC_TOKEN_FILE)</source>
        <translation>用于该地址的令牌（DAEMON_RPC_TOKEN_FILE）</translation>
    </message>
    <message>
        <source>who signs that daemon&apos;s certificate (the system&apos;s authorities)</source>
        <translation>签发该守护进程证书的机构（系统的证书颁发机构）</translation>
    </message>
    <message>
        <source>the certificate to show to that daemon</source>
        <translation>向该守护进程出示的证书</translation>
    </message>
    <message>
        <source>the key of that certificate</source>
        <translation>该证书的密钥</translation>
    </message>
    <message>
        <source>what that daemon&apos;s certificate must be for (HOST)</source>
        <translation>该守护进程的证书必须对应的名称（HOST）</translation>
    </message>
    <message>
        <source>the daemon program to start (DAEMON_RPC_DAEMON)</source>
        <translation>要启动的守护进程程序（DAEMON_RPC_DAEMON）</translation>
    </message>
    <message>
        <source>the configuration of a daemon that is started</source>
        <translation>所启动的守护进程的配置</translation>
    </message>
    <message>
        <source>how long starting a daemon may take (10000)</source>
        <translation>启动守护进程的时限（10000）</translation>
    </message>
    <message>
        <source>never start a daemon</source>
        <translation>从不启动守护进程</translation>
    </message>
    <message>
        <source>run the command without any daemon</source>
        <translation>不借助守护进程运行命令</translation>
    </message>
    <message>
        <source>newer-wins, exact or ignore: which daemon to replace</source>
        <translation>newer-wins、exact 或 ignore：替换哪种守护进程</translation>
    </message>
    <message>
        <source>cancel the command after this time</source>
        <translation>超过这段时间就取消命令</translation>
    </message>
    <message>
        <source>talk to the daemon of another user, as root</source>
        <translation>以 root 身份与其他用户的守护进程通信</translation>
    </message>
    <message>
        <source>errors only, no notices</source>
        <translation>只显示错误，不显示提示</translation>
    </message>
    <message>
        <source>all notices, and what led to an error</source>
        <translation>显示所有提示以及错误的来由</translation>
    </message>
    <message>
        <source>auto, always or never</source>
        <translation>auto、always 或 never</translation>
    </message>
    <message>
        <source>show help, also for one subcommand</source>
        <translation>显示帮助，也可用于单个子命令</translation>
    </message>
    <message>
        <source>show version, build and protocol</source>
        <translation>显示版本、构建和协议</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a file</source>
        <translation>“%1”不是 --%2 的有效值，请给出一个文件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give %3</source>
        <translation>“%1”不是 --%2 的有效值，请给出 %3</translation>
    </message>
    <message>
        <source>there is no user &quot;%1&quot;</source>
        <translation>没有用户“%1”</translation>
    </message>
    <message>
        <source>reading --daemon-id</source>
        <translation>读取 --daemon-id</translation>
    </message>
    <message>
        <source>reading DAEMON_RPC_ID</source>
        <translation>读取 DAEMON_RPC_ID</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a directory</source>
        <translation>“%1”不是 --%2 的有效值，请给出一个目录</translation>
    </message>
    <message>
        <source>reading --address</source>
        <translation>读取 --address</translation>
    </message>
    <message>
        <source>reading DAEMON_RPC_ADDRESS</source>
        <translation>读取 DAEMON_RPC_ADDRESS</translation>
    </message>
    <message>
        <source>--address and --daemon-id exclude each other, give one of them</source>
        <translation>--address 与 --daemon-id 互斥，请只给出其中一个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give tcp://HOST:PORT, tls://HOST:PORT or local:/PATH</source>
        <translation>“%1”不是 --%2 的有效值，请给出 tcp://HOST:PORT、tls://HOST:PORT 或 local:/PATH</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a program</source>
        <translation>“%1”不是 --%2 的有效值，请给出一个程序</translation>
    </message>
    <message>
        <source>--quiet and --verbose exclude each other, give one of them</source>
        <translation>--quiet 与 --verbose 互斥，请只给出其中一个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a number of milliseconds from 1 to %3</source>
        <translation>“%1”不是 --%2 的有效值，请给出 1 到 %3 之间的毫秒数</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::HealthCommand</name>
    <message>
        <source>tell whether the daemon is in order</source>
        <translation>说明守护进程是否正常</translation>
    </message>
    <message>
        <source>an object, with the latest results of each check</source>
        <translation>一个对象，含每项检查的最新结果</translation>
    </message>
    <message>
        <source>The first line is the daemon&apos;s state; a table of its health checks follows, which are run now. A warning is no failure.
Exit code 0: ready; 1: degraded or draining; 125: not running or not answering.</source>
        <translation>第一行是守护进程的状态；随后是其健康检查的表格，这些检查会立即执行。警告不算失败。
退出码 0：就绪；1：降级或排空中；125：未运行或没有应答。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::HealthPrinter</name>
    <message>
        <source>CHECK</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>已持续</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::HelpText</name>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Runs commands through a background daemon, which starts by itself on first use.</source>
        <translation>通过后台守护进程运行命令，守护进程在首次使用时自动启动。</translation>
    </message>
    <message>
        <source>Subcommands:</source>
        <translation>子命令：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>See daemon-rpc SUBCOMMAND --help, and daemon-rpc(1).</source>
        <translation>请参阅 daemon-rpc SUBCOMMAND --help 和 daemon-rpc(1)。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Global options: see daemon-rpc --help.</source>
        <translation>全局选项：请参阅 daemon-rpc --help。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ListCommand</name>
    <message>
        <source>list the daemons that run</source>
        <translation>列出正在运行的守护进程</translation>
    </message>
    <message>
        <source>also those that do not answer, and what ended ones left</source>
        <translation>包括没有应答的，以及已结束者的遗留</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>对象数组</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>UPTIME</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>CONNECTIONS</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>版本</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) not answering; see daemon-rpc list --all</source>
        <translation>
            <numerusform>%n 个守护进程没有应答；请参阅 daemon-rpc list --all</numerusform>
        </translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>没有守护进程在运行</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::LogFiles</name>
    <message>
        <source>there is no log %1</source>
        <translation>没有日志 %1</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>无法打开 %1：%2</translation>
    </message>
    <message>
        <source>%1 is no regular file and so no log</source>
        <translation>%1 不是普通文件，因而不是日志</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::LogsCommand</name>
    <message>
        <source>show the log of the daemon, or set how much it logs</source>
        <translation>显示守护进程的日志，或设置记录的详细程度</translation>
    </message>
    <message>
        <source>go on with what is added, until Ctrl+C</source>
        <translation>持续显示新增内容，直到按下 Ctrl+C</translation>
    </message>
    <message>
        <source>the last LINES lines only</source>
        <translation>仅显示最后 LINES 行</translation>
    </message>
    <message>
        <source>from TIME on: 10m, 2h (ago), 08:00, &quot;2026-01-31 08:00&quot;</source>
        <translation>从 TIME 起：10m、2h（之前）、08:00、&quot;2026-01-31 08:00&quot;</translation>
    </message>
    <message>
        <source>of LEVEL or graver: debug, info, warning, error</source>
        <translation>LEVEL 及更严重的：debug、info、warning、error</translation>
    </message>
    <message>
        <source>of one request only</source>
        <translation>仅显示一个请求的</translation>
    </message>
    <message>
        <source>log from LEVEL on, until the next reload; shows nothing</source>
        <translation>从 LEVEL 级别起记录，直到下次重新加载；不显示内容</translation>
    </message>
    <message>
        <source>with --set-level: of one category, &quot;server&quot; for example</source>
        <translation>与 --set-level 合用：只针对一个类别，例如“server”</translation>
    </message>
    <message>
        <source>Rotated files are shown, too, oldest first. What is not a line of the log&apos;s own belongs to the line before it.</source>
        <translation>轮转出的文件也会显示，最旧的在前。不是日志自身格式的行属于它前面的那一行。</translation>
    </message>
    <message>
        <source>--category goes with --set-level</source>
        <translation>--category 须与 --set-level 合用</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of lines</source>
        <translation>“%1”不是行数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no request id; &quot;daemon-rpc requests --all&quot; shows them</source>
        <translation>“%1”不是请求编号；“daemon-rpc requests --all”会列出它们</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no level; there are debug, info, warning and error</source>
        <translation>“%1”不是级别；可用的有 debug、info、warning 和 error</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; has no log, it was never started here (%2)</source>
        <translation>守护进程“%1”没有日志，从未在此启动过（%2）</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::MetricsCommand</name>
    <message>
        <source>show everything that a daemon measures</source>
        <translation>显示守护进程测量的所有指标</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>对象数组</translation>
    </message>
    <message>
        <source>a table for people, histograms as count and mean</source>
        <translation>便于阅读的表格，直方图显示为次数和平均值</translation>
    </message>
    <message>
        <source>Without an option, the text format of Prometheus; docs/METRICS.md lists the metrics. HTTP clients get the same from the daemon&apos;s socket: curl --unix-socket SOCKET http://localhost/metrics</source>
        <translation>不带选项时输出 Prometheus 文本格式；docs/METRICS.md 列出了各项指标。HTTP 客户端可从守护进程的套接字获得同样的内容：curl --unix-socket SOCKET http://localhost/metrics</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::MetricsPrinter</name>
    <message>
        <source>%1, mean %2</source>
        <translation>%1，平均 %2</translation>
    </message>
    <message>
        <source>METRIC</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>值</translation>
    </message>
    <message>
        <source>LABELS</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfCheck</name>
    <message>
        <source>path_length</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>runtime_directory</source>
        <translation>运行时目录</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>file_system</source>
        <translation>文件系统</translation>
    </message>
    <message>
        <source>tmp_cleaner</source>
        <translation>临时清理</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>daemon</source>
        <translation>守护进程</translation>
    </message>
    <message>
        <source>stale_files</source>
        <translation>遗留文件</translation>
    </message>
    <message>
        <source>zombies</source>
        <translation>僵尸进程</translation>
    </message>
    <message>
        <source>event_loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>worker_pool</source>
        <translation>工作线程池</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>descriptors</source>
        <translation>描述符</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfCheckStatus</name>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfCommandSummary</name>
    <message>
        <source>copies standard input to standard output</source>
        <translation>把标准输入复制到标准输出</translation>
    </message>
    <message>
        <source>prints its arguments</source>
        <translation>输出其参数</translation>
    </message>
    <message>
        <source>runs PROGRAM with its arguments</source>
        <translation>带参数运行 PROGRAM</translation>
    </message>
    <message>
        <source>prints BYTES bytes</source>
        <translation>输出 BYTES 个字节</translation>
    </message>
    <message>
        <source>waits SECONDS</source>
        <translation>等待 SECONDS 秒</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfConnectionState</name>
    <message>
        <source>handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>rpc</source>
        <translation>RPC</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>关闭中</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfDaemonState</name>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>排空中</translation>
    </message>
    <message>
        <source>unresponsive</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>已死</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfErrorCode</name>
    <message>
        <source>internal</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>invalid_argument</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <source>invalid_address</source>
        <translation>地址无效</translation>
    </message>
    <message>
        <source>name_too_long</source>
        <translation>名称过长</translation>
    </message>
    <message>
        <source>not_running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>connection_refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>permission_denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>peer_not_trusted</source>
        <translation>对方不受信任</translation>
    </message>
    <message>
        <source>connection_lost</source>
        <translation>连接丢失</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>protocol_violation</source>
        <translation>违反协议</translation>
    </message>
    <message>
        <source>message_too_large</source>
        <translation>消息过大</translation>
    </message>
    <message>
        <source>daemon_replaced</source>
        <translation>守护进程已被替换</translation>
    </message>
    <message>
        <source>daemon_newer</source>
        <translation>守护进程较新</translation>
    </message>
    <message>
        <source>hand_over_limit</source>
        <translation>交接次数过多</translation>
    </message>
    <message>
        <source>protocol_mismatch</source>
        <translation>协议不匹配</translation>
    </message>
    <message>
        <source>unknown_command</source>
        <translation>未知命令</translation>
    </message>
    <message>
        <source>cannot_execute</source>
        <translation>无法执行</translation>
    </message>
    <message>
        <source>program_not_found</source>
        <translation>找不到程序</translation>
    </message>
    <message>
        <source>too_many_connections</source>
        <translation>连接过多</translation>
    </message>
    <message>
        <source>queue_full</source>
        <translation>队列已满</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>排空中</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>spawn_failed</source>
        <translation>启动失败</translation>
    </message>
    <message>
        <source>already_running</source>
        <translation>已在运行</translation>
    </message>
    <message>
        <source>unsafe_directory</source>
        <translation>目录不安全</translation>
    </message>
    <message>
        <source>resource_exhausted</source>
        <translation>资源耗尽</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>io_error</source>
        <translation>输入输出错误</translation>
    </message>
    <message>
        <source>unknown_request</source>
        <translation>未知请求</translation>
    </message>
    <message>
        <source>connection_reset</source>
        <translation>连接被重置</translation>
    </message>
    <message>
        <source>version_mismatch</source>
        <translation>版本不匹配</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfHandlerKind</name>
    <message>
        <source>asynchronous</source>
        <translation>异步</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>process</source>
        <translation>进程</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfRequestState</name>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>取消中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfRequester</name>
    <message>
        <source>its client</source>
        <translation>其客户端</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ReloadCommand</name>
    <message>
        <source>have the daemon read its configuration again</source>
        <translation>让守护进程重新读取配置</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>一个对象</translation>
    </message>
    <message>
        <source>An invalid configuration changes nothing; the error says what is wrong and where.</source>
        <translation>无效的配置不会改变任何东西；错误信息会指出哪里有什么问题。</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; read its configuration again; nothing has changed</source>
        <translation>守护进程“%1”已重新读取配置；没有变化</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; read its configuration again; now in force: %2</source>
        <translation>守护进程“%1”已重新读取配置；现已生效：%2</translation>
    </message>
    <message>
        <source>not before &quot;daemon-rpc restart&quot; of daemon &quot;%1&quot;: %2</source>
        <translation>对守护进程“%1”执行“daemon-rpc restart”之后才生效：%2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RequestsCommand</name>
    <message>
        <source>list the requests that a daemon serves</source>
        <translation>列出守护进程正在处理的请求</translation>
    </message>
    <message>
        <source>also the latest that have finished</source>
        <translation>包括最近完成的</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>对象数组</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; serves no request</source>
        <translation>守护进程“%1”没有在处理请求</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RestartCommand</name>
    <message>
        <source>daemon &quot;%1&quot; does not say how its restart went; see &quot;daemon-rpc list&quot; and &quot;daemon-rpc logs&quot;</source>
        <translation>守护进程“%1”没有报告重启结果；请参阅“daemon-rpc list”和“daemon-rpc logs”</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; does not hand over; use &quot;daemon-rpc stop --now&quot;, then &quot;daemon-rpc start&quot;</source>
        <translation>守护进程“%1”没有交接；请先用“daemon-rpc stop --now”，再用“daemon-rpc start”</translation>
    </message>
    <message>
        <source>replace the daemon by a fresh one</source>
        <translation>用新的守护进程替换现有的</translation>
    </message>
    <message>
        <source>The daemon starts a fresh copy of the program it was started from, and no call is lost or refused. The old daemon finishes its requests; new ones go to the fresh one at once. When the fresh one cannot start, the old one goes on.</source>
        <translation>守护进程会启动其所属程序的一个新副本，不会丢失或拒绝任何调用。旧守护进程完成自己的请求；新请求立即交给新的。如果新的无法启动，旧的会继续工作。</translation>
    </message>
    <message>
        <source>--no-spawn forbids to start the fresh daemon; leave that out</source>
        <translation>--no-spawn 禁止启动新的守护进程；请去掉它</translation>
    </message>
    <message>
        <source>restarting daemon &quot;%1&quot;…</source>
        <translation>正在重启守护进程“%1”……</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; was not running; started it (pid %2)</source>
        <translation>守护进程“%1”原本没有运行；已启动（PID %2）</translation>
    </message>
    <message numerus="yes">
        <source>restarted daemon &quot;%1&quot;: pid %2, formerly %3; the old one finishes %n request(s)</source>
        <translation>
            <numerusform>已重启守护进程“%1”：PID %2，原为 %3；旧的还在完成 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>restarted daemon &quot;%1&quot;: pid %2, formerly %3</source>
        <translation>已重启守护进程“%1”：PID %2，原为 %3</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RetryOptions</name>
    <message>
        <source>it may run twice: repeat it too when the connection is lost</source>
        <translation>命令可以运行两次：连接丢失时也重试</translation>
    </message>
    <message>
        <source>try again N times while the daemon cannot take it (0)</source>
        <translation>守护进程无法接受时重试 N 次（0）</translation>
    </message>
    <message>
        <source>the first pause is drawn from 0 to this; it doubles (200)</source>
        <translation>首次停顿在 0 到此值之间随机选取；此值逐次加倍（200）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --retries, give a number from 0 to %2</source>
        <translation>“%1”不是 --retries 的有效值，请给出 0 到 %2 之间的数</translation>
    </message>
    <message>
        <source>the queue is full</source>
        <translation>队列已满</translation>
    </message>
    <message>
        <source>the daemon has too many connections</source>
        <translation>守护进程的连接过多</translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>没有守护进程在运行</translation>
    </message>
    <message>
        <source>the daemon is about to end</source>
        <translation>守护进程即将结束</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>连接已丢失</translation>
    </message>
    <message>
        <source>%1; trying again in %2 (%3 of %4)</source>
        <translation>%1；%2 后重试（%3/%4）</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RpcCommand</name>
    <message>
        <source>call a JSON-RPC method of the daemon</source>
        <translation>调用守护进程的 JSON-RPC 方法</translation>
    </message>
    <message>
        <source>PARAMS_JSON is an object or an array. Prints the result as JSON. The method list_methods tells which there are.</source>
        <translation>PARAMS_JSON 是对象或数组。结果以 JSON 输出。方法 list_methods 会列出所有方法。</translation>
    </message>
    <message>
        <source>PARAMS_JSON is no JSON object or array: %1 at byte %2</source>
        <translation>PARAMS_JSON 不是 JSON 对象或数组：%1，位于第 %2 字节</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RunCommand</name>
    <message>
        <source>run a command through the daemon</source>
        <translation>通过守护进程运行命令</translation>
    </message>
    <message>
        <source>give the command standard input, even from a terminal</source>
        <translation>把标准输入交给命令，即使来自终端</translation>
    </message>
    <message>
        <source>give the command no standard input</source>
        <translation>不给命令标准输入</translation>
    </message>
    <message>
        <source>--input and --no-input exclude each other, give one of them</source>
        <translation>--input 与 --no-input 互斥，请只给出其中一个</translation>
    </message>
    <message>
        <source>Everything from COMMAND on belongs to the command. Standard input is read when the command asks for it, unless it is a terminal. A command is tried again only while it cannot have begun, unless it is --idempotent (5 attempts then), and never once it gave output or took input.
The exit code is the command&apos;s own, or 128+n when signal n ended it; 125: daemon-rpc failed, 126: cannot be executed, 127: not found, 130: cancelled.</source>
        <translation>从 COMMAND 开始的所有内容都属于该命令。命令需要时才读取标准输入，除非标准输入是终端。只有在命令不可能已经开始时才会重试，除非指定了 --idempotent（此时尝试 5 次）；命令一旦有了输出或读取了输入，就不再重试。
退出码是命令自身的退出码，被信号 n 终止时为 128+n；125：daemon-rpc 失败，126：无法执行，127：找不到，130：已取消。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::SinceTime</name>
    <message>
        <source>&quot;%1&quot; is no time; use 10m, 2h or 1d for how long ago, or a time such as 08:00 or &quot;2026-01-31 08:00&quot;</source>
        <translation>“%1”不是时间；请用 10m、2h 或 1d 表示多久以前，或用 08:00、&quot;2026-01-31 08:00&quot; 这样的时间</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::SnapshotPrinter</name>
    <message>
        <source>draining (%1 left)</source>
        <translation>排空中（剩余 %1）</translation>
    </message>
    <message>
        <source>%1, user %2</source>
        <translation>%1，用户 %2</translation>
    </message>
    <message>
        <source>%1, build %2 of %3</source>
        <translation>%1，构建 %2，时间 %3</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>%1 running (%2 queued), %3 finished</source>
        <translation>%1 个运行中（%2 个排队），%3 个已完成</translation>
    </message>
    <message>
        <source>%1 open, %2 accepted</source>
        <translation>%1 个打开，共接受 %2 个</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>信号 %1</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>退出 %1</translation>
    </message>
    <message>
        <source>%1 (place %2)</source>
        <translation>%1（第 %2 位）</translation>
    </message>
    <message>
        <source>cancelling (%1)</source>
        <translation>取消中（%1）</translation>
    </message>
    <message>
        <source>%1, forced by %2</source>
        <extracomment>How a request ended, for example &quot;exit 130&quot;, and who asked it to stop.</extracomment>
        <translation>%1，由%2强制停止</translation>
    </message>
    <message>
        <source>%1, cancelled by %2</source>
        <translation>%1，由%2取消</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>CLIENT</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>REQUEST</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>RECEIVED</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>SENT</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>DAEMON</source>
        <translation>守护进程</translation>
    </message>
    <message>
        <source>Daemon:</source>
        <translation>守护进程：</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>状态：</translation>
    </message>
    <message>
        <source>Process:</source>
        <translation>进程：</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>版本：</translation>
    </message>
    <message>
        <source>Running for:</source>
        <translation>已运行：</translation>
    </message>
    <message>
        <source>Requests:</source>
        <translation>请求：</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>连接：</translation>
    </message>
    <message>
        <source>Socket:</source>
        <translation>套接字：</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>日志：</translation>
    </message>
    <message>
        <source>Lost workers:</source>
        <translation>失联的工作线程：</translation>
    </message>
    <message>
        <source>Recent hand-overs:</source>
        <translation>近期交接：</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StartCommand</name>
    <message>
        <source>start the daemon, if it does not run</source>
        <translation>启动守护进程（若未运行）</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; is already running (pid %2)</source>
        <translation>守护进程“%1”已在运行（PID %2）</translation>
    </message>
    <message>
        <source>started daemon &quot;%1&quot; (pid %2)</source>
        <translation>已启动守护进程“%1”（PID %2）</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StartingCommand</name>
    <message>
        <source>daemon &quot;%1&quot; was started but does not answer; see &quot;daemon-rpc logs&quot;</source>
        <translation>守护进程“%1”已启动但没有应答；请参阅“daemon-rpc logs”</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; is not running, and --no-spawn forbids to start it; leave that out</source>
        <translation>守护进程“%1”没有运行，而 --no-spawn 禁止启动它；请去掉该选项</translation>
    </message>
    <message>
        <source>starting daemon &quot;%1&quot;…</source>
        <translation>正在启动守护进程“%1”……</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StatusCommand</name>
    <message>
        <source>show how a daemon is doing</source>
        <translation>显示守护进程的状况</translation>
    </message>
    <message>
        <source>every daemon that runs</source>
        <translation>所有正在运行的守护进程</translation>
    </message>
    <message>
        <source>an object, with --all an array of objects</source>
        <translation>一个对象；与 --all 合用时为对象数组</translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>没有守护进程在运行</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StopCommand</name>
    <message>
        <source>stop the daemon</source>
        <translation>停止守护进程</translation>
    </message>
    <message>
        <source>cancel what runs without waiting for it</source>
        <translation>取消正在运行的请求而不等待</translation>
    </message>
    <message>
        <source>Waits until the daemon is gone. It lets running requests go on for a while (10 s unless configured otherwise), then cancels them. Leaving with Ctrl+C does not change that. That no daemon runs is no error.</source>
        <translation>等待守护进程消失。它会让正在运行的请求继续一段时间（默认 10 s，可配置），然后取消它们。用 Ctrl+C 离开不影响这一过程。没有守护进程在运行不算错误。</translation>
    </message>
    <message numerus="yes">
        <source>waiting for %n request(s)…</source>
        <translation>
            <numerusform>正在等待 %n 个请求……</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting for the daemon to exit…</source>
        <translation>正在等待守护进程退出……</translation>
    </message>
    <message>
        <source>stopped daemon &quot;%1&quot; (pid %2)</source>
        <translation>已停止守护进程“%1”（PID %2）</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::SystemChecks</name>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>programs with set-user-ID gain nothing (no_new_privs)</source>
        <translation>带 set-user-ID 的程序得不到额外权限（no_new_privs）</translation>
    </message>
    <message>
        <source>a seccomp filter is in force</source>
        <translation>seccomp 过滤器正在生效</translation>
    </message>
    <message>
        <source>Unix sockets</source>
        <translation>Unix 套接字</translation>
    </message>
    <message>
        <source>open-file-description locks</source>
        <translation>打开文件描述锁（OFD）</translation>
    </message>
    <message>
        <source>the system denies %1: %2</source>
        <translation>系统拒绝 %1：%2</translation>
    </message>
    <message>
        <source>allow it in the sandbox&apos;s profile (seccomp, AppArmor, container), or run daemons outside of it</source>
        <translation>请在沙箱配置（seccomp、AppArmor、容器）中允许它，或在沙箱外运行守护进程</translation>
    </message>
    <message>
        <source>daemons do without, less well</source>
        <translation>守护进程可以不用它，但效果较差</translation>
    </message>
    <message>
        <source>/proc is not there: processes cannot be told apart</source>
        <translation>缺少 /proc：无法区分进程</translation>
    </message>
    <message>
        <source>mount it: mount -t proc proc /proc</source>
        <translation>请挂载：mount -t proc proc /proc</translation>
    </message>
    <message>
        <source>nothing that daemons need is denied</source>
        <translation>守护进程所需的功能均未被拒绝</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>ulimit -n %1, or limits.open_files in the configuration</source>
        <translation>ulimit -n %1，或配置中的 limits.open_files</translation>
    </message>
    <message>
        <source>have root raise the hard limit: limits.conf(5), or LimitNOFILE= of the unit</source>
        <translation>请由 root 提高硬限制：limits.conf(5)，或单元的 LimitNOFILE=</translation>
    </message>
    <message>
        <source>%1 open files (hard limit %2) are too few for a daemon</source>
        <translation>打开文件数上限 %1（硬限制 %2）对守护进程来说太少</translation>
    </message>
    <message>
        <source>%1 open files (hard limit %2) are enough for few clients only</source>
        <translation>打开文件数上限 %1（硬限制 %2）只够少量客户端使用</translation>
    </message>
    <message>
        <source>%1 open files (hard limit %2)</source>
        <translation>打开文件数上限 %1（硬限制 %2）</translation>
    </message>
    <message>
        <source>%1 of %2 processes of this user</source>
        <translation>该用户的进程数 %1，上限 %2</translation>
    </message>
    <message>
        <source>end some: ps -u $(id -u); or raise the limit: ulimit -u, limits.conf(5)</source>
        <translation>请结束一些：ps -u $(id -u)；或提高限制：ulimit -u、limits.conf(5)</translation>
    </message>
    <message>
        <source>%1 of %2 processes of this user: no more can be started</source>
        <translation>该用户的进程数 %1，上限 %2：无法再启动进程</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) has used %3 of %4 open files</source>
        <translation>守护进程“%1”（PID %2）已使用 %3 个打开文件，上限 %4</translation>
    </message>
    <message>
        <source>raise limits.open_files in the configuration, or LimitNOFILE= of the unit</source>
        <translation>请提高配置中的 limits.open_files，或单元的 LimitNOFILE=</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::TextCommand</name>
    <message>
        <source>the command on standard input is longer than %1; to give a command large data use &quot;daemon-rpc run COMMAND&quot;</source>
        <translation>标准输入上的命令超过 %1；要给命令传递大量数据，请使用“daemon-rpc run COMMAND”</translation>
    </message>
    <message>
        <source>cannot read standard input: %1</source>
        <translation>无法读取标准输入：%1</translation>
    </message>
    <message>
        <source>standard input has no command; use &quot;daemon-rpc run COMMAND&quot;, or see &quot;daemon-rpc --help&quot;</source>
        <translation>标准输入上没有命令；请使用“daemon-rpc run COMMAND”，或参阅“daemon-rpc --help”</translation>
    </message>
    <message>
        <source>the command on standard input has a NUL byte, which no argument can have</source>
        <translation>标准输入上的命令含有 NUL 字节，而参数中不能有</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::TmpCleaner</name>
    <message>
        <source>systemd-tmpfiles removes what is in %1 and was not used for %2 (%3): the files of a quiet daemon in %4, too; it puts them back</source>
        <translation>systemd-tmpfiles 会删除 %1 中超过 %2 未使用的文件（%3）：包括 %4 中空闲守护进程的文件；守护进程会重新创建它们</translation>
    </message>
    <message>
        <source>as root: echo &apos;x %1&apos; &gt; /etc/tmpfiles.d/daemon-rpc.conf; or use a session that has /run/user/%2</source>
        <translation>以 root 身份：echo &apos;x %1&apos; &gt; /etc/tmpfiles.d/daemon-rpc.conf；或使用拥有 /run/user/%2 的会话</translation>
    </message>
    <message>
        <source>%1 removes old files in %2</source>
        <translation>%1 会删除 %2 中的旧文件</translation>
    </message>
    <message>
        <source>exclude %1 in its configuration, or choose another directory with --runtime-dir</source>
        <translation>请在其配置中排除 %1，或用 --runtime-dir 选择其他目录</translation>
    </message>
    <message>
        <source>nothing cleans up %1</source>
        <translation>没有程序清理 %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::Units</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation>%1 TiB</translation>
    </message>
    <message>
        <source>%1 PiB</source>
        <translation>%1 PiB</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::UnresponsiveDaemon</name>
    <message>
        <source>the daemon at %1 takes connections but does not answer within %2; its log, on its machine, may say why</source>
        <translation>位于 %1 的守护进程接受连接，但在 %2 内没有应答；其机器上的日志可能说明了原因</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) takes connections but does not answer within %3; if it hangs, end it with &quot;kill -KILL %2&quot;</source>
        <translation>守护进程“%1”（PID %2）接受连接，但在 %3 内没有应答；如果它挂起，请用“kill -KILL %2”结束它</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; takes connections but does not answer within %2; see &quot;daemon-rpc list --all&quot; and its log</source>
        <translation>守护进程“%1”接受连接，但在 %2 内没有应答；请参阅“daemon-rpc list --all”及其日志</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::WatchCommand</name>
    <message>
        <source>show live what a daemon does</source>
        <translation>实时显示守护进程的活动</translation>
    </message>
    <message>
        <source>look at most once in MS milliseconds; 500 by default</source>
        <translation>至多每 MS 毫秒查看一次；默认 500</translation>
    </message>
    <message>
        <source>show how it is now, and end</source>
        <translation>显示当前状况后结束</translation>
    </message>
    <message>
        <source>one JSON object per event and line, the snapshot first</source>
        <translation>每个事件一行 JSON 对象，首先是快照</translation>
    </message>
    <message>
        <source>--interval takes milliseconds from %1 to %2, not &quot;%3&quot;</source>
        <translation>--interval 接受 %1 到 %2 毫秒，而不是“%3”</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; has gone, waiting for the next one</source>
        <translation>守护进程“%1”已消失，正在等待下一个</translation>
    </message>
    <message>
        <source>select a request first, with up and down</source>
        <translation>请先用上、下键选择一个请求</translation>
    </message>
    <message>
        <source>cancel request %1 (%2)? y or n</source>
        <translation>要取消请求 %1（%2）吗？y（是）或 n（否）</translation>
    </message>
    <message>
        <source>cancelling request %1</source>
        <translation>正在取消请求 %1</translation>
    </message>
    <message>
        <source>request %1 is asked to stop</source>
        <translation>已要求请求 %1 停止</translation>
    </message>
    <message>
        <source>Keys: q quit, up/down or k/j select, c cancel the selected request, p pause, ? help.
Where standard output is no terminal, events are printed as with --json.</source>
        <translation>按键：q 退出，上/下或 k/j 选择，c 取消所选请求，p 暂停，? 帮助。
标准输出不是终端时，事件的输出方式与 --json 相同。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::WatchView</name>
    <message>
        <source>%1, forced</source>
        <translation>%1，强制</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，剩余 %2</translation>
    </message>
    <message>
        <source>%1, place %2</source>
        <translation>%1，第 %2 位</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 请求/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running, %2 queued</source>
        <translation>%1 个运行中，%2 个排队</translation>
    </message>
    <message>
        <source>workers %1 of %2 busy</source>
        <translation>工作线程 %1/%2 繁忙</translation>
    </message>
    <message>
        <source>%1 quarantined</source>
        <translation>%1 个被隔离</translation>
    </message>
    <message>
        <source>%1 cancelled, %2 of them forced</source>
        <translation>%1 个已取消，其中 %2 个被强制</translation>
    </message>
    <message>
        <source>health %1</source>
        <translation>健康：%1</translation>
    </message>
    <message>
        <source>paused, p goes on</source>
        <translation>已暂停，按 p 继续</translation>
    </message>
    <message>
        <source>%1 not seen, too many at once</source>
        <translation>%1 个未显示，同时过多</translation>
    </message>
    <message>
        <source>q quit  up/down select  c cancel  p pause  ? help</source>
        <translation>q 退出  上/下 选择  c 取消  p 暂停  ? 帮助</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>up, k</source>
        <translation>上, k</translation>
    </message>
    <message>
        <source>select the request above; page up: ten above; home: the first</source>
        <translation>选择上一个请求；Page Up：上移十个；Home：第一个</translation>
    </message>
    <message>
        <source>down, j</source>
        <translation>下, j</translation>
    </message>
    <message>
        <source>select the request below; page down: ten below; end: the last</source>
        <translation>选择下一个请求；Page Down：下移十个；End：最后一个</translation>
    </message>
    <message>
        <source>cancel the selected request, after a question</source>
        <translation>确认后取消所选请求</translation>
    </message>
    <message>
        <source>stop showing what changes, and go on</source>
        <translation>停止显示变化，或继续</translation>
    </message>
    <message>
        <source>show this, and the requests again</source>
        <translation>显示本帮助，或返回请求列表</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>AGE</source>
        <translation>已历时</translation>
    </message>
    <message>
        <source>CLIENT</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>  %1 more</source>
        <translation>  还有 %1 个</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::ClientSession</name>
    <message>
        <source>the daemon sent a message that this kind of connection does not take</source>
        <translation>守护进程发送了这种连接不接受的消息</translation>
    </message>
    <message>
        <source>the daemon sent a message that only clients send</source>
        <translation>守护进程发送了只有客户端才发送的消息</translation>
    </message>
    <message>
        <source>the daemon sent VersionCheck twice</source>
        <translation>守护进程发送了两次 VersionCheck</translation>
    </message>
    <message>
        <source>the daemon speaks protocol versions %1 to %2, this client %3; update the older one</source>
        <translation>守护进程使用协议版本 %1 到 %2，本客户端使用 %3；请更新较旧的一方</translation>
    </message>
    <message>
        <source>the daemon expects TLS at this address; use tls:// instead of tcp://</source>
        <translation>守护进程在此地址要求 TLS；请用 tls:// 代替 tcp://</translation>
    </message>
    <message>
        <source>whoever answers at this address is no daemon of daemon-rpc; check the address</source>
        <translation>在此地址应答的不是 daemon-rpc 的守护进程；请检查地址</translation>
    </message>
    <message>
        <source>the daemon closed the connection before it answered: it may be at a limit, be refusing this machine, or expect TLS; its log says which</source>
        <translation>守护进程在应答前关闭了连接：可能已达上限、拒绝本机，或要求 TLS；其日志会说明是哪一种</translation>
    </message>
    <message>
        <source>the daemon closed the connection before it answered</source>
        <translation>守护进程在应答前关闭了连接</translation>
    </message>
    <message>
        <source>the daemon closed the connection</source>
        <translation>守护进程关闭了连接</translation>
    </message>
    <message>
        <source>the daemon died or the connection broke before the command ended</source>
        <translation>命令结束前守护进程已死或连接中断</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Connector</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>refusing to talk to %1: it is served by user %2, not %3; remove it, or name that user with --owner if you mean it</source>
        <translation>拒绝与 %1 通信：它由用户 %2 而不是 %3 提供服务；请删除它，若确实需要，请用 --owner 指明该用户</translation>
    </message>
    <message>
        <source>a daemon was started but could not be reached within %1 ms at %2; see its log %3</source>
        <translation>守护进程已启动，但在 %1 毫秒内无法通过 %2 连接；请查看其日志 %3</translation>
    </message>
    <message>
        <source>no daemon &quot;%1&quot; is running; start one with &quot;daemon-rpc start&quot; or leave out --no-spawn</source>
        <translation>没有名为“%1”的守护进程在运行；请用“daemon-rpc start”启动，或去掉 --no-spawn</translation>
    </message>
    <message>
        <source>no daemon &quot;%1&quot; is running; only its own user can start one</source>
        <translation>没有名为“%1”的守护进程在运行；只有其所属用户才能启动</translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>connecting to daemon &quot;%1&quot;</source>
        <translation>正在连接守护进程“%1”</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::LocalDialer</name>
    <message>
        <source>cannot connect to %1: it names no path; use local:/path</source>
        <translation>无法连接 %1：没有给出路径；请用 local:/path</translation>
    </message>
    <message>
        <source>the socket path %1 has %2 bytes, the limit is %3; choose a shorter directory with --runtime-dir</source>
        <translation>套接字路径 %1 有 %2 字节，上限为 %3；请用 --runtime-dir 选择路径较短的目录</translation>
    </message>
    <message>
        <source>the daemon at %1 does not accept connections; its queue is full</source>
        <translation>位于 %1 的守护进程不接受连接；其队列已满</translation>
    </message>
    <message>
        <source>cannot connect to %1: %2</source>
        <translation>无法连接 %1：%2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::ReconnectingRpcClient</name>
    <message>
        <source>&quot;%1&quot; was not answered within its deadline of %2 ms</source>
        <translation>“%1”未在 %2 毫秒的时限内得到应答</translation>
    </message>
    <message>
        <source>the connection was lost before the answer came; the call may have been carried out</source>
        <translation>应答到达前连接已丢失；该调用可能已经执行</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Reply</name>
    <message>
        <source>cancelled before the command was begun</source>
        <translation>命令开始前已取消</translation>
    </message>
    <message>
        <source>no daemon has taken the command within its deadline of %1 ms; allow more time</source>
        <translation>没有守护进程在 %1 毫秒的时限内接受该命令；请放宽时限</translation>
    </message>
    <message>
        <source>giving up after %1 attempts within %2 ms</source>
        <translation>在 %2 毫秒内尝试 %1 次后放弃</translation>
    </message>
    <message>
        <source>cancelled before the command was sent again</source>
        <translation>命令重新发送前已取消</translation>
    </message>
    <message>
        <source>cancelled before the command was sent</source>
        <translation>命令发送前已取消</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::RuntimeDirectory</name>
    <message>
        <source>the runtime directory contains a NUL character; give a plain path</source>
        <translation>运行时目录含有 NUL 字符；请给出普通路径</translation>
    </message>
    <message>
        <source>the runtime directory %1 is for user %2; start the daemon as that user</source>
        <translation>运行时目录 %1 属于用户 %2；请以该用户身份启动守护进程</translation>
    </message>
    <message>
        <source>cannot create the runtime directory %1: its parent is not a directory; create it first or choose another with --runtime-dir</source>
        <translation>无法创建运行时目录 %1：其上级不是目录；请先创建它，或用 --runtime-dir 选择其他目录</translation>
    </message>
    <message>
        <source>no daemon is running: the runtime directory %1 does not exist</source>
        <translation>没有守护进程在运行：运行时目录 %1 不存在</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is a symbolic link; give the directory it leads to</source>
        <translation>拒绝使用运行时目录 %1：它是符号链接；请给出它所指向的目录</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is not a directory; remove it</source>
        <translation>拒绝使用运行时目录 %1：它不是目录；请删除它</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it belongs to user %2, not to user %3; remove it or choose another with --runtime-dir</source>
        <translation>拒绝使用运行时目录 %1：它属于用户 %2，而不是用户 %3；请删除它，或用 --runtime-dir 选择其他目录</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is open to other users (mode %2); run chmod 700 on it</source>
        <translation>拒绝使用运行时目录 %1：它对其他用户开放（权限 %2）；请对其执行 chmod 700</translation>
    </message>
    <message>
        <source>the socket path %1 has %2 bytes and the system allows %3; choose a shorter directory with --runtime-dir</source>
        <translation>套接字路径 %1 有 %2 字节，而系统只允许 %3；请用 --runtime-dir 选择路径较短的目录</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Spawner</name>
    <message>
        <source>cannot start the daemon %1: %2</source>
        <translation>无法启动守护进程 %1：%2</translation>
    </message>
    <message>
        <source>the daemon could not start: it gave no reason</source>
        <translation>守护进程无法启动：它没有给出原因</translation>
    </message>
    <message>
        <source>the daemon could not start: %1</source>
        <translation>守护进程无法启动：%1</translation>
    </message>
    <message>
        <source>the daemon did not become ready within %1 ms</source>
        <translation>守护进程未在 %1 毫秒内就绪</translation>
    </message>
    <message>
        <source>the daemon did not become ready within %1 ms; allow more with --spawn-timeout</source>
        <translation>守护进程未在 %1 毫秒内就绪；可用 --spawn-timeout 放宽时限</translation>
    </message>
    <message>
        <source>%1 (it has been killed)</source>
        <translation>%1（它已被杀死）</translation>
    </message>
    <message>
        <source>%1 (it is still running)</source>
        <translation>%1（它仍在运行）</translation>
    </message>
    <message>
        <source>%1 (killed by signal %2)</source>
        <translation>%1（被信号 %2 杀死）</translation>
    </message>
    <message>
        <source>%1 (exit code %2)</source>
        <translation>%1（退出码 %2）</translation>
    </message>
    <message>
        <source>%1; it wrote nothing to its log %2</source>
        <translation>%1；它没有向日志 %2 写入任何内容</translation>
    </message>
    <message>
        <source>%1; its log %2 ends:</source>
        <translation>%1；其日志 %2 的结尾是：</translation>
    </message>
    <message>
        <source>cannot start the daemon: no program &quot;%1&quot; in PATH; give its path</source>
        <translation>无法启动守护进程：PATH 中没有程序“%1”；请给出其路径</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::TcpDialer</name>
    <message>
        <source>%1 did not finish the TLS handshake in time; it may not speak TLS (then use tcp://)</source>
        <translation>%1 未及时完成 TLS 握手；它可能不支持 TLS（那么请用 tcp://）</translation>
    </message>
    <message>
        <source>%1 did not answer in time; check the address, and whether a firewall is in between</source>
        <translation>%1 未及时应答；请检查地址，以及中间是否有防火墙</translation>
    </message>
    <message>
        <source>cannot connect to %1: use tcp://host:port or tls://host:port</source>
        <translation>无法连接 %1：请用 tcp://host:port 或 tls://host:port</translation>
    </message>
    <message>
        <source>cannot connect to %1: %2</source>
        <translation>无法连接 %1：%2</translation>
    </message>
    <message>
        <source>nothing listens at %1; start the daemon there, or correct the address</source>
        <translation>%1 上没有程序在监听；请在那里启动守护进程，或更正地址</translation>
    </message>
    <message>
        <source>cannot connect to %1: there is no host of that name</source>
        <translation>无法连接 %1：没有该名称的主机</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::TokenFile</name>
    <message>
        <source>cannot open the token file %1: %2</source>
        <translation>无法打开令牌文件 %1：%2</translation>
    </message>
    <message>
        <source>cannot examine the token file %1: %2</source>
        <translation>无法检查令牌文件 %1：%2</translation>
    </message>
    <message>
        <source>cannot create the token file %1: %2</source>
        <translation>无法创建令牌文件 %1：%2</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is a symbolic link; name the file itself</source>
        <translation>拒绝使用令牌文件 %1：它是符号链接；请给出文件本身</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is no regular file</source>
        <translation>拒绝使用令牌文件 %1：它不是普通文件</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it belongs to user %2; make a copy of your own</source>
        <translation>拒绝使用令牌文件 %1：它属于用户 %2；请制作自己的副本</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is open to others; run chmod 600 on it, and make a new token if others may have seen it</source>
        <translation>拒绝使用令牌文件 %1：它对他人开放；请对其执行 chmod 600，若他人可能已看到，请生成新令牌</translation>
    </message>
    <message>
        <source>%1 holds no token: that is one line of %2 to %3 letters, digits and signs; make one with daemon-rpcd --make-token</source>
        <translation>%1 不含令牌：令牌是由 %2 到 %3 个字母、数字和符号组成的一行；请用 daemon-rpcd --make-token 生成</translation>
    </message>
    <message>
        <source>%1 exists already; remove it first if its token is to be replaced</source>
        <translation>%1 已存在；若要替换其令牌，请先删除它</translation>
    </message>
</context>
</TS>
