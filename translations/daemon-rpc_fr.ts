<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>DaemonRpc::Address</name>
    <message>
        <source>invalid address &quot;%1&quot;: use local:NAME, local:/path, tcp://host:port or tls://host:port</source>
        <translation>adresse invalide «&#xa0;%1&#xa0;»&#xa0;: utilisez local:NAME, local:/path, tcp://host:port ou tls://host:port</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::AdminCommand</name>
    <message>
        <source>no daemon &quot;%1&quot; is running</source>
        <translation>aucun démon «&#xa0;%1&#xa0;» ne fonctionne</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ArgumentParser</name>
    <message>
        <source>option %1 takes no value</source>
        <translation>l&apos;option %1 n&apos;accepte pas de valeur</translation>
    </message>
    <message>
        <source>option %1 needs a value: %1 %2</source>
        <translation>l&apos;option %1 exige une valeur&#xa0;: %1 %2</translation>
    </message>
    <message>
        <source>unknown option %1; see --help</source>
        <translation>option inconnue %1&#xa0;; voir --help</translation>
    </message>
    <message>
        <source>unknown option %1, did you mean &quot;%2&quot;?</source>
        <translation>option inconnue %1, vouliez-vous dire «&#xa0;%2&#xa0;»&#xa0;?</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CancelCommand</name>
    <message>
        <source>ask a request to stop</source>
        <translation>demander à une requête de s&apos;arrêter</translation>
    </message>
    <message>
        <source>until the request has ended</source>
        <translation>attendre que la requête soit terminée</translation>
    </message>
    <message>
        <source>&quot;daemon-rpc requests&quot; shows the ids. A request that does not stop by itself is forced to when its grace is over.</source>
        <translation>«&#xa0;daemon-rpc requests&#xa0;» affiche les identifiants. Une requête qui ne s&apos;arrête pas d&apos;elle-même y est forcée à la fin de son délai de grâce.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no request id; &quot;daemon-rpc requests&quot; shows them</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un identifiant de requête&#xa0;; «&#xa0;daemon-rpc requests&#xa0;» les affiche</translation>
    </message>
    <message>
        <source>waiting for request %1…</source>
        <translation>attente de la requête %1…</translation>
    </message>
    <message>
        <source>request %1 is being cancelled</source>
        <translation>la requête %1 est en cours d&apos;annulation</translation>
    </message>
    <message>
        <source>request %1 has ended</source>
        <translation>la requête %1 est terminée</translation>
    </message>
    <message>
        <source>request %1 has ended (%2)</source>
        <translation>la requête %1 est terminée (%2)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CliApplication</name>
    <message>
        <source>--address and --in-process exclude each other, give one of them</source>
        <translation>--address et --in-process s&apos;excluent, indiquez l&apos;un des deux</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks at the files of this machine; leave out --address (and unset DAEMON_RPC_ADDRESS)</source>
        <translation>«&#xa0;%1&#xa0;» examine les fichiers de cette machine&#xa0;; omettez --address (et supprimez DAEMON_RPC_ADDRESS)</translation>
    </message>
    <message>
        <source>--in-process is for commands; leave it out to ask a daemon</source>
        <translation>--in-process est réservé aux commandes&#xa0;; omettez-le pour interroger un démon</translation>
    </message>
    <message>
        <source>talking to the daemon of user %1</source>
        <translation>dialogue avec le démon de l&apos;utilisateur %1</translation>
    </message>
    <message>
        <source>cannot write to standard error: %1</source>
        <translation>impossible d&apos;écrire sur la sortie d&apos;erreur standard&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot write to standard output: %1</source>
        <translation>impossible d&apos;écrire sur la sortie standard&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CommandLine</name>
    <message>
        <source>unknown subcommand &quot;%1&quot;; to run it as a command type &quot;daemon-rpc run %1&quot;</source>
        <translation>sous-commande inconnue «&#xa0;%1&#xa0;»&#xa0;; pour l&apos;exécuter comme commande, tapez «&#xa0;daemon-rpc run %1&#xa0;»</translation>
    </message>
    <message>
        <source>unknown subcommand &quot;%1&quot;, did you mean &quot;%2&quot;?</source>
        <translation>sous-commande inconnue «&#xa0;%1&#xa0;», vouliez-vous dire «&#xa0;%2&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>%1 needs more: daemon-rpc %1 %2</source>
        <translation>%1 demande davantage&#xa0;: daemon-rpc %1 %2</translation>
    </message>
    <message>
        <source>%1 does not take &quot;%2&quot;; see daemon-rpc %1 --help</source>
        <translation>%1 n&apos;accepte pas «&#xa0;%2&#xa0;»&#xa0;; voir daemon-rpc %1 --help</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CommandRunner</name>
    <message>
        <source>the command, its arguments and its environment take %1, and %2 can be sent; give large data as standard input</source>
        <translation>la commande, ses arguments et son environnement occupent %1, alors que %2 peuvent être envoyés&#xa0;; passez les données volumineuses par l&apos;entrée standard</translation>
    </message>
    <message>
        <source>waiting for daemon &quot;%1&quot;…</source>
        <translation>attente du démon «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>starting daemon &quot;%1&quot;…</source>
        <translation>démarrage du démon «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>cannot read standard input: %1; the command gets its end</source>
        <translation>impossible de lire l&apos;entrée standard&#xa0;: %1&#xa0;; la commande en reçoit la fin</translation>
    </message>
    <message>
        <source>cancelling (%1 grace); press Ctrl+C again to leave now</source>
        <translation>annulation (délai de grâce&#xa0;: %1)&#xa0;; Ctrl+C à nouveau pour quitter tout de suite</translation>
    </message>
    <message>
        <source>cancelling; press Ctrl+C again to leave now</source>
        <translation>annulation&#xa0;; Ctrl+C à nouveau pour quitter tout de suite</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::CommandsCommand</name>
    <message>
        <source>list the commands that a daemon runs</source>
        <translation>lister les commandes qu&apos;un démon exécute</translation>
    </message>
    <message>
        <source>hidden ones, too</source>
        <translation>y compris celles qui sont cachées</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>un tableau d&apos;objets</translation>
    </message>
    <message>
        <source>The daemon&apos;s own and those of its configuration.</source>
        <translation>Celles du démon lui-même et celles de sa configuration.</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 waiting)</source>
        <translation>%1 sur %2 (%3 en attente)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 (%2 waiting)</source>
        <translation>%1 (%2 en attente)</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 sur %2 prêts</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 ready, %n call(s) (%3 cold)</source>
        <translation>
            <numerusform>%1 sur %2 prêts, %n appel (%3 à froid)</numerusform>
            <numerusform>%1 sur %2 prêts, %n appels (%3 à froid)</numerusform>
        </translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMANDE</translation>
    </message>
    <message>
        <source>HANDLER</source>
        <translation>GESTIONNAIRE</translation>
    </message>
    <message>
        <source>RUNNING</source>
        <translation>EN COURS</translation>
    </message>
    <message>
        <source>WARM</source>
        <translation>À CHAUD</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>DESCRIPTION</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ConnectionsCommand</name>
    <message>
        <source>list who is connected to a daemon</source>
        <translation>lister qui est connecté à un démon</translation>
    </message>
    <message>
        <source>of every daemon that runs</source>
        <translation>de chaque démon en fonction</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>un tableau d&apos;objets</translation>
    </message>
    <message>
        <source>The connection that asks is among them.</source>
        <translation>La connexion qui pose la question en fait partie.</translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>aucun démon ne fonctionne</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DaemonChecks</name>
    <message>
        <source>daemon &quot;%1&quot;</source>
        <extracomment>The subject of a sentence.</extracomment>
        <translation>le démon «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 (pid %2)</source>
        <translation>%1 (PID %2)</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 ne répond pas&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 does not answer, and no reason is known</source>
        <translation>%1 ne répond pas, et la raison n&apos;est pas connue</translation>
    </message>
    <message>
        <source>see its log, %1; if it hangs: kill -KILL %2</source>
        <translation>voir son journal, %1&#xa0;; s&apos;il est bloqué&#xa0;: kill -KILL %2</translation>
    </message>
    <message>
        <source>see its log, %1</source>
        <translation>voir son journal, %1</translation>
    </message>
    <message>
        <source>%1 is degraded: a health check fails</source>
        <translation>%1 est dégradé&#xa0;: un contrôle de santé échoue</translation>
    </message>
    <message>
        <source>daemon-rpc health says which, and why</source>
        <translation>daemon-rpc health dit lequel et pourquoi</translation>
    </message>
    <message numerus="yes">
        <source>%1 is degraded: %n worker(s) held by handlers that ignore their cancellation</source>
        <translation>
            <numerusform>%1 est dégradé&#xa0;: %n exécutant est retenu par un gestionnaire qui ignore son annulation</numerusform>
            <numerusform>%1 est dégradé&#xa0;: %n exécutants sont retenus par des gestionnaires qui ignorent leur annulation</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers and is %2</source>
        <translation>%1 répond&#xa0;; état&#xa0;: %2</translation>
    </message>
    <message>
        <source>none is running; the first call starts one</source>
        <translation>aucun ne fonctionne&#xa0;; le premier appel en démarre un</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>il n&apos;y en a pas</translation>
    </message>
    <message>
        <source>left by daemons that are gone: %1</source>
        <translation>laissés par des démons disparus&#xa0;: %1</translation>
    </message>
    <message>
        <source>harmless, the next start replaces its own; or rm %1</source>
        <translation>sans danger, le prochain démarrage remplace les siens&#xa0;; ou rm %1</translation>
    </message>
    <message>
        <source>there is no program %1 to start a daemon with</source>
        <translation>il n&apos;y a pas de programme %1 pour démarrer un démon</translation>
    </message>
    <message>
        <source>install daemon-rpcd beside daemon-rpc, or name it with --daemon or DAEMON_RPC_DAEMON</source>
        <translation>installez daemon-rpcd à côté de daemon-rpc, ou indiquez-le avec --daemon ou DAEMON_RPC_DAEMON</translation>
    </message>
    <message>
        <source>%1 is not of the build of this client (%2)</source>
        <translation>%1 n&apos;est pas du même build que ce client (%2)</translation>
    </message>
    <message>
        <source>install both from one package, or name the right one with --daemon</source>
        <translation>installez les deux depuis un même paquet, ou indiquez le bon avec --daemon</translation>
    </message>
    <message>
        <source>%1 starts daemons</source>
        <translation>%1 démarre les démons</translation>
    </message>
    <message>
        <source>%1 is of build %2, this client of build %3: it is newer, and refuses this client</source>
        <translation>%1 est du build %2, ce client du build %3&#xa0;: le démon est plus récent et refuse ce client</translation>
    </message>
    <message>
        <source>%1 is of build %2, this client of build %3: the next call replaces it</source>
        <translation>%1 est du build %2, ce client du build %3&#xa0;: le prochain appel le remplace</translation>
    </message>
    <message>
        <source>update this client, or use --version-policy ignore</source>
        <translation>mettez ce client à jour, ou utilisez --version-policy ignore</translation>
    </message>
    <message>
        <source>daemon-rpc restart, or --version-policy ignore</source>
        <translation>daemon-rpc restart, ou --version-policy ignore</translation>
    </message>
    <message>
        <source>the program of %1 was replaced or removed since it started</source>
        <translation>%1&#xa0;: son programme a été remplacé ou supprimé depuis le démarrage</translation>
    </message>
    <message>
        <source>no daemon has any</source>
        <translation>aucun démon n&apos;en a</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) has not collected children that ended: %3</source>
        <translation>le démon «&#xa0;%1&#xa0;» (PID %2) n&apos;a pas recueilli des processus fils terminés&#xa0;: %3</translation>
    </message>
    <message>
        <source>if it hangs: kill -KILL %1; they go with it</source>
        <translation>s&apos;il est bloqué&#xa0;: kill -KILL %1&#xa0;; ils disparaissent avec lui</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DaemonSurvey</name>
    <message>
        <source>it has no socket</source>
        <translation>il n&apos;a pas de socket</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>il ne répond pas</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DirectoryChecks</name>
    <message>
        <source>choose a shorter directory with --runtime-dir or DAEMON_RPC_RUNTIME_DIR</source>
        <translation>choisissez un répertoire plus court avec --runtime-dir ou DAEMON_RPC_RUNTIME_DIR</translation>
    </message>
    <message>
        <source>%1 fits, but the name that a daemon takes to drain has up to 8 bytes more and does not: it cannot hand over</source>
        <translation>%1 convient, mais le nom que prend un démon en fin de service a jusqu&apos;à 8 octets de plus et ne convient pas&#xa0;: la passation est impossible</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 bytes</source>
        <translation>%1 a %2 octets sur %3</translation>
    </message>
    <message>
        <source>%1 cannot be created: %2 is no directory</source>
        <translation>%1 ne peut pas être créé&#xa0;: %2 n&apos;est pas un répertoire</translation>
    </message>
    <message>
        <source>%1 cannot be created: %2 is not writable</source>
        <translation>%1 ne peut pas être créé&#xa0;: %2 n&apos;est pas accessible en écriture</translation>
    </message>
    <message>
        <source>choose another directory with --runtime-dir</source>
        <translation>choisissez un autre répertoire avec --runtime-dir</translation>
    </message>
    <message>
        <source>%1 does not exist yet; the first daemon creates it</source>
        <translation>%1 n&apos;existe pas encore&#xa0;; le premier démon le crée</translation>
    </message>
    <message>
        <source>remove or rename %1, or choose another directory with --runtime-dir; find out who made it</source>
        <translation>supprimez ou renommez %1, ou choisissez un autre répertoire avec --runtime-dir&#xa0;; cherchez qui l&apos;a créé</translation>
    </message>
    <message>
        <source>%1 is shared by all users: others can take the name of a socket first</source>
        <translation>%1 est partagé par tous les utilisateurs&#xa0;: d&apos;autres peuvent prendre le nom d&apos;un socket en premier</translation>
    </message>
    <message>
        <source>choose a directory of your own with --runtime-dir, or leave it out</source>
        <translation>choisissez un répertoire à vous avec --runtime-dir, ou omettez cette option</translation>
    </message>
    <message>
        <source>%1 belongs to user %2, mode %3</source>
        <translation>%1 appartient à l&apos;utilisateur %2, mode %3</translation>
    </message>
    <message>
        <source>find out who made it, then rm %1</source>
        <translation>cherchez qui l&apos;a créé, puis rm %1</translation>
    </message>
    <message>
        <source>%1 is a symbolic link; daemons refuse it</source>
        <translation>%1 est un lien symbolique&#xa0;; les démons le refusent</translation>
    </message>
    <message>
        <source>%1 belongs to user %2; daemons refuse it</source>
        <translation>%1 appartient à l&apos;utilisateur %2&#xa0;; les démons le refusent</translation>
    </message>
    <message>
        <source>%1 is no socket</source>
        <translation>%1 n&apos;est pas un socket</translation>
    </message>
    <message>
        <source>%1 is no regular file</source>
        <translation>%1 n&apos;est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>%1 has a second name (hard link); daemons refuse it</source>
        <translation>%1 a un second nom (lien physique)&#xa0;; les démons le refusent</translation>
    </message>
    <message>
        <source>%1 is open to other users (mode %2)</source>
        <translation>%1 est accessible à d&apos;autres utilisateurs (mode %2)</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>il n&apos;y en a pas</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), closed to other users</source>
        <translation>
            <numerusform>%n fichier, inaccessible aux autres utilisateurs</numerusform>
            <numerusform>%n fichiers, inaccessibles aux autres utilisateurs</numerusform>
        </translation>
    </message>
    <message>
        <source>choose a local directory with --runtime-dir or DAEMON_RPC_RUNTIME_DIR</source>
        <translation>choisissez un répertoire local avec --runtime-dir ou DAEMON_RPC_RUNTIME_DIR</translation>
    </message>
    <message>
        <source>%1 is on a network file system (%2): its sockets and locks do not work between machines</source>
        <translation>%1 est sur un système de fichiers réseau (%2)&#xa0;: ses sockets et ses verrous ne fonctionnent pas entre machines</translation>
    </message>
    <message>
        <source>%1 is on a file system of a user&apos;s program (FUSE), which may know no locks</source>
        <translation>%1 est sur un système de fichiers d&apos;un programme utilisateur (FUSE), qui ignore peut-être les verrous</translation>
    </message>
    <message>
        <source>%1 is on a local file system</source>
        <translation>%1 est sur un système de fichiers local</translation>
    </message>
    <message>
        <source>%1 is on a file system that cannot be written to</source>
        <translation>%1 est sur un système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>the file system of %1 is full</source>
        <translation>le système de fichiers de %1 est plein</translation>
    </message>
    <message>
        <source>free some space: df -h %1; df -i %1</source>
        <translation>libérez de la place&#xa0;: df -h %1; df -i %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DoctorCommand</name>
    <message>
        <source>look for what keeps daemons from working</source>
        <translation>chercher ce qui empêche les démons de fonctionner</translation>
    </message>
    <message>
        <source>an object: status, and checks with name, status, finding and fix</source>
        <translation>un objet&#xa0;: status, et checks avec name, status, finding et fix</translation>
    </message>
    <message>
        <source>Changes nothing. Exit code 0: no problem, warnings at most; 1: a problem.</source>
        <translation>Ne change rien. Code de sortie 0&#xa0;: aucun problème, tout au plus des avertissements&#xa0;; 1&#xa0;: un problème.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DoctorReport</name>
    <message>
        <source>CHECK</source>
        <translation>CONTRÔLE</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>ÉTAT</translation>
    </message>
    <message>
        <source>FINDING</source>
        <translation>CONSTAT</translation>
    </message>
    <message>
        <source>fix</source>
        <translation>remède</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::DrainCommand</name>
    <message>
        <source>let the daemon finish what runs and exit</source>
        <translation>laisser le démon terminer ce qui est en cours, puis s&apos;arrêter</translation>
    </message>
    <message>
        <source>Does not wait for it. The next command starts a fresh daemon. That no daemon runs is no error.</source>
        <translation>N&apos;attend pas la fin. La commande suivante démarre un nouveau démon. L&apos;absence de démon n&apos;est pas une erreur.</translation>
    </message>
    <message numerus="yes">
        <source>daemon &quot;%1&quot; (pid %2) finishes %n request(s), then exits</source>
        <translation>
            <numerusform>le démon «&#xa0;%1&#xa0;» (PID %2) termine %n requête, puis s&apos;arrête</numerusform>
            <numerusform>le démon «&#xa0;%1&#xa0;» (PID %2) termine %n requêtes, puis s&apos;arrête</numerusform>
        </translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) has nothing left to do and exits</source>
        <translation>le démon «&#xa0;%1&#xa0;» (PID %2) n&apos;a plus rien à faire et s&apos;arrête</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::GlobalOptions</name>
    <message>
        <source>the daemon to use (DAEMON_RPC_ID; &quot;default&quot;)</source>
        <translation>le démon à utiliser (DAEMON_RPC_ID&#xa0;; «&#xa0;default&#xa0;»)</translation>
    </message>
    <message>
        <source>where daemons live (DAEMON_RPC_RUNTIME_DIR)</source>
        <translation>où vivent les démons (DAEMON_RPC_RUNTIME_DIR)</translation>
    </message>
    <message>
        <source>tcp://HOST:PORT, tls://HOST:PORT or local:/PATH (DAEMON_RPC_ADDRESS)</source>
        <translation>tcp://HOST:PORT, tls://HOST:PORT ou local:/PATH (DAEMON_RPC_ADDRESS)</translation>
    </message>
    <message>
        <source>the token for that address (DAEMON_RPC_TOKEN_FILE)</source>
        <translation>le jeton pour cette adresse (DAEMON_RPC_TOKEN_FILE)</translation>
    </message>
    <message>
        <source>who signs that daemon&apos;s certificate (the system&apos;s authorities)</source>
        <translation>qui signe le certificat de ce démon (les autorités du système)</translation>
    </message>
    <message>
        <source>the certificate to show to that daemon</source>
        <translation>le certificat à présenter à ce démon</translation>
    </message>
    <message>
        <source>the key of that certificate</source>
        <translation>la clé de ce certificat</translation>
    </message>
    <message>
        <source>what that daemon&apos;s certificate must be for (HOST)</source>
        <translation>pour quel nom le certificat de ce démon doit valoir (HOST)</translation>
    </message>
    <message>
        <source>the daemon program to start (DAEMON_RPC_DAEMON)</source>
        <translation>le programme du démon à démarrer (DAEMON_RPC_DAEMON)</translation>
    </message>
    <message>
        <source>the configuration of a daemon that is started</source>
        <translation>la configuration d&apos;un démon qui est démarré</translation>
    </message>
    <message>
        <source>how long starting a daemon may take (10000)</source>
        <translation>durée maximale du démarrage d&apos;un démon (10000)</translation>
    </message>
    <message>
        <source>never start a daemon</source>
        <translation>ne jamais démarrer de démon</translation>
    </message>
    <message>
        <source>run the command without any daemon</source>
        <translation>exécuter la commande sans aucun démon</translation>
    </message>
    <message>
        <source>newer-wins, exact or ignore: which daemon to replace</source>
        <translation>newer-wins, exact ou ignore&#xa0;: quel démon remplacer</translation>
    </message>
    <message>
        <source>cancel the command after this time</source>
        <translation>annuler la commande après ce délai</translation>
    </message>
    <message>
        <source>talk to the daemon of another user, as root</source>
        <translation>parler au démon d&apos;un autre utilisateur, en tant que root</translation>
    </message>
    <message>
        <source>errors only, no notices</source>
        <translation>seulement les erreurs, pas les avis</translation>
    </message>
    <message>
        <source>all notices, and what led to an error</source>
        <translation>tous les avis, et ce qui a mené à une erreur</translation>
    </message>
    <message>
        <source>auto, always or never</source>
        <translation>auto, always ou never</translation>
    </message>
    <message>
        <source>show help, also for one subcommand</source>
        <translation>afficher l&apos;aide, aussi pour une sous-commande</translation>
    </message>
    <message>
        <source>show version, build and protocol</source>
        <translation>afficher la version, le build et le protocole</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a file</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une valeur pour --%2, indiquez un fichier</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give %3</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une valeur pour --%2, indiquez %3</translation>
    </message>
    <message>
        <source>there is no user &quot;%1&quot;</source>
        <translation>il n&apos;y a pas d&apos;utilisateur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>reading --daemon-id</source>
        <translation>lecture de --daemon-id</translation>
    </message>
    <message>
        <source>reading DAEMON_RPC_ID</source>
        <translation>lecture de DAEMON_RPC_ID</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a directory</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une valeur pour --%2, indiquez un répertoire</translation>
    </message>
    <message>
        <source>reading --address</source>
        <translation>lecture de --address</translation>
    </message>
    <message>
        <source>reading DAEMON_RPC_ADDRESS</source>
        <translation>lecture de DAEMON_RPC_ADDRESS</translation>
    </message>
    <message>
        <source>--address and --daemon-id exclude each other, give one of them</source>
        <translation>--address et --daemon-id s&apos;excluent, indiquez l&apos;un des deux</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give tcp://HOST:PORT, tls://HOST:PORT or local:/PATH</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une valeur pour --%2, indiquez tcp://HOST:PORT, tls://HOST:PORT ou local:/PATH</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a program</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une valeur pour --%2, indiquez un programme</translation>
    </message>
    <message>
        <source>--quiet and --verbose exclude each other, give one of them</source>
        <translation>--quiet et --verbose s&apos;excluent, indiquez l&apos;un des deux</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --%2, give a number of milliseconds from 1 to %3</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une valeur pour --%2, indiquez un nombre de millisecondes de 1 à %3</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::HealthCommand</name>
    <message>
        <source>tell whether the daemon is in order</source>
        <translation>dire si le démon est en ordre</translation>
    </message>
    <message>
        <source>an object, with the latest results of each check</source>
        <translation>un objet, avec les derniers résultats de chaque contrôle</translation>
    </message>
    <message>
        <source>The first line is the daemon&apos;s state; a table of its health checks follows, which are run now. A warning is no failure.
Exit code 0: ready; 1: degraded or draining; 125: not running or not answering.</source>
        <translation>La première ligne est l&apos;état du démon&#xa0;; suit un tableau de ses contrôles de santé, qui sont faits maintenant. Un avertissement n&apos;est pas un échec.
Code de sortie 0&#xa0;: prêt&#xa0;; 1&#xa0;: dégradé ou en fin de service&#xa0;; 125&#xa0;: ne fonctionne pas ou ne répond pas.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::HealthPrinter</name>
    <message>
        <source>CHECK</source>
        <translation>CONTRÔLE</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>ÉTAT</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>DEPUIS</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>RÉSULTAT</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::HelpText</name>
    <message>
        <source>Usage:</source>
        <translation>Utilisation&#xa0;:</translation>
    </message>
    <message>
        <source>Runs commands through a background daemon, which starts by itself on first use.</source>
        <translation>Exécute des commandes par un démon en arrière-plan, qui démarre de lui-même à la première utilisation.</translation>
    </message>
    <message>
        <source>Subcommands:</source>
        <translation>Sous-commandes&#xa0;:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Options&#xa0;:</translation>
    </message>
    <message>
        <source>See daemon-rpc SUBCOMMAND --help, and daemon-rpc(1).</source>
        <translation>Voir daemon-rpc SUBCOMMAND --help, et daemon-rpc(1).</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Global options: see daemon-rpc --help.</source>
        <translation>Options globales&#xa0;: voir daemon-rpc --help.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ListCommand</name>
    <message>
        <source>list the daemons that run</source>
        <translation>lister les démons en fonction</translation>
    </message>
    <message>
        <source>also those that do not answer, and what ended ones left</source>
        <translation>aussi ceux qui ne répondent pas, et ce que les démons terminés ont laissé</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>un tableau d&apos;objets</translation>
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
        <translation>ÉTAT</translation>
    </message>
    <message>
        <source>UPTIME</source>
        <translation>DURÉE</translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation>REQUÊTES</translation>
    </message>
    <message>
        <source>CONNECTIONS</source>
        <translation>CONNEXIONS</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>VERSION</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) not answering; see daemon-rpc list --all</source>
        <translation>
            <numerusform>%n démon ne répond pas&#xa0;; voir daemon-rpc list --all</numerusform>
            <numerusform>%n démons ne répondent pas&#xa0;; voir daemon-rpc list --all</numerusform>
        </translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>aucun démon ne fonctionne</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::LogFiles</name>
    <message>
        <source>there is no log %1</source>
        <translation>il n&apos;y a pas de journal %1</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>impossible d&apos;ouvrir %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is no regular file and so no log</source>
        <translation>%1 n&apos;est pas un fichier ordinaire, donc pas un journal</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::LogsCommand</name>
    <message>
        <source>show the log of the daemon, or set how much it logs</source>
        <translation>afficher le journal du démon, ou régler ce qu&apos;il journalise</translation>
    </message>
    <message>
        <source>go on with what is added, until Ctrl+C</source>
        <translation>continuer avec ce qui s&apos;ajoute, jusqu&apos;à Ctrl+C</translation>
    </message>
    <message>
        <source>the last LINES lines only</source>
        <translation>seulement les LINES dernières lignes</translation>
    </message>
    <message>
        <source>from TIME on: 10m, 2h (ago), 08:00, &quot;2026-01-31 08:00&quot;</source>
        <translation>à partir de TIME&#xa0;: 10m, 2h (auparavant), 08:00, &quot;2026-01-31 08:00&quot;</translation>
    </message>
    <message>
        <source>of LEVEL or graver: debug, info, warning, error</source>
        <translation>de LEVEL ou plus grave&#xa0;: debug, info, warning, error</translation>
    </message>
    <message>
        <source>of one request only</source>
        <translation>d&apos;une seule requête</translation>
    </message>
    <message>
        <source>log from LEVEL on, until the next reload; shows nothing</source>
        <translation>journaliser à partir de LEVEL, jusqu&apos;au prochain rechargement&#xa0;; n&apos;affiche rien</translation>
    </message>
    <message>
        <source>with --set-level: of one category, &quot;server&quot; for example</source>
        <translation>avec --set-level&#xa0;: d&apos;une catégorie, «&#xa0;server&#xa0;» par exemple</translation>
    </message>
    <message>
        <source>Rotated files are shown, too, oldest first. What is not a line of the log&apos;s own belongs to the line before it.</source>
        <translation>Les fichiers archivés par rotation sont affichés aussi, du plus ancien au plus récent. Ce qui n&apos;est pas une ligne propre du journal appartient à la ligne précédente.</translation>
    </message>
    <message>
        <source>--category goes with --set-level</source>
        <translation>--category va avec --set-level</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of lines</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un nombre de lignes</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no request id; &quot;daemon-rpc requests --all&quot; shows them</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un identifiant de requête&#xa0;; «&#xa0;daemon-rpc requests --all&#xa0;» les affiche</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no level; there are debug, info, warning and error</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un niveau&#xa0;; il y a debug, info, warning et error</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; has no log, it was never started here (%2)</source>
        <translation>le démon «&#xa0;%1&#xa0;» n&apos;a pas de journal, il n&apos;a jamais été démarré ici (%2)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::MetricsCommand</name>
    <message>
        <source>show everything that a daemon measures</source>
        <translation>afficher tout ce qu&apos;un démon mesure</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>un tableau d&apos;objets</translation>
    </message>
    <message>
        <source>a table for people, histograms as count and mean</source>
        <translation>un tableau lisible, les histogrammes en nombre et moyenne</translation>
    </message>
    <message>
        <source>Without an option, the text format of Prometheus; docs/METRICS.md lists the metrics. HTTP clients get the same from the daemon&apos;s socket: curl --unix-socket SOCKET http://localhost/metrics</source>
        <translation>Sans option, le format texte de Prometheus&#xa0;; docs/METRICS.md énumère les métriques. Les clients HTTP obtiennent la même chose du socket du démon&#xa0;: curl --unix-socket SOCKET http://localhost/metrics</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::MetricsPrinter</name>
    <message>
        <source>%1, mean %2</source>
        <translation>%1, moyenne %2</translation>
    </message>
    <message>
        <source>METRIC</source>
        <translation>MÉTRIQUE</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>VALEUR</translation>
    </message>
    <message>
        <source>LABELS</source>
        <translation>ÉTIQUETTES</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfCheck</name>
    <message>
        <source>path_length</source>
        <translation>longueur du chemin</translation>
    </message>
    <message>
        <source>runtime_directory</source>
        <translation>répertoire d&apos;exécution</translation>
    </message>
    <message>
        <source>files</source>
        <translation>fichiers</translation>
    </message>
    <message>
        <source>file_system</source>
        <translation>système de fichiers</translation>
    </message>
    <message>
        <source>tmp_cleaner</source>
        <translation>nettoyage</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>bac à sable</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>limites</translation>
    </message>
    <message>
        <source>version</source>
        <translation>version</translation>
    </message>
    <message>
        <source>daemon</source>
        <translation>démon</translation>
    </message>
    <message>
        <source>stale_files</source>
        <translation>fichiers résiduels</translation>
    </message>
    <message>
        <source>zombies</source>
        <translation>zombies</translation>
    </message>
    <message>
        <source>event_loop</source>
        <translation>boucle d&apos;événements</translation>
    </message>
    <message>
        <source>worker_pool</source>
        <translation>exécutants</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>mémoire</translation>
    </message>
    <message>
        <source>descriptors</source>
        <translation>descripteurs</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>socket</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>disque</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfCheckStatus</name>
    <message>
        <source>ok</source>
        <translation>correct</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problème</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfCommandSummary</name>
    <message>
        <source>copies standard input to standard output</source>
        <translation>copie l&apos;entrée standard vers la sortie standard</translation>
    </message>
    <message>
        <source>prints its arguments</source>
        <translation>affiche ses arguments</translation>
    </message>
    <message>
        <source>runs PROGRAM with its arguments</source>
        <translation>exécute PROGRAM avec ses arguments</translation>
    </message>
    <message>
        <source>prints BYTES bytes</source>
        <translation>affiche BYTES octets</translation>
    </message>
    <message>
        <source>waits SECONDS</source>
        <translation>attend SECONDS</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfConnectionState</name>
    <message>
        <source>handshake</source>
        <translation>poignée de main</translation>
    </message>
    <message>
        <source>command</source>
        <translation>commande</translation>
    </message>
    <message>
        <source>rpc</source>
        <translation>RPC</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>fermeture</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermée</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfDaemonState</name>
    <message>
        <source>starting</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>occupé</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>dégradé</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>en fin de service</translation>
    </message>
    <message>
        <source>unresponsive</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>mort</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfErrorCode</name>
    <message>
        <source>internal</source>
        <translation>erreur interne</translation>
    </message>
    <message>
        <source>invalid_argument</source>
        <translation>argument invalide</translation>
    </message>
    <message>
        <source>invalid_address</source>
        <translation>adresse invalide</translation>
    </message>
    <message>
        <source>name_too_long</source>
        <translation>nom trop long</translation>
    </message>
    <message>
        <source>not_running</source>
        <translation>ne fonctionne pas</translation>
    </message>
    <message>
        <source>connection_refused</source>
        <translation>connexion refusée</translation>
    </message>
    <message>
        <source>permission_denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>peer_not_trusted</source>
        <translation>pair non fiable</translation>
    </message>
    <message>
        <source>connection_lost</source>
        <translation>connexion perdue</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>délai dépassé</translation>
    </message>
    <message>
        <source>protocol_violation</source>
        <translation>violation du protocole</translation>
    </message>
    <message>
        <source>message_too_large</source>
        <translation>message trop grand</translation>
    </message>
    <message>
        <source>daemon_replaced</source>
        <translation>démon remplacé</translation>
    </message>
    <message>
        <source>daemon_newer</source>
        <translation>démon plus récent</translation>
    </message>
    <message>
        <source>hand_over_limit</source>
        <translation>trop de passations</translation>
    </message>
    <message>
        <source>protocol_mismatch</source>
        <translation>protocole incompatible</translation>
    </message>
    <message>
        <source>unknown_command</source>
        <translation>commande inconnue</translation>
    </message>
    <message>
        <source>cannot_execute</source>
        <translation>non exécutable</translation>
    </message>
    <message>
        <source>program_not_found</source>
        <translation>programme introuvable</translation>
    </message>
    <message>
        <source>too_many_connections</source>
        <translation>trop de connexions</translation>
    </message>
    <message>
        <source>queue_full</source>
        <translation>file d&apos;attente pleine</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>en fin de service</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>spawn_failed</source>
        <translation>échec du démarrage</translation>
    </message>
    <message>
        <source>already_running</source>
        <translation>fonctionne déjà</translation>
    </message>
    <message>
        <source>unsafe_directory</source>
        <translation>répertoire non sûr</translation>
    </message>
    <message>
        <source>resource_exhausted</source>
        <translation>ressources épuisées</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>non pris en charge</translation>
    </message>
    <message>
        <source>io_error</source>
        <translation>erreur d&apos;entrée-sortie</translation>
    </message>
    <message>
        <source>unknown_request</source>
        <translation>requête inconnue</translation>
    </message>
    <message>
        <source>connection_reset</source>
        <translation>connexion réinitialisée</translation>
    </message>
    <message>
        <source>version_mismatch</source>
        <translation>version incompatible</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfHandlerKind</name>
    <message>
        <source>asynchronous</source>
        <translation>asynchrone</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>bloquant</translation>
    </message>
    <message>
        <source>process</source>
        <translation>processus</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfRequestState</name>
    <message>
        <source>queued</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>en annulation</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminée</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::NameOfRequester</name>
    <message>
        <source>its client</source>
        <translation>son client</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::ReloadCommand</name>
    <message>
        <source>have the daemon read its configuration again</source>
        <translation>faire relire sa configuration au démon</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
    <message>
        <source>An invalid configuration changes nothing; the error says what is wrong and where.</source>
        <translation>Une configuration invalide ne change rien&#xa0;; l&apos;erreur dit ce qui ne va pas et où.</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; read its configuration again; nothing has changed</source>
        <translation>le démon «&#xa0;%1&#xa0;» a relu sa configuration&#xa0;; rien n&apos;a changé</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; read its configuration again; now in force: %2</source>
        <translation>le démon «&#xa0;%1&#xa0;» a relu sa configuration&#xa0;; désormais en vigueur&#xa0;: %2</translation>
    </message>
    <message>
        <source>not before &quot;daemon-rpc restart&quot; of daemon &quot;%1&quot;: %2</source>
        <translation>pas avant «&#xa0;daemon-rpc restart&#xa0;» du démon «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RequestsCommand</name>
    <message>
        <source>list the requests that a daemon serves</source>
        <translation>lister les requêtes qu&apos;un démon sert</translation>
    </message>
    <message>
        <source>also the latest that have finished</source>
        <translation>aussi les dernières terminées</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>un tableau d&apos;objets</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; serves no request</source>
        <translation>le démon «&#xa0;%1&#xa0;» ne sert aucune requête</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RestartCommand</name>
    <message>
        <source>daemon &quot;%1&quot; does not say how its restart went; see &quot;daemon-rpc list&quot; and &quot;daemon-rpc logs&quot;</source>
        <translation>le démon «&#xa0;%1&#xa0;» ne dit pas comment son redémarrage s&apos;est passé&#xa0;; voir «&#xa0;daemon-rpc list&#xa0;» et «&#xa0;daemon-rpc logs&#xa0;»</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; does not hand over; use &quot;daemon-rpc stop --now&quot;, then &quot;daemon-rpc start&quot;</source>
        <translation>le démon «&#xa0;%1&#xa0;» ne passe pas la main&#xa0;; utilisez «&#xa0;daemon-rpc stop --now&#xa0;», puis «&#xa0;daemon-rpc start&#xa0;»</translation>
    </message>
    <message>
        <source>replace the daemon by a fresh one</source>
        <translation>remplacer le démon par un nouveau</translation>
    </message>
    <message>
        <source>The daemon starts a fresh copy of the program it was started from, and no call is lost or refused. The old daemon finishes its requests; new ones go to the fresh one at once. When the fresh one cannot start, the old one goes on.</source>
        <translation>Le démon lance une nouvelle copie du programme dont il est issu, et aucun appel n&apos;est perdu ni refusé. L&apos;ancien démon termine ses requêtes&#xa0;; les nouvelles vont aussitôt au nouveau. Si le nouveau ne peut pas démarrer, l&apos;ancien continue.</translation>
    </message>
    <message>
        <source>--no-spawn forbids to start the fresh daemon; leave that out</source>
        <translation>--no-spawn interdit de démarrer le nouveau démon&#xa0;; omettez-le</translation>
    </message>
    <message>
        <source>restarting daemon &quot;%1&quot;…</source>
        <translation>redémarrage du démon «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; was not running; started it (pid %2)</source>
        <translation>le démon «&#xa0;%1&#xa0;» ne fonctionnait pas&#xa0;; il a été démarré (PID %2)</translation>
    </message>
    <message numerus="yes">
        <source>restarted daemon &quot;%1&quot;: pid %2, formerly %3; the old one finishes %n request(s)</source>
        <translation>
            <numerusform>démon «&#xa0;%1&#xa0;» redémarré&#xa0;: PID %2, auparavant %3&#xa0;; l&apos;ancien termine %n requête</numerusform>
            <numerusform>démon «&#xa0;%1&#xa0;» redémarré&#xa0;: PID %2, auparavant %3&#xa0;; l&apos;ancien termine %n requêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>restarted daemon &quot;%1&quot;: pid %2, formerly %3</source>
        <translation>démon «&#xa0;%1&#xa0;» redémarré&#xa0;: PID %2, auparavant %3</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RetryOptions</name>
    <message>
        <source>it may run twice: repeat it too when the connection is lost</source>
        <translation>elle peut s&apos;exécuter deux fois&#xa0;: la répéter aussi si la connexion est perdue</translation>
    </message>
    <message>
        <source>try again N times while the daemon cannot take it (0)</source>
        <translation>réessayer N fois tant que le démon ne peut l&apos;accepter (0)</translation>
    </message>
    <message>
        <source>the first pause is drawn from 0 to this; it doubles (200)</source>
        <translation>la première pause est tirée entre 0 et cette valeur, qui double (200)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for --retries, give a number from 0 to %2</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une valeur pour --retries, indiquez un nombre de 0 à %2</translation>
    </message>
    <message>
        <source>the queue is full</source>
        <translation>la file d&apos;attente est pleine</translation>
    </message>
    <message>
        <source>the daemon has too many connections</source>
        <translation>le démon a trop de connexions</translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>aucun démon ne fonctionne</translation>
    </message>
    <message>
        <source>the daemon is about to end</source>
        <translation>le démon est sur le point de s&apos;arrêter</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>la connexion a été perdue</translation>
    </message>
    <message>
        <source>%1; trying again in %2 (%3 of %4)</source>
        <translation>%1&#xa0;; nouvel essai dans %2 (%3 sur %4)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RpcCommand</name>
    <message>
        <source>call a JSON-RPC method of the daemon</source>
        <translation>appeler une méthode JSON-RPC du démon</translation>
    </message>
    <message>
        <source>PARAMS_JSON is an object or an array. Prints the result as JSON. The method list_methods tells which there are.</source>
        <translation>PARAMS_JSON est un objet ou un tableau. Affiche le résultat en JSON. La méthode list_methods dit lesquelles existent.</translation>
    </message>
    <message>
        <source>PARAMS_JSON is no JSON object or array: %1 at byte %2</source>
        <translation>PARAMS_JSON n&apos;est pas un objet ou un tableau JSON&#xa0;: %1 à l&apos;octet %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::RunCommand</name>
    <message>
        <source>run a command through the daemon</source>
        <translation>exécuter une commande par le démon</translation>
    </message>
    <message>
        <source>give the command standard input, even from a terminal</source>
        <translation>donner l&apos;entrée standard à la commande, même depuis un terminal</translation>
    </message>
    <message>
        <source>give the command no standard input</source>
        <translation>ne pas donner d&apos;entrée standard à la commande</translation>
    </message>
    <message>
        <source>--input and --no-input exclude each other, give one of them</source>
        <translation>--input et --no-input s&apos;excluent, indiquez l&apos;un des deux</translation>
    </message>
    <message>
        <source>Everything from COMMAND on belongs to the command. Standard input is read when the command asks for it, unless it is a terminal. A command is tried again only while it cannot have begun, unless it is --idempotent (5 attempts then), and never once it gave output or took input.
The exit code is the command&apos;s own, or 128+n when signal n ended it; 125: daemon-rpc failed, 126: cannot be executed, 127: not found, 130: cancelled.</source>
        <translation>Tout ce qui suit COMMAND appartient à la commande. L&apos;entrée standard est lue quand la commande la demande, sauf si c&apos;est un terminal. Une commande n&apos;est réessayée que tant qu&apos;elle ne peut avoir commencé, sauf si elle est --idempotent (5 essais alors), et jamais une fois qu&apos;elle a produit une sortie ou lu une entrée.
Le code de sortie est celui de la commande, ou 128+n si le signal n l&apos;a terminée&#xa0;; 125&#xa0;: échec de daemon-rpc, 126&#xa0;: non exécutable, 127&#xa0;: introuvable, 130&#xa0;: annulée.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::SinceTime</name>
    <message>
        <source>&quot;%1&quot; is no time; use 10m, 2h or 1d for how long ago, or a time such as 08:00 or &quot;2026-01-31 08:00&quot;</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un temps&#xa0;; utilisez 10m, 2h ou 1d pour dire il y a combien de temps, ou une heure comme 08:00 ou &quot;2026-01-31 08:00&quot;</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::SnapshotPrinter</name>
    <message>
        <source>draining (%1 left)</source>
        <translation>en fin de service (reste %1)</translation>
    </message>
    <message>
        <source>%1, user %2</source>
        <translation>%1, utilisateur %2</translation>
    </message>
    <message>
        <source>%1, build %2 of %3</source>
        <translation>%1, build %2 du %3</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, depuis %2</translation>
    </message>
    <message>
        <source>%1 running (%2 queued), %3 finished</source>
        <translation>%1 en cours (%2 en attente), %3 terminées</translation>
    </message>
    <message>
        <source>%1 open, %2 accepted</source>
        <translation>%1 ouvertes, %2 acceptées</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>signal %1</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>sortie %1</translation>
    </message>
    <message>
        <source>%1 (place %2)</source>
        <translation>%1 (place %2)</translation>
    </message>
    <message>
        <source>cancelling (%1)</source>
        <translation>en annulation (%1)</translation>
    </message>
    <message>
        <source>%1, forced by %2</source>
        <extracomment>How a request ended, for example &quot;exit 130&quot;, and who asked it to stop.</extracomment>
        <translation>%1, forcée par %2</translation>
    </message>
    <message>
        <source>%1, cancelled by %2</source>
        <translation>%1, annulée par %2</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ÉTAT</translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation>DÉBUT</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>DURÉE</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>SORTIE</translation>
    </message>
    <message>
        <source>CLIENT</source>
        <translation>CLIENT</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMANDE</translation>
    </message>
    <message>
        <source>REQUEST</source>
        <translation>REQUÊTE</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>DEPUIS</translation>
    </message>
    <message>
        <source>RECEIVED</source>
        <translation>REÇU</translation>
    </message>
    <message>
        <source>SENT</source>
        <translation>ENVOYÉ</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>EN ATTENTE</translation>
    </message>
    <message>
        <source>DAEMON</source>
        <translation>DÉMON</translation>
    </message>
    <message>
        <source>Daemon:</source>
        <translation>Démon&#xa0;:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>État&#xa0;:</translation>
    </message>
    <message>
        <source>Process:</source>
        <translation>Processus&#xa0;:</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version&#xa0;:</translation>
    </message>
    <message>
        <source>Running for:</source>
        <translation>En fonction&#xa0;:</translation>
    </message>
    <message>
        <source>Requests:</source>
        <translation>Requêtes&#xa0;:</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>Connexions&#xa0;:</translation>
    </message>
    <message>
        <source>Socket:</source>
        <translation>Socket&#xa0;:</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>Journal&#xa0;:</translation>
    </message>
    <message>
        <source>Lost workers:</source>
        <translation>Exécutants perdus&#xa0;:</translation>
    </message>
    <message>
        <source>Recent hand-overs:</source>
        <translation>Passations récentes&#xa0;:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StartCommand</name>
    <message>
        <source>start the daemon, if it does not run</source>
        <translation>démarrer le démon, s&apos;il ne fonctionne pas</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; is already running (pid %2)</source>
        <translation>le démon «&#xa0;%1&#xa0;» fonctionne déjà (PID %2)</translation>
    </message>
    <message>
        <source>started daemon &quot;%1&quot; (pid %2)</source>
        <translation>démon «&#xa0;%1&#xa0;» démarré (PID %2)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StartingCommand</name>
    <message>
        <source>daemon &quot;%1&quot; was started but does not answer; see &quot;daemon-rpc logs&quot;</source>
        <translation>le démon «&#xa0;%1&#xa0;» a été démarré mais ne répond pas&#xa0;; voir «&#xa0;daemon-rpc logs&#xa0;»</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; is not running, and --no-spawn forbids to start it; leave that out</source>
        <translation>le démon «&#xa0;%1&#xa0;» ne fonctionne pas, et --no-spawn interdit de le démarrer&#xa0;; omettez-le</translation>
    </message>
    <message>
        <source>starting daemon &quot;%1&quot;…</source>
        <translation>démarrage du démon «&#xa0;%1&#xa0;»…</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StatusCommand</name>
    <message>
        <source>show how a daemon is doing</source>
        <translation>montrer comment va un démon</translation>
    </message>
    <message>
        <source>every daemon that runs</source>
        <translation>tous les démons en fonction</translation>
    </message>
    <message>
        <source>an object, with --all an array of objects</source>
        <translation>un objet, avec --all un tableau d&apos;objets</translation>
    </message>
    <message>
        <source>no daemon is running</source>
        <translation>aucun démon ne fonctionne</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::StopCommand</name>
    <message>
        <source>stop the daemon</source>
        <translation>arrêter le démon</translation>
    </message>
    <message>
        <source>cancel what runs without waiting for it</source>
        <translation>annuler ce qui est en cours sans l&apos;attendre</translation>
    </message>
    <message>
        <source>Waits until the daemon is gone. It lets running requests go on for a while (10 s unless configured otherwise), then cancels them. Leaving with Ctrl+C does not change that. That no daemon runs is no error.</source>
        <translation>Attend que le démon ait disparu. Celui-ci laisse continuer un moment les requêtes en cours (10 s sauf autre configuration), puis les annule. Quitter avec Ctrl+C n&apos;y change rien. L&apos;absence de démon n&apos;est pas une erreur.</translation>
    </message>
    <message numerus="yes">
        <source>waiting for %n request(s)…</source>
        <translation>
            <numerusform>attente de %n requête…</numerusform>
            <numerusform>attente de %n requêtes…</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting for the daemon to exit…</source>
        <translation>attente de l&apos;arrêt du démon…</translation>
    </message>
    <message>
        <source>stopped daemon &quot;%1&quot; (pid %2)</source>
        <translation>démon «&#xa0;%1&#xa0;» arrêté (PID %2)</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::SystemChecks</name>
    <message>
        <source>%1; %2</source>
        <translation>%1&#xa0;; %2</translation>
    </message>
    <message>
        <source>programs with set-user-ID gain nothing (no_new_privs)</source>
        <translation>les programmes set-user-ID ne gagnent rien (no_new_privs)</translation>
    </message>
    <message>
        <source>a seccomp filter is in force</source>
        <translation>un filtre seccomp est en vigueur</translation>
    </message>
    <message>
        <source>Unix sockets</source>
        <translation>les sockets Unix</translation>
    </message>
    <message>
        <source>open-file-description locks</source>
        <translation>les verrous de description de fichier ouvert</translation>
    </message>
    <message>
        <source>the system denies %1: %2</source>
        <translation>le système refuse %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>allow it in the sandbox&apos;s profile (seccomp, AppArmor, container), or run daemons outside of it</source>
        <translation>autorisez-le dans le profil du bac à sable (seccomp, AppArmor, conteneur), ou exécutez les démons en dehors</translation>
    </message>
    <message>
        <source>daemons do without, less well</source>
        <translation>les démons s&apos;en passent, moins bien</translation>
    </message>
    <message>
        <source>/proc is not there: processes cannot be told apart</source>
        <translation>/proc est absent&#xa0;: les processus ne peuvent être distingués</translation>
    </message>
    <message>
        <source>mount it: mount -t proc proc /proc</source>
        <translation>montez-le&#xa0;: mount -t proc proc /proc</translation>
    </message>
    <message>
        <source>nothing that daemons need is denied</source>
        <translation>rien de ce dont les démons ont besoin n&apos;est refusé</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>illimité</translation>
    </message>
    <message>
        <source>ulimit -n %1, or limits.open_files in the configuration</source>
        <translation>ulimit -n %1, ou limits.open_files dans la configuration</translation>
    </message>
    <message>
        <source>have root raise the hard limit: limits.conf(5), or LimitNOFILE= of the unit</source>
        <translation>faites relever la limite stricte par root&#xa0;: limits.conf(5), ou LimitNOFILE= de l&apos;unité</translation>
    </message>
    <message>
        <source>%1 open files (hard limit %2) are too few for a daemon</source>
        <translation>%1 fichiers ouverts (limite stricte %2) sont trop peu pour un démon</translation>
    </message>
    <message>
        <source>%1 open files (hard limit %2) are enough for few clients only</source>
        <translation>%1 fichiers ouverts (limite stricte %2) ne suffisent que pour peu de clients</translation>
    </message>
    <message>
        <source>%1 open files (hard limit %2)</source>
        <translation>%1 fichiers ouverts (limite stricte %2)</translation>
    </message>
    <message>
        <source>%1 of %2 processes of this user</source>
        <translation>%1 processus sur %2 de cet utilisateur</translation>
    </message>
    <message>
        <source>end some: ps -u $(id -u); or raise the limit: ulimit -u, limits.conf(5)</source>
        <translation>terminez-en&#xa0;: ps -u $(id -u); ou relevez la limite&#xa0;: ulimit -u, limits.conf(5)</translation>
    </message>
    <message>
        <source>%1 of %2 processes of this user: no more can be started</source>
        <translation>%1 processus sur %2 de cet utilisateur&#xa0;: aucun autre ne peut être démarré</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) has used %3 of %4 open files</source>
        <translation>le démon «&#xa0;%1&#xa0;» (PID %2) utilise %3 fichiers ouverts sur %4</translation>
    </message>
    <message>
        <source>raise limits.open_files in the configuration, or LimitNOFILE= of the unit</source>
        <translation>relevez limits.open_files dans la configuration, ou LimitNOFILE= de l&apos;unité</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::TextCommand</name>
    <message>
        <source>the command on standard input is longer than %1; to give a command large data use &quot;daemon-rpc run COMMAND&quot;</source>
        <translation>la commande sur l&apos;entrée standard dépasse %1&#xa0;; pour donner des données volumineuses à une commande, utilisez «&#xa0;daemon-rpc run COMMAND&#xa0;»</translation>
    </message>
    <message>
        <source>cannot read standard input: %1</source>
        <translation>impossible de lire l&apos;entrée standard&#xa0;: %1</translation>
    </message>
    <message>
        <source>standard input has no command; use &quot;daemon-rpc run COMMAND&quot;, or see &quot;daemon-rpc --help&quot;</source>
        <translation>l&apos;entrée standard ne contient pas de commande&#xa0;; utilisez «&#xa0;daemon-rpc run COMMAND&#xa0;», ou voir «&#xa0;daemon-rpc --help&#xa0;»</translation>
    </message>
    <message>
        <source>the command on standard input has a NUL byte, which no argument can have</source>
        <translation>la commande sur l&apos;entrée standard contient un octet NUL, qu&apos;aucun argument ne peut avoir</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::TmpCleaner</name>
    <message>
        <source>systemd-tmpfiles removes what is in %1 and was not used for %2 (%3): the files of a quiet daemon in %4, too; it puts them back</source>
        <translation>systemd-tmpfiles supprime ce qui est dans %1 et n&apos;a pas servi depuis %2 (%3)&#xa0;: aussi les fichiers d&apos;un démon au repos dans %4&#xa0;; il les remet</translation>
    </message>
    <message>
        <source>as root: echo &apos;x %1&apos; &gt; /etc/tmpfiles.d/daemon-rpc.conf; or use a session that has /run/user/%2</source>
        <translation>en tant que root&#xa0;: echo &apos;x %1&apos; &gt; /etc/tmpfiles.d/daemon-rpc.conf; ou utilisez une session qui a /run/user/%2</translation>
    </message>
    <message>
        <source>%1 removes old files in %2</source>
        <translation>%1 supprime les anciens fichiers de %2</translation>
    </message>
    <message>
        <source>exclude %1 in its configuration, or choose another directory with --runtime-dir</source>
        <translation>excluez %1 dans sa configuration, ou choisissez un autre répertoire avec --runtime-dir</translation>
    </message>
    <message>
        <source>nothing cleans up %1</source>
        <translation>rien ne nettoie %1</translation>
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
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 o</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 Kio</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 Mio</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 Gio</translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation>%1 Tio</translation>
    </message>
    <message>
        <source>%1 PiB</source>
        <translation>%1 Pio</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::UnresponsiveDaemon</name>
    <message>
        <source>the daemon at %1 takes connections but does not answer within %2; its log, on its machine, may say why</source>
        <translation>le démon à %1 accepte les connexions mais ne répond pas en %2&#xa0;; son journal, sur sa machine, peut dire pourquoi</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; (pid %2) takes connections but does not answer within %3; if it hangs, end it with &quot;kill -KILL %2&quot;</source>
        <translation>le démon «&#xa0;%1&#xa0;» (PID %2) accepte les connexions mais ne répond pas en %3&#xa0;; s&apos;il est bloqué, terminez-le avec «&#xa0;kill -KILL %2&#xa0;»</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; takes connections but does not answer within %2; see &quot;daemon-rpc list --all&quot; and its log</source>
        <translation>le démon «&#xa0;%1&#xa0;» accepte les connexions mais ne répond pas en %2&#xa0;; voir «&#xa0;daemon-rpc list --all&#xa0;» et son journal</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::WatchCommand</name>
    <message>
        <source>show live what a daemon does</source>
        <translation>montrer en direct ce que fait un démon</translation>
    </message>
    <message>
        <source>look at most once in MS milliseconds; 500 by default</source>
        <translation>regarder au plus une fois toutes les MS millisecondes&#xa0;; 500 par défaut</translation>
    </message>
    <message>
        <source>show how it is now, and end</source>
        <translation>montrer l&apos;état présent, et terminer</translation>
    </message>
    <message>
        <source>one JSON object per event and line, the snapshot first</source>
        <translation>un objet JSON par événement et par ligne, l&apos;instantané d&apos;abord</translation>
    </message>
    <message>
        <source>--interval takes milliseconds from %1 to %2, not &quot;%3&quot;</source>
        <translation>--interval prend des millisecondes de %1 à %2, pas «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>daemon &quot;%1&quot; has gone, waiting for the next one</source>
        <translation>le démon «&#xa0;%1&#xa0;» a disparu, attente du suivant</translation>
    </message>
    <message>
        <source>select a request first, with up and down</source>
        <translation>choisissez d&apos;abord une requête, avec haut et bas</translation>
    </message>
    <message>
        <source>cancel request %1 (%2)? y or n</source>
        <translation>annuler la requête %1 (%2)&#xa0;? y (oui) ou n (non)</translation>
    </message>
    <message>
        <source>cancelling request %1</source>
        <translation>annulation de la requête %1</translation>
    </message>
    <message>
        <source>request %1 is asked to stop</source>
        <translation>la requête %1 est priée de s&apos;arrêter</translation>
    </message>
    <message>
        <source>Keys: q quit, up/down or k/j select, c cancel the selected request, p pause, ? help.
Where standard output is no terminal, events are printed as with --json.</source>
        <translation>Touches&#xa0;: q quitter, haut/bas ou k/j choisir, c annuler la requête choisie, p pause,&#xa0;? aide.
Si la sortie standard n&apos;est pas un terminal, les événements sont affichés comme avec --json.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Cli::WatchView</name>
    <message>
        <source>%1, forced</source>
        <translation>%1, forcée</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, reste %2</translation>
    </message>
    <message>
        <source>%1, place %2</source>
        <translation>%1, place %2</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>actif %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 requêtes/s</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n requête</numerusform>
            <numerusform>%n requêtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connexion</numerusform>
            <numerusform>%n connexions</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running, %2 queued</source>
        <translation>%1 en cours, %2 en attente</translation>
    </message>
    <message>
        <source>workers %1 of %2 busy</source>
        <translation>exécutants %1 sur %2 occupés</translation>
    </message>
    <message>
        <source>%1 quarantined</source>
        <translation>%1 en quarantaine</translation>
    </message>
    <message>
        <source>%1 cancelled, %2 of them forced</source>
        <translation>%1 annulées, dont %2 forcées</translation>
    </message>
    <message>
        <source>health %1</source>
        <translation>santé&#xa0;: %1</translation>
    </message>
    <message>
        <source>paused, p goes on</source>
        <translation>en pause, p continue</translation>
    </message>
    <message>
        <source>%1 not seen, too many at once</source>
        <translation>%1 non vues, trop à la fois</translation>
    </message>
    <message>
        <source>q quit  up/down select  c cancel  p pause  ? help</source>
        <translation>q quitter  haut/bas choisir  c annuler  p pause  ? aide</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>quitter</translation>
    </message>
    <message>
        <source>up, k</source>
        <translation>haut, k</translation>
    </message>
    <message>
        <source>select the request above; page up: ten above; home: the first</source>
        <translation>choisir la requête au-dessus&#xa0;; page haut&#xa0;: dix au-dessus&#xa0;; début&#xa0;: la première</translation>
    </message>
    <message>
        <source>down, j</source>
        <translation>bas, j</translation>
    </message>
    <message>
        <source>select the request below; page down: ten below; end: the last</source>
        <translation>choisir la requête en dessous&#xa0;; page bas&#xa0;: dix en dessous&#xa0;; fin&#xa0;: la dernière</translation>
    </message>
    <message>
        <source>cancel the selected request, after a question</source>
        <translation>annuler la requête choisie, après une question</translation>
    </message>
    <message>
        <source>stop showing what changes, and go on</source>
        <translation>ne plus montrer ce qui change, et reprendre</translation>
    </message>
    <message>
        <source>show this, and the requests again</source>
        <translation>montrer ceci, et de nouveau les requêtes</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>FIN</translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation>DURÉE</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>SORTIE</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMANDE</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ÉTAT</translation>
    </message>
    <message>
        <source>AGE</source>
        <translation>ÂGE</translation>
    </message>
    <message>
        <source>CLIENT</source>
        <translation>CLIENT</translation>
    </message>
    <message>
        <source>  %1 more</source>
        <translation>  %1 de plus</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::ClientSession</name>
    <message>
        <source>the daemon sent a message that this kind of connection does not take</source>
        <translation>le démon a envoyé un message que ce genre de connexion n&apos;accepte pas</translation>
    </message>
    <message>
        <source>the daemon sent a message that only clients send</source>
        <translation>le démon a envoyé un message que seuls les clients envoient</translation>
    </message>
    <message>
        <source>the daemon sent VersionCheck twice</source>
        <translation>le démon a envoyé VersionCheck deux fois</translation>
    </message>
    <message>
        <source>the daemon speaks protocol versions %1 to %2, this client %3; update the older one</source>
        <translation>le démon parle les versions %1 à %2 du protocole, ce client %3&#xa0;; mettez à jour le plus ancien</translation>
    </message>
    <message>
        <source>the daemon expects TLS at this address; use tls:// instead of tcp://</source>
        <translation>le démon attend TLS à cette adresse&#xa0;; utilisez tls:// au lieu de tcp://</translation>
    </message>
    <message>
        <source>whoever answers at this address is no daemon of daemon-rpc; check the address</source>
        <translation>ce qui répond à cette adresse n&apos;est pas un démon de daemon-rpc&#xa0;; vérifiez l&apos;adresse</translation>
    </message>
    <message>
        <source>the daemon closed the connection before it answered: it may be at a limit, be refusing this machine, or expect TLS; its log says which</source>
        <translation>le démon a fermé la connexion avant de répondre&#xa0;: il est peut-être à une limite, refuse cette machine ou attend TLS&#xa0;; son journal le dit</translation>
    </message>
    <message>
        <source>the daemon closed the connection before it answered</source>
        <translation>le démon a fermé la connexion avant de répondre</translation>
    </message>
    <message>
        <source>the daemon closed the connection</source>
        <translation>le démon a fermé la connexion</translation>
    </message>
    <message>
        <source>the daemon died or the connection broke before the command ended</source>
        <translation>le démon est mort ou la connexion s&apos;est rompue avant la fin de la commande</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Connector</name>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>refusing to talk to %1: it is served by user %2, not %3; remove it, or name that user with --owner if you mean it</source>
        <translation>refus de parler à %1&#xa0;: il est servi par l&apos;utilisateur %2, et non %3&#xa0;; supprimez-le, ou indiquez cet utilisateur avec --owner si c&apos;est voulu</translation>
    </message>
    <message>
        <source>a daemon was started but could not be reached within %1 ms at %2; see its log %3</source>
        <translation>un démon a été démarré mais n&apos;a pu être joint en %1 ms à %2&#xa0;; voir son journal %3</translation>
    </message>
    <message>
        <source>no daemon &quot;%1&quot; is running; start one with &quot;daemon-rpc start&quot; or leave out --no-spawn</source>
        <translation>aucun démon «&#xa0;%1&#xa0;» ne fonctionne&#xa0;; démarrez-en un avec «&#xa0;daemon-rpc start&#xa0;» ou omettez --no-spawn</translation>
    </message>
    <message>
        <source>no daemon &quot;%1&quot; is running; only its own user can start one</source>
        <translation>aucun démon «&#xa0;%1&#xa0;» ne fonctionne&#xa0;; seul son propre utilisateur peut en démarrer un</translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation>connexion à %1</translation>
    </message>
    <message>
        <source>connecting to daemon &quot;%1&quot;</source>
        <translation>connexion au démon «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::LocalDialer</name>
    <message>
        <source>cannot connect to %1: it names no path; use local:/path</source>
        <translation>impossible de se connecter à %1&#xa0;: aucun chemin indiqué&#xa0;; utilisez local:/path</translation>
    </message>
    <message>
        <source>the socket path %1 has %2 bytes, the limit is %3; choose a shorter directory with --runtime-dir</source>
        <translation>le chemin de socket %1 a %2 octets, la limite est %3&#xa0;; choisissez un répertoire plus court avec --runtime-dir</translation>
    </message>
    <message>
        <source>the daemon at %1 does not accept connections; its queue is full</source>
        <translation>le démon à %1 n&apos;accepte pas de connexions&#xa0;; sa file d&apos;attente est pleine</translation>
    </message>
    <message>
        <source>cannot connect to %1: %2</source>
        <translation>impossible de se connecter à %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::ReconnectingRpcClient</name>
    <message>
        <source>&quot;%1&quot; was not answered within its deadline of %2 ms</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas reçu de réponse dans son délai de %2 ms</translation>
    </message>
    <message>
        <source>the connection was lost before the answer came; the call may have been carried out</source>
        <translation>la connexion a été perdue avant la réponse&#xa0;; l&apos;appel a peut-être été exécuté</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Reply</name>
    <message>
        <source>cancelled before the command was begun</source>
        <translation>annulé avant que la commande ne commence</translation>
    </message>
    <message>
        <source>no daemon has taken the command within its deadline of %1 ms; allow more time</source>
        <translation>aucun démon n&apos;a accepté la commande dans son délai de %1 ms&#xa0;; accordez plus de temps</translation>
    </message>
    <message>
        <source>giving up after %1 attempts within %2 ms</source>
        <translation>abandon après %1 essais en %2 ms</translation>
    </message>
    <message>
        <source>cancelled before the command was sent again</source>
        <translation>annulé avant que la commande ne soit renvoyée</translation>
    </message>
    <message>
        <source>cancelled before the command was sent</source>
        <translation>annulé avant que la commande ne soit envoyée</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::RuntimeDirectory</name>
    <message>
        <source>the runtime directory contains a NUL character; give a plain path</source>
        <translation>le répertoire d&apos;exécution contient un caractère NUL&#xa0;; indiquez un chemin ordinaire</translation>
    </message>
    <message>
        <source>the runtime directory %1 is for user %2; start the daemon as that user</source>
        <translation>le répertoire d&apos;exécution %1 est pour l&apos;utilisateur %2&#xa0;; démarrez le démon sous cet utilisateur</translation>
    </message>
    <message>
        <source>cannot create the runtime directory %1: its parent is not a directory; create it first or choose another with --runtime-dir</source>
        <translation>impossible de créer le répertoire d&apos;exécution %1&#xa0;: son parent n&apos;est pas un répertoire&#xa0;; créez-le d&apos;abord ou choisissez-en un autre avec --runtime-dir</translation>
    </message>
    <message>
        <source>no daemon is running: the runtime directory %1 does not exist</source>
        <translation>aucun démon ne fonctionne&#xa0;: le répertoire d&apos;exécution %1 n&apos;existe pas</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is a symbolic link; give the directory it leads to</source>
        <translation>refus d&apos;utiliser le répertoire d&apos;exécution %1&#xa0;: c&apos;est un lien symbolique&#xa0;; indiquez le répertoire où il mène</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is not a directory; remove it</source>
        <translation>refus d&apos;utiliser le répertoire d&apos;exécution %1&#xa0;: ce n&apos;est pas un répertoire&#xa0;; supprimez-le</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it belongs to user %2, not to user %3; remove it or choose another with --runtime-dir</source>
        <translation>refus d&apos;utiliser le répertoire d&apos;exécution %1&#xa0;: il appartient à l&apos;utilisateur %2, et non à l&apos;utilisateur %3&#xa0;; supprimez-le ou choisissez-en un autre avec --runtime-dir</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is open to other users (mode %2); run chmod 700 on it</source>
        <translation>refus d&apos;utiliser le répertoire d&apos;exécution %1&#xa0;: il est accessible à d&apos;autres utilisateurs (mode %2)&#xa0;; appliquez-lui chmod 700</translation>
    </message>
    <message>
        <source>the socket path %1 has %2 bytes and the system allows %3; choose a shorter directory with --runtime-dir</source>
        <translation>le chemin de socket %1 a %2 octets et le système en permet %3&#xa0;; choisissez un répertoire plus court avec --runtime-dir</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Spawner</name>
    <message>
        <source>cannot start the daemon %1: %2</source>
        <translation>impossible de démarrer le démon %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>the daemon could not start: it gave no reason</source>
        <translation>le démon n&apos;a pas pu démarrer&#xa0;: il n&apos;a pas donné de raison</translation>
    </message>
    <message>
        <source>the daemon could not start: %1</source>
        <translation>le démon n&apos;a pas pu démarrer&#xa0;: %1</translation>
    </message>
    <message>
        <source>the daemon did not become ready within %1 ms</source>
        <translation>le démon n&apos;a pas été prêt en %1 ms</translation>
    </message>
    <message>
        <source>the daemon did not become ready within %1 ms; allow more with --spawn-timeout</source>
        <translation>le démon n&apos;a pas été prêt en %1 ms&#xa0;; accordez-en plus avec --spawn-timeout</translation>
    </message>
    <message>
        <source>%1 (it has been killed)</source>
        <translation>%1 (il a été tué)</translation>
    </message>
    <message>
        <source>%1 (it is still running)</source>
        <translation>%1 (il fonctionne encore)</translation>
    </message>
    <message>
        <source>%1 (killed by signal %2)</source>
        <translation>%1 (tué par le signal %2)</translation>
    </message>
    <message>
        <source>%1 (exit code %2)</source>
        <translation>%1 (code de sortie %2)</translation>
    </message>
    <message>
        <source>%1; it wrote nothing to its log %2</source>
        <translation>%1&#xa0;; il n&apos;a rien écrit dans son journal %2</translation>
    </message>
    <message>
        <source>%1; its log %2 ends:</source>
        <translation>%1&#xa0;; son journal %2 se termine ainsi&#xa0;:</translation>
    </message>
    <message>
        <source>cannot start the daemon: no program &quot;%1&quot; in PATH; give its path</source>
        <translation>impossible de démarrer le démon&#xa0;: pas de programme «&#xa0;%1&#xa0;» dans PATH&#xa0;; indiquez son chemin</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::TcpDialer</name>
    <message>
        <source>%1 did not finish the TLS handshake in time; it may not speak TLS (then use tcp://)</source>
        <translation>%1 n&apos;a pas terminé la négociation TLS à temps&#xa0;; il ne parle peut-être pas TLS (alors utilisez tcp://)</translation>
    </message>
    <message>
        <source>%1 did not answer in time; check the address, and whether a firewall is in between</source>
        <translation>%1 n&apos;a pas répondu à temps&#xa0;; vérifiez l&apos;adresse, et si un pare-feu s&apos;interpose</translation>
    </message>
    <message>
        <source>cannot connect to %1: use tcp://host:port or tls://host:port</source>
        <translation>impossible de se connecter à %1&#xa0;: utilisez tcp://host:port ou tls://host:port</translation>
    </message>
    <message>
        <source>cannot connect to %1: %2</source>
        <translation>impossible de se connecter à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>nothing listens at %1; start the daemon there, or correct the address</source>
        <translation>rien n&apos;écoute à %1&#xa0;; démarrez-y le démon, ou corrigez l&apos;adresse</translation>
    </message>
    <message>
        <source>cannot connect to %1: there is no host of that name</source>
        <translation>impossible de se connecter à %1&#xa0;: il n&apos;y a pas d&apos;hôte de ce nom</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::TokenFile</name>
    <message>
        <source>cannot open the token file %1: %2</source>
        <translation>impossible d&apos;ouvrir le fichier de jeton %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>cannot examine the token file %1: %2</source>
        <translation>impossible d&apos;examiner le fichier de jeton %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>cannot create the token file %1: %2</source>
        <translation>impossible de créer le fichier de jeton %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is a symbolic link; name the file itself</source>
        <translation>refus d&apos;utiliser le fichier de jeton %1&#xa0;: c&apos;est un lien symbolique&#xa0;; indiquez le fichier lui-même</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is no regular file</source>
        <translation>refus d&apos;utiliser le fichier de jeton %1&#xa0;: ce n&apos;est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it belongs to user %2; make a copy of your own</source>
        <translation>refus d&apos;utiliser le fichier de jeton %1&#xa0;: il appartient à l&apos;utilisateur %2&#xa0;; faites-en une copie à vous</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is open to others; run chmod 600 on it, and make a new token if others may have seen it</source>
        <translation>refus d&apos;utiliser le fichier de jeton %1&#xa0;: il est accessible à d&apos;autres&#xa0;; appliquez-lui chmod 600, et faites un nouveau jeton si d&apos;autres ont pu le voir</translation>
    </message>
    <message>
        <source>%1 holds no token: that is one line of %2 to %3 letters, digits and signs; make one with daemon-rpcd --make-token</source>
        <translation>%1 ne contient pas de jeton&#xa0;: c&apos;est une ligne de %2 à %3 lettres, chiffres et signes&#xa0;; faites-en un avec daemon-rpcd --make-token</translation>
    </message>
    <message>
        <source>%1 exists already; remove it first if its token is to be replaced</source>
        <translation>%1 existe déjà&#xa0;; supprimez-le d&apos;abord si son jeton doit être remplacé</translation>
    </message>
</context>
</TS>
