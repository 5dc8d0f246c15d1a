<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>DaemonRpc::CommandLineOptions</name>
    <message>
        <source>Serve as daemon &lt;id&gt; (default: DAEMON_RPC_ID, else &quot;default&quot;).</source>
        <translation>Als Daemon &lt;id&gt; dienen (Vorgabe: DAEMON_RPC_ID, sonst „default“).</translation>
    </message>
    <message>
        <source>Keep socket, lock, pid file and log in &lt;dir&gt; (default: DAEMON_RPC_RUNTIME_DIR, else /run/user/UID/daemon-rpc, else /tmp/daemon-rpc-UID).</source>
        <translation>Socket, Sperre, PID-Datei und Protokoll in &lt;dir&gt; halten (Vorgabe: DAEMON_RPC_RUNTIME_DIR, sonst /run/user/UID/daemon-rpc, sonst /tmp/daemon-rpc-UID).</translation>
    </message>
    <message>
        <source>Read the configuration &lt;file&gt; after /etc/daemon-rpc/daemon.yaml and the user&apos;s own.</source>
        <translation>Die Konfiguration &lt;file&gt; nach /etc/daemon-rpc/daemon.yaml und der eigenen des Benutzers lesen.</translation>
    </message>
    <message>
        <source>Set one key of the configuration, as in performance.grace_ms=3000; can be repeated.</source>
        <translation>Einen Schlüssel der Konfiguration setzen, etwa performance.grace_ms=3000; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Print every effective value with where it comes from, and exit.</source>
        <translation>Jeden wirksamen Wert mit seiner Herkunft ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Say whether &lt;file&gt; is a valid configuration, and exit: with 1 when it is not.</source>
        <translation>Sagen, ob &lt;file&gt; eine gültige Konfiguration ist, und beenden: mit 1, wenn nicht.</translation>
    </message>
    <message>
        <source>Print a configuration file with every key, commented out, and exit.</source>
        <translation>Eine Konfigurationsdatei mit allen Schlüsseln, auskommentiert, ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Print docs/CONFIGURATION.md, and exit.</source>
        <translation>docs/CONFIGURATION.md ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Write a new token for remote clients into the new file &lt;file&gt;, and exit.</source>
        <translation>Ein neues Token für entfernte Clients in die neue Datei &lt;file&gt; schreiben und beenden.</translation>
    </message>
    <message>
        <source>Stay attached to the terminal or supervisor.</source>
        <translation>Am Terminal oder unter dem Supervisor bleiben.</translation>
    </message>
    <message>
        <source>Write a line feed to descriptor &lt;n&gt; when ready, for s6 (systemd needs no option).</source>
        <translation>Wenn bereit, einen Zeilenvorschub auf Deskriptor &lt;n&gt; schreiben, für s6 (systemd braucht keine Option).</translation>
    </message>
    <message>
        <source>Exit after &lt;ms&gt; without requests (default 10800000, 3 hours; 0 = never).</source>
        <translation>Nach &lt;ms&gt; ohne Anfragen beenden (Vorgabe 10800000, 3 Stunden; 0 = nie).</translation>
    </message>
    <message>
        <source>Time between asking a request to stop and forcing it (default 5000).</source>
        <translation>Zeit zwischen der Bitte an eine Anfrage aufzuhören und dem Zwang dazu (Vorgabe 5000).</translation>
    </message>
    <message>
        <source>How long a stop waits for running requests before it cancels them (default 10000).</source>
        <translation>Wie lange beim Anhalten auf laufende Anfragen gewartet wird, bevor sie abgebrochen werden (Vorgabe 10000).</translation>
    </message>
    <message>
        <source>Connections at a time, in all and per user (default 1024 and 512).</source>
        <translation>Gleichzeitige Verbindungen, insgesamt und je Benutzer (Vorgabe 1024 und 512).</translation>
    </message>
    <message>
        <source>Time a connection has to ask for something (default 5000).</source>
        <translation>Zeit, die eine Verbindung hat, um nach etwas zu fragen (Vorgabe 5000).</translation>
    </message>
    <message>
        <source>Take &lt;ms&gt; since the epoch for the build&apos;s time: set by the client that starts the daemon.</source>
        <translation>&lt;ms&gt; seit der Epoche als Zeit des Builds nehmen: setzt der Client, der den Daemon startet.</translation>
    </message>
    <message>
        <source>Take &lt;id&gt; for the build&apos;s id: set by the client, too.</source>
        <translation>&lt;id&gt; als Kennung des Builds nehmen: setzt ebenfalls der Client.</translation>
    </message>
    <message>
        <source>Report readiness on descriptor &lt;n&gt;: set by the client, too.</source>
        <translation>Bereitschaft auf Deskriptor &lt;n&gt; melden: setzt ebenfalls der Client.</translation>
    </message>
    <message>
        <source>Heed --build-timestamp and --build-id only if this program is build &lt;id&gt;: set by the daemon that is restarted, as all of the following.</source>
        <translation>--build-timestamp und --build-id nur beachten, wenn dieses Programm Build &lt;id&gt; ist: setzt der Daemon, der neu gestartet wird, wie alles Folgende.</translation>
    </message>
    <message>
        <source>Take over the lock on descriptor &lt;n&gt;.</source>
        <translation>Die Sperre auf Deskriptor &lt;n&gt; übernehmen.</translation>
    </message>
    <message>
        <source>Take over the listening socket on descriptor &lt;n&gt;.</source>
        <translation>Den lauschenden Socket auf Deskriptor &lt;n&gt; übernehmen.</translation>
    </message>
    <message>
        <source>Its file has the inode &lt;n&gt;.</source>
        <translation>Seine Datei hat die Inode &lt;n&gt;.</translation>
    </message>
    <message>
        <source>1: a supervisor owns that socket.</source>
        <translation>1: dieser Socket gehört einem Supervisor.</translation>
    </message>
    <message>
        <source>This is restart &lt;n&gt; in a row of a daemon that is not in order.</source>
        <translation>Dies ist der &lt;n&gt;. Neustart in Folge eines Daemons, der nicht in Ordnung ist.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show version and build.</source>
        <translation>Version und Build zeigen.</translation>
    </message>
    <message>
        <source>Serves commands to daemon-rpc clients. Clients start it by themselves; start it by hand to watch it or under a supervisor, with --foreground.</source>
        <translation>Führt Befehle für Clients von daemon-rpc aus. Clients starten das Programm von selbst; von Hand startet man es, um zuzusehen, oder unter einem Supervisor, mit --foreground.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Aufruf:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::DaemonArguments</name>
    <message>
        <source>--%1 needs a whole number from %2 to %3, not &quot;%4&quot;</source>
        <translation>--%1 braucht eine ganze Zahl von %2 bis %3, nicht „%4“</translation>
    </message>
    <message>
        <source>--%1 needs a file</source>
        <translation>--%1 braucht eine Datei</translation>
    </message>
    <message>
        <source>--set needs section.key=value, not &quot;%1&quot;</source>
        <translation>--set braucht section.key=value, nicht „%1“</translation>
    </message>
    <message>
        <source>%1 See daemon-rpcd --help.</source>
        <translation>%1 Siehe daemon-rpcd --help.</translation>
    </message>
    <message>
        <source>unexpected argument &quot;%1&quot;; see daemon-rpcd --help</source>
        <translation>unerwartetes Argument „%1“; siehe daemon-rpcd --help</translation>
    </message>
    <message>
        <source>--make-token needs a file</source>
        <translation>--make-token braucht eine Datei</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::DaemonProgram</name>
    <message>
        <source>daemon &quot;%1&quot; started</source>
        <translation>Daemon „%1“ gestartet</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>Unbekannte Option „%1“.</translation>
    </message>
    <message>
        <source>Unknown options: %1.</source>
        <translation>Unbekannte Optionen: %1.</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>Unerwarteter Wert nach „%1“.</translation>
    </message>
</context>
</TS>
