<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>DaemonRpc::Address</name>
    <message>
        <source>invalid address &quot;%1&quot;: use local:NAME, local:/path, tcp://host:port or tls://host:port</source>
        <translation>ungültige Adresse „%1“: local:NAME, local:/path, tcp://host:port oder tls://host:port verwenden</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::AdminCommand</name>
    <message>
        <source>no daemon &quot;%1&quot; is running</source>
        <translation>Es läuft kein Daemon „%1“</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ArgumentParser</name>
    <message>
        <source>option %1 takes no value</source>
        <translation>Option %1 nimmt keinen Wert</translation>
    </message>
    <message>
        <source>option %1 needs a value: %1 %2</source>
        <translation>Option %1 braucht einen Wert: %1 %2</translation>
    </message>
    <message>
        <source>unknown option %1; see --help</source>
        <translation>unbekannte Option %1; siehe --help</translation>
    </message>
    <message>
        <source>unknown option %1, did you mean &quot;%2&quot;?</source>
        <translation>unbekannte Option %1, war „%2“ gemeint?</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CancelCommand</name>
    <message>
        <source>ask a request to stop</source>
        <translation>eine Anfrage bitten aufzuhören</translation>
    </message>
    <message>
        <source>until the request has ended</source>
        <translation>warten, bis die Anfrage beendet ist</translation>
    </message>
    <message>
        <source>&quot;daemon-rpc requests&quot; shows the ids. A request that does not stop by itself is forced to when its grace is over.</source>
        <translation>„daemon-rpc requests“ zeigt die Nummern. Eine Anfrage, die nicht von selbst aufhört, wird am Ende ihrer Gnadenfrist dazu gezwungen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no request id; &quot;daemon-rpc requests&quot; shows them</source>
        <translation>„%1“ ist keine Nummer einer Anfrage; „daemon-rpc requests“ zeigt sie</translation>
    </message>
    <message>
        <source>waiting for request %1…</source>
        <translation>warte auf Anfrage %1 …</translation>
    </message>
    <message>
        <source>request %1 is being cancelled</source>
        <translation>Anfrage %1 wird abgebrochen</translation>
    </message>
    <message>
        <source>request %1 has ended</source>
        <translation>Anfrage %1 ist beendet</translation>
    </message>
    <message>
        <source>request %1 has ended (%2)</source>
        <translation>Anfrage %1 ist beendet (%2)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CliApplication</name>
    <message>
        <source>--address and --in-process exclude each other, give one of them</source>
        <translation>--address und --in-process schließen einander aus; nur eines davon angeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks at the files of this machine; leave out --address (and unset DAEMON_RPC_ADDRESS)</source>
        <translation>„%1“ betrachtet die Dateien dieses Rechners; --address weglassen (und DAEMON_RPC_ADDRESS löschen)</translation>
    </message>
    <message>
        <source>--in-process is for commands; leave it out to ask a daemon</source>
        <translation>--in-process ist für Befehle da; weglassen, um einen Daemon zu fragen</translation>
    </message>
    <message>
        <source>talking to the daemon of user %1</source>
        <translation>spreche mit dem Daemon des Benutzers %1</translation>
    </message>
    <message>
        <source>cannot write to standard error: %1</source>
        <translation>kann nicht auf die Standardfehlerausgabe schreiben: %1</translation>
    </message>
    <message>
        <source>cannot write to standard output: %1</source>
        <translation>kann nicht auf die Standardausgabe schreiben: %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CommandLine</name>
    <message>
        <source>unknown subcommand &quot;%1&quot;; to run it as a command type &quot;daemon-rpc run %1&quot;</source>
        <translation>unbekannter Unterbefehl „%1“; als Befehl ausführen: „daemon-rpc run %1“</translation>
    </message>
    <message>
        <source>unknown subcommand &quot;%1&quot;, did you mean &quot;%2&quot;?</source>
        <translation>unbekannter Unterbefehl „%1“, war „%2“ gemeint?</translation>
    </message>
    <message>
        <source>%1 needs more: daemon-rpc %1 %2</source>
        <translation>%1 braucht mehr: daemon-rpc %1 %2</translation>
    </message>
    <message>
        <source>%1 does not take &quot;%2&quot;; see daemon-rpc %1 --help</source>
        <translation>%1 nimmt „%2“ nicht an; siehe daemon-rpc %1 --help</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CommandRunner</name>
    <message>
        <source>the command, its arguments and its environment take %1, and %2 can be sent; give large data as standard input</source>
        <translation>Befehl, Argumente und Umgebung sind %1 groß, gesendet werden können %2; große Daten über die Standardeingabe übergeben</translation>
    </message>
    <message>
        <source>waiting for daemon &quot;%1&quot;…</source>
        <translation>warte auf Daemon „%1“ …</translation>
    </message>
    <message>
        <source>starting daemon &quot;%1&quot;…</source>
        <translation>starte Daemon „%1“ …</translation>
    </message>
    <message>
        <source>cannot read standard input: %1; the command gets its end</source>
        <translation>kann die Standardeingabe nicht lesen: %1; für den Befehl endet sie hier</translation>
    </message>
    <message>
        <source>cancelling (%1 grace); press Ctrl+C again to leave now</source>
        <translation>breche ab (%1 Gnadenfrist); noch einmal Strg+C, um sofort zu gehen</translation>
    </message>
    <message>
        <source>cancelling; press Ctrl+C again to leave now</source>
        <translation>breche ab; noch einmal Strg+C, um sofort zu gehen</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CommandsCommand</name>
    <message>
        <source>list the commands that a daemon runs</source>
        <translation>die Befehle auflisten, die ein Daemon ausführt</translation>
    </message>
    <message>
        <source>hidden ones, too</source>
        <translation>auch verborgene</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>ein Array von Objekten</translation>
    </message>
    <message>
        <source>The daemon&apos;s own and those of its configuration.</source>
        <translation>Die eigenen des Daemons und die seiner Konfiguration.</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 waiting)</source>
        <translation>%1 von %2 (%3 warten)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 (%2 waiting)</source>
        <translation>%1 (%2 warten)</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 von %2 bereit</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 ready, %n call(s) (%3 cold)</source>
        <translation>
            <numerusform>%1 von %2 bereit, %n Aufruf (%3 kalt)</numerusform>
            <numerusform>%1 von %2 bereit, %n Aufrufe (%3 kalt)</numerusform>
        </translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>HANDLER</source>
        <translation>HANDLER</translation>
    </message>
    <message>
        <source>RUNNING</source>
        <translation>LÄUFT</translation>
    </message>
    <message>
        <source>WARM</source>
        <translation>WARM</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>BESCHREIBUNG</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ConnectionsCommand</name>
    <message>
        <source>list who is connected to a daemon</source>
        <translation>auflisten, wer mit einem Daemon verbunden ist</translation>
    </message>
    <message>
        <source>of every daemon that runs</source>
        <translation>bei jedem laufenden Daemon</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>ein Array von Objekten</translation>
    </message>
    <message>
        <source>The connection that asks is among them.</source>
        <translation>Die Verbindung, die fragt, ist dabei.</translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>es läuft kein Daemon</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DaemonChecks</name>
    <message>
        <source>daemon &quot;%1&quot;</source>
        <extracomment>The subject of a sentence.</extracomment>
        <translation>Daemon „%1“</translation>
    </message>
    <message>
        <source>%1 (pid %2)</source>
        <translation>%1 (PID %2)</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>%1 does not answer, and no reason is known</source>
        <translation>%1 antwortet nicht, ein Grund ist nicht bekannt</translation>
    </message>
    <message>
        <source>see its log, %1; if it hangs: kill -KILL %2</source>
        <translation>siehe sein Protokoll, %1; wenn er hängt: kill -KILL %2</translation>
    </message>
    <message>
        <source>see its log, %1</source>
        <translation>siehe sein Protokoll, %1</translation>
    </message>
    <message>
        <source>%1 is degraded: a health check fails</source>
        <translation>%1 ist beeinträchtigt: eine Zustandsprüfung schlägt fehl</translation>
    </message>
    <message>
        <source>daemon-rpc health says which, and why</source>
        <translation>daemon-rpc health sagt, welche und warum</translation>
    </message>
    <message numerus="yes">
        <source>%1 is degraded: %n worker(s) held by handlers that ignore their cancellation</source>
        <translation>
            <numerusform>%1 ist beeinträchtigt: %n Worker wird von einem Handler festgehalten, der seinen Abbruch nicht beachtet</numerusform>
            <numerusform>%1 ist beeinträchtigt: %n Worker werden von Handlern festgehalten, die ihren Abbruch nicht beachten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers and is %2</source>
        <translation>%1 antwortet; Zustand: %2</translation>
    </message>
    <message>
        <source>none is running; the first call starts one</source>
        <translation>es läuft keiner; der erste Aufruf startet einen</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>es gibt keine</translation>
    </message>
    <message>
        <source>left by daemons that are gone: %1</source>
        <translation>zurückgelassen von Daemons, die es nicht mehr gibt: %1</translation>
    </message>
    <message>
        <source>harmless, the next start replaces its own; or rm %1</source>
        <translation>harmlos, der nächste Start ersetzt die eigenen; oder rm %1</translation>
    </message>
    <message>
        <source>there is no program %1 to start a daemon with</source>
        <translation>es gibt kein Programm %1, um einen Daemon zu starten</translation>
    </message>
    <message>
        <source>install daemon-rpcd beside daemon-rpc, or name it with --daemon or DAEMON_RPC_DAEMON</source>
        <translation>daemon-rpcd neben daemon-rpc installieren oder mit --daemon oder DAEMON_RPC_DAEMON angeben</translation>
    </message>
    <message>
        <source>%1 is not of the build of this client (%2)</source>
        <translation>%1 stammt nicht aus dem Build dieses Clients (%2)</translation>
    </message>
    <message>
        <source>install both from one package, or name the right one with --daemon</source>
        <translation>beide aus einem Paket installieren oder den richtigen mit --daemon angeben</translation>
    </message>
    <message>
        <source>%1 starts daemons</source>
        <translation>%1 startet Daemons</translation>
    </message>
    <message>
        <source>%1 is of build %2, this client of build %3: it is newer, and refuses this client</source>
        <translation>%1 ist Build %2, dieser Client Build %3: der Daemon ist neuer und weist diesen Client ab</translation>
    </message>
    <message>
        <source>%1 is of build %2, this client of build %3: the next call replaces it</source>
        <translation>%1 ist Build %2, dieser Client Build %3: der nächste Aufruf ersetzt den Daemon</translation>
    </message>
    <message>
        <source>update this client, or use --version-policy ignore</source>
        <translation>diesen Client aktualisieren oder --version-policy ignore verwenden</translation>
    </message>
    <message>
        <source>daemon-rpc restart, or --version-policy ignore</source>
        <translation>daemon-rpc restart oder --version-policy ignore</translation>
    </message>
    <message>
        <source>the program of %1 was replaced or removed since it started</source>
        <translation>das Programm von %1 wurde seit dem Start ersetzt oder entfernt</translation>
    </message>
    <message>
        <source>no daemon has any</source>
        <translation>kein Daemon hat welche</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) has not collected children that ended: %3</source>
        <translation>Daemon „%1“ (PID %2) hat beendete Kindprozesse nicht abgeholt: %3</translation>
    </message>
    <message>
        <source>if it hangs: kill -KILL %1; they go with it</source>
        <translation>wenn er hängt: kill -KILL %1; sie verschwinden mit ihm</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DaemonSurvey</name>
    <message>
        <source>it has no socket</source>
        <translation>er hat keinen Socket</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DirectoryChecks</name>
    <message>
        <source>choose a shorter directory with --runtime-dir or DAEMON_RPC_RUNTIME_DIR</source>
        <translation>mit --runtime-dir oder DAEMON_RPC_RUNTIME_DIR ein kürzeres Verzeichnis wählen</translation>
    </message>
    <message>
        <source>%1 fits, but the name that a daemon takes to drain has up to 8 bytes more and does not: it cannot hand over</source>
        <translation>%1 passt, aber der Name, den ein auslaufender Daemon annimmt, ist bis zu 8 Byte länger und passt nicht: eine Übergabe ist nicht möglich</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 bytes</source>
        <translation>%1 hat %2 von %3 Byte</translation>
    </message>
    <message>
        <source>%1 cannot be created: %2 is no directory</source>
        <translation>%1 kann nicht angelegt werden: %2 ist kein Verzeichnis</translation>
    </message>
    <message>
        <source>%1 cannot be created: %2 is not writable</source>
        <translation>%1 kann nicht angelegt werden: %2 ist nicht schreibbar</translation>
    </message>
    <message>
        <source>choose another directory with --runtime-dir</source>
        <translation>mit --runtime-dir ein anderes Verzeichnis wählen</translation>
    </message>
    <message>
        <source>%1 does not exist yet; the first daemon creates it</source>
        <translation>%1 gibt es noch nicht; der erste Daemon legt es an</translation>
    </message>
    <message>
        <source>remove or rename %1, or choose another directory with --runtime-dir; find out who made it</source>
        <translation>%1 entfernen oder umbenennen oder mit --runtime-dir ein anderes Verzeichnis wählen; klären, wer es angelegt hat</translation>
    </message>
    <message>
        <source>%1 is shared by all users: others can take the name of a socket first</source>
        <translation>%1 teilen sich alle Benutzer: andere können den Namen eines Sockets zuerst belegen</translation>
    </message>
    <message>
        <source>choose a directory of your own with --runtime-dir, or leave it out</source>
        <translation>mit --runtime-dir ein eigenes Verzeichnis wählen oder die Option weglassen</translation>
    </message>
    <message>
        <source>%1 belongs to user %2, mode %3</source>
        <translation>%1 gehört Benutzer %2, Modus %3</translation>
    </message>
    <message>
        <source>find out who made it, then rm %1</source>
        <translation>klären, wer es angelegt hat, dann rm %1</translation>
    </message>
    <message>
        <source>%1 is a symbolic link; daemons refuse it</source>
        <translation>%1 ist ein symbolischer Link; Daemons weisen ihn zurück</translation>
    </message>
    <message>
        <source>%1 belongs to user %2; daemons refuse it</source>
        <translation>%1 gehört Benutzer %2; Daemons weisen es zurück</translation>
    </message>
    <message>
        <source>%1 is no socket</source>
        <translation>%1 ist kein Socket</translation>
    </message>
    <message>
        <source>%1 is no regular file</source>
        <translation>%1 ist keine reguläre Datei</translation>
    </message>
    <message>
        <source>%1 has a second name (hard link); daemons refuse it</source>
        <translation>%1 hat einen zweiten Namen (harter Link); Daemons weisen es zurück</translation>
    </message>
    <message>
        <source>%1 is open to other users (mode %2)</source>
        <translation>%1 ist für andere Benutzer zugänglich (Modus %2)</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>es gibt keine</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), closed to other users</source>
        <translation>
            <numerusform>%n Datei, für andere Benutzer unzugänglich</numerusform>
            <numerusform>%n Dateien, für andere Benutzer unzugänglich</numerusform>
        </translation>
    </message>
    <message>
        <source>choose a local directory with --runtime-dir or DAEMON_RPC_RUNTIME_DIR</source>
        <translation>mit --runtime-dir oder DAEMON_RPC_RUNTIME_DIR ein lokales Verzeichnis wählen</translation>
    </message>
    <message>
        <source>%1 is on a network file system (%2): its sockets and locks do not work between machines</source>
        <translation>%1 liegt auf einem Netzwerk-Dateisystem (%2): Sockets und Sperren wirken dort nicht zwischen Rechnern</translation>
    </message>
    <message>
        <source>%1 is on a file system of a user&apos;s program (FUSE), which may know no locks</source>
        <translation>%1 liegt auf dem Dateisystem eines Benutzerprogramms (FUSE), das womöglich keine Sperren kennt</translation>
    </message>
    <message>
        <source>%1 is on a local file system</source>
        <translation>%1 liegt auf einem lokalen Dateisystem</translation>
    </message>
    <message>
        <source>%1 is on a file system that cannot be written to</source>
        <translation>%1 liegt auf einem Dateisystem, das nicht beschreibbar ist</translation>
    </message>
    <message>
        <source>the file system of %1 is full</source>
        <translation>das Dateisystem von %1 ist voll</translation>
    </message>
    <message>
        <source>free some space: df -h %1; df -i %1</source>
        <translation>Platz schaffen: df -h %1; df -i %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DoctorCommand</name>
    <message>
        <source>look for what keeps daemons from working</source>
        <translation>suchen, was Daemons am Arbeiten hindert</translation>
    </message>
    <message>
        <source>an object: status, and checks with name, status, finding and fix</source>
        <translation>ein Objekt: status und checks mit name, status, finding und fix</translation>
    </message>
    <message>
        <source>Changes nothing. Exit code 0: no problem, warnings at most; 1: a problem.</source>
        <translation>Ändert nichts. Exit-Code 0: kein Problem, höchstens Warnungen; 1: ein Problem.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DoctorReport</name>
    <message>
        <source>CHECK</source>
        <translation>PRÜFUNG</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>STATUS</translation>
    </message>
    <message>
        <source>FINDING</source>
        <translation>BEFUND</translation>
    </message>
    <message>
        <source>fix</source>
        <translation>Abhilfe</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DrainCommand</name>
    <message>
        <source>let the daemon finish what runs and exit</source>
        <translation>den Daemon auslaufen lassen: Laufendes beenden, dann Schluss</translation>
    </message>
    <message>
        <source>Does not wait for it. The next command starts a fresh daemon. That no daemon runs is no error.</source>
        <translation>Wartet nicht darauf. Der nächste Befehl startet einen neuen Daemon. Läuft kein Daemon, ist das kein Fehler.</translation>
    </message>
    <message numerus="yes">
        <source>daemon &quot;%1&quot; (pid %2) finishes %n request(s), then exits</source>
        <translation>
            <numerusform>Daemon „%1“ (PID %2) beendet noch %n Anfrage und dann sich</numerusform>
            <numerusform>Daemon „%1“ (PID %2) beendet noch %n Anfragen und dann sich</numerusform>
        </translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) has nothing left to do and exits</source>
        <translation>Daemon „%1“ (PID %2) hat nichts mehr zu tun und beendet sich</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::GlobalOptions</name>
    <message>
        <source>the daemon to use (DAEMON_RPC_ID; &quot;default&quot;)</source>
        <translation>der Daemon (DAEMON_RPC_ID; „default“)</translation>
    </message>
    <message>
        <source>where daemons live (DAEMON_RPC_RUNTIME_DIR)</source>
        <translation>wo die Daemons zu Hause sind (DAEMON_RPC_RUNTIME_DIR)</translation>
    </message>
    <message>
        <source>tcp://HOST:PORT, tls://HOST:PORT or local:/PATH (DAEMON_RPC_ADDRESS)</source>
        <translation>tcp://HOST:PORT, tls://HOST:PORT oder local:/PATH (DAEMON_RPC_ADDRESS)</translation>
    </message>
    <message>
        <source>the token for that address (DAEMON_RPC_TOKEN_FILE)</source>
        <translation>das Token für diese Adresse (DAEMON_RPC_TOKEN_FILE)</translation>
    </message>
    <message>
        <source>who signs that daemon&apos;s certificate (the system&apos;s authorities)</source>
        <translation>wer das Zertifikat dieses Daemons signiert (die Zertifizierungsstellen des Systems)</translation>
    </message>
    <message>
        <source>the certificate to show to that daemon</source>
        <translation>das Zertifikat, das diesem Daemon gezeigt wird</translation>
    </message>
    <message>
        <source>the key of that certificate</source>
        <translation>der Schlüssel zu diesem Zertifikat</translation>
    </message>
    <message>
        <source>what that daemon&apos;s certificate must be for (HOST)</source>
        <translation>wofür das Zertifikat dieses Daemons gelten muss (HOST)</translation>
    </message>
    <message>
        <source>the daemon program to start (DAEMON_RPC_DAEMON)</source>
        <translation>das Daemon-Programm, das gestartet wird (DAEMON_RPC_DAEMON)</translation>
    </message>
    <message>
        <source>the configuration of a daemon that is started</source>
        <translation>die Konfiguration eines Daemons, der gestartet wird</translation>
    </message>
    <message>
        <source>how long starting a daemon may take (10000)</source>
        <translation>wie lange der Start eines Daemons dauern darf (10000)</translation>
    </message>
    <message>
        <source>never start a daemon</source>
        <translation>nie einen Daemon starten</translation>
    </message>
    <message>
        <source>run the command without any daemon</source>
        <translation>den Befehl ganz ohne Daemon ausführen</translation>
    </message>
    <message>
        <source>newer-wins, exact or ignore: which daemon to replace</source>
        <translation>newer-wins, exact oder ignore: welcher Daemon ersetzt wird</translation>
    </message>
    <message>
        <source>cancel the command after this time</source>
        <translation>den Befehl nach dieser Zeit abbrechen</translation>
    </message>
    <message>
        <source>talk to the daemon of another user, as root</source>
        <translation>als root mit dem Daemon eines anderen Benutzers sprechen</translation>
    </message>
    <message>
        <source>errors only, no notices</source>
        <translation>nur Fehler, keine Hinweise</translation>
    </message>
    <message>
        <source>all notices, and what led to an error</source>
        <translation>alle Hinweise und was zu einem Fehler geführt hat</translation>
    </message>
    <message>
        <source>auto, always or never</source>
        <translation>auto, always oder never</translation>
    </message>
    <message>
        <source>show help, also for one subcommand</source>
        <translation>Hilfe zeigen, auch zu einem Unterbefehl</translation>
    </message>
    <message>
        <source>show version, build and protocol</source>
        <translation>Version, Build und Protokoll zeigen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a file</source>
        <translation>„%1“ ist kein Wert für --%2; eine Datei angeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give %3</source>
        <translation>„%1“ ist kein Wert für --%2; möglich sind: %3</translation>
    </message>
    <message>
        <source>there is no user &quot;%1&quot;</source>
        <translation>es gibt keinen Benutzer „%1“</translation>
    </message>
    <message>
        <source>reading --daemon-id</source>
        <translation>beim Lesen von --daemon-id</translation>
    </message>
    <message>
        <source>reading DAEMON_RPC_ID</source>
        <translation>beim Lesen von DAEMON_RPC_ID</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a directory</source>
        <translation>„%1“ ist kein Wert für --%2; ein Verzeichnis angeben</translation>
    </message>
    <message>
        <source>reading --address</source>
        <translation>beim Lesen von --address</translation>
    </message>
    <message>
        <source>reading DAEMON_RPC_ADDRESS</source>
        <translation>beim Lesen von DAEMON_RPC_ADDRESS</translation>
    </message>
    <message>
        <source>--address and --daemon-id exclude each other, give one of them</source>
        <translation>--address und --daemon-id schließen einander aus; nur eines davon angeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give tcp://HOST:PORT, tls://HOST:PORT or local:/PATH</source>
        <translation>„%1“ ist kein Wert für --%2; tcp://HOST:PORT, tls://HOST:PORT oder local:/PATH angeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a program</source>
        <translation>„%1“ ist kein Wert für --%2; ein Programm angeben</translation>
    </message>
    <message>
        <source>--quiet and --verbose exclude each other, give one of them</source>
        <translation>--quiet und --verbose schließen einander aus; nur eines davon angeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a number of milliseconds from 1 to %3</source>
        <translation>„%1“ ist kein Wert für --%2; eine Anzahl von Millisekunden von 1 bis %3 angeben</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::HealthCommand</name>
    <message>
        <source>tell whether the daemon is in order</source>
        <translation>sagen, ob der Daemon in Ordnung ist</translation>
    </message>
    <message>
        <source>an object, with the latest results of each check</source>
        <translation>ein Objekt mit den letzten Ergebnissen jeder Prüfung</translation>
    </message>
    <message>
        <source>The first line is the daemon&apos;s state; a table of its health checks follows, which are run now. A warning is no failure.
Exit code 0: ready; 1: degraded or draining; 125: not running or not answering.</source>
        <translation>Die erste Zeile ist der Zustand des Daemons; es folgt eine Tabelle seiner Zustandsprüfungen, die jetzt ausgeführt werden. Eine Warnung ist kein Fehlschlag.
Exit-Code 0: bereit; 1: beeinträchtigt oder auslaufend; 125: läuft nicht oder antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::HealthPrinter</name>
    <message>
        <source>CHECK</source>
        <translation>PRÜFUNG</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>STATUS</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>SEIT</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>ERGEBNIS</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::HelpText</name>
    <message>
        <source>Usage:</source>
        <translation>Aufruf:</translation>
    </message>
    <message>
        <source>Runs commands through a background daemon, which starts by itself on first use.</source>
        <translation>Führt Befehle über einen Daemon im Hintergrund aus, der beim ersten Gebrauch von selbst startet.</translation>
    </message>
    <message>
        <source>Subcommands:</source>
        <translation>Unterbefehle:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>See daemon-rpc SUBCOMMAND --help, and daemon-rpc(1).</source>
        <translation>Siehe daemon-rpc SUBCOMMAND --help und daemon-rpc(1).</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Global options: see daemon-rpc --help.</source>
        <translation>Globale Optionen: siehe daemon-rpc --help.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ListCommand</name>
    <message>
        <source>list the daemons that run</source>
        <translation>die laufenden Daemons auflisten</translation>
    </message>
    <message>
        <source>also those that do not answer, and what ended ones left</source>
        <translation>auch jene, die nicht antworten, und was beendete zurückließen</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>ein Array von Objekten</translation>
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
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>UPTIME</source>
        <translation>LAUFZEIT</translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation>ANFRAGEN</translation>
    </message>
    <message>
        <source>CONNECTIONS</source>
        <translation>VERBINDUNGEN</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>VERSION</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) not answering; see daemon-rpc list --all</source>
        <translation>
            <numerusform>ein Daemon antwortet nicht; siehe daemon-rpc list --all</numerusform>
            <numerusform>%n Daemons antworten nicht; siehe daemon-rpc list --all</numerusform>
        </translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>es läuft kein Daemon</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::LogFiles</name>
    <message>
        <source>there is no log %1</source>
        <translation>es gibt kein Protokoll %1</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>kann %1 nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1 is no regular file and so no log</source>
        <translation>%1 ist keine reguläre Datei und damit kein Protokoll</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::LogsCommand</name>
    <message>
        <source>show the log of the daemon, or set how much it logs</source>
        <translation>das Protokoll des Daemons zeigen oder festlegen, wie viel er protokolliert</translation>
    </message>
    <message>
        <source>go on with what is added, until Ctrl+C</source>
        <translation>mit dem fortfahren, was dazukommt, bis Strg+C</translation>
    </message>
    <message>
        <source>the last LINES lines only</source>
        <translation>nur die letzten LINES Zeilen</translation>
    </message>
    <message>
        <source>from TIME on: 10m, 2h (ago), 08:00, &quot;2026-01-31 08:00&quot;</source>
        <translation>ab TIME: 10m, 2h (zuvor), 08:00, &quot;2026-01-31 08:00&quot;</translation>
    </message>
    <message>
        <source>of LEVEL or graver: debug, info, warning, error</source>
        <translation>von LEVEL an aufwärts: debug, info, warning, error</translation>
    </message>
    <message>
        <source>of one request only</source>
        <translation>nur von einer Anfrage</translation>
    </message>
    <message>
        <source>log from LEVEL on, until the next reload; shows nothing</source>
        <translation>ab LEVEL protokollieren, bis zum nächsten Neuladen; zeigt nichts</translation>
    </message>
    <message>
        <source>with --set-level: of one category, &quot;server&quot; for example</source>
        <translation>mit --set-level: für eine Kategorie, zum Beispiel „server“</translation>
    </message>
    <message>
        <source>Rotated files are shown, too, oldest first. What is not a line of the log&apos;s own belongs to the line before it.</source>
        <translation>Auch rotierte Dateien werden gezeigt, die älteste zuerst. Was keine eigene Zeile des Protokolls ist, gehört zur Zeile davor.</translation>
    </message>
    <message>
        <source>--category goes with --set-level</source>
        <translation>--category gilt nur zusammen mit --set-level</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of lines</source>
        <translation>„%1“ ist keine Anzahl von Zeilen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no request id; &quot;daemon-rpc requests --all&quot; shows them</source>
        <translation>„%1“ ist keine Nummer einer Anfrage; „daemon-rpc requests --all“ zeigt sie</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no level; there are debug, info, warning and error</source>
        <translation>„%1“ ist keine Stufe; es gibt debug, info, warning und error</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; has no log, it was never started here (%2)</source>
        <translation>Daemon „%1“ hat kein Protokoll, er wurde hier nie gestartet (%2)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::MetricsCommand</name>
    <message>
        <source>show everything that a daemon measures</source>
        <translation>alles zeigen, was ein Daemon misst</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>ein Array von Objekten</translation>
    </message>
    <message>
        <source>a table for people, histograms as count and mean</source>
        <translation>eine Tabelle für Menschen, Histogramme als Anzahl und Mittelwert</translation>
    </message>
    <message>
        <source>Without an option, the text format of Prometheus; docs/METRICS.md lists the metrics. HTTP clients get the same from the daemon&apos;s socket: curl --unix-socket SOCKET http://localhost/metrics</source>
        <translation>Ohne Option das Textformat von Prometheus; docs/METRICS.md führt die Metriken auf. HTTP-Clients bekommen dasselbe vom Socket des Daemons: curl --unix-socket SOCKET http://localhost/metrics</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::MetricsPrinter</name>
    <message>
        <source>%1, mean %2</source>
        <translation>%1, Mittel %2</translation>
    </message>
    <message>
        <source>METRIC</source>
        <translation>METRIK</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>WERT</translation>
    </message>
    <message>
        <source>LABELS</source>
        <translation>LABELS</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfCheck</name>
    <message>
        <source>path_length</source>
        <translation>Pfadlänge</translation>
    </message>
    <message>
        <source>runtime_directory</source>
        <translation>Laufzeitverzeichnis</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>file_system</source>
        <translation>Dateisystem</translation>
    </message>
    <message>
        <source>tmp_cleaner</source>
        <translation>Aufräumer</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>daemon</source>
        <translation>Daemon</translation>
    </message>
    <message>
        <source>stale_files</source>
        <translation>Überbleibsel</translation>
    </message>
    <message>
        <source>zombies</source>
        <translation>Zombies</translation>
    </message>
    <message>
        <source>event_loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>worker_pool</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Datenträger</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfCheckStatus</name>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfCommandSummary</name>
    <message>
        <source>copies standard input to standard output</source>
        <translation>kopiert die Standardeingabe in die Standardausgabe</translation>
    </message>
    <message>
        <source>prints its arguments</source>
        <translation>gibt seine Argumente aus</translation>
    </message>
    <message>
        <source>runs PROGRAM with its arguments</source>
        <translation>führt PROGRAM mit seinen Argumenten aus</translation>
    </message>
    <message>
        <source>prints BYTES bytes</source>
        <translation>gibt BYTES Byte aus</translation>
    </message>
    <message>
        <source>waits SECONDS</source>
        <translation>wartet SECONDS</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfConnectionState</name>
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>rpc</source>
        <translation>RPC</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>schließt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfDaemonState</name>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>beeinträchtigt</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>läuft aus</translation>
    </message>
    <message>
        <source>unresponsive</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfErrorCode</name>
    <message>
        <source>internal</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>invalid_argument</source>
        <translation>ungültiges Argument</translation>
    </message>
    <message>
        <source>invalid_address</source>
        <translation>ungültige Adresse</translation>
    </message>
    <message>
        <source>name_too_long</source>
        <translation>Name zu lang</translation>
    </message>
    <message>
        <source>not_running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>connection_refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>permission_denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>peer_not_trusted</source>
        <translation>Gegenstelle nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>connection_lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>protocol_violation</source>
        <translation>Protokollverletzung</translation>
    </message>
    <message>
        <source>message_too_large</source>
        <translation>Nachricht zu groß</translation>
    </message>
    <message>
        <source>daemon_replaced</source>
        <translation>Daemon ersetzt</translation>
    </message>
    <message>
        <source>daemon_newer</source>
        <translation>Daemon ist neuer</translation>
    </message>
    <message>
        <source>hand_over_limit</source>
        <translation>zu viele Übergaben</translation>
    </message>
    <message>
        <source>protocol_mismatch</source>
        <translation>Protokoll passt nicht</translation>
    </message>
    <message>
        <source>unknown_command</source>
        <translation>unbekannter Befehl</translation>
    </message>
    <message>
        <source>cannot_execute</source>
        <translation>nicht ausführbar</translation>
    </message>
    <message>
        <source>program_not_found</source>
        <translation>Programm nicht gefunden</translation>
    </message>
    <message>
        <source>too_many_connections</source>
        <translation>zu viele Verbindungen</translation>
    </message>
    <message>
        <source>queue_full</source>
        <translation>Warteschlange voll</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>läuft aus</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>spawn_failed</source>
        <translation>Start fehlgeschlagen</translation>
    </message>
    <message>
        <source>already_running</source>
        <translation>läuft bereits</translation>
    </message>
    <message>
        <source>unsafe_directory</source>
        <translation>unsicheres Verzeichnis</translation>
    </message>
    <message>
        <source>resource_exhausted</source>
        <translation>Ressourcen erschöpft</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>io_error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>unknown_request</source>
        <translation>unbekannte Anfrage</translation>
    </message>
    <message>
        <source>connection_reset</source>
        <translation>Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>version_mismatch</source>
        <translation>Version passt nicht</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfHandlerKind</name>
    <message>
        <source>asynchronous</source>
        <translation>asynchron</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>blockierend</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Prozess</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfRequestState</name>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfRequester</name>
    <message>
        <source>its client</source>
        <translation>ihr Client</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ReloadCommand</name>
    <message>
        <source>have the daemon read its configuration again</source>
        <translation>den Daemon seine Konfiguration neu lesen lassen</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>An invalid configuration changes nothing; the error says what is wrong and where.</source>
        <translation>Eine ungültige Konfiguration ändert nichts; der Fehler sagt, was wo falsch ist.</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; read its configuration again; nothing has changed</source>
        <translation>Daemon „%1“ hat seine Konfiguration neu gelesen; nichts hat sich geändert</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; read its configuration again; now in force: %2</source>
        <translation>Daemon „%1“ hat seine Konfiguration neu gelesen; jetzt gilt: %2</translation>
    </message>
    <message>
        <source>not before &quot;daemon-rpc restart&quot; of daemon &quot;%1&quot;: %2</source>
        <translation>erst nach „daemon-rpc restart“ von Daemon „%1“: %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RequestsCommand</name>
    <message>
        <source>list the requests that a daemon serves</source>
        <translation>die Anfragen auflisten, die ein Daemon bedient</translation>
    </message>
    <message>
        <source>also the latest that have finished</source>
        <translation>auch die zuletzt beendeten</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>ein Array von Objekten</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; serves no request</source>
        <translation>Daemon „%1“ bedient keine Anfrage</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RestartCommand</name>
    <message>
        <source>daemon &quot;%1&quot; does not say how its restart went; see &quot;daemon-rpc list&quot; and &quot;daemon-rpc logs&quot;</source>
        <translation>Daemon „%1“ sagt nicht, wie sein Neustart verlaufen ist; siehe „daemon-rpc list“ und „daemon-rpc logs“</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; does not hand over; use &quot;daemon-rpc stop --now&quot;, then &quot;daemon-rpc start&quot;</source>
        <translation>Daemon „%1“ übergibt nicht; „daemon-rpc stop --now“ verwenden, dann „daemon-rpc start“</translation>
    </message>
    <message>
        <source>replace the daemon by a fresh one</source>
        <translation>den Daemon durch einen neuen ersetzen</translation>
    </message>
    <message>
        <source>The daemon starts a fresh copy of the program it was started from, and no call is lost or refused. The old daemon finishes its requests; new ones go to the fresh one at once. When the fresh one cannot start, the old one goes on.</source>
        <translation>Der Daemon startet das Programm neu, aus dem er selbst gestartet wurde; kein Aufruf geht verloren oder wird abgewiesen. Der alte Daemon beendet seine Anfragen, neue gehen sofort an den neuen. Kann der neue nicht starten, macht der alte weiter.</translation>
    </message>
    <message>
        <source>--no-spawn forbids to start the fresh daemon; leave that out</source>
        <translation>--no-spawn verbietet, den neuen Daemon zu starten; die Option weglassen</translation>
    </message>
    <message>
        <source>restarting daemon &quot;%1&quot;…</source>
        <translation>starte Daemon „%1“ neu …</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; was not running; started it (pid %2)</source>
        <translation>Daemon „%1“ lief nicht; er wurde gestartet (PID %2)</translation>
    </message>
    <message numerus="yes">
        <source>restarted daemon &quot;%1&quot;: pid %2, formerly %3; the old one finishes %n request(s)</source>
        <translation>
            <numerusform>Daemon „%1“ neu gestartet: PID %2, zuvor %3; der alte beendet noch %n Anfrage</numerusform>
            <numerusform>Daemon „%1“ neu gestartet: PID %2, zuvor %3; der alte beendet noch %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>restarted daemon &quot;%1&quot;: pid %2, formerly %3</source>
        <translation>Daemon „%1“ neu gestartet: PID %2, zuvor %3</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RetryOptions</name>
    <message>
        <source>it may run twice: repeat it too when the connection is lost</source>
        <translation>der Befehl darf zweimal laufen: auch bei verlorener Verbindung wiederholen</translation>
    </message>
    <message>
        <source>try again N times while the daemon cannot take it (0)</source>
        <translation>N-mal neu versuchen, solange der Daemon nicht annehmen kann (0)</translation>
    </message>
    <message>
        <source>the first pause is drawn from 0 to this; it doubles (200)</source>
        <translation>die erste Pause liegt zufällig zwischen 0 und diesem Wert; er verdoppelt sich (200)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --retries, give a number from 0 to %2</source>
        <translation>„%1“ ist kein Wert für --retries; eine Zahl von 0 bis %2 angeben</translation>
    </message>
    <message>
        <source>the queue is full</source>
        <translation>die Warteschlange ist voll</translation>
    </message>
    <message>
        <source>the daemon has too many connections</source>
        <translation>der Daemon hat zu viele Verbindungen</translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>es läuft kein Daemon</translation>
    </message>
    <message>
        <source>the daemon is about to end</source>
        <translation>der Daemon ist dabei, sich zu beenden</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>die Verbindung ging verloren</translation>
    </message>
    <message>
        <source>%1; trying again in %2 (%3 of %4)</source>
        <translation>%1; neuer Versuch in %2 (%3 von %4)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RpcCommand</name>
    <message>
        <source>call a JSON-RPC method of the daemon</source>
        <translation>eine JSON-RPC-Methode des Daemons aufrufen</translation>
    </message>
    <message>
        <source>PARAMS_JSON is an object or an array. Prints the result as JSON. The method list_methods tells which there are.</source>
        <translation>PARAMS_JSON ist ein Objekt oder ein Array. Gibt das Ergebnis als JSON aus. Die Methode list_methods sagt, welche es gibt.</translation>
    </message>
    <message>
        <source>PARAMS_JSON is no JSON object or array: %1 at byte %2</source>
        <translation>PARAMS_JSON ist kein JSON-Objekt oder -Array: %1 bei Byte %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RunCommand</name>
    <message>
        <source>run a command through the daemon</source>
        <translation>einen Befehl über den Daemon ausführen</translation>
    </message>
    <message>
        <source>give the command standard input, even from a terminal</source>
        <translation>dem Befehl die Standardeingabe geben, auch von einem Terminal</translation>
    </message>
    <message>
        <source>give the command no standard input</source>
        <translation>dem Befehl keine Standardeingabe geben</translation>
    </message>
    <message>
        <source>--input and --no-input exclude each other, give one of them</source>
        <translation>--input und --no-input schließen einander aus; nur eines davon angeben</translation>
    </message>
    <message>
        <source>Everything from COMMAND on belongs to the command. Standard input is read when the command asks for it, unless it is a terminal. A command is tried again only while it cannot have begun, unless it is --idempotent (5 attempts then), and never once it gave output or took input.
The exit code is the command&apos;s own, or 128+n when signal n ended it; 125: daemon-rpc failed, 126: cannot be executed, 127: not found, 130: cancelled.</source>
        <translation>Alles ab COMMAND gehört zum Befehl. Die Standardeingabe wird gelesen, wenn der Befehl danach verlangt, außer wenn sie ein Terminal ist. Ein Befehl wird nur neu versucht, solange er nicht begonnen haben kann, es sei denn, er ist --idempotent (dann 5 Versuche), und nie mehr, sobald er etwas ausgegeben oder eingelesen hat.
Der Exit-Code ist der des Befehls oder 128+n, wenn Signal n ihn beendet hat; 125: daemon-rpc ist gescheitert, 126: nicht ausführbar, 127: nicht gefunden, 130: abgebrochen.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::SinceTime</name>
    <message>
        <source>&quot;%1&quot; is no time; use 10m, 2h or 1d for how long ago, or a time such as 08:00 or &quot;2026-01-31 08:00&quot;</source>
        <translation>„%1“ ist keine Zeit; 10m, 2h oder 1d für „vor so langer Zeit“ verwenden oder eine Zeit wie 08:00 oder &quot;2026-01-31 08:00&quot;</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::SnapshotPrinter</name>
    <message>
        <source>draining (%1 left)</source>
        <translation>läuft aus (noch %1)</translation>
    </message>
    <message>
        <source>%1, user %2</source>
        <translation>%1, Benutzer %2</translation>
    </message>
    <message>
        <source>%1, build %2 of %3</source>
        <translation>%1, Build %2 vom %3</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, ab %2</translation>
    </message>
    <message>
        <source>%1 running (%2 queued), %3 finished</source>
        <translation>%1 laufen (%2 warten), %3 beendet</translation>
    </message>
    <message>
        <source>%1 open, %2 accepted</source>
        <translation>%1 offen, %2 angenommen</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>Signal %1</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>Exit %1</translation>
    </message>
    <message>
        <source>%1 (place %2)</source>
        <translation>%1 (Platz %2)</translation>
    </message>
    <message>
        <source>cancelling (%1)</source>
        <translation>wird abgebrochen (%1)</translation>
    </message>
    <message>
        <source>%1, forced by %2</source>
        <extracomment>How a request ended, for example &quot;exit 130&quot;, and who asked it to stop.</extracomment>
        <translation>%1, erzwungen durch %2</translation>
    </message>
    <message>
        <source>%1, cancelled by %2</source>
        <translation>%1, abgebrochen durch %2</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation>GESTARTET</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>AUSGABE</translation>
    </message>
    <message>
        <source>CLIENT</source>
        <translation>CLIENT</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>REQUEST</source>
        <translation>ANFRAGE</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>SEIT</translation>
    </message>
    <message>
        <source>RECEIVED</source>
        <translation>EMPFANGEN</translation>
    </message>
    <message>
        <source>SENT</source>
        <translation>GESENDET</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>WARTET</translation>
    </message>
    <message>
        <source>DAEMON</source>
        <translation>DAEMON</translation>
    </message>
    <message>
        <source>Daemon:</source>
        <translation>Daemon:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>Zustand:</translation>
    </message>
    <message>
        <source>Process:</source>
        <translation>Prozess:</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version:</translation>
    </message>
    <message>
        <source>Running for:</source>
        <translation>Läuft seit:</translation>
    </message>
    <message>
        <source>Requests:</source>
        <translation>Anfragen:</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>Verbindungen:</translation>
    </message>
    <message>
        <source>Socket:</source>
        <translation>Socket:</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>Protokoll:</translation>
    </message>
    <message>
        <source>Lost workers:</source>
        <translation>Verlorene Worker:</translation>
    </message>
    <message>
        <source>Recent hand-overs:</source>
        <translation>Jüngste Übergaben:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StartCommand</name>
    <message>
        <source>start the daemon, if it does not run</source>
        <translation>den Daemon starten, wenn er nicht läuft</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; is already running (pid %2)</source>
        <translation>Daemon „%1“ läuft bereits (PID %2)</translation>
    </message>
    <message>
        <source>started daemon &quot;%1&quot; (pid %2)</source>
        <translation>Daemon „%1“ gestartet (PID %2)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StartingCommand</name>
    <message>
        <source>daemon &quot;%1&quot; was started but does not answer; see &quot;daemon-rpc logs&quot;</source>
        <translation>Daemon „%1“ wurde gestartet, antwortet aber nicht; siehe „daemon-rpc logs“</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; is not running, and --no-spawn forbids to start it; leave that out</source>
        <translation>Daemon „%1“ läuft nicht, und --no-spawn verbietet, ihn zu starten; die Option weglassen</translation>
    </message>
    <message>
        <source>starting daemon &quot;%1&quot;…</source>
        <translation>starte Daemon „%1“ …</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StatusCommand</name>
    <message>
        <source>show how a daemon is doing</source>
        <translation>zeigen, wie es einem Daemon geht</translation>
    </message>
    <message>
        <source>every daemon that runs</source>
        <translation>jeder laufende Daemon</translation>
    </message>
    <message>
        <source>an object, with --all an array of objects</source>
        <translation>ein Objekt, mit --all ein Array von Objekten</translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>es läuft kein Daemon</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StopCommand</name>
    <message>
        <source>stop the daemon</source>
        <translation>den Daemon anhalten</translation>
    </message>
    <message>
        <source>cancel what runs without waiting for it</source>
        <translation>abbrechen, was läuft, ohne darauf zu warten</translation>
    </message>
    <message>
        <source>Waits until the daemon is gone. It lets running requests go on for a while (10 s unless configured otherwise), then cancels them. Leaving with Ctrl+C does not change that. That no daemon runs is no error.</source>
        <translation>Wartet, bis der Daemon weg ist. Er lässt laufende Anfragen eine Weile weiterlaufen (10 s, wenn nicht anders konfiguriert) und bricht sie dann ab. Wer mit Strg+C geht, ändert daran nichts. Läuft kein Daemon, ist das kein Fehler.</translation>
    </message>
    <message numerus="yes">
        <source>waiting for %n request(s)…</source>
        <translation>
            <numerusform>warte auf %n Anfrage …</numerusform>
            <numerusform>warte auf %n Anfragen …</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting for the daemon to exit…</source>
        <translation>warte, dass der Daemon sich beendet …</translation>
    </message>
    <message>
        <source>stopped daemon &quot;%1&quot; (pid %2)</source>
        <translation>Daemon „%1“ angehalten (PID %2)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::SystemChecks</name>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>programs with set-user-ID gain nothing (no_new_privs)</source>
        <translation>Programme mit Set-User-ID gewinnen nichts (no_new_privs)</translation>
    </message>
    <message>
        <source>a seccomp filter is in force</source>
        <translation>ein seccomp-Filter ist in Kraft</translation>
    </message>
    <message>
        <source>Unix sockets</source>
        <translation>Unix-Sockets</translation>
    </message>
    <message>
        <source>open-file-description locks</source>
        <translation>OFD-Sperren</translation>
    </message>
    <message>
        <source>the system denies %1: %2</source>
        <translation>das System verweigert %1: %2</translation>
    </message>
    <message>
        <source>allow it in the sandbox&apos;s profile (seccomp, AppArmor, container), or run daemons outside of it</source>
        <translation>im Profil der Sandbox (seccomp, AppArmor, Container) erlauben oder Daemons außerhalb ausführen</translation>
    </message>
    <message>
        <source>daemons do without, less well</source>
        <translation>Daemons kommen ohne aus, weniger gut</translation>
    </message>
    <message>
        <source>/proc is not there: processes cannot be told apart</source>
        <translation>/proc fehlt: Prozesse lassen sich nicht unterscheiden</translation>
    </message>
    <message>
        <source>mount it: mount -t proc proc /proc</source>
        <translation>einhängen: mount -t proc proc /proc</translation>
    </message>
    <message>
        <source>nothing that daemons need is denied</source>
        <translation>nichts, was Daemons brauchen, wird verweigert</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>ulimit -n %1, or limits.open_files in the configuration</source>
        <translation>ulimit -n %1 oder limits.open_files in der Konfiguration</translation>
    </message>
    <message>
        <source>have root raise the hard limit: limits.conf(5), or LimitNOFILE= of the unit</source>
        <translation>root die harte Grenze anheben lassen: limits.conf(5) oder LimitNOFILE= der Unit</translation>
    </message>
    <message>
        <source>%1 open files (hard limit %2) are too few for a daemon</source>
        <translation>%1 offene Dateien (harte Grenze %2) sind zu wenig für einen Daemon</translation>
    </message>
    <message>
        <source>%1 open files (hard limit %2) are enough for few clients only</source>
        <translation>%1 offene Dateien (harte Grenze %2) reichen nur für wenige Clients</translation>
    </message>
    <message>
        <source>%1 open files (hard limit %2)</source>
        <translation>%1 offene Dateien (harte Grenze %2)</translation>
    </message>
    <message>
        <source>%1 of %2 processes of this user</source>
        <translation>%1 von %2 Prozessen dieses Benutzers</translation>
    </message>
    <message>
        <source>end some: ps -u $(id -u); or raise the limit: ulimit -u, limits.conf(5)</source>
        <translation>einige beenden: ps -u $(id -u); oder die Grenze anheben: ulimit -u, limits.conf(5)</translation>
    </message>
    <message>
        <source>%1 of %2 processes of this user: no more can be started</source>
        <translation>%1 von %2 Prozessen dieses Benutzers: mehr lassen sich nicht starten</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) has used %3 of %4 open files</source>
        <translation>Daemon „%1“ (PID %2) hat %3 von %4 offenen Dateien verbraucht</translation>
    </message>
    <message>
        <source>raise limits.open_files in the configuration, or LimitNOFILE= of the unit</source>
        <translation>limits.open_files in der Konfiguration anheben oder LimitNOFILE= der Unit</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::TextCommand</name>
    <message>
        <source>the command on standard input is longer than %1; to give a command large data use &quot;daemon-rpc run COMMAND&quot;</source>
        <translation>der Befehl auf der Standardeingabe ist länger als %1; um einem Befehl große Daten zu geben, „daemon-rpc run COMMAND“ verwenden</translation>
    </message>
    <message>
        <source>cannot read standard input: %1</source>
        <translation>kann die Standardeingabe nicht lesen: %1</translation>
    </message>
    <message>
        <source>standard input has no command; use &quot;daemon-rpc run COMMAND&quot;, or see &quot;daemon-rpc --help&quot;</source>
        <translation>auf der Standardeingabe steht kein Befehl; „daemon-rpc run COMMAND“ verwenden oder siehe „daemon-rpc --help“</translation>
    </message>
    <message>
        <source>the command on standard input has a NUL byte, which no argument can have</source>
        <translation>der Befehl auf der Standardeingabe enthält ein NUL-Byte, das kein Argument haben kann</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::TmpCleaner</name>
    <message>
        <source>systemd-tmpfiles removes what is in %1 and was not used for %2 (%3): the files of a quiet daemon in %4, too; it puts them back</source>
        <translation>systemd-tmpfiles entfernt, was in %1 liegt und %2 nicht benutzt wurde (%3): auch die Dateien eines stillen Daemons in %4; er legt sie wieder an</translation>
    </message>
    <message>
        <source>as root: echo &apos;x %1&apos; &gt; /etc/tmpfiles.d/daemon-rpc.conf; or use a session that has /run/user/%2</source>
        <translation>als root: echo &apos;x %1&apos; &gt; /etc/tmpfiles.d/daemon-rpc.conf; oder eine Sitzung verwenden, die /run/user/%2 hat</translation>
    </message>
    <message>
        <source>%1 removes old files in %2</source>
        <translation>%1 entfernt alte Dateien in %2</translation>
    </message>
    <message>
        <source>exclude %1 in its configuration, or choose another directory with --runtime-dir</source>
        <translation>%1 in dessen Konfiguration ausnehmen oder mit --runtime-dir ein anderes Verzeichnis wählen</translation>
    </message>
    <message>
        <source>nothing cleans up %1</source>
        <translation>nichts räumt %1 auf</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::Units</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
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
        <translation>der Daemon unter %1 nimmt Verbindungen an, antwortet aber nicht innerhalb von %2; sein Protokoll auf seinem Rechner sagt vielleicht, warum</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) takes connections but does not answer within %3; if it hangs, end it with &quot;kill -KILL %2&quot;</source>
        <translation>Daemon „%1“ (PID %2) nimmt Verbindungen an, antwortet aber nicht innerhalb von %3; wenn er hängt, mit „kill -KILL %2“ beenden</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; takes connections but does not answer within %2; see &quot;daemon-rpc list --all&quot; and its log</source>
        <translation>Daemon „%1“ nimmt Verbindungen an, antwortet aber nicht innerhalb von %2; siehe „daemon-rpc list --all“ und sein Protokoll</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::WatchCommand</name>
    <message>
        <source>show live what a daemon does</source>
        <translation>laufend zeigen, was ein Daemon tut</translation>
    </message>
    <message>
        <source>look at most once in MS milliseconds; 500 by default</source>
        <translation>höchstens alle MS Millisekunden nachsehen; Vorgabe 500</translation>
    </message>
    <message>
        <source>show how it is now, and end</source>
        <translation>zeigen, wie es jetzt ist, und beenden</translation>
    </message>
    <message>
        <source>one JSON object per event and line, the snapshot first</source>
        <translation>ein JSON-Objekt je Ereignis und Zeile, zuerst der Gesamtstand</translation>
    </message>
    <message>
        <source>--interval takes milliseconds from %1 to %2, not &quot;%3&quot;</source>
        <translation>--interval nimmt Millisekunden von %1 bis %2, nicht „%3“</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; has gone, waiting for the next one</source>
        <translation>Daemon „%1“ ist weg, warte auf den nächsten</translation>
    </message>
    <message>
        <source>select a request first, with up and down</source>
        <translation>zuerst mit Pfeil auf und ab eine Anfrage auswählen</translation>
    </message>
    <message>
        <source>cancel request %1 (%2)? y or n</source>
        <translation>Anfrage %1 (%2) abbrechen? y (ja) oder n (nein)</translation>
    </message>
    <message>
        <source>cancelling request %1</source>
        <translation>breche Anfrage %1 ab</translation>
    </message>
    <message>
        <source>request %1 is asked to stop</source>
        <translation>Anfrage %1 ist gebeten aufzuhören</translation>
    </message>
    <message>
        <source>Keys: q quit, up/down or k/j select, c cancel the selected request, p pause, ? help.
Where standard output is no terminal, events are printed as with --json.</source>
        <translation>Tasten: q beenden, Pfeil auf/ab oder k/j auswählen, c gewählte Anfrage abbrechen, p Pause, ? Hilfe.
Ist die Standardausgabe kein Terminal, werden Ereignisse wie mit --json ausgegeben.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::WatchView</name>
    <message>
        <source>%1, forced</source>
        <translation>%1, erzwungen</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1, place %2</source>
        <translation>%1, Platz %2</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>läuft %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 Anfragen/s</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running, %2 queued</source>
        <translation>%1 laufen, %2 warten</translation>
    </message>
    <message>
        <source>workers %1 of %2 busy</source>
        <translation>Worker %1 von %2 beschäftigt</translation>
    </message>
    <message>
        <source>%1 quarantined</source>
        <translation>%1 in Quarantäne</translation>
    </message>
    <message>
        <source>%1 cancelled, %2 of them forced</source>
        <translation>%1 abgebrochen, davon %2 erzwungen</translation>
    </message>
    <message>
        <source>health %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>paused, p goes on</source>
        <translation>Pause, weiter mit p</translation>
    </message>
    <message>
        <source>%1 not seen, too many at once</source>
        <translation>%1 nicht gesehen, zu viele auf einmal</translation>
    </message>
    <message>
        <source>q quit  up/down select  c cancel  p pause  ? help</source>
        <translation>q beenden  auf/ab auswählen  c abbrechen  p Pause  ? Hilfe</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>up, k</source>
        <translation>auf, k</translation>
    </message>
    <message>
        <source>select the request above; page up: ten above; home: the first</source>
        <translation>die Anfrage darüber auswählen; Bild auf: zehn darüber; Pos1: die erste</translation>
    </message>
    <message>
        <source>down, j</source>
        <translation>ab, j</translation>
    </message>
    <message>
        <source>select the request below; page down: ten below; end: the last</source>
        <translation>die Anfrage darunter auswählen; Bild ab: zehn darunter; Ende: die letzte</translation>
    </message>
    <message>
        <source>cancel the selected request, after a question</source>
        <translation>die gewählte Anfrage abbrechen, nach Rückfrage</translation>
    </message>
    <message>
        <source>stop showing what changes, and go on</source>
        <translation>Änderungen nicht mehr zeigen, und wieder doch</translation>
    </message>
    <message>
        <source>show this, and the requests again</source>
        <translation>dies zeigen, und wieder die Anfragen</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>ENDE</translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>AUSGABE</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>AGE</source>
        <translation>ALTER</translation>
    </message>
    <message>
        <source>CLIENT</source>
        <translation>CLIENT</translation>
    </message>
    <message>
        <source>  %1 more</source>
        <translation>  %1 weitere</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::ClientSession</name>
    <message>
        <source>the daemon sent a message that this kind of connection does not take</source>
        <translation>der Daemon hat eine Nachricht gesendet, die diese Art von Verbindung nicht annimmt</translation>
    </message>
    <message>
        <source>the daemon sent a message that only clients send</source>
        <translation>der Daemon hat eine Nachricht gesendet, die nur Clients senden</translation>
    </message>
    <message>
        <source>the daemon sent VersionCheck twice</source>
        <translation>der Daemon hat VersionCheck zweimal gesendet</translation>
    </message>
    <message>
        <source>the daemon speaks protocol versions %1 to %2, this client %3; update the older one</source>
        <translation>der Daemon spricht die Protokollversionen %1 bis %2, dieser Client %3; den älteren aktualisieren</translation>
    </message>
    <message>
        <source>the daemon expects TLS at this address; use tls:// instead of tcp://</source>
        <translation>der Daemon erwartet TLS an dieser Adresse; tls:// statt tcp:// verwenden</translation>
    </message>
    <message>
        <source>whoever answers at this address is no daemon of daemon-rpc; check the address</source>
        <translation>wer an dieser Adresse antwortet, ist kein Daemon von daemon-rpc; die Adresse prüfen</translation>
    </message>
    <message>
        <source>the daemon closed the connection before it answered: it may be at a limit, be refusing this machine, or expect TLS; its log says which</source>
        <translation>der Daemon hat die Verbindung vor einer Antwort geschlossen: vielleicht ist eine Grenze erreicht, weist er diesen Rechner ab oder erwartet er TLS; sein Protokoll sagt, was</translation>
    </message>
    <message>
        <source>the daemon closed the connection before it answered</source>
        <translation>der Daemon hat die Verbindung vor einer Antwort geschlossen</translation>
    </message>
    <message>
        <source>the daemon closed the connection</source>
        <translation>der Daemon hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the daemon died or the connection broke before the command ended</source>
        <translation>der Daemon ist gestorben oder die Verbindung abgerissen, bevor der Befehl beendet war</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Connector</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>refusing to talk to %1: it is served by user %2, not %3; remove it, or name that user with --owner if you mean it</source>
        <translation>%1 wird zurückgewiesen: es gehört zu einem Daemon von Benutzer %2, nicht %3; entfernen oder, wenn gewollt, diesen Benutzer mit --owner angeben</translation>
    </message>
    <message>
        <source>a daemon was started but could not be reached within %1 ms at %2; see its log %3</source>
        <translation>ein Daemon wurde gestartet, war aber innerhalb von %1 ms unter %2 nicht erreichbar; siehe sein Protokoll %3</translation>
    </message>
    <message>
        <source>no daemon &quot;%1&quot; is running; start one with &quot;daemon-rpc start&quot; or leave out --no-spawn</source>
        <translation>es läuft kein Daemon „%1“; mit „daemon-rpc start“ einen starten oder --no-spawn weglassen</translation>
    </message>
    <message>
        <source>no daemon &quot;%1&quot; is running; only its own user can start one</source>
        <translation>es läuft kein Daemon „%1“; nur sein eigener Benutzer kann einen starten</translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation>beim Verbinden mit %1</translation>
    </message>
    <message>
        <source>connecting to daemon &quot;%1&quot;</source>
        <translation>beim Verbinden mit Daemon „%1“</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::LocalDialer</name>
    <message>
        <source>cannot connect to %1: it names no path; use local:/path</source>
        <translation>kann nicht mit %1 verbinden: kein Pfad angegeben; local:/path verwenden</translation>
    </message>
    <message>
        <source>the socket path %1 has %2 bytes, the limit is %3; choose a shorter directory with --runtime-dir</source>
        <translation>der Socket-Pfad %1 hat %2 Byte, die Grenze ist %3; mit --runtime-dir ein kürzeres Verzeichnis wählen</translation>
    </message>
    <message>
        <source>the daemon at %1 does not accept connections; its queue is full</source>
        <translation>der Daemon unter %1 nimmt keine Verbindungen an; seine Warteschlange ist voll</translation>
    </message>
    <message>
        <source>cannot connect to %1: %2</source>
        <translation>kann nicht mit %1 verbinden: %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::ReconnectingRpcClient</name>
    <message>
        <source>&quot;%1&quot; was not answered within its deadline of %2 ms</source>
        <translation>„%1“ wurde nicht innerhalb der Frist von %2 ms beantwortet</translation>
    </message>
    <message>
        <source>the connection was lost before the answer came; the call may have been carried out</source>
        <translation>die Verbindung ging verloren, bevor die Antwort kam; der Aufruf wurde vielleicht ausgeführt</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Reply</name>
    <message>
        <source>cancelled before the command was begun</source>
        <translation>abgebrochen, bevor der Befehl begonnen wurde</translation>
    </message>
    <message>
        <source>no daemon has taken the command within its deadline of %1 ms; allow more time</source>
        <translation>kein Daemon hat den Befehl innerhalb der Frist von %1 ms angenommen; mehr Zeit geben</translation>
    </message>
    <message>
        <source>giving up after %1 attempts within %2 ms</source>
        <translation>aufgegeben nach %1 Versuchen in %2 ms</translation>
    </message>
    <message>
        <source>cancelled before the command was sent again</source>
        <translation>abgebrochen, bevor der Befehl erneut gesendet wurde</translation>
    </message>
    <message>
        <source>cancelled before the command was sent</source>
        <translation>abgebrochen, bevor der Befehl gesendet wurde</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::RuntimeDirectory</name>
    <message>
        <source>the runtime directory contains a NUL character; give a plain path</source>
        <translation>das Laufzeitverzeichnis enthält ein NUL-Zeichen; einen gewöhnlichen Pfad angeben</translation>
    </message>
    <message>
        <source>the runtime directory %1 is for user %2; start the daemon as that user</source>
        <translation>das Laufzeitverzeichnis %1 ist für Benutzer %2; den Daemon als dieser Benutzer starten</translation>
    </message>
    <message>
        <source>cannot create the runtime directory %1: its parent is not a directory; create it first or choose another with --runtime-dir</source>
        <translation>kann das Laufzeitverzeichnis %1 nicht anlegen: was darüber liegt, ist kein Verzeichnis; es zuerst anlegen oder mit --runtime-dir ein anderes wählen</translation>
    </message>
    <message>
        <source>no daemon is running: the runtime directory %1 does not exist</source>
        <translation>es läuft kein Daemon: das Laufzeitverzeichnis %1 gibt es nicht</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is a symbolic link; give the directory it leads to</source>
        <translation>das Laufzeitverzeichnis %1 wird nicht verwendet: es ist ein symbolischer Link; das Verzeichnis angeben, auf das er zeigt</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is not a directory; remove it</source>
        <translation>das Laufzeitverzeichnis %1 wird nicht verwendet: es ist kein Verzeichnis; entfernen</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it belongs to user %2, not to user %3; remove it or choose another with --runtime-dir</source>
        <translation>das Laufzeitverzeichnis %1 wird nicht verwendet: es gehört Benutzer %2, nicht Benutzer %3; entfernen oder mit --runtime-dir ein anderes wählen</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is open to other users (mode %2); run chmod 700 on it</source>
        <translation>das Laufzeitverzeichnis %1 wird nicht verwendet: es ist für andere Benutzer zugänglich (Modus %2); chmod 700 darauf anwenden</translation>
    </message>
    <message>
        <source>the socket path %1 has %2 bytes and the system allows %3; choose a shorter directory with --runtime-dir</source>
        <translation>der Socket-Pfad %1 hat %2 Byte, das System erlaubt %3; mit --runtime-dir ein kürzeres Verzeichnis wählen</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Spawner</name>
    <message>
        <source>cannot start the daemon %1: %2</source>
        <translation>kann den Daemon %1 nicht starten: %2</translation>
    </message>
    <message>
        <source>the daemon could not start: it gave no reason</source>
        <translation>der Daemon konnte nicht starten: er hat keinen Grund genannt</translation>
    </message>
    <message>
        <source>the daemon could not start: %1</source>
        <translation>der Daemon konnte nicht starten: %1</translation>
    </message>
    <message>
        <source>the daemon did not become ready within %1 ms</source>
        <translation>der Daemon war nach %1 ms noch nicht bereit</translation>
    </message>
    <message>
        <source>the daemon did not become ready within %1 ms; allow more with --spawn-timeout</source>
        <translation>der Daemon war nach %1 ms noch nicht bereit; mit --spawn-timeout mehr Zeit geben</translation>
    </message>
    <message>
        <source>%1 (it has been killed)</source>
        <translation>%1 (er wurde getötet)</translation>
    </message>
    <message>
        <source>%1 (it is still running)</source>
        <translation>%1 (er läuft noch)</translation>
    </message>
    <message>
        <source>%1 (killed by signal %2)</source>
        <translation>%1 (getötet durch Signal %2)</translation>
    </message>
    <message>
        <source>%1 (exit code %2)</source>
        <translation>%1 (Exit-Code %2)</translation>
    </message>
    <message>
        <source>%1; it wrote nothing to its log %2</source>
        <translation>%1; in sein Protokoll %2 hat er nichts geschrieben</translation>
    </message>
    <message>
        <source>%1; its log %2 ends:</source>
        <translation>%1; sein Protokoll %2 endet so:</translation>
    </message>
    <message>
        <source>cannot start the daemon: no program &quot;%1&quot; in PATH; give its path</source>
        <translation>kann den Daemon nicht starten: kein Programm „%1“ im PATH; seinen Pfad angeben</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::TcpDialer</name>
    <message>
        <source>%1 did not finish the TLS handshake in time; it may not speak TLS (then use tcp://)</source>
        <translation>%1 hat den TLS-Handshake nicht rechtzeitig beendet; vielleicht spricht es kein TLS (dann tcp:// verwenden)</translation>
    </message>
    <message>
        <source>%1 did not answer in time; check the address, and whether a firewall is in between</source>
        <translation>%1 hat nicht rechtzeitig geantwortet; die Adresse prüfen und ob eine Firewall dazwischen ist</translation>
    </message>
    <message>
        <source>cannot connect to %1: use tcp://host:port or tls://host:port</source>
        <translation>kann nicht mit %1 verbinden: tcp://host:port oder tls://host:port verwenden</translation>
    </message>
    <message>
        <source>cannot connect to %1: %2</source>
        <translation>kann nicht mit %1 verbinden: %2</translation>
    </message>
    <message>
        <source>nothing listens at %1; start the daemon there, or correct the address</source>
        <translation>unter %1 lauscht nichts; den Daemon dort starten oder die Adresse berichtigen</translation>
    </message>
    <message>
        <source>cannot connect to %1: there is no host of that name</source>
        <translation>kann nicht mit %1 verbinden: es gibt keinen Rechner dieses Namens</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::TokenFile</name>
    <message>
        <source>cannot open the token file %1: %2</source>
        <translation>kann die Token-Datei %1 nicht öffnen: %2</translation>
    </message>
    <message>
        <source>cannot examine the token file %1: %2</source>
        <translation>kann die Token-Datei %1 nicht untersuchen: %2</translation>
    </message>
    <message>
        <source>cannot create the token file %1: %2</source>
        <translation>kann die Token-Datei %1 nicht anlegen: %2</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is a symbolic link; name the file itself</source>
        <translation>die Token-Datei %1 wird nicht verwendet: sie ist ein symbolischer Link; die Datei selbst angeben</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is no regular file</source>
        <translation>die Token-Datei %1 wird nicht verwendet: sie ist keine reguläre Datei</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it belongs to user %2; make a copy of your own</source>
        <translation>die Token-Datei %1 wird nicht verwendet: sie gehört Benutzer %2; eine eigene Kopie anlegen</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is open to others; run chmod 600 on it, and make a new token if others may have seen it</source>
        <translation>die Token-Datei %1 wird nicht verwendet: sie ist für andere zugänglich; chmod 600 darauf anwenden und ein neues Token anlegen, wenn andere es gesehen haben können</translation>
    </message>
    <message>
        <source>%1 holds no token: that is one line of %2 to %3 letters, digits and signs; make one with daemon-rpcd --make-token</source>
        <translation>%1 enthält kein Token: das ist eine Zeile aus %2 bis %3 Buchstaben, Ziffern und Zeichen; mit daemon-rpcd --make-token eines anlegen</translation>
    </message>
    <message>
        <source>%1 exists already; remove it first if its token is to be replaced</source>
        <translation>%1 gibt es schon; zuerst entfernen, wenn das Token ersetzt werden soll</translation>
    </message>
</context>
</TS>
