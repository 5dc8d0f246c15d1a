<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Start a Daemon…</source>
        <translation>Daemon &amp;starten&#xa0;…</translation>
    </message>
    <message>
        <source>Start a daemon of this user.</source>
        <translation>Einen Daemon dieses Benutzers starten.</translation>
    </message>
    <message>
        <source>&amp;Open a Recording…</source>
        <translation>Aufzeichnung ö&amp;ffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Play what was recorded earlier, here or elsewhere.</source>
        <translation>Wiedergeben, was früher aufgezeichnet wurde, hier oder anderswo.</translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation>Auf&amp;zeichnen&#xa0;…</translation>
    </message>
    <message>
        <source>Record all that the daemons tell in a file, until it is ended.</source>
        <translation>Alles, was die Daemons melden, in eine Datei aufzeichnen, bis es beendet wird.</translation>
    </message>
    <message>
        <source>&amp;Export the Chart…</source>
        <translation>Diagramm &amp;exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as a table of its values.</source>
        <translation>Das Diagramm als Bild oder als Tabelle seiner Werte speichern.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the monitor; the daemons go on.</source>
        <translation>Den Monitor schließen; die Daemons laufen weiter.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as a table, with tabs between columns.</source>
        <translation>Die ausgewählten Zeilen als Tabelle kopieren, mit Tabulatoren zwischen den Spalten.</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows with their exact values as JSON.</source>
        <translation>Die ausgewählten Zeilen mit ihren genauen Werten als JSON kopieren.</translation>
    </message>
    <message>
        <source>Copy Command &amp;Line</source>
        <translation>&amp;Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Copy the selected request as a command line of daemon-rpc.</source>
        <translation>Die ausgewählte Anfrage als Befehlszeile von daemon-rpc kopieren.</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select all rows that are shown.</source>
        <translation>Alle angezeigten Zeilen auswählen.</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Choose by text which rows are shown.</source>
        <translation>Durch Text bestimmen, welche Zeilen angezeigt werden.</translation>
    </message>
    <message>
        <source>Clea&amp;r the Filter</source>
        <translation>Filter auf&amp;heben</translation>
    </message>
    <message>
        <source>Show all rows again.</source>
        <translation>Wieder alle Zeilen anzeigen.</translation>
    </message>
    <message>
        <source>&amp;Pause Updates</source>
        <translation>Aktualisierung an&amp;halten</translation>
    </message>
    <message>
        <source>Hold what is shown, to read it at leisure; the daemons go on.</source>
        <translation>Die Anzeige anhalten, um sie in Ruhe zu lesen; die Daemons laufen weiter.</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Jetzt &amp;aktualisieren</translation>
    </message>
    <message>
        <source>Bring what is shown up to date now, also while it is paused.</source>
        <translation>Die Anzeige jetzt auf den neuesten Stand bringen, auch wenn sie angehalten ist.</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>Show the daemons.</source>
        <translation>Die Daemons anzeigen.</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>Show who is connected.</source>
        <translation>Anzeigen, wer verbunden ist.</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>A&amp;nfragen</translation>
    </message>
    <message>
        <source>Show what runs, and what has run.</source>
        <translation>Anzeigen, was läuft und was gelaufen ist.</translation>
    </message>
    <message>
        <source>C&amp;ancellations</source>
        <translation>Abb&amp;rüche</translation>
    </message>
    <message>
        <source>Show which requests were to stop, and how that went.</source>
        <translation>Anzeigen, welche Anfragen aufhören sollten und wie das verlief.</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>&amp;Gesundheit</translation>
    </message>
    <message>
        <source>Show the health and the workers of the daemons.</source>
        <translation>Gesundheit und Worker der Daemons anzeigen.</translation>
    </message>
    <message>
        <source>Char&amp;ts</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>Show the course of the figures.</source>
        <translation>Den Verlauf der Zahlen anzeigen.</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>&amp;Protokolle</translation>
    </message>
    <message>
        <source>Show what the daemons log.</source>
        <translation>Anzeigen, was die Daemons protokollieren.</translation>
    </message>
    <message>
        <source>&amp;Notify of Trouble</source>
        <translation>Bei &amp;Störungen benachrichtigen</translation>
    </message>
    <message>
        <source>Notify when a daemon degrades, or a cancellation is forced.</source>
        <translation>Benachrichtigen, wenn ein Daemon beeinträchtigt ist oder ein Abbruch erzwungen wird.</translation>
    </message>
    <message>
        <source>Reset La&amp;yout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Lay out window and columns as they were at first.</source>
        <translation>Fenster und Spalten so anordnen wie am Anfang.</translation>
    </message>
    <message>
        <source>Show &amp;Details</source>
        <translation>&amp;Details anzeigen</translation>
    </message>
    <message>
        <source>Show all that is known of the selected request.</source>
        <translation>Alles anzeigen, was über die ausgewählte Anfrage bekannt ist.</translation>
    </message>
    <message>
        <source>Show the Co&amp;nnection</source>
        <translation>&amp;Verbindung anzeigen</translation>
    </message>
    <message>
        <source>Show over which connection the selected request came.</source>
        <translation>Anzeigen, über welche Verbindung die ausgewählte Anfrage kam.</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Ask the selected requests to stop; what does not is forced to.</source>
        <translation>Die ausgewählten Anfragen bitten aufzuhören; was nicht aufhört, wird gezwungen.</translation>
    </message>
    <message>
        <source>Run a &amp;Command…</source>
        <translation>&amp;Befehl ausführen&#xa0;…</translation>
    </message>
    <message>
        <source>Run a command on the selected daemon and watch its output.</source>
        <translation>Einen Befehl im ausgewählten Daemon ausführen und seine Ausgabe verfolgen.</translation>
    </message>
    <message>
        <source>&amp;Invoke a Method…</source>
        <translation>&amp;Methode aufrufen&#xa0;…</translation>
    </message>
    <message>
        <source>Call a JSON-RPC method of the selected daemon.</source>
        <translation>Eine JSON-RPC-Methode des ausgewählten Daemons aufrufen.</translation>
    </message>
    <message>
        <source>Log &amp;Level…</source>
        <translation>&amp;Protokollstufe&#xa0;…</translation>
    </message>
    <message>
        <source>Change how much the selected daemons log.</source>
        <translation>Ändern, wie viel die ausgewählten Daemons protokollieren.</translation>
    </message>
    <message>
        <source>Reload the Confi&amp;guration</source>
        <translation>&amp;Konfiguration neu laden</translation>
    </message>
    <message>
        <source>Have the selected daemons read their configuration again.</source>
        <translation>Die ausgewählten Daemons ihre Konfiguration neu lesen lassen.</translation>
    </message>
    <message>
        <source>Dis&amp;miss Ended Ones</source>
        <translation>B&amp;eendete entfernen</translation>
    </message>
    <message>
        <source>Take the daemons that have ended from the list.</source>
        <translation>Die Daemons, die sich beendet haben, aus der Liste nehmen.</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>Have a fresh copy take over; what runs is finished.</source>
        <translation>Von einem neuen Exemplar ablösen lassen; was läuft, wird zu Ende gebracht.</translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>Aus&amp;laufen lassen</translation>
    </message>
    <message>
        <source>Have the selected daemons finish what runs, and end.</source>
        <translation>Die ausgewählten Daemons beenden lassen, was läuft, und dann sich selbst.</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>&amp;Anhalten&#xa0;…</translation>
    </message>
    <message>
        <source>End the selected daemons; what runs is cancelled.</source>
        <translation>Die ausgewählten Daemons anhalten; was läuft, wird abgebrochen.</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Show which keys do what.</source>
        <translation>Anzeigen, welche Tasten was tun.</translation>
    </message>
    <message>
        <source>&amp;About daemon-rpc Monitor</source>
        <translation>Ü&amp;ber daemon-rpc Monitor</translation>
    </message>
    <message>
        <source>Show version and licence.</source>
        <translation>Version und Lizenz anzeigen.</translation>
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
        <translation>Nummer der Verbindung in ihrem Daemon</translation>
    </message>
    <message>
        <source>Daemon</source>
        <translation>Daemon</translation>
    </message>
    <message>
        <source>Id of the daemon</source>
        <translation>ID des Daemons</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What the connection is doing</source>
        <translation>Was die Verbindung tut</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Name of the client&apos;s process</source>
        <translation>Name des Prozesses des Clients</translation>
    </message>
    <message>
        <source>Client PID</source>
        <translation>Client-PID</translation>
    </message>
    <message>
        <source>Number of the client&apos;s process</source>
        <translation>Nummer des Prozesses des Clients</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>Number of the user whose client it is</source>
        <translation>Nummer des Benutzers, dessen Client es ist</translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation>Entfernte Adresse</translation>
    </message>
    <message>
        <source>Where the client is, when it is not on this computer</source>
        <translation>Wo der Client ist, wenn nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Name in the client&apos;s certificate</source>
        <translation>Name im Zertifikat des Clients</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>What the client may do</source>
        <translation>Was der Client darf</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>The format that the client speaks</source>
        <translation>Das Format, das der Client spricht</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>When the client connected</source>
        <translation>Wann sich der Client verbunden hat</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Number of the request that is being served</source>
        <translation>Nummer der Anfrage, die bedient wird</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Bytes that the client sent</source>
        <translation>Bytes, die der Client gesendet hat</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Bytes that the client was sent</source>
        <translation>Bytes, die an den Client gesendet wurden</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Bytes that the client has not taken yet</source>
        <translation>Bytes, die der Client noch nicht abgenommen hat</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>When the client last sent something</source>
        <translation>Wann der Client zuletzt etwas gesendet hat</translation>
    </message>
    <message>
        <source>The id by which clients find the daemon</source>
        <translation>Die ID, unter der Clients den Daemon finden</translation>
    </message>
    <message>
        <source>What the daemon is doing</source>
        <translation>Was der Daemon tut</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Number of the daemon&apos;s process</source>
        <translation>Nummer des Prozesses des Daemons</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Requests that are being served</source>
        <translation>Anfragen, die bedient werden</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Requests that wait for their turn</source>
        <translation>Anfragen, die warten, bis sie an der Reihe sind</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>Requests that finished per second, over the last minute</source>
        <translation>Beendete Anfragen pro Sekunde, in der letzten Minute</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>Half of the requests of the last five minutes took no longer</source>
        <translation>Die Hälfte der Anfragen der letzten fünf Minuten dauerte nicht länger</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last five minutes took no longer</source>
        <translation>95 von 100 Anfragen der letzten fünf Minuten dauerten nicht länger</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>99 of 100 requests of the last five minutes took no longer</source>
        <translation>99 von 100 Anfragen der letzten fünf Minuten dauerten nicht länger</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Requests that ended in an error, since the daemon&apos;s start</source>
        <translation>Anfragen, die mit einem Fehler endeten, seit dem Start des Daemons</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Requests that were asked to stop, since the daemon&apos;s start</source>
        <translation>Anfragen, die gebeten wurden aufzuhören, seit dem Start des Daemons</translation>
    </message>
    <message>
        <source>Forced</source>
        <translation>Erzwungen</translation>
    </message>
    <message>
        <source>Requests that did not stop when asked and were ended, since the daemon&apos;s start</source>
        <translation>Anfragen, die trotz Bitte nicht aufhörten und beendet wurden, seit dem Start des Daemons</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connections that are open</source>
        <translation>Offene Verbindungen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Private memory of the daemon&apos;s process, over the last minute</source>
        <translation>Eigener Speicher des Prozesses des Daemons, in der letzten Minute</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Processor time of the daemon&apos;s process, as part of one core</source>
        <translation>Prozessorzeit des Prozesses des Daemons, als Anteil eines Kerns</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>The worst of the daemon&apos;s health checks</source>
        <translation>Die schlechteste der Zustandsprüfungen des Daemons</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>How long the daemon has been running</source>
        <translation>Wie lange der Daemon schon läuft</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of the daemon&apos;s program</source>
        <translation>Version des Programms des Daemons</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Gebaut</translation>
    </message>
    <message>
        <source>When the daemon&apos;s program was built</source>
        <translation>Wann das Programm des Daemons gebaut wurde</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>The same for programs of the same code</source>
        <translation>Gleich bei Programmen aus demselben Code</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Requests that have finished, since the daemon&apos;s start</source>
        <translation>Anfragen, die beendet sind, seit dem Start des Daemons</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>When a daemon that has gone was last heard of</source>
        <translation>Wann von einem Daemon, der nicht mehr da ist, zuletzt zu hören war</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Number of the request within its daemon</source>
        <translation>Nummer der Anfrage in ihrem Daemon</translation>
    </message>
    <message>
        <source>What the request is doing, or how it ended</source>
        <translation>Was die Anfrage tut oder wie sie endete</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>The command and its arguments</source>
        <translation>Der Befehl und seine Argumente</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>The command without its arguments</source>
        <translation>Der Befehl ohne seine Argumente</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Number of the connection that the request came over</source>
        <translation>Nummer der Verbindung, über die die Anfrage kam</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>Kind of the handler that serves the request</source>
        <translation>Art des Handlers, der die Anfrage bedient</translation>
    </message>
    <message>
        <source>Number of the user whose client sent the request</source>
        <translation>Nummer des Benutzers, dessen Client die Anfrage gesendet hat</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Time since the request was accepted, or that it took</source>
        <translation>Zeit, seit die Anfrage angenommen wurde, oder die sie gedauert hat</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Time left until the request is cancelled</source>
        <translation>Zeit, bis die Anfrage abgebrochen wird</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Bytes of output that the client was sent</source>
        <translation>Bytes der Ausgabe, die an den Client gesendet wurden</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Bytes of input that the client sent</source>
        <translation>Bytes der Eingabe, die der Client gesendet hat</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Exit-Code</translation>
    </message>
    <message>
        <source>Exit code of the command; 0 is success</source>
        <translation>Exit-Code des Befehls; 0 heißt Erfolg</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Number of the signal that ended the command</source>
        <translation>Nummer des Signals, das den Befehl beendet hat</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Why the request failed</source>
        <translation>Warum die Anfrage fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>When the command was started</source>
        <translation>Wann der Befehl gestartet wurde</translation>
    </message>
    <message>
        <source>When the request ended</source>
        <translation>Wann die Anfrage endete</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Working directory of the command</source>
        <translation>Arbeitsverzeichnis des Befehls</translation>
    </message>
    <message>
        <source>Whether the command stopped by itself or was forced to</source>
        <translation>Ob der Befehl von selbst aufhörte oder gezwungen wurde</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why the request was cancelled</source>
        <translation>Warum die Anfrage abgebrochen wurde</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Verlangt von</translation>
    </message>
    <message>
        <source>Who asked for it</source>
        <translation>Wer den Abbruch verlangt hat</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When it was asked for</source>
        <translation>Wann der Abbruch verlangt wurde</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Time from asking until the command was gone</source>
        <translation>Zeit vom Verlangen, bis der Befehl weg war</translation>
    </message>
    <message>
        <source>Grace</source>
        <translation>Gnadenfrist</translation>
    </message>
    <message>
        <source>Time left to stop before the command is forced to</source>
        <translation>Zeit zum Aufhören, bevor der Befehl gezwungen wird</translation>
    </message>
    <message>
        <source>Forced by</source>
        <translation>Erzwungen durch</translation>
    </message>
    <message>
        <source>What was done to force it</source>
        <translation>Was getan wurde, um es zu erzwingen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Commands and calls that the client has made</source>
        <translation>Befehle und Aufrufe des Clients</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When the line was written</source>
        <translation>Wann die Zeile geschrieben wurde</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>How grave it is</source>
        <translation>Wie ernst es ist</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>The part of the daemon that wrote the line</source>
        <translation>Der Teil des Daemons, der die Zeile geschrieben hat</translation>
    </message>
    <message>
        <source>Number of the request that the line is about</source>
        <translation>Nummer der Anfrage, von der die Zeile handelt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Was geschrieben wurde</translation>
    </message>
    <message>
        <source>Process group</source>
        <translation>Prozessgruppe</translation>
    </message>
    <message>
        <source>Number of the process group that serves the request</source>
        <translation>Nummer der Prozessgruppe, die die Anfrage bedient</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Was geprüft wird</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>What was found, and what can be done</source>
        <translation>Was gefunden wurde und was zu tun ist</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>When the status last changed</source>
        <translation>Wann sich der Status zuletzt geändert hat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The daemon, its worker threads, or one of its commands</source>
        <translation>Der Daemon, seine Worker-Threads oder einer seiner Befehle</translation>
    </message>
    <message>
        <source>Kind of the handler that serves the requests</source>
        <translation>Art des Handlers, der die Anfragen bedient</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Requests that may be served at a time</source>
        <translation>Anfragen, die gleichzeitig bedient werden dürfen</translation>
    </message>
    <message>
        <source>Queue limit</source>
        <translation>Grenze der Warteschlange</translation>
    </message>
    <message>
        <source>Requests that may wait; more are refused</source>
        <translation>Anfragen, die warten dürfen; weitere werden abgewiesen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>In Quarantäne</translation>
    </message>
    <message>
        <source>Workers lost to handlers that do not stop when they are cancelled</source>
        <translation>Worker, verloren an Handler, die trotz Abbruch nicht aufhören</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>Copies of the command that wait for a call</source>
        <translation>Exemplare des Befehls, die auf einen Aufruf warten</translation>
    </message>
    <message>
        <source>Warm wanted</source>
        <translation>Warm gewünscht</translation>
    </message>
    <message>
        <source>Copies that are to be kept started ahead</source>
        <translation>Exemplare, die im Voraus gestartet bereitstehen sollen</translation>
    </message>
    <message>
        <source>Warm calls</source>
        <translation>Warme Aufrufe</translation>
    </message>
    <message>
        <source>Calls that a warm copy served</source>
        <translation>Aufrufe, die ein warmes Exemplar bedient hat</translation>
    </message>
    <message>
        <source>Cold calls</source>
        <translation>Kalte Aufrufe</translation>
    </message>
    <message>
        <source>Calls for which no warm copy could be used</source>
        <translation>Aufrufe, für die kein warmes Exemplar da war</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Address</name>
    <message>
        <source>invalid address &quot;%1&quot;: use local:NAME, local:/path, tcp://host:port or tls://host:port</source>
        <translation>ungültige Adresse „%1“: local:NAME, local:/path, tcp://host:port oder tls://host:port verwenden</translation>
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
    <name>DaemonRpc::Monitor::AboutDialog</name>
    <message>
        <source>About daemon-rpc Monitor</source>
        <translation>Über daemon-rpc Monitor</translation>
    </message>
    <message>
        <source>daemon-rpc Monitor %1</source>
        <translation>daemon-rpc Monitor %1</translation>
    </message>
    <message>
        <source>Shows the daemons of a user, what they run, and lets a person act.</source>
        <translation>Zeigt die Daemons eines Benutzers und was sie ausführen, und lässt eingreifen.</translation>
    </message>
    <message>
        <source>Build %1 of %2</source>
        <translation>Build %1 vom %2</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>Licence: MIT</source>
        <translation>Lizenz: MIT</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ActionCatalogue</name>
    <message>
        <source>&amp;Monitor</source>
        <translation>&amp;Monitor</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>A&amp;nfrage</translation>
    </message>
    <message>
        <source>&amp;Daemon</source>
        <translation>&amp;Daemon</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ActionConditions</name>
    <message>
        <source>Go to the page of charts first.</source>
        <translation>Zuerst zur Seite der Diagramme wechseln.</translation>
    </message>
    <message>
        <source>Go to a page with a table first.</source>
        <translation>Zuerst zu einer Seite mit einer Tabelle wechseln.</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>Zuerst eine Zeile auswählen.</translation>
    </message>
    <message>
        <source>Select a request first.</source>
        <translation>Zuerst eine Anfrage auswählen.</translation>
    </message>
    <message>
        <source>Select one request alone first.</source>
        <translation>Zuerst eine einzige Anfrage auswählen.</translation>
    </message>
    <message>
        <source>Select one request or one connection first.</source>
        <translation>Zuerst eine einzige Anfrage oder Verbindung auswählen.</translation>
    </message>
    <message>
        <source>No daemon in the list has ended.</source>
        <translation>Kein Daemon in der Liste hat sich beendet.</translation>
    </message>
    <message>
        <source>Select a running request first.</source>
        <translation>Zuerst eine laufende Anfrage auswählen.</translation>
    </message>
    <message>
        <source>There is no connection to the daemon of what is selected.</source>
        <translation>Zum Daemon des Ausgewählten besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>What is selected is being cancelled already.</source>
        <translation>Das Ausgewählte wird schon abgebrochen.</translation>
    </message>
    <message>
        <source>What is selected has finished: select a running request first.</source>
        <translation>Das Ausgewählte ist beendet: zuerst eine laufende Anfrage auswählen.</translation>
    </message>
    <message>
        <source>Select a daemon first.</source>
        <translation>Zuerst einen Daemon auswählen.</translation>
    </message>
    <message>
        <source>Select one daemon alone first.</source>
        <translation>Zuerst einen einzigen Daemon auswählen.</translation>
    </message>
    <message>
        <source>The selected daemon has ended.</source>
        <translation>Der ausgewählte Daemon hat sich beendet.</translation>
    </message>
    <message>
        <source>The selected daemon takes no commands: it drains, or is played from a recording.</source>
        <translation>Der ausgewählte Daemon nimmt keine Befehle an: Er läuft aus oder wird aus einer Aufzeichnung wiedergegeben.</translation>
    </message>
    <message>
        <source>There is no connection to the selected daemon.</source>
        <translation>Zum ausgewählten Daemon besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>The selected daemon drains already.</source>
        <translation>Der ausgewählte Daemon läuft schon aus.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ActionDispatcher</name>
    <message>
        <source>The daemon of this request is no longer in the list.</source>
        <translation>Der Daemon dieser Anfrage ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>The command line of this request is not known any more.</source>
        <translation>Die Befehlszeile dieser Anfrage ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Copied the command line of request %1.</source>
        <translation>Befehlszeile der Anfrage %1 kopiert.</translation>
    </message>
    <message>
        <source>The daemon “%1” was started.</source>
        <translation>Der Daemon „%1“ wurde gestartet.</translation>
    </message>
    <message>
        <source>The daemon “%1” runs already.</source>
        <translation>Der Daemon „%1“ läuft schon.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::CancellationsPage</name>
    <message>
        <source>Cancellations</source>
        <translation>Abbrüche</translation>
    </message>
    <message>
        <source>Nothing has been cancelled</source>
        <translation>Nichts wurde abgebrochen</translation>
    </message>
    <message>
        <source>A request that is asked to stop is shown here: who asked, why, and whether it stopped by itself or was forced to.</source>
        <translation>Hier erscheint jede Anfrage, die aufhören soll: wer das verlangt hat, warum, und ob sie von selbst aufhörte oder gezwungen wurde.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Chart</name>
    <message>
        <source>%1/s</source>
        <comment>bytes per second</comment>
        <translation>%1/s</translation>
    </message>
    <message numerus="yes">
        <source>last %n hours</source>
        <translation>
            <numerusform>letzte Stunde</numerusform>
            <numerusform>letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minutes</source>
        <translation>
            <numerusform>letzte Minute</numerusform>
            <numerusform>letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from one time to another</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>title of a chart, stretch of time</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1 There is nothing to show.</source>
        <comment>heading sentence</comment>
        <translation>%1 Es gibt nichts anzuzeigen.</translation>
    </message>
    <message>
        <source>Now %1, lowest %2, highest %3.</source>
        <translation>Jetzt %1, niedrigster Wert %2, höchster %3.</translation>
    </message>
    <message>
        <source>At the end %1, lowest %2, highest %3.</source>
        <translation>Am Ende %1, niedrigster Wert %2, höchster %3.</translation>
    </message>
    <message>
        <source>%1: now %2, lowest %3, highest %4.</source>
        <translation>%1: jetzt %2, niedrigster Wert %3, höchster %4.</translation>
    </message>
    <message>
        <source>%1: at the end %2, lowest %3, highest %4.</source>
        <translation>%1: am Ende %2, niedrigster Wert %3, höchster %4.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>title of a chart, moment</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>name of a series, value</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: no value.</source>
        <comment>name of a series</comment>
        <translation>%1: kein Wert.</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Es gibt nichts anzuzeigen.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartAxis</name>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartExport</name>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Table of values (*.csv)</source>
        <translation>Wertetabelle (*.csv)</translation>
    </message>
    <message>
        <source>The charts cannot be made an image.</source>
        <translation>Aus den Diagrammen lässt sich kein Bild machen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The file&apos;s name has to end in .png, .svg or .csv; “%1” does not.</source>
        <translation>Der Name der Datei muss auf .png, .svg oder .csv enden; „%1“ tut das nicht.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartLegend</name>
    <message>
        <source>Show or hide this line.</source>
        <translation>Diese Linie zeigen oder verbergen.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartWidget</name>
    <message>
        <source>The arrow keys read out a moment. Plus, minus, or Ctrl and the wheel show a shorter or a longer time, dragging shows what is dragged over, 0 goes back.</source>
        <translation>Die Pfeiltasten lesen einen Zeitpunkt ab. Plus, Minus oder Strg und das Mausrad zeigen einen kürzeren oder längeren Zeitraum, Ziehen zeigt den überstrichenen Bereich, 0 geht zurück.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartsPage</name>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Time to finish a request</source>
        <translation>Dauer einer Anfrage</translation>
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
        <translation>Fehlschläge pro Sekunde</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Cancellations per second</source>
        <translation>Abbrüche pro Sekunde</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>erzwungen</translation>
    </message>
    <message>
        <source>Requests at a time</source>
        <translation>Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>laufend</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Private memory</source>
        <translation>Eigener Speicher</translation>
    </message>
    <message>
        <source>private</source>
        <translation>eigener</translation>
    </message>
    <message>
        <source>Processor, part of one core</source>
        <translation>Prozessor, Anteil eines Kerns</translation>
    </message>
    <message>
        <source>used</source>
        <translation>genutzt</translation>
    </message>
    <message>
        <source>Data of finished requests per second</source>
        <translation>Daten beendeter Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>&amp;Zeitraum:</translation>
    </message>
    <message>
        <source>Chosen in a chart</source>
        <translation>In einem Diagramm gewählt</translation>
    </message>
    <message numerus="yes">
        <source>Last %n hours</source>
        <translation>
            <numerusform>Letzte Stunde</numerusform>
            <numerusform>Letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minutes</source>
        <translation>
            <numerusform>Letzte Minute</numerusform>
            <numerusform>Letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>All daemons</source>
        <translation>Alle Daemons</translation>
    </message>
    <message>
        <source>%1 (process %2, gone)</source>
        <comment>id of a daemon, number</comment>
        <translation>%1 (Prozess %2, nicht mehr da)</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <comment>id of a daemon, number</comment>
        <translation>%1 (Prozess %2)</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>D&amp;aemon:</source>
        <translation>Da&amp;emon:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ColumnValues</name>
    <message>
        <source>%1 left</source>
        <comment>a duration</comment>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ConfirmDialog</name>
    <message>
        <source>&amp;Keep As It Is</source>
        <translation>&amp;So lassen</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>Niemand ist verbunden</translation>
    </message>
    <message>
        <source>Clients that run something are shown here for as long as they are connected.</source>
        <translation>Hier erscheinen Clients, die etwas ausführen, solange sie verbunden sind.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonActions</name>
    <message>
        <source>“%1” (pid %2)</source>
        <translation>„%1“ (PID %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) will take nothing new, and end when what runs has finished: %1.</source>
        <translation>
            <numerusform>Ein Daemon nimmt nichts Neues mehr an und beendet sich, wenn fertig ist, was läuft: %1.</numerusform>
            <numerusform>%n Daemons nehmen nichts Neues mehr an und beenden sich, wenn fertig ist, was läuft: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be finished first.</source>
        <translation>
            <numerusform>Eine laufende Anfrage wird vorher zu Ende gebracht.</numerusform>
            <numerusform>%n laufende Anfragen werden vorher zu Ende gebracht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <translation>Es läuft nichts.</translation>
    </message>
    <message numerus="yes">
        <source>Drain %n daemon(s)?</source>
        <translation>
            <numerusform>Einen Daemon auslaufen lassen?</numerusform>
            <numerusform>%n Daemons auslaufen lassen?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>Aus&amp;laufen lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) will end: %1.</source>
        <translation>
            <numerusform>Ein Daemon wird angehalten: %1.</numerusform>
            <numerusform>%n Daemons werden angehalten: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) have a while to finish, then they are cancelled.</source>
        <translation>
            <numerusform>Eine laufende Anfrage hat noch eine Weile, um fertig zu werden, dann wird sie abgebrochen.</numerusform>
            <numerusform>%n laufende Anfragen haben noch eine Weile, um fertig zu werden, dann werden sie abgebrochen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n daemon(s)?</source>
        <translation>
            <numerusform>Einen Daemon anhalten?</numerusform>
            <numerusform>%n Daemons anhalten?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Cancel what runs at once</source>
        <translation>Laufendes sofort a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Requests are asked to stop now, and forced to after their grace.</source>
        <translation>Die Anfragen werden jetzt gebeten aufzuhören und nach ihrer Gnadenfrist dazu gezwungen.</translation>
    </message>
    <message numerus="yes">
        <source>A fresh copy will take over from %n daemon(s): %1.</source>
        <translation>
            <numerusform>Ein neues Exemplar löst einen Daemon ab: %1.</numerusform>
            <numerusform>Neue Exemplare lösen %n Daemons ab: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be finished by the old one, which then ends.</source>
        <translation>
            <numerusform>Eine laufende Anfrage bringt der alte noch zu Ende und beendet sich dann.</numerusform>
            <numerusform>%n laufende Anfragen bringen die alten noch zu Ende und beenden sich dann.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n daemon(s)?</source>
        <translation>
            <numerusform>Einen Daemon neu starten?</numerusform>
            <numerusform>%n Daemons neu starten?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>%1 has read its configuration; after a restart it will heed: %2.</source>
        <translation>%1 hat seine Konfiguration gelesen; erst nach einem Neustart gilt: %2.</translation>
    </message>
    <message>
        <source>%1 has read its configuration; nothing is different.</source>
        <translation>%1 hat seine Konfiguration gelesen; nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>%1 has read its configuration; different now: %2.</source>
        <translation>%1 hat seine Konfiguration gelesen; jetzt gilt: %2.</translation>
    </message>
    <message>
        <source>%1 logs at the level “%2”.</source>
        <translation>%1 protokolliert auf der Stufe „%2“.</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) dismissed that had ended.</source>
        <translation>
            <numerusform>Ein beendeter Daemon wurde entfernt.</numerusform>
            <numerusform>%n beendete Daemons wurden entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ein weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>A daemon is no longer in the list.</source>
        <translation>Ein Daemon ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>%1 has ended already.</source>
        <translation>%1 hat sich schon beendet.</translation>
    </message>
    <message>
        <source>There is no connection to %1.</source>
        <translation>Zu %1 besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 stops; %n request(s) left.</source>
        <translation>
            <numerusform>%1 hält an; noch eine Anfrage.</numerusform>
            <numerusform>%1 hält an; noch %n Anfragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 starts a fresh copy…</source>
        <translation>%1 startet ein neues Exemplar&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%1 has left its id to pid %2; %n request(s) left to finish.</source>
        <translation>
            <numerusform>%1 hat seine ID an PID %2 übergeben; noch eine Anfrage zu beenden.</numerusform>
            <numerusform>%1 hat seine ID an PID %2 übergeben; noch %n Anfragen zu beenden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 drains; %n request(s) left.</source>
        <translation>
            <numerusform>%1 läuft aus; noch eine Anfrage.</numerusform>
            <numerusform>%1 läuft aus; noch %n Anfragen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonDialog</name>
    <message>
        <source>“%1” (pid %2)</source>
        <translation>„%1“ (PID %2)</translation>
    </message>
    <message>
        <source>The daemon %1 has ended. What is shown is the last that was heard of it.</source>
        <translation>Der Daemon %1 hat sich beendet. Angezeigt wird das Letzte, was von ihm zu hören war.</translation>
    </message>
    <message>
        <source>There is no connection to the daemon %1.</source>
        <translation>Zum Daemon %1 besteht keine Verbindung.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonsModel</name>
    <message numerus="yes">
        <source>draining (%n left)</source>
        <comment>requests that still run</comment>
        <translation>
            <numerusform>läuft aus (noch %n)</numerusform>
            <numerusform>läuft aus (noch %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>antwortet nicht</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::EmptyState</name>
    <message>
        <source>Command to run in a terminal</source>
        <translation>Befehl für ein Terminal</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::EnvironmentPage</name>
    <message>
        <source>Variables that differ from the &amp;daemon&apos;s own:</source>
        <translation>Variablen, die von denen des &amp;Daemons abweichen:</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Of the request</source>
        <translation>Der Anfrage</translation>
    </message>
    <message>
        <source>Of the daemon</source>
        <translation>Des Daemons</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Looks like a secret, and was hidden by the daemon.</source>
        <translation>Sieht nach einem Geheimnis aus und wurde vom Daemon verborgen.</translation>
    </message>
    <message>
        <source>%1 of it are not told.</source>
        <translation>%1 davon werden nicht mitgeteilt.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Only the daemon has it.</source>
        <translation>Nur der Daemon hat sie.</translation>
    </message>
    <message>
        <source>It does not differ.</source>
        <translation>Sie weicht nicht ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s) differ.</source>
        <translation>
            <numerusform>Eine Variable weicht ab.</numerusform>
            <numerusform>%n Variablen weichen ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more that differ are not told.</source>
        <translation>
            <numerusform>Eine weitere abweichende wird nicht mitgeteilt.</numerusform>
            <numerusform>%n weitere abweichende werden nicht mitgeteilt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterBar</name>
    <message>
        <source>F&amp;ilter:</source>
        <translation>&amp;Filter:</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>words, or key:value such as state:running or -state:finished</source>
        <translation>Wörter oder Schlüssel:Wert, etwa state:running oder -state:finished</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows that are shown, of all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows are shown</source>
        <translation>
            <numerusform>%1 von %n Zeile wird angezeigt</numerusform>
            <numerusform>%1 von %n Zeilen werden angezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterEdit</name>
    <message>
        <source>Possible filters</source>
        <translation>Mögliche Filter</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterExpression</name>
    <message numerus="yes">
        <source>The filter is too long; what is beyond %n characters is left out.</source>
        <translation>
            <numerusform>Der Filter ist zu lang; was über ein Zeichen hinausgeht, wird weggelassen.</numerusform>
            <numerusform>Der Filter ist zu lang; was über %n Zeichen hinausgeht, wird weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no column “%1”. There are: %2. Put the word into quotation marks to look for it as it is.</source>
        <translation>Es gibt keine Spalte „%1“. Es gibt: %2. Um das Wort so zu suchen, wie es dasteht, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>Say after “%1:” what to look for: %2.</source>
        <translation>Nach „%1:“ angeben, was gesucht wird: %2.</translation>
    </message>
    <message>
        <source>“%1” holds text, which is neither greater nor less. Put the value into quotation marks to look for it as it is.</source>
        <translation>„%1“ enthält Text, der weder größer noch kleiner ist. Um den Wert so zu suchen, wie er dasteht, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>“%1” is not %2.</source>
        <comment>%2: a number, such as 12</comment>
        <translation>„%1“ ist nicht das Erwartete: %2.</translation>
    </message>
    <message>
        <source>The quotation mark at the beginning needs another one at the end.</source>
        <translation>Das Anführungszeichen am Anfang braucht ein zweites am Ende.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n conditions are possible; the rest is left out.</source>
        <translation>
            <numerusform>Höchstens eine Bedingung ist möglich; der Rest wird weggelassen.</numerusform>
            <numerusform>Höchstens %n Bedingungen sind möglich; der Rest wird weggelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Formatting</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1&#xa0;T %2&#xa0;h</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date, and a time of day</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::HealthPage</name>
    <message>
        <source>Health checks</source>
        <translation>Zustandsprüfungen</translation>
    </message>
    <message>
        <source>Workers and warm copies</source>
        <translation>Worker und warme Exemplare</translation>
    </message>
    <message>
        <source>Nothing is known of anybody&apos;s health</source>
        <translation>Über niemandes Gesundheit ist etwas bekannt</translation>
    </message>
    <message>
        <source>What the daemons check of themselves is shown here.</source>
        <translation>Hier erscheint, was die Daemons an sich selbst prüfen.</translation>
    </message>
    <message>
        <source>There are no workers</source>
        <translation>Es gibt keine Worker</translation>
    </message>
    <message>
        <source>What runs commands for the daemons, and what they keep warm, is shown here.</source>
        <translation>Hier erscheint, was für die Daemons Befehle ausführt und was sie warm halten.</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::InvokeDialog</name>
    <message>
        <source>Ca&amp;ll</source>
        <translation>&amp;Aufrufen</translation>
    </message>
    <message>
        <source>Invoke a Method of %1</source>
        <translation>Methode von %1 aufrufen</translation>
    </message>
    <message>
        <source>Filter the methods</source>
        <translation>Die Methoden filtern</translation>
    </message>
    <message>
        <source>&amp;Methods:</source>
        <translation>&amp;Methoden:</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>&amp;Earlier calls:</source>
        <translation>&amp;Frühere Aufrufe:</translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation>Frühere Aufrufe</translation>
    </message>
    <message>
        <source>Re&amp;ply:</source>
        <translation>An&amp;twort:</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>the connection ended before the answer</source>
        <translation>die Verbindung endete vor der Antwort</translation>
    </message>
    <message>
        <source>The daemon lists no methods.</source>
        <translation>Der Daemon nennt keine Methoden.</translation>
    </message>
    <message>
        <source>The daemon does not list its methods: %1.</source>
        <translation>Der Daemon nennt seine Methoden nicht: %1.</translation>
    </message>
    <message>
        <source>Returns: %1</source>
        <translation>Ergibt: %1</translation>
    </message>
    <message>
        <source>⚠ This method may change something: only those with the role “%1” may call it.</source>
        <translation>⚠ Diese Methode kann etwas verändern: Nur wer die Rolle „%1“ hat, darf sie aufrufen.</translation>
    </message>
    <message>
        <source>Not called: a parameter is wrong, as is said at its field.</source>
        <translation>Nicht aufgerufen: Ein Parameter ist falsch, wie bei seinem Feld steht.</translation>
    </message>
    <message>
        <source>Called; waits for the answer…</source>
        <translation>Aufgerufen; wartet auf die Antwort&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>Answered after %1; %n character(s) of the answer are not shown.</source>
        <translation>
            <numerusform>Beantwortet nach %1; ein Zeichen der Antwort wird nicht angezeigt.</numerusform>
            <numerusform>Beantwortet nach %1; %n Zeichen der Antwort werden nicht angezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered after %1.</source>
        <translation>Beantwortet nach %1.</translation>
    </message>
    <message>
        <source>Failed after %1: %2 (%3).</source>
        <translation>Fehlgeschlagen nach %1: %2 (%3).</translation>
    </message>
    <message>
        <source>There is no connection to the daemon.</source>
        <translation>Zum Daemon besteht keine Verbindung.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::LiveDaemon</name>
    <message>
        <source>It says what cannot be understood: %1</source>
        <translation>Er sagt etwas Unverständliches: %1</translation>
    </message>
    <message>
        <source>It does not let this user look: %1</source>
        <translation>Er lässt diesen Benutzer nicht hineinsehen: %1</translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation>Keine Verbindung: %1</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>Er antwortet nicht</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::LogLevelDialog</name>
    <message>
        <source>Log Level</source>
        <translation>Protokollstufe</translation>
    </message>
    <message>
        <source>How much is logged by %1, until its configuration is read again:</source>
        <translation>Wie viel protokolliert wird von %1, bis die Konfiguration neu gelesen wird:</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>A category such as daemonrpc.server, or its last part: server.</source>
        <translation>Eine Kategorie wie daemonrpc.server oder deren letzter Teil: server.</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Stufe:</translation>
    </message>
    <message>
        <source>&amp;Category:</source>
        <translation>&amp;Kategorie:</translation>
    </message>
    <message>
        <source>&amp;Set the Level</source>
        <translation>Stufe &amp;festlegen</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::LogsPage</name>
    <message>
        <source>Log lines</source>
        <translation>Protokollzeilen</translation>
    </message>
    <message>
        <source>Jump to the &amp;Newest</source>
        <translation>Zum N&amp;euesten springen</translation>
    </message>
    <message>
        <source>Show the Re&amp;quest</source>
        <translation>Anf&amp;rage anzeigen</translation>
    </message>
    <message>
        <source>Nothing has been logged yet</source>
        <translation>Noch wurde nichts protokolliert</translation>
    </message>
    <message>
        <source>What the daemons log is shown here. How much that is can be changed by Daemon, Log Level.</source>
        <translation>Hier erscheint, was die Daemons protokollieren. Wie viel das ist, lässt sich mit „Daemon, Protokollstufe“ ändern.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>&amp;Show the Request</source>
        <translation>A&amp;nfrage anzeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Info and graver</source>
        <translation>Info und ernster</translation>
    </message>
    <message>
        <source>Warning and graver</source>
        <translation>Warnung und ernster</translation>
    </message>
    <message>
        <source>Error and graver</source>
        <translation>Fehler und ernster</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Cate&amp;gory:</source>
        <translation>Kate&amp;gorie:</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>S&amp;tufe:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MainWindow</name>
    <message>
        <source>Daemon Monitor</source>
        <translation>Daemon-Monitor</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Das ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The layout is as it was at first.</source>
        <translation>Die Anordnung ist wieder wie am Anfang.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorOptions</name>
    <message>
        <source>Show only the daemon ID. Can be given several times.</source>
        <translation>Nur den Daemon ID zeigen. Kann mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>Look for daemons in DIR instead of the usual places.</source>
        <translation>Daemons in DIR suchen statt an den üblichen Orten.</translation>
    </message>
    <message>
        <source>Show this page: %1.</source>
        <translation>Diese Seite zeigen: %1.</translation>
    </message>
    <message>
        <source>Save a picture of the page as the PNG file FILE, and exit.</source>
        <translation>Ein Bild der Seite als PNG-Datei FILE speichern, dann beenden.</translation>
    </message>
    <message>
        <source>The size of the window in pixels, such as 1280x800.</source>
        <translation>Die Größe des Fensters in Pixeln, etwa 1280x800.</translation>
    </message>
    <message>
        <source>The colours: light, dark or system.</source>
        <translation>Die Farben: light, dark oder system.</translation>
    </message>
    <message>
        <source>Record what the daemons tell into FILE.</source>
        <translation>In FILE aufzeichnen, was die Daemons melden.</translation>
    </message>
    <message>
        <source>Show what is recorded in FILE, instead of daemons that run.</source>
        <translation>Zeigen, was in FILE aufgezeichnet ist, statt laufender Daemons.</translation>
    </message>
    <message>
        <source>Replay N times as fast.</source>
        <translation>N-mal so schnell wiedergeben.</translation>
    </message>
    <message>
        <source>Show this help, and exit.</source>
        <translation>Diese Hilfe zeigen, dann beenden.</translation>
    </message>
    <message>
        <source>Show the version, and exit.</source>
        <translation>Die Version zeigen, dann beenden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size for --size: give width and height from %2 to %3 pixels, such as 1280x800.</source>
        <translation>„%1“ ist keine Größe für --size: Breite und Höhe von %2 bis %3 Pixel angeben, etwa 1280x800.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no theme: give light, dark or system to --theme.</source>
        <translation>„%1“ ist kein Farbschema: für --theme light, dark oder system angeben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no speed for --speed: give a number from %2 to %3.</source>
        <translation>„%1“ ist keine Geschwindigkeit für --speed: eine Zahl von %2 bis %3 angeben.</translation>
    </message>
    <message>
        <source>--daemon-id: %1</source>
        <translation>--daemon-id: %1</translation>
    </message>
    <message>
        <source>There is no page &quot;%1&quot;: give one of %2 to --page.</source>
        <translation>Es gibt keine Seite „%1“: für --page eine angeben von %2.</translation>
    </message>
    <message>
        <source>--%1 is given an empty path: give one, or leave it out.</source>
        <translation>--%1 hat einen leeren Pfad: einen angeben oder die Option weglassen.</translation>
    </message>
    <message>
        <source>--dump records daemons that run, so it cannot go with --replay: give one of them.</source>
        <translation>--dump zeichnet laufende Daemons auf und geht darum nicht zusammen mit --replay: nur eines davon angeben.</translation>
    </message>
    <message>
        <source>--speed is of a replay: give --replay FILE as well.</source>
        <translation>--speed gehört zu einer Wiedergabe: auch --replay FILE angeben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood: there are only options.</source>
        <translation>„%1“ ist unverständlich: Es gibt nur Optionen.</translation>
    </message>
    <message>
        <source>Usage: daemon-rpc-monitor [OPTION...]

Shows every daemon of yours, its connections, requests and cancellations, as they are.

Options:
</source>
        <translation>Aufruf: daemon-rpc-monitor [OPTION...]

Zeigt alle eigenen Daemons, ihre Verbindungen, Anfragen und Abbrüche, wie sie gerade sind.

Optionen:
</translation>
    </message>
    <message>
        <source>Daemon Monitor</source>
        <translation>Daemon-Monitor</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorSession</name>
    <message>
        <source>Recording %1, to its end</source>
        <translation>Aufzeichnung %1, bis zum Ende</translation>
    </message>
    <message>
        <source>%1 – Daemon Monitor</source>
        <translation>%1 – Daemon-Monitor</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Aufzeichnung %1</translation>
    </message>
    <message>
        <source>Open a Recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Record What the Daemons Tell</source>
        <translation>Aufzeichnen, was die Daemons melden</translation>
    </message>
    <message>
        <source>Recorded in %1</source>
        <translation>Aufgezeichnet in %1</translation>
    </message>
    <message>
        <source>Recording to %1</source>
        <translation>Zeichnet auf in %1</translation>
    </message>
    <message>
        <source>Export the Charts</source>
        <translation>Diagramme exportieren</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorStatusBar</name>
    <message>
        <source>Updates are paused: press Space to go on</source>
        <translation>Aktualisierung angehalten: weiter mit der Leertaste</translation>
    </message>
    <message numerus="yes">
        <source>%n daemons</source>
        <translation>
            <numerusform>%n Daemon</numerusform>
            <numerusform>%n Daemons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daemons, %1 ended</source>
        <translation>
            <numerusform>%n Daemon, %1 beendet</numerusform>
            <numerusform>%n Daemons, %1 beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events lost</source>
        <translation>
            <numerusform>%n Ereignis verloren</numerusform>
            <numerusform>%n Ereignisse verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>What daemons could not tell in time, since so much happened.</source>
        <translation>Was Daemons nicht rechtzeitig melden konnten, weil so viel geschah.</translation>
    </message>
    <message>
        <source>%1 updates</source>
        <comment>a rate, such as 4/s</comment>
        <translation>Aktualisierungen: %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::OutputView</name>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::OverviewPage</name>
    <message>
        <source>Daemons</source>
        <translation>Daemons</translation>
    </message>
    <message>
        <source>No daemon is running</source>
        <translation>Es läuft kein Daemon</translation>
    </message>
    <message>
        <source>Daemons start by themselves when something is run through them. Try it in a terminal: this window shows the daemon at once.</source>
        <translation>Daemons starten von selbst, sobald etwas durch sie ausgeführt wird. In einem Terminal ausprobieren: Dieses Fenster zeigt den Daemon sofort.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Daemons cannot be looked for</source>
        <translation>Nach Daemons kann nicht gesucht werden</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ParameterForm</name>
    <message>
        <source>This method takes no parameters.</source>
        <translation>Diese Methode hat keine Parameter.</translation>
    </message>
    <message>
        <source>%1 (required):</source>
        <translation>%1 (erforderlich):</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(weggelassen)</translation>
    </message>
    <message>
        <source>JSON: […]</source>
        <translation>JSON: […]</translation>
    </message>
    <message>
        <source>JSON: {…}</source>
        <translation>JSON: {…}</translation>
    </message>
    <message>
        <source>JSON: 1, &quot;text&quot;, true …</source>
        <translation>JSON: 1, &quot;text&quot;, true&#xa0;…</translation>
    </message>
    <message>
        <source>Left out when empty</source>
        <translation>Wird weggelassen, wenn leer</translation>
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
        <translation>Ein Wert ist erforderlich.</translation>
    </message>
    <message>
        <source>This is not JSON, at character %1: %2.</source>
        <translation>Das ist kein JSON, bei Zeichen %1: %2.</translation>
    </message>
    <message>
        <source>One JSON value is wanted.</source>
        <translation>Ein JSON-Wert wird erwartet.</translation>
    </message>
    <message>
        <source>A whole number is wanted, such as 42.</source>
        <translation>Eine ganze Zahl wird erwartet, etwa 42.</translation>
    </message>
    <message>
        <source>A number is wanted, such as 1.5.</source>
        <translation>Eine Zahl wird erwartet, etwa 1.5.</translation>
    </message>
    <message>
        <source>Either true or false is wanted.</source>
        <translation>true oder false wird erwartet.</translation>
    </message>
    <message>
        <source>A JSON array is wanted, such as [1, 2].</source>
        <translation>Ein JSON-Array wird erwartet, etwa [1, 2].</translation>
    </message>
    <message>
        <source>A JSON object is wanted, such as {&quot;key&quot;: 1}.</source>
        <translation>Ein JSON-Objekt wird erwartet, etwa {&quot;key&quot;: 1}.</translation>
    </message>
    <message>
        <source>One of these is wanted: %1.</source>
        <translation>Erwartet wird eines von diesen: %1.</translation>
    </message>
    <message>
        <source>At least %1 is wanted.</source>
        <translation>Mindestens %1 wird erwartet.</translation>
    </message>
    <message>
        <source>At most %1 is wanted.</source>
        <translation>Höchstens %1 wird erwartet.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RecordHeader</name>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>Auf&amp;steigend sortieren</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>&amp;Absteigend sortieren</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Nach &amp;links verschieben</translation>
    </message>
    <message>
        <source>Move r&amp;ight</source>
        <translation>Nach &amp;rechts verschieben</translation>
    </message>
    <message>
        <source>&amp;Hide this column</source>
        <translation>Diese Spalte aus&amp;blenden</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RecordPanel</name>
    <message>
        <source>No row passes the filter</source>
        <translation>Keine Zeile passt zum Filter</translation>
    </message>
    <message>
        <source>Press Esc to show all of them again.</source>
        <translation>Esc zeigt wieder alle.</translation>
    </message>
    <message>
        <source>&amp;Filter by %1</source>
        <translation>Nach %1 &amp;filtern</translation>
    </message>
    <message>
        <source>Filter &amp;out %1</source>
        <translation>%1 &amp;herausfiltern</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>&amp;Spalten</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Recorder</name>
    <message>
        <source>A recording is being written already.</source>
        <translation>Es wird schon eine Aufzeichnung geschrieben.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The recording has ended: it has reached its largest size.</source>
        <translation>Die Aufzeichnung ist beendet: Sie hat ihre größte Größe erreicht.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Replay</name>
    <message>
        <source>The recording ends here</source>
        <translation>Die Aufzeichnung endet hier</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Line %1 of the recording is broken: %2</source>
        <translation>Zeile %1 der Aufzeichnung ist beschädigt: %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestActions</name>
    <message numerus="yes">
        <source>%n request(s) asked to stop.</source>
        <translation>
            <numerusform>Eine Anfrage wurde gebeten aufzuhören.</numerusform>
            <numerusform>%n Anfragen wurden gebeten aufzuhören.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection ended before the daemon had answered for %n request(s).</source>
        <translation>
            <numerusform>Die Verbindung endete, bevor der Daemon für eine Anfrage geantwortet hatte.</numerusform>
            <numerusform>Die Verbindung endete, bevor der Daemon für %n Anfragen geantwortet hatte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Request %1 cannot be cancelled: %2.</source>
        <translation>Anfrage %1 kann nicht abgebrochen werden: %2.</translation>
    </message>
    <message>
        <source>Nothing of what is selected can be cancelled any more.</source>
        <translation>Vom Ausgewählten lässt sich nichts mehr abbrechen.</translation>
    </message>
    <message>
        <source>there is no connection to its daemon</source>
        <translation>zu ihrem Daemon besteht keine Verbindung</translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be asked to stop; what does not stop within its grace is forced to.</source>
        <translation>
            <numerusform>Eine laufende Anfrage wird gebeten aufzuhören; hört sie in ihrer Gnadenfrist nicht auf, wird sie gezwungen.</numerusform>
            <numerusform>%n laufende Anfragen werden gebeten aufzuhören; was in seiner Gnadenfrist nicht aufhört, wird gezwungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not of your user.</source>
        <translation>
            <numerusform>Eine davon gehört einem anderen Benutzer.</numerusform>
            <numerusform>%n davon gehören anderen Benutzern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Request %1: %2</source>
        <translation>Anfrage %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und eine weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n request(s)?</source>
        <translation>
            <numerusform>Eine Anfrage abbrechen?</numerusform>
            <numerusform>%n Anfragen abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel the Requests</source>
        <translation>Anfragen a&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestDialog</name>
    <message>
        <source>Cance&amp;l the Request</source>
        <translation>Anfrage a&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Copy Command Line</source>
        <translation>Befehls&amp;zeile kopieren</translation>
    </message>
    <message>
        <source>Request %1 of %2</source>
        <translation>Anfrage %1 von %2</translation>
    </message>
    <message>
        <source>C&amp;ourse</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>&amp;Argumente</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>Teile der Anfrage</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Course of the request</source>
        <translation>Verlauf der Anfrage</translation>
    </message>
    <message>
        <source>Command and arguments</source>
        <translation>Befehl und Argumente</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>%1 (to come)</source>
        <translation>%1 (steht bevor)</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Took %1.</source>
        <translation>Dauer: %1.</translation>
    </message>
    <message>
        <source>Runs for %1.</source>
        <translation>Läuft seit %1.</translation>
    </message>
    <message>
        <source>Input: %1. Output: %2.</source>
        <translation>Eingabe: %1. Ausgabe: %2.</translation>
    </message>
    <message>
        <source>Grace when it is cancelled: %1.</source>
        <translation>Gnadenfrist beim Abbruch: %1.</translation>
    </message>
    <message>
        <source>Nothing is known of this request.</source>
        <translation>Über diese Anfrage ist nichts bekannt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a command, and what became of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Directory: %1</source>
        <translation>Verzeichnis: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more argument(s) are not shown.</source>
        <translation>
            <numerusform>Ein weiteres Argument wird nicht angezeigt.</numerusform>
            <numerusform>%n weitere Argumente werden nicht angezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The request has ended: there is no more output to follow.</source>
        <translation>Die Anfrage ist beendet: Es gibt keine Ausgabe mehr zu verfolgen.</translation>
    </message>
    <message>
        <source>There is no connection to the daemon.</source>
        <translation>Zum Daemon besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>Um&amp;gebung</translation>
    </message>
    <message>
        <source>Ou&amp;tput</source>
        <translation>A&amp;usgabe</translation>
    </message>
    <message>
        <source>Co&amp;mmand and arguments, one per line:</source>
        <translation>Befehl und A&amp;rgumente, je Zeile eines:</translation>
    </message>
    <message>
        <source>Process: %1.</source>
        <translation>Prozess: %1.</translation>
    </message>
    <message>
        <source>The request has ended: its environment is no longer known.</source>
        <translation>Die Anfrage ist beendet: Ihre Umgebung ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Asks the daemon for the environment…</source>
        <translation>Fragt den Daemon nach der Umgebung&#xa0;…</translation>
    </message>
    <message>
        <source>The daemon does not tell it: %1.</source>
        <translation>Der Daemon teilt sie nicht mit: %1.</translation>
    </message>
    <message>
        <source>The daemon does not tell environments: it is of an older version.</source>
        <translation>Der Daemon teilt keine Umgebungen mit: Er ist von einer älteren Version.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestTimeline</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>from process %1</source>
        <translation>von Prozess %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>place %1 in the queue</source>
        <translation>Platz %1 in der Warteschlange</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>handler: %1</source>
        <translation>Handler: %1</translation>
    </message>
    <message>
        <source>First output</source>
        <translation>Erste Ausgabe</translation>
    </message>
    <message>
        <source>%1 of output so far</source>
        <translation>bisher %1 Ausgabe</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>it is cancelled then</source>
        <translation>dann wird sie abgebrochen</translation>
    </message>
    <message>
        <source>Cancellation asked for</source>
        <translation>Abbruch verlangt</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, durch %2</translation>
    </message>
    <message>
        <source>End of the grace</source>
        <translation>Ende der Gnadenfrist</translation>
    </message>
    <message>
        <source>forced to end</source>
        <translation>zum Ende gezwungen</translation>
    </message>
    <message>
        <source>it is forced to end then</source>
        <translation>dann wird sie zum Ende gezwungen</translation>
    </message>
    <message>
        <source>Cancellation honoured</source>
        <translation>Abbruch befolgt</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>beendet durch Signal %1</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>forced to end: %1</source>
        <translation>zum Ende gezwungen: %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Nothing has been run yet</source>
        <translation>Noch wurde nichts ausgeführt</translation>
    </message>
    <message>
        <source>Requests are shown here while they run, and for a while after that.</source>
        <translation>Hier erscheinen Anfragen, während sie laufen, und noch eine Weile danach.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RunDialog</name>
    <message>
        <source>Send standard &amp;input:</source>
        <translation>Standard&amp;eingabe senden:</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>&amp;Cancel the Command</source>
        <translation>Befehl a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Run a Command on %1</source>
        <translation>Befehl in %1 ausführen</translation>
    </message>
    <message>
        <source>Closing cancels the command that runs here.</source>
        <translation>Beim Schließen wird der Befehl, der hier läuft, abgebrochen.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Co&amp;mmand:</source>
        <translation>Be&amp;fehl:</translation>
    </message>
    <message>
        <source>Divided by blanks; &apos;…&apos;, &quot;…&quot; and \ quote</source>
        <translation>Durch Leerzeichen getrennt; &apos;…&apos;, &quot;…&quot; und \ schützen</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>&amp;Arguments:</source>
        <translation>A&amp;rgumente:</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Arbeitsverzeichnis</translation>
    </message>
    <message>
        <source>Working &amp;directory:</source>
        <translation>Arbeits&amp;verzeichnis:</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>&amp;Output (lines of standard error begin with “%1” and are slanted):</source>
        <translation>A&amp;usgabe (Zeilen der Standardfehlerausgabe beginnen mit „%1“ und sind kursiv):</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>one argument</comment>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s): %1</source>
        <translation>
            <numerusform>Ein Argument: %1</numerusform>
            <numerusform>%n Argumente: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No arguments.</source>
        <translation>Keine Argumente.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a command, and what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The daemon takes no commands.</source>
        <translation>Der Daemon nimmt keine Befehle an.</translation>
    </message>
    <message>
        <source>Runs for %1; %2 of output.</source>
        <translation>Läuft seit %1; %2 Ausgabe.</translation>
    </message>
    <message>
        <source>The working directory has to be an absolute path: it begins with “/”.</source>
        <translation>Das Arbeitsverzeichnis muss ein absoluter Pfad sein: Er beginnt mit „/“.</translation>
    </message>
    <message>
        <source>[asked to stop]</source>
        <translation>[wurde gebeten aufzuhören]</translation>
    </message>
    <message>
        <source>Failed after %1: %2.</source>
        <translation>Fehlgeschlagen nach %1: %2.</translation>
    </message>
    <message>
        <source>Did not stop in time, and was forced to after %1.</source>
        <translation>Hörte nicht rechtzeitig auf und wurde nach %1 gezwungen.</translation>
    </message>
    <message>
        <source>Cancelled after %1.</source>
        <translation>Abgebrochen nach %1.</translation>
    </message>
    <message>
        <source>Ended by signal %1 after %2.</source>
        <translation>Durch Signal %1 beendet nach %2.</translation>
    </message>
    <message>
        <source>Exit code %1 after %2.</source>
        <translation>Exit-Code %1 nach %2.</translation>
    </message>
    <message>
        <source>Output: %1.</source>
        <translation>Ausgabe: %1.</translation>
    </message>
    <message>
        <source>Only the end of it is shown.</source>
        <translation>Nur ihr Ende wird angezeigt.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Screenshot</name>
    <message>
        <source>The picture cannot be written to %1: %2. Choose another file.</source>
        <translation>Das Bild kann nicht in %1 geschrieben werden: %2. Eine andere Datei wählen.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two shortcuts</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>Space, and the keys that act on rows, work while a table or the charts have the focus.</source>
        <translation>Die Leertaste und die Tasten, die auf Zeilen wirken, gelten, solange eine Tabelle oder die Diagramme den Fokus haben.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::StartDaemonDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start a Daemon</source>
        <translation>Daemon starten</translation>
    </message>
    <message>
        <source>Daemon id</source>
        <translation>Daemon-ID</translation>
    </message>
    <message>
        <source>Letters, digits, dots, dashes and underscores.</source>
        <translation>Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>Die übliche</translation>
    </message>
    <message>
        <source>&amp;Daemon id:</source>
        <translation>&amp;Daemon-ID:</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Program:</source>
        <translation>&amp;Programm:</translation>
    </message>
    <message>
        <source>Choose the program</source>
        <translation>Das Programm auswählen</translation>
    </message>
    <message>
        <source>The Program of the Daemon</source>
        <translation>Programm des Daemons</translation>
    </message>
    <message>
        <source>&amp;Configuration file:</source>
        <translation>&amp;Konfigurationsdatei:</translation>
    </message>
    <message>
        <source>Choose the configuration file</source>
        <translation>Die Konfigurationsdatei auswählen</translation>
    </message>
    <message>
        <source>The Configuration of the Daemon</source>
        <translation>Konfiguration des Daemons</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Say which program is the daemon.</source>
        <translation>Angeben, welches Programm der Daemon ist.</translation>
    </message>
    <message>
        <source>Starts the daemon “%1”…</source>
        <translation>Startet den Daemon „%1“&#xa0;…</translation>
    </message>
    <message>
        <source>A daemon “%1” runs already. Choose another id to start one more.</source>
        <translation>Ein Daemon „%1“ läuft schon. Für einen weiteren eine andere ID wählen.</translation>
    </message>
    <message>
        <source>The daemon was not started:</source>
        <translation>Der Daemon wurde nicht gestartet:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TailPage</name>
    <message>
        <source>Asks the daemon for the output…</source>
        <translation>Bittet den Daemon um die Ausgabe&#xa0;…</translation>
    </message>
    <message>
        <source>[no longer followed]</source>
        <translation>[nicht weiter verfolgt]</translation>
    </message>
    <message>
        <source>[%1 were written before, and are not shown]</source>
        <translation>[%1 wurden vorher geschrieben und werden nicht angezeigt]</translation>
    </message>
    <message>
        <source>[%1 of standard output left out: it came too fast]</source>
        <translation>[%1 der Standardausgabe ausgelassen: sie kam zu schnell]</translation>
    </message>
    <message>
        <source>[%1 of standard error left out: it came too fast]</source>
        <translation>[%1 der Standardfehlerausgabe ausgelassen: sie kam zu schnell]</translation>
    </message>
    <message>
        <source>The request has ended. Received: %1.</source>
        <translation>Die Anfrage ist beendet. Empfangen: %1.</translation>
    </message>
    <message>
        <source>The output cannot be followed: %1.</source>
        <translation>Die Ausgabe kann nicht verfolgt werden: %1.</translation>
    </message>
    <message>
        <source>Received: %1.</source>
        <translation>Empfangen: %1.</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Only the end of it is shown.</source>
        <translation>Nur ihr Ende wird angezeigt.</translation>
    </message>
    <message>
        <source>Output from &amp;now on (lines of standard error begin with “%1” and are slanted):</source>
        <translation>Ausgabe ab &amp;jetzt (Zeilen der Standardfehlerausgabe beginnen mit „%1“ und sind kursiv):</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TrayIcon</name>
    <message>
        <source>All daemons are well</source>
        <translation>Allen Daemons geht es gut</translation>
    </message>
    <message numerus="yes">
        <source>%n daemons are degraded</source>
        <translation>
            <numerusform>Ein Daemon ist beeinträchtigt</numerusform>
            <numerusform>%n Daemons sind beeinträchtigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TroubleWatch</name>
    <message>
        <source>A daemon is degraded</source>
        <translation>Ein Daemon ist beeinträchtigt</translation>
    </message>
    <message>
        <source>The daemon %1 serves, but something is wrong with it: see its health.</source>
        <translation>Der Daemon %1 arbeitet, aber etwas stimmt nicht mit ihm: siehe seine Gesundheit.</translation>
    </message>
    <message>
        <source>A cancellation was forced</source>
        <translation>Ein Abbruch wurde erzwungen</translation>
    </message>
    <message>
        <source>Request %1 of the daemon %2 did not stop when it was asked to: %3</source>
        <translation>Anfrage %1 des Daemons %2 hörte nicht auf, als sie darum gebeten wurde: %3</translation>
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
        <source>cannot start the daemon: no program &quot;%1&quot; in PATH; give its path</source>
        <translation>kann den Daemon nicht starten: kein Programm „%1“ im PATH; seinen Pfad angeben</translation>
    </message>
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
<context>
    <name>Filter</name>
    <message>
        <source>a duration, such as 500ms, 5s or 1h30min</source>
        <translation>eine Dauer, etwa 500ms, 5s oder 1h30min</translation>
    </message>
    <message>
        <source>a size, such as 200, 10KiB or 1.5M</source>
        <translation>eine Größe, etwa 200, 10KiB oder 1.5M</translation>
    </message>
    <message>
        <source>a percentage, such as 50%</source>
        <translation>ein Prozentsatz, etwa 50%</translation>
    </message>
    <message>
        <source>a rate, such as 12 or 0.5/s</source>
        <translation>eine Rate, etwa 12 oder 0.5/s</translation>
    </message>
    <message>
        <source>a time, such as 15:04, 2026-11-21 or 2026-11-21T15:04</source>
        <translation>eine Zeit, etwa 15:04, 2026-11-21 oder 2026-11-21T15:04</translation>
    </message>
    <message>
        <source>a number, such as 12</source>
        <translation>eine Zahl, etwa 12</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>%1 %2</source>
        <comment>a number, and its unit</comment>
        <translation>%1&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>MachineNames</name>
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
        <source>gone</source>
        <translation>nicht mehr da</translation>
    </message>
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
        <translation>bricht ab</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>honoured</source>
        <translation>befolgt</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>erzwungen</translation>
    </message>
    <message>
        <source>client closed</source>
        <translation>Client hat getrennt</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>auf Verlangen</translation>
    </message>
    <message>
        <source>daemon stops</source>
        <translation>Daemon hält an</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>process group killed</source>
        <translation>Prozessgruppe getötet</translation>
    </message>
    <message>
        <source>worker set aside</source>
        <translation>Worker in Quarantäne</translation>
    </message>
    <message>
        <source>handler dropped</source>
        <translation>Handler aufgegeben</translation>
    </message>
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
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>schließt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur Lesen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>fatal</translation>
    </message>
    <message>
        <source>event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>worker pool</source>
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
    <name>RecordingEntry</name>
    <message>
        <source>This is no recording of daemon-rpc-monitor.</source>
        <translation>Das ist keine Aufzeichnung von daemon-rpc-monitor.</translation>
    </message>
    <message>
        <source>This recording was made by another version and cannot be read.</source>
        <translation>Diese Aufzeichnung stammt von einer anderen Version und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>sie ist kein Objekt</translation>
    </message>
    <message>
        <source>&quot;at_ms&quot; or &quot;daemon&quot; is missing or negative</source>
        <translation>„at_ms“ oder „daemon“ fehlt oder ist negativ</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a state, and the place in the queue</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Workers</name>
    <message>
        <source>Worker threads</source>
        <translation>Worker-Threads</translation>
    </message>
</context>
</TS>
