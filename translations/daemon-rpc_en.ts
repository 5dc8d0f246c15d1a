<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DaemonRpc::Cli::CommandsCommand</name>
    <message numerus="yes">
        <source>%1 of %2 ready, %n call(s) (%3 cold)</source>
        <translation>
            <numerusform>%1 of %2 ready, %n call (%3 cold)</numerusform>
            <numerusform>%1 of %2 ready, %n calls (%3 cold)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DaemonChecks</name>
    <message numerus="yes">
        <source>%1 is degraded: %n worker(s) held by handlers that ignore their cancellation</source>
        <translation>
            <numerusform>%1 is degraded: %n worker is held by a handler that ignores its cancellation</numerusform>
            <numerusform>%1 is degraded: %n workers are held by handlers that ignore their cancellation</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DirectoryChecks</name>
    <message numerus="yes">
        <source>%n file(s), closed to other users</source>
        <translation>
            <numerusform>%n file, closed to other users</numerusform>
            <numerusform>%n files, closed to other users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DrainCommand</name>
    <message numerus="yes">
        <source>daemon &quot;%1&quot; (pid %2) finishes %n request(s), then exits</source>
        <translation>
            <numerusform>daemon &quot;%1&quot; (pid %2) finishes %n request, then exits</numerusform>
            <numerusform>daemon &quot;%1&quot; (pid %2) finishes %n requests, then exits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ListCommand</name>
    <message numerus="yes">
        <source>%n daemon(s) not answering; see daemon-rpc list --all</source>
        <translation>
            <numerusform>one daemon is not answering; see daemon-rpc list --all</numerusform>
            <numerusform>%n daemons are not answering; see daemon-rpc list --all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RestartCommand</name>
    <message numerus="yes">
        <source>restarted daemon &quot;%1&quot;: pid %2, formerly %3; the old one finishes %n request(s)</source>
        <translation>
            <numerusform>restarted daemon &quot;%1&quot;: pid %2, formerly %3; the old one finishes %n request</numerusform>
            <numerusform>restarted daemon &quot;%1&quot;: pid %2, formerly %3; the old one finishes %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StopCommand</name>
    <message numerus="yes">
        <source>waiting for %n request(s)…</source>
        <translation>
            <numerusform>waiting for %n request…</numerusform>
            <numerusform>waiting for %n requests…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::WatchView</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
</TS>
