<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DaemonRpc::Monitor::Chart</name>
    <message numerus="yes">
        <source>last %n hours</source>
        <translation>
            <numerusform>last hour</numerusform>
            <numerusform>last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minutes</source>
        <translation>
            <numerusform>last minute</numerusform>
            <numerusform>last %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartsPage</name>
    <message numerus="yes">
        <source>Last %n hours</source>
        <translation>
            <numerusform>Last hour</numerusform>
            <numerusform>Last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minutes</source>
        <translation>
            <numerusform>Last minute</numerusform>
            <numerusform>Last %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonActions</name>
    <message numerus="yes">
        <source>%n daemon(s) will take nothing new, and end when what runs has finished: %1.</source>
        <translation>
            <numerusform>One daemon will take nothing new, and end when what runs has finished: %1.</numerusform>
            <numerusform>%n daemons will take nothing new, and end when what runs has finished: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be finished first.</source>
        <translation>
            <numerusform>One running request will be finished first.</numerusform>
            <numerusform>%n running requests will be finished first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drain %n daemon(s)?</source>
        <translation>
            <numerusform>Drain one daemon?</numerusform>
            <numerusform>Drain %n daemons?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) will end: %1.</source>
        <translation>
            <numerusform>One daemon will end: %1.</numerusform>
            <numerusform>%n daemons will end: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) have a while to finish, then they are cancelled.</source>
        <translation>
            <numerusform>One running request has a while to finish, then it is cancelled.</numerusform>
            <numerusform>%n running requests have a while to finish, then they are cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n daemon(s)?</source>
        <translation>
            <numerusform>Stop one daemon?</numerusform>
            <numerusform>Stop %n daemons?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A fresh copy will take over from %n daemon(s): %1.</source>
        <translation>
            <numerusform>A fresh copy will take over from one daemon: %1.</numerusform>
            <numerusform>Fresh copies will take over from %n daemons: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be finished by the old one, which then ends.</source>
        <translation>
            <numerusform>One running request will be finished by the old one, which then ends.</numerusform>
            <numerusform>%n running requests will be finished by the old ones, which then end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n daemon(s)?</source>
        <translation>
            <numerusform>Restart one daemon?</numerusform>
            <numerusform>Restart %n daemons?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) dismissed that had ended.</source>
        <translation>
            <numerusform>One daemon dismissed that had ended.</numerusform>
            <numerusform>%n daemons dismissed that had ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>one more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 stops; %n request(s) left.</source>
        <translation>
            <numerusform>%1 stops; one request left.</numerusform>
            <numerusform>%1 stops; %n requests left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has left its id to pid %2; %n request(s) left to finish.</source>
        <translation>
            <numerusform>%1 has left its id to pid %2; one request left to finish.</numerusform>
            <numerusform>%1 has left its id to pid %2; %n requests left to finish.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 drains; %n request(s) left.</source>
        <translation>
            <numerusform>%1 drains; one request left.</numerusform>
            <numerusform>%1 drains; %n requests left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonsModel</name>
    <message numerus="yes">
        <source>draining (%n left)</source>
        <comment>requests that still run</comment>
        <translation>
            <numerusform>draining (%n left)</numerusform>
            <numerusform>draining (%n left)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::EnvironmentPage</name>
    <message numerus="yes">
        <source>%n variable(s) differ.</source>
        <translation>
            <numerusform>One variable differs.</numerusform>
            <numerusform>%n variables differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more that differ are not told.</source>
        <translation>
            <numerusform>One more that differs is not told.</numerusform>
            <numerusform>%n more that differ are not told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterBar</name>
    <message numerus="yes">
        <source>%1 of %n rows are shown</source>
        <translation>
            <numerusform>%1 of %n row is shown</numerusform>
            <numerusform>%1 of %n rows are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterExpression</name>
    <message numerus="yes">
        <source>The filter is too long; what is beyond %n characters is left out.</source>
        <translation>
            <numerusform>The filter is too long; what is beyond one character is left out.</numerusform>
            <numerusform>The filter is too long; what is beyond %n characters is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n conditions are possible; the rest is left out.</source>
        <translation>
            <numerusform>At most one condition is possible; the rest is left out.</numerusform>
            <numerusform>At most %n conditions are possible; the rest is left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Formatting</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::InvokeDialog</name>
    <message numerus="yes">
        <source>Answered after %1; %n character(s) of the answer are not shown.</source>
        <translation>
            <numerusform>Answered after %1; one character of the answer is not shown.</numerusform>
            <numerusform>Answered after %1; %n characters of the answer are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorStatusBar</name>
    <message numerus="yes">
        <source>%n daemons</source>
        <translation>
            <numerusform>%n daemon</numerusform>
            <numerusform>%n daemons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daemons, %1 ended</source>
        <translation>
            <numerusform>%n daemon, %1 ended</numerusform>
            <numerusform>%n daemons, %1 ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events lost</source>
        <translation>
            <numerusform>%n event lost</numerusform>
            <numerusform>%n events lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestActions</name>
    <message numerus="yes">
        <source>%n request(s) asked to stop.</source>
        <translation>
            <numerusform>One request asked to stop.</numerusform>
            <numerusform>%n requests asked to stop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection ended before the daemon had answered for %n request(s).</source>
        <translation>
            <numerusform>The connection ended before the daemon had answered for one request.</numerusform>
            <numerusform>The connection ended before the daemon had answered for %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be asked to stop; what does not stop within its grace is forced to.</source>
        <translation>
            <numerusform>One running request will be asked to stop; if it does not stop within its grace, it is forced to.</numerusform>
            <numerusform>%n running requests will be asked to stop; what does not stop within its grace is forced to.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not of your user.</source>
        <translation>
            <numerusform>One of them is not of your user.</numerusform>
            <numerusform>%n of them are not of your user.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and one more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n request(s)?</source>
        <translation>
            <numerusform>Cancel one request?</numerusform>
            <numerusform>Cancel %n requests?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestDialog</name>
    <message numerus="yes">
        <source>%n more argument(s) are not shown.</source>
        <translation>
            <numerusform>One more argument is not shown.</numerusform>
            <numerusform>%n more arguments are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RunDialog</name>
    <message numerus="yes">
        <source>%n argument(s): %1</source>
        <translation>
            <numerusform>One argument: %1</numerusform>
            <numerusform>%n arguments: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TrayIcon</name>
    <message numerus="yes">
        <source>%n daemons are degraded</source>
        <translation>
            <numerusform>One daemon is degraded</numerusform>
            <numerusform>%n daemons are degraded</numerusform>
        </translation>
    </message>
</context>
</TS>
