<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>DaemonRpc::CommandLineOptions</name>
    <message>
        <source>Serve as daemon &lt;id&gt; (default: DAEMON_RPC_ID, else &quot;default&quot;).</source>
        <translation>Servir en tant que démon &lt;id&gt; (par défaut&#xa0;: DAEMON_RPC_ID, sinon «&#xa0;default&#xa0;»).</translation>
    </message>
    <message>
        <source>Keep socket, lock, pid file and log in &lt;dir&gt; (default: DAEMON_RPC_RUNTIME_DIR, else /run/user/UID/daemon-rpc, else /tmp/daemon-rpc-UID).</source>
        <translation>Garder socket, verrou, fichier PID et journal dans &lt;dir&gt; (par défaut&#xa0;: DAEMON_RPC_RUNTIME_DIR, sinon /run/user/UID/daemon-rpc, sinon /tmp/daemon-rpc-UID).</translation>
    </message>
    <message>
        <source>Read the configuration &lt;file&gt; after /etc/daemon-rpc/daemon.yaml and the user&apos;s own.</source>
        <translation>Lire la configuration &lt;file&gt; après /etc/daemon-rpc/daemon.yaml et celle de l&apos;utilisateur.</translation>
    </message>
    <message>
        <source>Set one key of the configuration, as in performance.grace_ms=3000; can be repeated.</source>
        <translation>Fixer une clé de la configuration, comme performance.grace_ms=3000&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>Print every effective value with where it comes from, and exit.</source>
        <translation>Afficher chaque valeur effective avec son origine, et quitter.</translation>
    </message>
    <message>
        <source>Say whether &lt;file&gt; is a valid configuration, and exit: with 1 when it is not.</source>
        <translation>Dire si &lt;file&gt; est une configuration valide, et quitter&#xa0;: avec 1 si elle ne l&apos;est pas.</translation>
    </message>
    <message>
        <source>Print a configuration file with every key, commented out, and exit.</source>
        <translation>Afficher un fichier de configuration avec toutes les clés, en commentaire, et quitter.</translation>
    </message>
    <message>
        <source>Print docs/CONFIGURATION.md, and exit.</source>
        <translation>Afficher docs/CONFIGURATION.md, et quitter.</translation>
    </message>
    <message>
        <source>Write a new token for remote clients into the new file &lt;file&gt;, and exit.</source>
        <translation>Écrire un nouveau jeton pour clients distants dans le nouveau fichier &lt;file&gt;, et quitter.</translation>
    </message>
    <message>
        <source>Stay attached to the terminal or supervisor.</source>
        <translation>Rester attaché au terminal ou au superviseur.</translation>
    </message>
    <message>
        <source>Write a line feed to descriptor &lt;n&gt; when ready, for s6 (systemd needs no option).</source>
        <translation>Écrire un saut de ligne sur le descripteur &lt;n&gt; une fois prêt, pour s6 (systemd ne demande pas d&apos;option).</translation>
    </message>
    <message>
        <source>Exit after &lt;ms&gt; without requests (default 10800000, 3 hours; 0 = never).</source>
        <translation>S&apos;arrêter après &lt;ms&gt; sans requête (par défaut 10800000, 3 heures&#xa0;; 0 = jamais).</translation>
    </message>
    <message>
        <source>Time between asking a request to stop and forcing it (default 5000).</source>
        <translation>Temps entre la demande d&apos;arrêt d&apos;une requête et l&apos;arrêt forcé (par défaut 5000).</translation>
    </message>
    <message>
        <source>How long a stop waits for running requests before it cancels them (default 10000).</source>
        <translation>Combien de temps un arrêt attend les requêtes en cours avant de les annuler (par défaut 10000).</translation>
    </message>
    <message>
        <source>Connections at a time, in all and per user (default 1024 and 512).</source>
        <translation>Connexions simultanées, en tout et par utilisateur (par défaut 1024 et 512).</translation>
    </message>
    <message>
        <source>Time a connection has to ask for something (default 5000).</source>
        <translation>Temps dont dispose une connexion pour demander quelque chose (par défaut 5000).</translation>
    </message>
    <message>
        <source>Take &lt;ms&gt; since the epoch for the build&apos;s time: set by the client that starts the daemon.</source>
        <translation>Prendre &lt;ms&gt; depuis l&apos;époque comme date du build&#xa0;: fixé par le client qui démarre le démon.</translation>
    </message>
    <message>
        <source>Take &lt;id&gt; for the build&apos;s id: set by the client, too.</source>
        <translation>Prendre &lt;id&gt; comme identifiant du build&#xa0;: fixé aussi par le client.</translation>
    </message>
    <message>
        <source>Report readiness on descriptor &lt;n&gt;: set by the client, too.</source>
        <translation>Signaler la disponibilité sur le descripteur &lt;n&gt;&#xa0;: fixé aussi par le client.</translation>
    </message>
    <message>
        <source>Heed --build-timestamp and --build-id only if this program is build &lt;id&gt;: set by the daemon that is restarted, as all of the following.</source>
        <translation>Ne tenir compte de --build-timestamp et --build-id que si ce programme est du build &lt;id&gt;&#xa0;: fixé par le démon qui est redémarré, comme tout ce qui suit.</translation>
    </message>
    <message>
        <source>Take over the lock on descriptor &lt;n&gt;.</source>
        <translation>Reprendre le verrou sur le descripteur &lt;n&gt;.</translation>
    </message>
    <message>
        <source>Take over the listening socket on descriptor &lt;n&gt;.</source>
        <translation>Reprendre le socket d&apos;écoute sur le descripteur &lt;n&gt;.</translation>
    </message>
    <message>
        <source>Its file has the inode &lt;n&gt;.</source>
        <translation>Son fichier a l&apos;inode &lt;n&gt;.</translation>
    </message>
    <message>
        <source>1: a supervisor owns that socket.</source>
        <translation>1&#xa0;: un superviseur possède ce socket.</translation>
    </message>
    <message>
        <source>This is restart &lt;n&gt; in a row of a daemon that is not in order.</source>
        <translation>C&apos;est le redémarrage &lt;n&gt; d&apos;affilée d&apos;un démon qui n&apos;est pas en ordre.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Afficher cette aide.</translation>
    </message>
    <message>
        <source>Show version and build.</source>
        <translation>Afficher la version et le build.</translation>
    </message>
    <message>
        <source>Serves commands to daemon-rpc clients. Clients start it by themselves; start it by hand to watch it or under a supervisor, with --foreground.</source>
        <translation>Sert des commandes aux clients de daemon-rpc. Les clients le démarrent d&apos;eux-mêmes&#xa0;; démarrez-le à la main pour l&apos;observer ou sous un superviseur, avec --foreground.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Utilisation&#xa0;:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Options&#xa0;:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::DaemonArguments</name>
    <message>
        <source>--%1 needs a whole number from %2 to %3, not &quot;%4&quot;</source>
        <translation>--%1 exige un nombre entier de %2 à %3, pas «&#xa0;%4&#xa0;»</translation>
    </message>
    <message>
        <source>--%1 needs a file</source>
        <translation>--%1 exige un fichier</translation>
    </message>
    <message>
        <source>--set needs section.key=value, not &quot;%1&quot;</source>
        <translation>--set exige section.key=value, pas «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 See daemon-rpcd --help.</source>
        <translation>%1 Voir daemon-rpcd --help.</translation>
    </message>
    <message>
        <source>unexpected argument &quot;%1&quot;; see daemon-rpcd --help</source>
        <translation>argument inattendu «&#xa0;%1&#xa0;»&#xa0;; voir daemon-rpcd --help</translation>
    </message>
    <message>
        <source>--make-token needs a file</source>
        <translation>--make-token exige un fichier</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::DaemonProgram</name>
    <message>
        <source>daemon &quot;%1&quot; started</source>
        <translation>démon «&#xa0;%1&#xa0;» démarré</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>Option inconnue «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Unknown options: %1.</source>
        <translation>Options inconnues&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>Valeur manquante après «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>Valeur inattendue après «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
</TS>
