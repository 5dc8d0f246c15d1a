<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Start a Daemon…</source>
        <translation>启动守护进程(&amp;S)…</translation>
    </message>
    <message>
        <source>Start a daemon of this user.</source>
        <translation>启动此用户的守护进程。</translation>
    </message>
    <message>
        <source>&amp;Open a Recording…</source>
        <translation>打开录制(&amp;O)…</translation>
    </message>
    <message>
        <source>Play what was recorded earlier, here or elsewhere.</source>
        <translation>回放以前在本机或别处录制的内容。</translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation>录制(&amp;R)…</translation>
    </message>
    <message>
        <source>Record all that the daemons tell in a file, until it is ended.</source>
        <translation>把守护进程报告的一切录制到文件，直到结束录制。</translation>
    </message>
    <message>
        <source>&amp;Export the Chart…</source>
        <translation>导出图表(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as a table of its values.</source>
        <translation>把图表保存为图片或数值表格。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the monitor; the daemons go on.</source>
        <translation>关闭监视器；守护进程继续运行。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected rows as a table, with tabs between columns.</source>
        <translation>将所选行复制为表格，列之间以制表符分隔。</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>复制为 JSON(&amp;J)</translation>
    </message>
    <message>
        <source>Copy the selected rows with their exact values as JSON.</source>
        <translation>将所选行及其精确值复制为 JSON。</translation>
    </message>
    <message>
        <source>Copy Command &amp;Line</source>
        <translation>复制命令行(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the selected request as a command line of daemon-rpc.</source>
        <translation>将所选请求复制为 daemon-rpc 的命令行。</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select all rows that are shown.</source>
        <translation>选择所有显示的行。</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>过滤(&amp;F)</translation>
    </message>
    <message>
        <source>Choose by text which rows are shown.</source>
        <translation>用文本选择显示哪些行。</translation>
    </message>
    <message>
        <source>Clea&amp;r the Filter</source>
        <translation>清除过滤(&amp;R)</translation>
    </message>
    <message>
        <source>Show all rows again.</source>
        <translation>重新显示所有行。</translation>
    </message>
    <message>
        <source>&amp;Pause Updates</source>
        <translation>暂停更新(&amp;P)</translation>
    </message>
    <message>
        <source>Hold what is shown, to read it at leisure; the daemons go on.</source>
        <translation>定住当前显示，以便从容阅读；守护进程继续运行。</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Bring what is shown up to date now, also while it is paused.</source>
        <translation>立即更新显示，暂停时也可以。</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概览(&amp;O)</translation>
    </message>
    <message>
        <source>Show the daemons.</source>
        <translation>显示守护进程。</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Show who is connected.</source>
        <translation>显示谁已连接。</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>请求(&amp;Q)</translation>
    </message>
    <message>
        <source>Show what runs, and what has run.</source>
        <translation>显示正在运行和运行过的请求。</translation>
    </message>
    <message>
        <source>C&amp;ancellations</source>
        <translation>取消记录(&amp;A)</translation>
    </message>
    <message>
        <source>Show which requests were to stop, and how that went.</source>
        <translation>显示哪些请求被要求停止，以及结果如何。</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>健康(&amp;H)</translation>
    </message>
    <message>
        <source>Show the health and the workers of the daemons.</source>
        <translation>显示守护进程的健康状况和工作线程。</translation>
    </message>
    <message>
        <source>Char&amp;ts</source>
        <translation>图表(&amp;T)</translation>
    </message>
    <message>
        <source>Show the course of the figures.</source>
        <translation>显示各项数值的变化。</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>Show what the daemons log.</source>
        <translation>显示守护进程记录的日志。</translation>
    </message>
    <message>
        <source>&amp;Notify of Trouble</source>
        <translation>出现问题时通知(&amp;N)</translation>
    </message>
    <message>
        <source>Notify when a daemon degrades, or a cancellation is forced.</source>
        <translation>守护进程降级或取消被强制时发出通知。</translation>
    </message>
    <message>
        <source>Reset La&amp;yout</source>
        <translation>重置布局(&amp;Y)</translation>
    </message>
    <message>
        <source>Lay out window and columns as they were at first.</source>
        <translation>把窗口和列恢复为最初的布局。</translation>
    </message>
    <message>
        <source>Show &amp;Details</source>
        <translation>显示详情(&amp;D)</translation>
    </message>
    <message>
        <source>Show all that is known of the selected request.</source>
        <translation>显示所选请求的全部已知信息。</translation>
    </message>
    <message>
        <source>Show the Co&amp;nnection</source>
        <translation>显示连接(&amp;N)</translation>
    </message>
    <message>
        <source>Show over which connection the selected request came.</source>
        <translation>显示所选请求来自哪个连接。</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>取消(&amp;E)</translation>
    </message>
    <message>
        <source>Ask the selected requests to stop; what does not is forced to.</source>
        <translation>请所选请求停止；不停止的会被强制停止。</translation>
    </message>
    <message>
        <source>Run a &amp;Command…</source>
        <translation>运行命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Run a command on the selected daemon and watch its output.</source>
        <translation>在所选守护进程中运行命令并查看其输出。</translation>
    </message>
    <message>
        <source>&amp;Invoke a Method…</source>
        <translation>调用方法(&amp;I)…</translation>
    </message>
    <message>
        <source>Call a JSON-RPC method of the selected daemon.</source>
        <translation>调用所选守护进程的 JSON-RPC 方法。</translation>
    </message>
    <message>
        <source>Log &amp;Level…</source>
        <translation>日志级别(&amp;L)…</translation>
    </message>
    <message>
        <source>Change how much the selected daemons log.</source>
        <translation>更改所选守护进程记录日志的详细程度。</translation>
    </message>
    <message>
        <source>Reload the Confi&amp;guration</source>
        <translation>重新加载配置(&amp;G)</translation>
    </message>
    <message>
        <source>Have the selected daemons read their configuration again.</source>
        <translation>让所选守护进程重新读取配置。</translation>
    </message>
    <message>
        <source>Dis&amp;miss Ended Ones</source>
        <translation>移除已结束的守护进程(&amp;M)</translation>
    </message>
    <message>
        <source>Take the daemons that have ended from the list.</source>
        <translation>把已结束的守护进程从列表中移除。</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重启(&amp;R)</translation>
    </message>
    <message>
        <source>Have a fresh copy take over; what runs is finished.</source>
        <translation>由新的守护进程接替；正在运行的请求会完成。</translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>排空(&amp;D)</translation>
    </message>
    <message>
        <source>Have the selected daemons finish what runs, and end.</source>
        <translation>让所选守护进程完成正在运行的请求后结束。</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>停止(&amp;S)…</translation>
    </message>
    <message>
        <source>End the selected daemons; what runs is cancelled.</source>
        <translation>结束所选守护进程；正在运行的请求会被取消。</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快捷键(&amp;S)</translation>
    </message>
    <message>
        <source>Show which keys do what.</source>
        <translation>显示各按键的功能。</translation>
    </message>
    <message>
        <source>&amp;About daemon-rpc Monitor</source>
        <translation>关于 daemon-rpc Monitor(&amp;A)</translation>
    </message>
    <message>
        <source>Show version and licence.</source>
        <translation>显示版本和许可证。</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Number of the connection within its daemon</source>
        <translation>连接在其守护进程中的编号</translation>
    </message>
    <message>
        <source>Daemon</source>
        <translation>守护进程</translation>
    </message>
    <message>
        <source>Id of the daemon</source>
        <translation>守护进程的标识</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What the connection is doing</source>
        <translation>连接正在做什么</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Name of the client&apos;s process</source>
        <translation>客户端进程的名称</translation>
    </message>
    <message>
        <source>Client PID</source>
        <translation>客户端 PID</translation>
    </message>
    <message>
        <source>Number of the client&apos;s process</source>
        <translation>客户端进程的编号</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>Number of the user whose client it is</source>
        <translation>客户端所属用户的编号</translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation>远程地址</translation>
    </message>
    <message>
        <source>Where the client is, when it is not on this computer</source>
        <translation>客户端不在本机时所在的位置</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Name in the client&apos;s certificate</source>
        <translation>客户端证书中的名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>What the client may do</source>
        <translation>客户端可以做什么</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>The format that the client speaks</source>
        <translation>客户端使用的格式</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>When the client connected</source>
        <translation>客户端连接的时间</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Number of the request that is being served</source>
        <translation>正在处理的请求的编号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Bytes that the client sent</source>
        <translation>客户端发送的字节数</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Bytes that the client was sent</source>
        <translation>发送给客户端的字节数</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Bytes that the client has not taken yet</source>
        <translation>客户端尚未取走的字节数</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>When the client last sent something</source>
        <translation>客户端最近一次发送内容的时间</translation>
    </message>
    <message>
        <source>The id by which clients find the daemon</source>
        <translation>客户端据以找到守护进程的标识</translation>
    </message>
    <message>
        <source>What the daemon is doing</source>
        <translation>守护进程正在做什么</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Number of the daemon&apos;s process</source>
        <translation>守护进程的进程编号</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Requests that are being served</source>
        <translation>正在处理的请求</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Requests that wait for their turn</source>
        <translation>等待轮到自己的请求</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>Requests that finished per second, over the last minute</source>
        <translation>最近一分钟内每秒完成的请求数</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>Half of the requests of the last five minutes took no longer</source>
        <translation>最近五分钟内一半的请求用时不超过此值</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last five minutes took no longer</source>
        <translation>最近五分钟内每 100 个请求中有 95 个用时不超过此值</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>99 of 100 requests of the last five minutes took no longer</source>
        <translation>最近五分钟内每 100 个请求中有 99 个用时不超过此值</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Requests that ended in an error, since the daemon&apos;s start</source>
        <translation>守护进程启动以来以错误告终的请求</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Requests that were asked to stop, since the daemon&apos;s start</source>
        <translation>守护进程启动以来被要求停止的请求</translation>
    </message>
    <message>
        <source>Forced</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>Requests that did not stop when asked and were ended, since the daemon&apos;s start</source>
        <translation>守护进程启动以来未应要求停止而被强制结束的请求</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connections that are open</source>
        <translation>打开的连接</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Private memory of the daemon&apos;s process, over the last minute</source>
        <translation>守护进程最近一分钟的专用内存</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Processor time of the daemon&apos;s process, as part of one core</source>
        <translation>守护进程的处理器时间，以单个核心的占比表示</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>The worst of the daemon&apos;s health checks</source>
        <translation>守护进程各项健康检查中最差的结果</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>How long the daemon has been running</source>
        <translation>守护进程已运行多久</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version of the daemon&apos;s program</source>
        <translation>守护进程程序的版本</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>构建时间</translation>
    </message>
    <message>
        <source>When the daemon&apos;s program was built</source>
        <translation>守护进程程序的构建时间</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>The same for programs of the same code</source>
        <translation>代码相同的程序此值相同</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Requests that have finished, since the daemon&apos;s start</source>
        <translation>守护进程启动以来已完成的请求</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最后见到</translation>
    </message>
    <message>
        <source>When a daemon that has gone was last heard of</source>
        <translation>已消失的守护进程最后一次有消息的时间</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>哪里有问题</translation>
    </message>
    <message>
        <source>Number of the request within its daemon</source>
        <translation>请求在其守护进程中的编号</translation>
    </message>
    <message>
        <source>What the request is doing, or how it ended</source>
        <translation>请求正在做什么，或如何结束</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>The command and its arguments</source>
        <translation>命令及其参数</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>The command without its arguments</source>
        <translation>不含参数的命令</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Number of the connection that the request came over</source>
        <translation>请求所经连接的编号</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处理程序</translation>
    </message>
    <message>
        <source>Kind of the handler that serves the request</source>
        <translation>处理该请求的处理程序的种类</translation>
    </message>
    <message>
        <source>Number of the user whose client sent the request</source>
        <translation>发送该请求的客户端所属用户的编号</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>已历时</translation>
    </message>
    <message>
        <source>Time since the request was accepted, or that it took</source>
        <translation>请求被接受以来的时间，或其用时</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Time left until the request is cancelled</source>
        <translation>距请求被取消还剩的时间</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Bytes of output that the client was sent</source>
        <translation>发送给客户端的输出字节数</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Bytes of input that the client sent</source>
        <translation>客户端发送的输入字节数</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>Exit code of the command; 0 is success</source>
        <translation>命令的退出码；0 表示成功</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Number of the signal that ended the command</source>
        <translation>结束该命令的信号的编号</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Why the request failed</source>
        <translation>请求失败的原因</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>When the command was started</source>
        <translation>命令开始的时间</translation>
    </message>
    <message>
        <source>When the request ended</source>
        <translation>请求结束的时间</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Working directory of the command</source>
        <translation>命令的工作目录</translation>
    </message>
    <message>
        <source>Whether the command stopped by itself or was forced to</source>
        <translation>命令是自行停止还是被强制停止</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why the request was cancelled</source>
        <translation>请求被取消的原因</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>要求者</translation>
    </message>
    <message>
        <source>Who asked for it</source>
        <translation>是谁要求的</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When it was asked for</source>
        <translation>提出要求的时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Time from asking until the command was gone</source>
        <translation>从提出要求到命令消失的时间</translation>
    </message>
    <message>
        <source>Grace</source>
        <translation>宽限期</translation>
    </message>
    <message>
        <source>Time left to stop before the command is forced to</source>
        <translation>命令被强制停止之前剩余的时间</translation>
    </message>
    <message>
        <source>Forced by</source>
        <translation>强制方式</translation>
    </message>
    <message>
        <source>What was done to force it</source>
        <translation>强制停止时采取的措施</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Commands and calls that the client has made</source>
        <translation>客户端发出的命令和调用</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When the line was written</source>
        <translation>写入该行的时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>How grave it is</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>The part of the daemon that wrote the line</source>
        <translation>写入该行的守护进程部分</translation>
    </message>
    <message>
        <source>Number of the request that the line is about</source>
        <translation>该行所涉及的请求的编号</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>写入的内容</translation>
    </message>
    <message>
        <source>Process group</source>
        <translation>进程组</translation>
    </message>
    <message>
        <source>Number of the process group that serves the request</source>
        <translation>处理该请求的进程组的编号</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>检查的对象</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was found, and what can be done</source>
        <translation>发现的情况以及可采取的措施</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>测得的值</translation>
    </message>
    <message>
        <source>When the status last changed</source>
        <translation>状态上次变化的时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The daemon, its worker threads, or one of its commands</source>
        <translation>守护进程、其工作线程或其某个命令</translation>
    </message>
    <message>
        <source>Kind of the handler that serves the requests</source>
        <translation>处理这些请求的处理程序的种类</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Requests that may be served at a time</source>
        <translation>可同时处理的请求数</translation>
    </message>
    <message>
        <source>Queue limit</source>
        <translation>队列上限</translation>
    </message>
    <message>
        <source>Requests that may wait; more are refused</source>
        <translation>可以等待的请求数；超出的会被拒绝</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Workers lost to handlers that do not stop when they are cancelled</source>
        <translation>因处理程序被取消后不停止而失去的工作线程</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Copies of the command that wait for a call</source>
        <translation>等待调用的命令副本</translation>
    </message>
    <message>
        <source>Warm wanted</source>
        <translation>预热目标</translation>
    </message>
    <message>
        <source>Copies that are to be kept started ahead</source>
        <translation>应预先启动并保持的副本</translation>
    </message>
    <message>
        <source>Warm calls</source>
        <translation>预热调用</translation>
    </message>
    <message>
        <source>Calls that a warm copy served</source>
        <translation>由预热副本处理的调用</translation>
    </message>
    <message>
        <source>Cold calls</source>
        <translation>冷启动调用</translation>
    </message>
    <message>
        <source>Calls for which no warm copy could be used</source>
        <translation>无法使用预热副本的调用</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Address</name>
    <message>
        <source>invalid address &quot;%1&quot;: use local:NAME, local:/path, tcp://host:port or tls://host:port</source>
        <translation>无效地址“%1”：请用 local:NAME、local:/path、tcp://host:port 或 tls://host:port</translation>
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
    <name>DaemonRpc::Monitor::AboutDialog</name>
    <message>
        <source>About daemon-rpc Monitor</source>
        <translation>关于 daemon-rpc Monitor</translation>
    </message>
    <message>
        <source>daemon-rpc Monitor %1</source>
        <translation>daemon-rpc Monitor %1</translation>
    </message>
    <message>
        <source>Shows the daemons of a user, what they run, and lets a person act.</source>
        <translation>显示用户的守护进程及其运行的内容，并可进行操作。</translation>
    </message>
    <message>
        <source>Build %1 of %2</source>
        <translation>构建 %1，时间 %2</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>Licence: MIT</source>
        <translation>许可证：MIT</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ActionCatalogue</name>
    <message>
        <source>&amp;Monitor</source>
        <translation>监视器(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>请求(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Daemon</source>
        <translation>守护进程(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ActionConditions</name>
    <message>
        <source>Go to the page of charts first.</source>
        <translation>请先转到图表页面。</translation>
    </message>
    <message>
        <source>Go to a page with a table first.</source>
        <translation>请先转到带表格的页面。</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>请先选择一行。</translation>
    </message>
    <message>
        <source>Select a request first.</source>
        <translation>请先选择一个请求。</translation>
    </message>
    <message>
        <source>Select one request alone first.</source>
        <translation>请先只选择一个请求。</translation>
    </message>
    <message>
        <source>Select one request or one connection first.</source>
        <translation>请先选择一个请求或一个连接。</translation>
    </message>
    <message>
        <source>No daemon in the list has ended.</source>
        <translation>列表中没有已结束的守护进程。</translation>
    </message>
    <message>
        <source>Select a running request first.</source>
        <translation>请先选择一个正在运行的请求。</translation>
    </message>
    <message>
        <source>There is no connection to the daemon of what is selected.</source>
        <translation>与所选内容的守护进程没有连接。</translation>
    </message>
    <message>
        <source>What is selected is being cancelled already.</source>
        <translation>所选内容已在取消中。</translation>
    </message>
    <message>
        <source>What is selected has finished: select a running request first.</source>
        <translation>所选内容已完成：请先选择一个正在运行的请求。</translation>
    </message>
    <message>
        <source>Select a daemon first.</source>
        <translation>请先选择一个守护进程。</translation>
    </message>
    <message>
        <source>Select one daemon alone first.</source>
        <translation>请先只选择一个守护进程。</translation>
    </message>
    <message>
        <source>The selected daemon has ended.</source>
        <translation>所选守护进程已结束。</translation>
    </message>
    <message>
        <source>The selected daemon takes no commands: it drains, or is played from a recording.</source>
        <translation>所选守护进程不接受命令：它正在排空，或来自录制的回放。</translation>
    </message>
    <message>
        <source>There is no connection to the selected daemon.</source>
        <translation>与所选守护进程没有连接。</translation>
    </message>
    <message>
        <source>The selected daemon drains already.</source>
        <translation>所选守护进程已在排空中。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ActionDispatcher</name>
    <message>
        <source>The daemon of this request is no longer in the list.</source>
        <translation>此请求的守护进程已不在列表中。</translation>
    </message>
    <message>
        <source>The command line of this request is not known any more.</source>
        <translation>此请求的命令行已不可知。</translation>
    </message>
    <message>
        <source>Copied the command line of request %1.</source>
        <translation>已复制请求 %1 的命令行。</translation>
    </message>
    <message>
        <source>The daemon “%1” was started.</source>
        <translation>守护进程“%1”已启动。</translation>
    </message>
    <message>
        <source>The daemon “%1” runs already.</source>
        <translation>守护进程“%1”已在运行。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::CancellationsPage</name>
    <message>
        <source>Cancellations</source>
        <translation>取消记录</translation>
    </message>
    <message>
        <source>Nothing has been cancelled</source>
        <translation>没有请求被取消</translation>
    </message>
    <message>
        <source>A request that is asked to stop is shown here: who asked, why, and whether it stopped by itself or was forced to.</source>
        <translation>被要求停止的请求显示在此处：谁要求的、为什么，以及是自行停止还是被强制停止。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Chart</name>
    <message>
        <source>%1/s</source>
        <comment>bytes per second</comment>
        <translation>%1/秒</translation>
    </message>
    <message numerus="yes">
        <source>last %n hours</source>
        <translation>
            <numerusform>最近 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minutes</source>
        <translation>
            <numerusform>最近 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from one time to another</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>title of a chart, stretch of time</comment>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>%1 There is nothing to show.</source>
        <comment>heading sentence</comment>
        <translation>%1没有可显示的内容。</translation>
    </message>
    <message>
        <source>Now %1, lowest %2, highest %3.</source>
        <translation>当前 %1，最低 %2，最高 %3。</translation>
    </message>
    <message>
        <source>At the end %1, lowest %2, highest %3.</source>
        <translation>末尾 %1，最低 %2，最高 %3。</translation>
    </message>
    <message>
        <source>%1: now %2, lowest %3, highest %4.</source>
        <translation>%1：当前 %2，最低 %3，最高 %4。</translation>
    </message>
    <message>
        <source>%1: at the end %2, lowest %3, highest %4.</source>
        <translation>%1：末尾 %2，最低 %3，最高 %4。</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>title of a chart, moment</comment>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>name of a series, value</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: no value.</source>
        <comment>name of a series</comment>
        <translation>%1：没有值。</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>没有可显示的内容。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartAxis</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
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
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartExport</name>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>Table of values (*.csv)</source>
        <translation>数值表格 (*.csv)</translation>
    </message>
    <message>
        <source>The charts cannot be made an image.</source>
        <translation>无法把图表转换为图片。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The file&apos;s name has to end in .png, .svg or .csv; “%1” does not.</source>
        <translation>文件名必须以 .png、.svg 或 .csv 结尾；“%1”不是。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartLegend</name>
    <message>
        <source>Show or hide this line.</source>
        <translation>显示或隐藏此曲线。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartWidget</name>
    <message>
        <source>The arrow keys read out a moment. Plus, minus, or Ctrl and the wheel show a shorter or a longer time, dragging shows what is dragged over, 0 goes back.</source>
        <translation>方向键读取某一时刻的值。加号、减号或 Ctrl 加滚轮可缩短或延长时间范围，拖动可显示拖过的范围，0 键返回。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartsPage</name>
    <message>
        <source>Requests per second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Time to finish a request</source>
        <translation>完成一个请求的用时</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Failures per second</source>
        <translation>每秒失败数</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancellations per second</source>
        <translation>每秒取消数</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>Requests at a time</source>
        <translation>同时的请求数</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Private memory</source>
        <translation>专用内存</translation>
    </message>
    <message>
        <source>private</source>
        <translation>专用</translation>
    </message>
    <message>
        <source>Processor, part of one core</source>
        <translation>处理器，占单个核心的比例</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Data of finished requests per second</source>
        <translation>已完成请求的每秒数据量</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>时间(&amp;T)：</translation>
    </message>
    <message>
        <source>Chosen in a chart</source>
        <translation>在图表中选定</translation>
    </message>
    <message numerus="yes">
        <source>Last %n hours</source>
        <translation>
            <numerusform>最近 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minutes</source>
        <translation>
            <numerusform>最近 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>All daemons</source>
        <translation>所有守护进程</translation>
    </message>
    <message>
        <source>%1 (process %2, gone)</source>
        <comment>id of a daemon, number</comment>
        <translation>%1（进程 %2，已消失）</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <comment>id of a daemon, number</comment>
        <translation>%1（进程 %2）</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>D&amp;aemon:</source>
        <translation>守护进程(&amp;A)：</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ColumnValues</name>
    <message>
        <source>%1 left</source>
        <comment>a duration</comment>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ConfirmDialog</name>
    <message>
        <source>&amp;Keep As It Is</source>
        <translation>保持原样(&amp;K)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>没有客户端连接</translation>
    </message>
    <message>
        <source>Clients that run something are shown here for as long as they are connected.</source>
        <translation>运行内容的客户端在连接期间显示在此处。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonActions</name>
    <message>
        <source>“%1” (pid %2)</source>
        <translation>“%1”（PID %2）</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) will take nothing new, and end when what runs has finished: %1.</source>
        <translation>
            <numerusform>%n 个守护进程将不再接受新请求，并在正在运行的请求完成后结束：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be finished first.</source>
        <translation>
            <numerusform>%n 个正在运行的请求会先完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <translation>没有正在运行的请求。</translation>
    </message>
    <message numerus="yes">
        <source>Drain %n daemon(s)?</source>
        <translation>
            <numerusform>要排空 %n 个守护进程吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>排空(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) will end: %1.</source>
        <translation>
            <numerusform>%n 个守护进程将结束：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) have a while to finish, then they are cancelled.</source>
        <translation>
            <numerusform>%n 个正在运行的请求有一段时间来完成，之后会被取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n daemon(s)?</source>
        <translation>
            <numerusform>要停止 %n 个守护进程吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel what runs at once</source>
        <translation>立即取消正在运行的请求(&amp;C)</translation>
    </message>
    <message>
        <source>Requests are asked to stop now, and forced to after their grace.</source>
        <translation>现在就请各请求停止，宽限期过后强制停止。</translation>
    </message>
    <message numerus="yes">
        <source>A fresh copy will take over from %n daemon(s): %1.</source>
        <translation>
            <numerusform>新的守护进程将接替 %n 个守护进程：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be finished by the old one, which then ends.</source>
        <translation>
            <numerusform>%n 个正在运行的请求由旧的守护进程完成，之后它便结束。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n daemon(s)?</source>
        <translation>
            <numerusform>要重启 %n 个守护进程吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重启(&amp;R)</translation>
    </message>
    <message>
        <source>%1 has read its configuration; after a restart it will heed: %2.</source>
        <translation>%1已读取配置；重启之后才生效：%2。</translation>
    </message>
    <message>
        <source>%1 has read its configuration; nothing is different.</source>
        <translation>%1已读取配置；没有变化。</translation>
    </message>
    <message>
        <source>%1 has read its configuration; different now: %2.</source>
        <translation>%1已读取配置；现已生效：%2。</translation>
    </message>
    <message>
        <source>%1 logs at the level “%2”.</source>
        <translation>%1以“%2”级别记录日志。</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) dismissed that had ended.</source>
        <translation>
            <numerusform>已移除 %n 个已结束的守护进程。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>A daemon is no longer in the list.</source>
        <translation>有一个守护进程已不在列表中。</translation>
    </message>
    <message>
        <source>%1 has ended already.</source>
        <translation>%1已经结束。</translation>
    </message>
    <message>
        <source>There is no connection to %1.</source>
        <translation>与%1没有连接。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 stops; %n request(s) left.</source>
        <translation>
            <numerusform>%1正在停止；剩余 %n 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 starts a fresh copy…</source>
        <translation>%1正在启动新的守护进程……</translation>
    </message>
    <message numerus="yes">
        <source>%1 has left its id to pid %2; %n request(s) left to finish.</source>
        <translation>
            <numerusform>%1已把标识交给 PID %2；还有 %n 个请求待完成。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 drains; %n request(s) left.</source>
        <translation>
            <numerusform>%1排空中；剩余 %n 个请求。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonDialog</name>
    <message>
        <source>“%1” (pid %2)</source>
        <translation>“%1”（PID %2）</translation>
    </message>
    <message>
        <source>The daemon %1 has ended. What is shown is the last that was heard of it.</source>
        <translation>守护进程%1已结束。显示的是最后得知的情况。</translation>
    </message>
    <message>
        <source>There is no connection to the daemon %1.</source>
        <translation>与守护进程%1没有连接。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonsModel</name>
    <message numerus="yes">
        <source>draining (%n left)</source>
        <comment>requests that still run</comment>
        <translation>
            <numerusform>排空中（剩余 %n）</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::EmptyState</name>
    <message>
        <source>Command to run in a terminal</source>
        <translation>在终端中运行的命令</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::EnvironmentPage</name>
    <message>
        <source>Variables that differ from the &amp;daemon&apos;s own:</source>
        <translation>与守护进程自身不同的变量(&amp;D)：</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Of the request</source>
        <translation>请求的值</translation>
    </message>
    <message>
        <source>Of the daemon</source>
        <translation>守护进程的值</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Looks like a secret, and was hidden by the daemon.</source>
        <translation>看起来是机密，已由守护进程隐藏。</translation>
    </message>
    <message>
        <source>%1 of it are not told.</source>
        <translation>其中 %1 未告知。</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Only the daemon has it.</source>
        <translation>只有守护进程有此变量。</translation>
    </message>
    <message>
        <source>It does not differ.</source>
        <translation>没有差异。</translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s) differ.</source>
        <translation>
            <numerusform>%n 个变量不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more that differ are not told.</source>
        <translation>
            <numerusform>另有 %n 个不同的变量未告知。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterBar</name>
    <message>
        <source>F&amp;ilter:</source>
        <translation>过滤(&amp;I)：</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>words, or key:value such as state:running or -state:finished</source>
        <translation>词语，或 键:值，例如 state:running 或 -state:finished</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows that are shown, of all</comment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows are shown</source>
        <translation>
            <numerusform>显示 %n 行中的 %1 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterEdit</name>
    <message>
        <source>Possible filters</source>
        <translation>可用的过滤条件</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterExpression</name>
    <message numerus="yes">
        <source>The filter is too long; what is beyond %n characters is left out.</source>
        <translation>
            <numerusform>过滤条件过长；超出 %n 个字符的部分被略去。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no column “%1”. There are: %2. Put the word into quotation marks to look for it as it is.</source>
        <translation>没有列“%1”。可用的有：%2。要按原样查找该词，请把它放在英文引号中。</translation>
    </message>
    <message>
        <source>Say after “%1:” what to look for: %2.</source>
        <translation>请在“%1:”之后给出要查找的内容：%2。</translation>
    </message>
    <message>
        <source>“%1” holds text, which is neither greater nor less. Put the value into quotation marks to look for it as it is.</source>
        <translation>“%1”的内容是文本，没有大小之分。要按原样查找该值，请把它放在英文引号中。</translation>
    </message>
    <message>
        <source>“%1” is not %2.</source>
        <comment>%2: a number, such as 12</comment>
        <translation>“%1”不是%2。</translation>
    </message>
    <message>
        <source>The quotation mark at the beginning needs another one at the end.</source>
        <translation>开头的引号需要在末尾有另一个引号与之配对。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n conditions are possible; the rest is left out.</source>
        <translation>
            <numerusform>最多可有 %n 个条件；其余的被略去。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Formatting</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>per second</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date, and a time of day</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::HealthPage</name>
    <message>
        <source>Health checks</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>Workers and warm copies</source>
        <translation>工作线程和预热副本</translation>
    </message>
    <message>
        <source>Nothing is known of anybody&apos;s health</source>
        <translation>尚无任何健康信息</translation>
    </message>
    <message>
        <source>What the daemons check of themselves is shown here.</source>
        <translation>守护进程对自身的检查结果显示在此处。</translation>
    </message>
    <message>
        <source>There are no workers</source>
        <translation>没有工作线程</translation>
    </message>
    <message>
        <source>What runs commands for the daemons, and what they keep warm, is shown here.</source>
        <translation>为守护进程运行命令的线程及其预热的副本显示在此处。</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::InvokeDialog</name>
    <message>
        <source>Ca&amp;ll</source>
        <translation>调用(&amp;L)</translation>
    </message>
    <message>
        <source>Invoke a Method of %1</source>
        <translation>调用%1的方法</translation>
    </message>
    <message>
        <source>Filter the methods</source>
        <translation>过滤方法</translation>
    </message>
    <message>
        <source>&amp;Methods:</source>
        <translation>方法(&amp;M)：</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>&amp;Earlier calls:</source>
        <translation>以前的调用(&amp;E)：</translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation>以前的调用</translation>
    </message>
    <message>
        <source>Re&amp;ply:</source>
        <translation>应答(&amp;P)：</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>the connection ended before the answer</source>
        <translation>连接在应答之前结束</translation>
    </message>
    <message>
        <source>The daemon lists no methods.</source>
        <translation>守护进程没有列出任何方法。</translation>
    </message>
    <message>
        <source>The daemon does not list its methods: %1.</source>
        <translation>守护进程没有列出其方法：%1。</translation>
    </message>
    <message>
        <source>Returns: %1</source>
        <translation>返回：%1</translation>
    </message>
    <message>
        <source>⚠ This method may change something: only those with the role “%1” may call it.</source>
        <translation>⚠ 此方法可能造成更改：只有具备“%1”角色者才能调用。</translation>
    </message>
    <message>
        <source>Not called: a parameter is wrong, as is said at its field.</source>
        <translation>未调用：有参数不正确，见相应字段的说明。</translation>
    </message>
    <message>
        <source>Called; waits for the answer…</source>
        <translation>已调用；正在等待应答……</translation>
    </message>
    <message numerus="yes">
        <source>Answered after %1; %n character(s) of the answer are not shown.</source>
        <translation>
            <numerusform>%1后收到应答；应答中有 %n 个字符未显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered after %1.</source>
        <translation>%1后收到应答。</translation>
    </message>
    <message>
        <source>Failed after %1: %2 (%3).</source>
        <translation>%1后失败：%2（%3）。</translation>
    </message>
    <message>
        <source>There is no connection to the daemon.</source>
        <translation>与守护进程没有连接。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::LiveDaemon</name>
    <message>
        <source>It says what cannot be understood: %1</source>
        <translation>无法理解它所说的内容：%1</translation>
    </message>
    <message>
        <source>It does not let this user look: %1</source>
        <translation>它不允许此用户查看：%1</translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation>没有连接：%1</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>它没有应答</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::LogLevelDialog</name>
    <message>
        <source>Log Level</source>
        <translation>日志级别</translation>
    </message>
    <message>
        <source>How much is logged by %1, until its configuration is read again:</source>
        <translation>%1在重新读取配置之前记录日志的详细程度：</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>A category such as daemonrpc.server, or its last part: server.</source>
        <translation>类别，例如 daemonrpc.server，或其最后一部分：server。</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>级别(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Category:</source>
        <translation>类别(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Set the Level</source>
        <translation>设置级别(&amp;S)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::LogsPage</name>
    <message>
        <source>Log lines</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source>Jump to the &amp;Newest</source>
        <translation>跳到最新(&amp;N)</translation>
    </message>
    <message>
        <source>Show the Re&amp;quest</source>
        <translation>显示请求(&amp;Q)</translation>
    </message>
    <message>
        <source>Nothing has been logged yet</source>
        <translation>尚未记录任何日志</translation>
    </message>
    <message>
        <source>What the daemons log is shown here. How much that is can be changed by Daemon, Log Level.</source>
        <translation>守护进程记录的日志显示在此处。详细程度可通过菜单“守护进程”、“日志级别”更改。</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>&amp;Show the Request</source>
        <translation>显示请求(&amp;S)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Info and graver</source>
        <translation>信息及更严重</translation>
    </message>
    <message>
        <source>Warning and graver</source>
        <translation>警告及更严重</translation>
    </message>
    <message>
        <source>Error and graver</source>
        <translation>错误及更严重</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Cate&amp;gory:</source>
        <translation>类别(&amp;G)：</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>级别(&amp;L)：</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MainWindow</name>
    <message>
        <source>Daemon Monitor</source>
        <translation>守护进程监视器</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>它已不存在。</translation>
    </message>
    <message>
        <source>The layout is as it was at first.</source>
        <translation>布局已恢复为最初的样子。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorOptions</name>
    <message>
        <source>Show only the daemon ID. Can be given several times.</source>
        <translation>只显示守护进程 ID。可多次给出。</translation>
    </message>
    <message>
        <source>Look for daemons in DIR instead of the usual places.</source>
        <translation>在 DIR 而不是通常的位置查找守护进程。</translation>
    </message>
    <message>
        <source>Show this page: %1.</source>
        <translation>显示此页面：%1。</translation>
    </message>
    <message>
        <source>Save a picture of the page as the PNG file FILE, and exit.</source>
        <translation>把页面的图片保存为 PNG 文件 FILE，然后退出。</translation>
    </message>
    <message>
        <source>The size of the window in pixels, such as 1280x800.</source>
        <translation>窗口大小，以像素为单位，例如 1280x800。</translation>
    </message>
    <message>
        <source>The colours: light, dark or system.</source>
        <translation>配色：light、dark 或 system。</translation>
    </message>
    <message>
        <source>Record what the daemons tell into FILE.</source>
        <translation>把守护进程报告的内容录制到 FILE。</translation>
    </message>
    <message>
        <source>Show what is recorded in FILE, instead of daemons that run.</source>
        <translation>显示 FILE 中录制的内容，而不是正在运行的守护进程。</translation>
    </message>
    <message>
        <source>Replay N times as fast.</source>
        <translation>以 N 倍速度回放。</translation>
    </message>
    <message>
        <source>Show this help, and exit.</source>
        <translation>显示本帮助，然后退出。</translation>
    </message>
    <message>
        <source>Show the version, and exit.</source>
        <translation>显示版本，然后退出。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size for --size: give width and height from %2 to %3 pixels, such as 1280x800.</source>
        <translation>“%1”不是 --size 的有效大小：请给出 %2 到 %3 像素的宽和高，例如 1280x800。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no theme: give light, dark or system to --theme.</source>
        <translation>“%1”不是主题：请为 --theme 给出 light、dark 或 system。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no speed for --speed: give a number from %2 to %3.</source>
        <translation>“%1”不是 --speed 的有效速度：请给出 %2 到 %3 之间的数。</translation>
    </message>
    <message>
        <source>--daemon-id: %1</source>
        <translation>--daemon-id：%1</translation>
    </message>
    <message>
        <source>There is no page &quot;%1&quot;: give one of %2 to --page.</source>
        <translation>没有页面“%1”：请为 --page 给出以下之一：%2。</translation>
    </message>
    <message>
        <source>--%1 is given an empty path: give one, or leave it out.</source>
        <translation>--%1 的路径为空：请给出路径，或省略该选项。</translation>
    </message>
    <message>
        <source>--dump records daemons that run, so it cannot go with --replay: give one of them.</source>
        <translation>--dump 录制正在运行的守护进程，因而不能与 --replay 合用：请只给出其中一个。</translation>
    </message>
    <message>
        <source>--speed is of a replay: give --replay FILE as well.</source>
        <translation>--speed 用于回放：请同时给出 --replay FILE。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood: there are only options.</source>
        <translation>无法理解“%1”：只接受选项。</translation>
    </message>
    <message>
        <source>Usage: daemon-rpc-monitor [OPTION...]

Shows every daemon of yours, its connections, requests and cancellations, as they are.

Options:
</source>
        <translation>用法：daemon-rpc-monitor [OPTION...]

如实显示您的每个守护进程及其连接、请求和取消。

选项：
</translation>
    </message>
    <message>
        <source>Daemon Monitor</source>
        <translation>守护进程监视器</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorSession</name>
    <message>
        <source>Recording %1, to its end</source>
        <translation>录制 %1，已到末尾</translation>
    </message>
    <message>
        <source>%1 – Daemon Monitor</source>
        <translation>%1 – 守护进程监视器</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>录制 %1</translation>
    </message>
    <message>
        <source>Open a Recording</source>
        <translation>打开录制</translation>
    </message>
    <message>
        <source>Record What the Daemons Tell</source>
        <translation>录制守护进程报告的内容</translation>
    </message>
    <message>
        <source>Recorded in %1</source>
        <translation>已录制到 %1</translation>
    </message>
    <message>
        <source>Recording to %1</source>
        <translation>正在录制到 %1</translation>
    </message>
    <message>
        <source>Export the Charts</source>
        <translation>导出图表</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorStatusBar</name>
    <message>
        <source>Updates are paused: press Space to go on</source>
        <translation>更新已暂停：按空格键继续</translation>
    </message>
    <message numerus="yes">
        <source>%n daemons</source>
        <translation>
            <numerusform>%n 个守护进程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daemons, %1 ended</source>
        <translation>
            <numerusform>%n 个守护进程，%1 个已结束</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events lost</source>
        <translation>
            <numerusform>丢失 %n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>What daemons could not tell in time, since so much happened.</source>
        <translation>因发生的事情过多，守护进程未能及时报告的内容。</translation>
    </message>
    <message>
        <source>%1 updates</source>
        <comment>a rate, such as 4/s</comment>
        <translation>更新 %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::OutputView</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::OverviewPage</name>
    <message>
        <source>Daemons</source>
        <translation>守护进程</translation>
    </message>
    <message>
        <source>No daemon is running</source>
        <translation>没有守护进程在运行</translation>
    </message>
    <message>
        <source>Daemons start by themselves when something is run through them. Try it in a terminal: this window shows the daemon at once.</source>
        <translation>通过守护进程运行内容时，守护进程会自动启动。请在终端中试一试：本窗口会立即显示该守护进程。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Daemons cannot be looked for</source>
        <translation>无法查找守护进程</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ParameterForm</name>
    <message>
        <source>This method takes no parameters.</source>
        <translation>此方法没有参数。</translation>
    </message>
    <message>
        <source>%1 (required):</source>
        <translation>%1（必填）：</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>（省略）</translation>
    </message>
    <message>
        <source>JSON: […]</source>
        <translation>JSON：[…]</translation>
    </message>
    <message>
        <source>JSON: {…}</source>
        <translation>JSON：{…}</translation>
    </message>
    <message>
        <source>JSON: 1, &quot;text&quot;, true …</source>
        <translation>JSON：1, &quot;text&quot;, true …</translation>
    </message>
    <message>
        <source>Left out when empty</source>
        <translation>留空则省略</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ParameterReader</name>
    <message>
        <source>A value is required.</source>
        <translation>必须给出一个值。</translation>
    </message>
    <message>
        <source>This is not JSON, at character %1: %2.</source>
        <translation>这不是 JSON，在第 %1 个字符处：%2。</translation>
    </message>
    <message>
        <source>One JSON value is wanted.</source>
        <translation>需要一个 JSON 值。</translation>
    </message>
    <message>
        <source>A whole number is wanted, such as 42.</source>
        <translation>需要一个整数，例如 42。</translation>
    </message>
    <message>
        <source>A number is wanted, such as 1.5.</source>
        <translation>需要一个数，例如 1.5。</translation>
    </message>
    <message>
        <source>Either true or false is wanted.</source>
        <translation>需要 true 或 false。</translation>
    </message>
    <message>
        <source>A JSON array is wanted, such as [1, 2].</source>
        <translation>需要一个 JSON 数组，例如 [1, 2]。</translation>
    </message>
    <message>
        <source>A JSON object is wanted, such as {&quot;key&quot;: 1}.</source>
        <translation>需要一个 JSON 对象，例如 {&quot;key&quot;: 1}。</translation>
    </message>
    <message>
        <source>One of these is wanted: %1.</source>
        <translation>需要以下之一：%1。</translation>
    </message>
    <message>
        <source>At least %1 is wanted.</source>
        <translation>至少应为 %1。</translation>
    </message>
    <message>
        <source>At most %1 is wanted.</source>
        <translation>至多应为 %1。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RecordHeader</name>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>升序排序(&amp;A)</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>降序排序(&amp;D)</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move r&amp;ight</source>
        <translation>右移(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Hide this column</source>
        <translation>隐藏此列(&amp;H)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RecordPanel</name>
    <message>
        <source>No row passes the filter</source>
        <translation>没有符合过滤条件的行</translation>
    </message>
    <message>
        <source>Press Esc to show all of them again.</source>
        <translation>按 Esc 可重新显示所有行。</translation>
    </message>
    <message>
        <source>&amp;Filter by %1</source>
        <translation>按 %1 过滤(&amp;F)</translation>
    </message>
    <message>
        <source>Filter &amp;out %1</source>
        <translation>排除 %1(&amp;O)</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>列(&amp;U)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Recorder</name>
    <message>
        <source>A recording is being written already.</source>
        <translation>已在写入一个录制。</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The recording has ended: it has reached its largest size.</source>
        <translation>录制已结束：已达到最大大小。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Replay</name>
    <message>
        <source>The recording ends here</source>
        <translation>录制到此结束</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Line %1 of the recording is broken: %2</source>
        <translation>录制的第 %1 行已损坏：%2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestActions</name>
    <message numerus="yes">
        <source>%n request(s) asked to stop.</source>
        <translation>
            <numerusform>已请 %n 个请求停止。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection ended before the daemon had answered for %n request(s).</source>
        <translation>
            <numerusform>守护进程还未就 %n 个请求作出应答，连接便已结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Request %1 cannot be cancelled: %2.</source>
        <translation>无法取消请求 %1：%2。</translation>
    </message>
    <message>
        <source>Nothing of what is selected can be cancelled any more.</source>
        <translation>所选内容均已无法取消。</translation>
    </message>
    <message>
        <source>there is no connection to its daemon</source>
        <translation>与其守护进程没有连接</translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be asked to stop; what does not stop within its grace is forced to.</source>
        <translation>
            <numerusform>将请 %n 个正在运行的请求停止；宽限期内不停止的会被强制停止。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not of your user.</source>
        <translation>
            <numerusform>其中 %n 个不属于您的用户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Request %1: %2</source>
        <translation>请求 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>……以及另外 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n request(s)?</source>
        <translation>
            <numerusform>要取消 %n 个请求吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel the Requests</source>
        <translation>取消请求(&amp;C)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestDialog</name>
    <message>
        <source>Cance&amp;l the Request</source>
        <translation>取消请求(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy Command Line</source>
        <translation>复制命令行(&amp;C)</translation>
    </message>
    <message>
        <source>Request %1 of %2</source>
        <translation>%2的请求 %1</translation>
    </message>
    <message>
        <source>C&amp;ourse</source>
        <translation>过程(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>参数(&amp;A)</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>请求的各部分</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>After</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Course of the request</source>
        <translation>请求的过程</translation>
    </message>
    <message>
        <source>Command and arguments</source>
        <translation>命令和参数</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>%1 (to come)</source>
        <translation>%1（尚未发生）</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Took %1.</source>
        <translation>用时 %1。</translation>
    </message>
    <message>
        <source>Runs for %1.</source>
        <translation>已运行 %1。</translation>
    </message>
    <message>
        <source>Input: %1. Output: %2.</source>
        <translation>输入：%1。输出：%2。</translation>
    </message>
    <message>
        <source>Grace when it is cancelled: %1.</source>
        <translation>取消时的宽限期：%1。</translation>
    </message>
    <message>
        <source>Nothing is known of this request.</source>
        <translation>没有关于此请求的信息。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a command, and what became of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Directory: %1</source>
        <translation>目录：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more argument(s) are not shown.</source>
        <translation>
            <numerusform>还有 %n 个参数未显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>The request has ended: there is no more output to follow.</source>
        <translation>请求已结束：没有更多输出可跟踪。</translation>
    </message>
    <message>
        <source>There is no connection to the daemon.</source>
        <translation>与守护进程没有连接。</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境(&amp;E)</translation>
    </message>
    <message>
        <source>Ou&amp;tput</source>
        <translation>输出(&amp;T)</translation>
    </message>
    <message>
        <source>Co&amp;mmand and arguments, one per line:</source>
        <translation>命令和参数(&amp;M)，每行一个：</translation>
    </message>
    <message>
        <source>Process: %1.</source>
        <translation>进程：%1。</translation>
    </message>
    <message>
        <source>The request has ended: its environment is no longer known.</source>
        <translation>请求已结束：其环境已不可知。</translation>
    </message>
    <message>
        <source>Asks the daemon for the environment…</source>
        <translation>正在向守护进程查询环境……</translation>
    </message>
    <message>
        <source>The daemon does not tell it: %1.</source>
        <translation>守护进程没有告知：%1。</translation>
    </message>
    <message>
        <source>The daemon does not tell environments: it is of an older version.</source>
        <translation>守护进程不告知环境：其版本较旧。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestTimeline</name>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>from process %1</source>
        <translation>来自进程 %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>place %1 in the queue</source>
        <translation>队列中第 %1 位</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>handler: %1</source>
        <translation>处理程序：%1</translation>
    </message>
    <message>
        <source>First output</source>
        <translation>首次输出</translation>
    </message>
    <message>
        <source>%1 of output so far</source>
        <translation>到目前输出 %1</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>it is cancelled then</source>
        <translation>届时会被取消</translation>
    </message>
    <message>
        <source>Cancellation asked for</source>
        <translation>请求取消</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，由%2</translation>
    </message>
    <message>
        <source>End of the grace</source>
        <translation>宽限期结束</translation>
    </message>
    <message>
        <source>forced to end</source>
        <translation>被强制结束</translation>
    </message>
    <message>
        <source>it is forced to end then</source>
        <translation>届时会被强制结束</translation>
    </message>
    <message>
        <source>Cancellation honoured</source>
        <translation>已响应取消</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>被信号 %1 结束</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>forced to end: %1</source>
        <translation>被强制结束：%1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Nothing has been run yet</source>
        <translation>尚未运行过任何内容</translation>
    </message>
    <message>
        <source>Requests are shown here while they run, and for a while after that.</source>
        <translation>请求在运行期间及其后一段时间内显示在此处。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RunDialog</name>
    <message>
        <source>Send standard &amp;input:</source>
        <translation>发送标准输入(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel the Command</source>
        <translation>取消命令(&amp;C)</translation>
    </message>
    <message>
        <source>Run a Command on %1</source>
        <translation>在%1中运行命令</translation>
    </message>
    <message>
        <source>Closing cancels the command that runs here.</source>
        <translation>关闭会取消在此运行的命令。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Co&amp;mmand:</source>
        <translation>命令(&amp;M)：</translation>
    </message>
    <message>
        <source>Divided by blanks; &apos;…&apos;, &quot;…&quot; and \ quote</source>
        <translation>以空格分隔；可用 &apos;…&apos;、&quot;…&quot; 和 \ 引用</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>&amp;Arguments:</source>
        <translation>参数(&amp;A)：</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>工作目录</translation>
    </message>
    <message>
        <source>Working &amp;directory:</source>
        <translation>工作目录(&amp;D)：</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>&amp;Output (lines of standard error begin with “%1” and are slanted):</source>
        <translation>输出(&amp;O)（标准错误的行以“%1”开头并以斜体显示）：</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>one argument</comment>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s): %1</source>
        <translation>
            <numerusform>%n 个参数：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>No arguments.</source>
        <translation>没有参数。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a command, and what it does</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The daemon takes no commands.</source>
        <translation>守护进程不接受命令。</translation>
    </message>
    <message>
        <source>Runs for %1; %2 of output.</source>
        <translation>已运行 %1；输出 %2。</translation>
    </message>
    <message>
        <source>The working directory has to be an absolute path: it begins with “/”.</source>
        <translation>工作目录必须是绝对路径：以“/”开头。</translation>
    </message>
    <message>
        <source>[asked to stop]</source>
        <translation>[已请其停止]</translation>
    </message>
    <message>
        <source>Failed after %1: %2.</source>
        <translation>%1后失败：%2。</translation>
    </message>
    <message>
        <source>Did not stop in time, and was forced to after %1.</source>
        <translation>未及时停止，%1后被强制停止。</translation>
    </message>
    <message>
        <source>Cancelled after %1.</source>
        <translation>%1后取消。</translation>
    </message>
    <message>
        <source>Ended by signal %1 after %2.</source>
        <translation>%2后被信号 %1 结束。</translation>
    </message>
    <message>
        <source>Exit code %1 after %2.</source>
        <translation>%2后结束，退出码 %1。</translation>
    </message>
    <message>
        <source>Output: %1.</source>
        <translation>输出：%1。</translation>
    </message>
    <message>
        <source>Only the end of it is shown.</source>
        <translation>只显示其末尾。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Screenshot</name>
    <message>
        <source>The picture cannot be written to %1: %2. Choose another file.</source>
        <translation>无法把图片写入 %1：%2。请选择其他文件。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two shortcuts</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Space, and the keys that act on rows, work while a table or the charts have the focus.</source>
        <translation>空格键以及作用于行的按键，在表格或图表获得焦点时有效。</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::StartDaemonDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>Start a Daemon</source>
        <translation>启动守护进程</translation>
    </message>
    <message>
        <source>Daemon id</source>
        <translation>守护进程标识</translation>
    </message>
    <message>
        <source>Letters, digits, dots, dashes and underscores.</source>
        <translation>字母、数字、点、连字符和下划线。</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>通常的配置文件</translation>
    </message>
    <message>
        <source>&amp;Daemon id:</source>
        <translation>守护进程标识(&amp;D)：</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>&amp;Program:</source>
        <translation>程序(&amp;P)：</translation>
    </message>
    <message>
        <source>Choose the program</source>
        <translation>选择程序</translation>
    </message>
    <message>
        <source>The Program of the Daemon</source>
        <translation>守护进程的程序</translation>
    </message>
    <message>
        <source>&amp;Configuration file:</source>
        <translation>配置文件(&amp;C)：</translation>
    </message>
    <message>
        <source>Choose the configuration file</source>
        <translation>选择配置文件</translation>
    </message>
    <message>
        <source>The Configuration of the Daemon</source>
        <translation>守护进程的配置</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>Say which program is the daemon.</source>
        <translation>请指定哪个程序是守护进程。</translation>
    </message>
    <message>
        <source>Starts the daemon “%1”…</source>
        <translation>正在启动守护进程“%1”……</translation>
    </message>
    <message>
        <source>A daemon “%1” runs already. Choose another id to start one more.</source>
        <translation>守护进程“%1”已在运行。要再启动一个，请选择其他标识。</translation>
    </message>
    <message>
        <source>The daemon was not started:</source>
        <translation>守护进程未能启动：</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TailPage</name>
    <message>
        <source>Asks the daemon for the output…</source>
        <translation>正在向守护进程索取输出……</translation>
    </message>
    <message>
        <source>[no longer followed]</source>
        <translation>[不再跟踪]</translation>
    </message>
    <message>
        <source>[%1 were written before, and are not shown]</source>
        <translation>[之前已写出 %1，不予显示]</translation>
    </message>
    <message>
        <source>[%1 of standard output left out: it came too fast]</source>
        <translation>[略去标准输出 %1：来得过快]</translation>
    </message>
    <message>
        <source>[%1 of standard error left out: it came too fast]</source>
        <translation>[略去标准错误 %1：来得过快]</translation>
    </message>
    <message>
        <source>The request has ended. Received: %1.</source>
        <translation>请求已结束。已接收：%1。</translation>
    </message>
    <message>
        <source>The output cannot be followed: %1.</source>
        <translation>无法跟踪输出：%1。</translation>
    </message>
    <message>
        <source>Received: %1.</source>
        <translation>已接收：%1。</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>略去：%1。</translation>
    </message>
    <message>
        <source>Only the end of it is shown.</source>
        <translation>只显示其末尾。</translation>
    </message>
    <message>
        <source>Output from &amp;now on (lines of standard error begin with “%1” and are slanted):</source>
        <translation>从现在起的输出(&amp;N)（标准错误的行以“%1”开头并以斜体显示）：</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TrayIcon</name>
    <message>
        <source>All daemons are well</source>
        <translation>所有守护进程均正常</translation>
    </message>
    <message numerus="yes">
        <source>%n daemons are degraded</source>
        <translation>
            <numerusform>%n 个守护进程降级</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TroubleWatch</name>
    <message>
        <source>A daemon is degraded</source>
        <translation>有守护进程降级</translation>
    </message>
    <message>
        <source>The daemon %1 serves, but something is wrong with it: see its health.</source>
        <translation>守护进程 %1 仍在服务，但有问题：请查看其健康状况。</translation>
    </message>
    <message>
        <source>A cancellation was forced</source>
        <translation>有取消被强制</translation>
    </message>
    <message>
        <source>Request %1 of the daemon %2 did not stop when it was asked to: %3</source>
        <translation>守护进程 %2 的请求 %1 未应要求停止：%3</translation>
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
        <source>cannot start the daemon: no program &quot;%1&quot; in PATH; give its path</source>
        <translation>无法启动守护进程：PATH 中没有程序“%1”；请给出其路径</translation>
    </message>
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
<context>
    <name>Filter</name>
    <message>
        <source>a duration, such as 500ms, 5s or 1h30min</source>
        <translation>时长，例如 500ms、5s 或 1h30min</translation>
    </message>
    <message>
        <source>a size, such as 200, 10KiB or 1.5M</source>
        <translation>大小，例如 200、10KiB 或 1.5M</translation>
    </message>
    <message>
        <source>a percentage, such as 50%</source>
        <translation>百分比，例如 50%</translation>
    </message>
    <message>
        <source>a rate, such as 12 or 0.5/s</source>
        <translation>速率，例如 12 或 0.5/s</translation>
    </message>
    <message>
        <source>a time, such as 15:04, 2026-11-21 or 2026-11-21T15:04</source>
        <translation>时间，例如 15:04、2026-11-21 或 2026-11-21T15:04</translation>
    </message>
    <message>
        <source>a number, such as 12</source>
        <translation>数，例如 12</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>%1 %2</source>
        <comment>a number, and its unit</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>MachineNames</name>
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
        <source>gone</source>
        <translation>已消失</translation>
    </message>
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
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>honoured</source>
        <translation>已响应</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>client closed</source>
        <translation>客户端已断开</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>应要求</translation>
    </message>
    <message>
        <source>daemon stops</source>
        <translation>守护进程停止</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>process group killed</source>
        <translation>进程组被杀死</translation>
    </message>
    <message>
        <source>worker set aside</source>
        <translation>工作线程被隔离</translation>
    </message>
    <message>
        <source>handler dropped</source>
        <translation>处理程序被放弃</translation>
    </message>
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
    <message>
        <source>handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>关闭中</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>control</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>致命</translation>
    </message>
    <message>
        <source>event loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>worker pool</source>
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
    <name>RecordingEntry</name>
    <message>
        <source>This is no recording of daemon-rpc-monitor.</source>
        <translation>这不是 daemon-rpc-monitor 的录制。</translation>
    </message>
    <message>
        <source>This recording was made by another version and cannot be read.</source>
        <translation>此录制由其他版本生成，无法读取。</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>它不是对象</translation>
    </message>
    <message>
        <source>&quot;at_ms&quot; or &quot;daemon&quot; is missing or negative</source>
        <translation>“at_ms”或“daemon”缺失或为负</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a state, and the place in the queue</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>Workers</name>
    <message>
        <source>Worker threads</source>
        <translation>工作线程</translation>
    </message>
</context>
</TS>
