<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Start a Daemon…</source>
        <translation>&amp;Démarrer un démon…</translation>
    </message>
    <message>
        <source>Start a daemon of this user.</source>
        <translation>Démarrer un démon de cet utilisateur.</translation>
    </message>
    <message>
        <source>&amp;Open a Recording…</source>
        <translation>&amp;Ouvrir un enregistrement…</translation>
    </message>
    <message>
        <source>Play what was recorded earlier, here or elsewhere.</source>
        <translation>Rejouer ce qui a été enregistré plus tôt, ici ou ailleurs.</translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation>&amp;Enregistrer l&apos;activité…</translation>
    </message>
    <message>
        <source>Record all that the daemons tell in a file, until it is ended.</source>
        <translation>Enregistrer dans un fichier tout ce que disent les démons, jusqu&apos;à ce qu&apos;on y mette fin.</translation>
    </message>
    <message>
        <source>&amp;Export the Chart…</source>
        <translation>E&amp;xporter le graphique…</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as a table of its values.</source>
        <translation>Enregistrer le graphique comme image ou comme tableau de ses valeurs.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Close the monitor; the daemons go on.</source>
        <translation>Fermer le moniteur&#x202f;; les démons continuent.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy the selected rows as a table, with tabs between columns.</source>
        <translation>Copier les lignes sélectionnées comme tableau, avec des tabulations entre les colonnes.</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Copier en &amp;JSON</translation>
    </message>
    <message>
        <source>Copy the selected rows with their exact values as JSON.</source>
        <translation>Copier les lignes sélectionnées en JSON, avec leurs valeurs exactes.</translation>
    </message>
    <message>
        <source>Copy Command &amp;Line</source>
        <translation>Copier la &amp;ligne de commande</translation>
    </message>
    <message>
        <source>Copy the selected request as a command line of daemon-rpc.</source>
        <translation>Copier la requête sélectionnée comme ligne de commande de daemon-rpc.</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Select all rows that are shown.</source>
        <translation>Sélectionner toutes les lignes affichées.</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtrer</translation>
    </message>
    <message>
        <source>Choose by text which rows are shown.</source>
        <translation>Choisir par un texte les lignes affichées.</translation>
    </message>
    <message>
        <source>Clea&amp;r the Filter</source>
        <translation>&amp;Effacer le filtre</translation>
    </message>
    <message>
        <source>Show all rows again.</source>
        <translation>Afficher de nouveau toutes les lignes.</translation>
    </message>
    <message>
        <source>&amp;Pause Updates</source>
        <translation>Suspendre les &amp;mises à jour</translation>
    </message>
    <message>
        <source>Hold what is shown, to read it at leisure; the daemons go on.</source>
        <translation>Figer l&apos;affichage, pour le lire à loisir&#x202f;; les démons continuent.</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Act&amp;ualiser</translation>
    </message>
    <message>
        <source>Bring what is shown up to date now, also while it is paused.</source>
        <translation>Mettre l&apos;affichage à jour maintenant, même s&apos;il est suspendu.</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Vue d&apos;ensemble</translation>
    </message>
    <message>
        <source>Show the daemons.</source>
        <translation>Afficher les démons.</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Connexions</translation>
    </message>
    <message>
        <source>Show who is connected.</source>
        <translation>Afficher qui est connecté.</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>&amp;Requêtes</translation>
    </message>
    <message>
        <source>Show what runs, and what has run.</source>
        <translation>Afficher ce qui est en cours, et ce qui l&apos;a été.</translation>
    </message>
    <message>
        <source>C&amp;ancellations</source>
        <translation>&amp;Annulations</translation>
    </message>
    <message>
        <source>Show which requests were to stop, and how that went.</source>
        <translation>Afficher les requêtes qui devaient s&apos;arrêter, et ce qu&apos;il en a été.</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>&amp;Santé</translation>
    </message>
    <message>
        <source>Show the health and the workers of the daemons.</source>
        <translation>Afficher la santé et les exécutants des démons.</translation>
    </message>
    <message>
        <source>Char&amp;ts</source>
        <translation>&amp;Graphiques</translation>
    </message>
    <message>
        <source>Show the course of the figures.</source>
        <translation>Afficher l&apos;évolution des chiffres.</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>&amp;Journaux</translation>
    </message>
    <message>
        <source>Show what the daemons log.</source>
        <translation>Afficher ce que les démons journalisent.</translation>
    </message>
    <message>
        <source>&amp;Notify of Trouble</source>
        <translation>Signaler les &amp;problèmes</translation>
    </message>
    <message>
        <source>Notify when a daemon degrades, or a cancellation is forced.</source>
        <translation>Avertir quand un démon est dégradé, ou qu&apos;une annulation est forcée.</translation>
    </message>
    <message>
        <source>Reset La&amp;yout</source>
        <translation>Réinitialiser la &amp;disposition</translation>
    </message>
    <message>
        <source>Lay out window and columns as they were at first.</source>
        <translation>Disposer la fenêtre et les colonnes comme au début.</translation>
    </message>
    <message>
        <source>Show &amp;Details</source>
        <translation>Afficher les &amp;détails</translation>
    </message>
    <message>
        <source>Show all that is known of the selected request.</source>
        <translation>Afficher tout ce que l&apos;on sait de la requête sélectionnée.</translation>
    </message>
    <message>
        <source>Show the Co&amp;nnection</source>
        <translation>Afficher la conne&amp;xion</translation>
    </message>
    <message>
        <source>Show over which connection the selected request came.</source>
        <translation>Afficher la connexion par laquelle la requête sélectionnée est arrivée.</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Ask the selected requests to stop; what does not is forced to.</source>
        <translation>Demander aux requêtes sélectionnées de s&apos;arrêter&#x202f;; les récalcitrantes y sont forcées.</translation>
    </message>
    <message>
        <source>Run a &amp;Command…</source>
        <translation>Exécuter une &amp;commande…</translation>
    </message>
    <message>
        <source>Run a command on the selected daemon and watch its output.</source>
        <translation>Exécuter une commande dans le démon sélectionné et suivre sa sortie.</translation>
    </message>
    <message>
        <source>&amp;Invoke a Method…</source>
        <translation>Appeler une &amp;méthode…</translation>
    </message>
    <message>
        <source>Call a JSON-RPC method of the selected daemon.</source>
        <translation>Appeler une méthode JSON-RPC du démon sélectionné.</translation>
    </message>
    <message>
        <source>Log &amp;Level…</source>
        <translation>Niveau de &amp;journalisation…</translation>
    </message>
    <message>
        <source>Change how much the selected daemons log.</source>
        <translation>Changer ce que les démons sélectionnés journalisent.</translation>
    </message>
    <message>
        <source>Reload the Confi&amp;guration</source>
        <translation>Recharger la con&amp;figuration</translation>
    </message>
    <message>
        <source>Have the selected daemons read their configuration again.</source>
        <translation>Faire relire leur configuration aux démons sélectionnés.</translation>
    </message>
    <message>
        <source>Dis&amp;miss Ended Ones</source>
        <translation>Retirer les démons &amp;terminés</translation>
    </message>
    <message>
        <source>Take the daemons that have ended from the list.</source>
        <translation>Retirer de la liste les démons terminés.</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Redémarrer</translation>
    </message>
    <message>
        <source>Have a fresh copy take over; what runs is finished.</source>
        <translation>Passer la main à un nouvel exemplaire&#x202f;; ce qui est en cours est terminé.</translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>Terminer en &amp;douceur</translation>
    </message>
    <message>
        <source>Have the selected daemons finish what runs, and end.</source>
        <translation>Laisser les démons sélectionnés terminer ce qui est en cours, puis s&apos;arrêter.</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>&amp;Arrêter…</translation>
    </message>
    <message>
        <source>End the selected daemons; what runs is cancelled.</source>
        <translation>Arrêter les démons sélectionnés&#x202f;; ce qui est en cours est annulé.</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Show which keys do what.</source>
        <translation>Afficher ce que font les touches.</translation>
    </message>
    <message>
        <source>&amp;About daemon-rpc Monitor</source>
        <translation>À &amp;propos de daemon-rpc Monitor</translation>
    </message>
    <message>
        <source>Show version and licence.</source>
        <translation>Afficher la version et la licence.</translation>
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
        <translation>Numéro de la connexion dans son démon</translation>
    </message>
    <message>
        <source>Daemon</source>
        <translation>Démon</translation>
    </message>
    <message>
        <source>Id of the daemon</source>
        <translation>Identifiant du démon</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What the connection is doing</source>
        <translation>Ce que fait la connexion</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Name of the client&apos;s process</source>
        <translation>Nom du processus du client</translation>
    </message>
    <message>
        <source>Client PID</source>
        <translation>PID du client</translation>
    </message>
    <message>
        <source>Number of the client&apos;s process</source>
        <translation>Numéro du processus du client</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>Number of the user whose client it is</source>
        <translation>Numéro de l&apos;utilisateur à qui est le client</translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation>Adresse distante</translation>
    </message>
    <message>
        <source>Where the client is, when it is not on this computer</source>
        <translation>Où est le client, quand il n&apos;est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Name in the client&apos;s certificate</source>
        <translation>Nom dans le certificat du client</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>What the client may do</source>
        <translation>Ce que le client a le droit de faire</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecte</translation>
    </message>
    <message>
        <source>The format that the client speaks</source>
        <translation>Le format que parle le client</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>When the client connected</source>
        <translation>Quand le client s&apos;est connecté</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Number of the request that is being served</source>
        <translation>Numéro de la requête en cours de traitement</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Bytes that the client sent</source>
        <translation>Octets envoyés par le client</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Bytes that the client was sent</source>
        <translation>Octets envoyés au client</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Bytes that the client has not taken yet</source>
        <translation>Octets que le client n&apos;a pas encore pris</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>When the client last sent something</source>
        <translation>Quand le client a envoyé quelque chose pour la dernière fois</translation>
    </message>
    <message>
        <source>The id by which clients find the daemon</source>
        <translation>L&apos;identifiant par lequel les clients trouvent le démon</translation>
    </message>
    <message>
        <source>What the daemon is doing</source>
        <translation>Ce que fait le démon</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Number of the daemon&apos;s process</source>
        <translation>Numéro du processus du démon</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Requests that are being served</source>
        <translation>Requêtes en cours de traitement</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Requests that wait for their turn</source>
        <translation>Requêtes qui attendent leur tour</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Requêtes/s</translation>
    </message>
    <message>
        <source>Requests that finished per second, over the last minute</source>
        <translation>Requêtes terminées par seconde, pendant la dernière minute</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>Half of the requests of the last five minutes took no longer</source>
        <translation>La moitié des requêtes des cinq dernières minutes n&apos;a pas duré plus longtemps</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last five minutes took no longer</source>
        <translation>95 requêtes sur 100 des cinq dernières minutes n&apos;ont pas duré plus longtemps</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>99 of 100 requests of the last five minutes took no longer</source>
        <translation>99 requêtes sur 100 des cinq dernières minutes n&apos;ont pas duré plus longtemps</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>Requests that ended in an error, since the daemon&apos;s start</source>
        <translation>Requêtes terminées par une erreur, depuis le démarrage du démon</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulées</translation>
    </message>
    <message>
        <source>Requests that were asked to stop, since the daemon&apos;s start</source>
        <translation>Requêtes priées de s&apos;arrêter, depuis le démarrage du démon</translation>
    </message>
    <message>
        <source>Forced</source>
        <translation>Forcées</translation>
    </message>
    <message>
        <source>Requests that did not stop when asked and were ended, since the daemon&apos;s start</source>
        <translation>Requêtes qui ne se sont pas arrêtées sur demande et ont été terminées de force, depuis le démarrage du démon</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Connections that are open</source>
        <translation>Connexions ouvertes</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Private memory of the daemon&apos;s process, over the last minute</source>
        <translation>Mémoire privée du processus du démon, pendant la dernière minute</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Processor time of the daemon&apos;s process, as part of one core</source>
        <translation>Temps processeur du processus du démon, en part d&apos;un cœur</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>The worst of the daemon&apos;s health checks</source>
        <translation>Le pire des contrôles de santé du démon</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>How long the daemon has been running</source>
        <translation>Depuis combien de temps le démon fonctionne</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of the daemon&apos;s program</source>
        <translation>Version du programme du démon</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Date du build</translation>
    </message>
    <message>
        <source>When the daemon&apos;s program was built</source>
        <translation>Quand le programme du démon a été construit</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>The same for programs of the same code</source>
        <translation>Identique pour les programmes issus du même code</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>Requests that have finished, since the daemon&apos;s start</source>
        <translation>Requêtes terminées, depuis le démarrage du démon</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu pour la dernière fois</translation>
    </message>
    <message>
        <source>When a daemon that has gone was last heard of</source>
        <translation>Quand un démon disparu a donné signe de vie pour la dernière fois</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Number of the request within its daemon</source>
        <translation>Numéro de la requête dans son démon</translation>
    </message>
    <message>
        <source>What the request is doing, or how it ended</source>
        <translation>Ce que fait la requête, ou comment elle s&apos;est terminée</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Ligne de commande</translation>
    </message>
    <message>
        <source>The command and its arguments</source>
        <translation>La commande et ses arguments</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>The command without its arguments</source>
        <translation>La commande sans ses arguments</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Number of the connection that the request came over</source>
        <translation>Numéro de la connexion par laquelle la requête est arrivée</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Gestionnaire</translation>
    </message>
    <message>
        <source>Kind of the handler that serves the request</source>
        <translation>Genre du gestionnaire qui sert la requête</translation>
    </message>
    <message>
        <source>Number of the user whose client sent the request</source>
        <translation>Numéro de l&apos;utilisateur dont le client a envoyé la requête</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Time since the request was accepted, or that it took</source>
        <translation>Temps écoulé depuis l&apos;acceptation de la requête, ou qu&apos;elle a duré</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Time left until the request is cancelled</source>
        <translation>Temps restant avant que la requête soit annulée</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Bytes of output that the client was sent</source>
        <translation>Octets de sortie envoyés au client</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Bytes of input that the client sent</source>
        <translation>Octets d&apos;entrée envoyés par le client</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Code de sortie</translation>
    </message>
    <message>
        <source>Exit code of the command; 0 is success</source>
        <translation>Code de sortie de la commande&#x202f;; 0 signifie succès</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Number of the signal that ended the command</source>
        <translation>Numéro du signal qui a mis fin à la commande</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Why the request failed</source>
        <translation>Pourquoi la requête a échoué</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>When the command was started</source>
        <translation>Quand la commande a été démarrée</translation>
    </message>
    <message>
        <source>When the request ended</source>
        <translation>Quand la requête s&apos;est terminée</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Répertoire</translation>
    </message>
    <message>
        <source>Working directory of the command</source>
        <translation>Répertoire de travail de la commande</translation>
    </message>
    <message>
        <source>Whether the command stopped by itself or was forced to</source>
        <translation>Si la commande s&apos;est arrêtée d&apos;elle-même ou y a été forcée</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Why the request was cancelled</source>
        <translation>Pourquoi la requête a été annulée</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Demandée par</translation>
    </message>
    <message>
        <source>Who asked for it</source>
        <translation>Qui a demandé l&apos;annulation</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>When it was asked for</source>
        <translation>Quand l&apos;annulation a été demandée</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Time from asking until the command was gone</source>
        <translation>Temps entre la demande et la fin de la commande</translation>
    </message>
    <message>
        <source>Grace</source>
        <translation>Délai de grâce</translation>
    </message>
    <message>
        <source>Time left to stop before the command is forced to</source>
        <translation>Temps restant pour s&apos;arrêter avant que la commande y soit forcée</translation>
    </message>
    <message>
        <source>Forced by</source>
        <translation>Forcée par</translation>
    </message>
    <message>
        <source>What was done to force it</source>
        <translation>Ce qui a été fait pour la forcer</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Commands and calls that the client has made</source>
        <translation>Commandes et appels faits par le client</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>When the line was written</source>
        <translation>Quand la ligne a été écrite</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>How grave it is</source>
        <translation>Sa gravité</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>The part of the daemon that wrote the line</source>
        <translation>La partie du démon qui a écrit la ligne</translation>
    </message>
    <message>
        <source>Number of the request that the line is about</source>
        <translation>Numéro de la requête dont parle la ligne</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Ce qui a été écrit</translation>
    </message>
    <message>
        <source>Process group</source>
        <translation>Groupe de processus</translation>
    </message>
    <message>
        <source>Number of the process group that serves the request</source>
        <translation>Numéro du groupe de processus qui sert la requête</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Ce qui est contrôlé</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été constaté</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>What was found, and what can be done</source>
        <translation>Ce qui a été constaté, et ce que l&apos;on peut faire</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Ce qui a été mesuré</translation>
    </message>
    <message>
        <source>When the status last changed</source>
        <translation>Quand l&apos;état a changé pour la dernière fois</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>The daemon, its worker threads, or one of its commands</source>
        <translation>Le démon, ses exécutants, ou une de ses commandes</translation>
    </message>
    <message>
        <source>Kind of the handler that serves the requests</source>
        <translation>Genre du gestionnaire qui sert les requêtes</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>Requests that may be served at a time</source>
        <translation>Requêtes qui peuvent être servies en même temps</translation>
    </message>
    <message>
        <source>Queue limit</source>
        <translation>Limite de la file d&apos;attente</translation>
    </message>
    <message>
        <source>Requests that may wait; more are refused</source>
        <translation>Requêtes qui peuvent attendre&#x202f;; les suivantes sont refusées</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>En quarantaine</translation>
    </message>
    <message>
        <source>Workers lost to handlers that do not stop when they are cancelled</source>
        <translation>Exécutants perdus, retenus par des gestionnaires qui ne s&apos;arrêtent pas quand on les annule</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>À chaud</translation>
    </message>
    <message>
        <source>Copies of the command that wait for a call</source>
        <translation>Exemplaires de la commande qui attendent un appel</translation>
    </message>
    <message>
        <source>Warm wanted</source>
        <translation>À chaud voulus</translation>
    </message>
    <message>
        <source>Copies that are to be kept started ahead</source>
        <translation>Exemplaires à garder démarrés d&apos;avance</translation>
    </message>
    <message>
        <source>Warm calls</source>
        <translation>Appels à chaud</translation>
    </message>
    <message>
        <source>Calls that a warm copy served</source>
        <translation>Appels servis par un exemplaire à chaud</translation>
    </message>
    <message>
        <source>Cold calls</source>
        <translation>Appels à froid</translation>
    </message>
    <message>
        <source>Calls for which no warm copy could be used</source>
        <translation>Appels pour lesquels aucun exemplaire à chaud n&apos;a pu servir</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Address</name>
    <message>
        <source>invalid address &quot;%1&quot;: use local:NAME, local:/path, tcp://host:port or tls://host:port</source>
        <translation>adresse invalide «&#xa0;%1&#xa0;»&#xa0;: utilisez local:NAME, local:/path, tcp://host:port ou tls://host:port</translation>
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
        <translation>le démon parle les versions %1 à %2 du protocole, ce client %3&#x202f;; mettez à jour le plus ancien</translation>
    </message>
    <message>
        <source>the daemon expects TLS at this address; use tls:// instead of tcp://</source>
        <translation>le démon attend TLS à cette adresse&#x202f;; utilisez tls:// au lieu de tcp://</translation>
    </message>
    <message>
        <source>whoever answers at this address is no daemon of daemon-rpc; check the address</source>
        <translation>ce qui répond à cette adresse n&apos;est pas un démon de daemon-rpc&#x202f;; vérifiez l&apos;adresse</translation>
    </message>
    <message>
        <source>the daemon closed the connection before it answered: it may be at a limit, be refusing this machine, or expect TLS; its log says which</source>
        <translation>le démon a fermé la connexion avant de répondre&#xa0;: il est peut-être à une limite, refuse cette machine ou attend TLS&#x202f;; son journal le dit</translation>
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
        <translation>refus de parler à %1&#xa0;: il est servi par l&apos;utilisateur %2, et non %3&#x202f;; supprimez-le, ou indiquez cet utilisateur avec --owner si c&apos;est voulu</translation>
    </message>
    <message>
        <source>a daemon was started but could not be reached within %1 ms at %2; see its log %3</source>
        <translation>un démon a été démarré mais n&apos;a pu être joint en %1 ms à %2&#x202f;; voir son journal %3</translation>
    </message>
    <message>
        <source>no daemon &quot;%1&quot; is running; start one with &quot;daemon-rpc start&quot; or leave out --no-spawn</source>
        <translation>aucun démon «&#xa0;%1&#xa0;» ne fonctionne&#x202f;; démarrez-en un avec «&#xa0;daemon-rpc start&#xa0;» ou omettez --no-spawn</translation>
    </message>
    <message>
        <source>no daemon &quot;%1&quot; is running; only its own user can start one</source>
        <translation>aucun démon «&#xa0;%1&#xa0;» ne fonctionne&#x202f;; seul son propre utilisateur peut en démarrer un</translation>
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
        <translation>impossible de se connecter à %1&#xa0;: aucun chemin indiqué&#x202f;; utilisez local:/path</translation>
    </message>
    <message>
        <source>the socket path %1 has %2 bytes, the limit is %3; choose a shorter directory with --runtime-dir</source>
        <translation>le chemin de socket %1 a %2 octets, la limite est %3&#x202f;; choisissez un répertoire plus court avec --runtime-dir</translation>
    </message>
    <message>
        <source>the daemon at %1 does not accept connections; its queue is full</source>
        <translation>le démon à %1 n&apos;accepte pas de connexions&#x202f;; sa file d&apos;attente est pleine</translation>
    </message>
    <message>
        <source>cannot connect to %1: %2</source>
        <translation>impossible de se connecter à %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::AboutDialog</name>
    <message>
        <source>About daemon-rpc Monitor</source>
        <translation>À propos de daemon-rpc Monitor</translation>
    </message>
    <message>
        <source>daemon-rpc Monitor %1</source>
        <translation>daemon-rpc Monitor %1</translation>
    </message>
    <message>
        <source>Shows the daemons of a user, what they run, and lets a person act.</source>
        <translation>Montre les démons d&apos;un utilisateur et ce qu&apos;ils exécutent, et permet d&apos;agir.</translation>
    </message>
    <message>
        <source>Build %1 of %2</source>
        <translation>Build %1 du %2</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>Licence: MIT</source>
        <translation>Licence&#xa0;: MIT</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ActionCatalogue</name>
    <message>
        <source>&amp;Monitor</source>
        <translation>Mo&amp;niteur</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>&amp;Requête</translation>
    </message>
    <message>
        <source>&amp;Daemon</source>
        <translation>Dé&amp;mon</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ActionConditions</name>
    <message>
        <source>Go to the page of charts first.</source>
        <translation>Allez d&apos;abord à la page des graphiques.</translation>
    </message>
    <message>
        <source>Go to a page with a table first.</source>
        <translation>Allez d&apos;abord à une page avec un tableau.</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>Sélectionnez d&apos;abord une ligne.</translation>
    </message>
    <message>
        <source>Select a request first.</source>
        <translation>Sélectionnez d&apos;abord une requête.</translation>
    </message>
    <message>
        <source>Select one request alone first.</source>
        <translation>Sélectionnez d&apos;abord une seule requête.</translation>
    </message>
    <message>
        <source>Select one request or one connection first.</source>
        <translation>Sélectionnez d&apos;abord une seule requête ou une seule connexion.</translation>
    </message>
    <message>
        <source>No daemon in the list has ended.</source>
        <translation>Aucun démon de la liste n&apos;est terminé.</translation>
    </message>
    <message>
        <source>Select a running request first.</source>
        <translation>Sélectionnez d&apos;abord une requête en cours.</translation>
    </message>
    <message>
        <source>There is no connection to the daemon of what is selected.</source>
        <translation>Il n&apos;y a pas de connexion au démon de ce qui est sélectionné.</translation>
    </message>
    <message>
        <source>What is selected is being cancelled already.</source>
        <translation>Ce qui est sélectionné est déjà en cours d&apos;annulation.</translation>
    </message>
    <message>
        <source>What is selected has finished: select a running request first.</source>
        <translation>Ce qui est sélectionné est terminé&#xa0;: sélectionnez d&apos;abord une requête en cours.</translation>
    </message>
    <message>
        <source>Select a daemon first.</source>
        <translation>Sélectionnez d&apos;abord un démon.</translation>
    </message>
    <message>
        <source>Select one daemon alone first.</source>
        <translation>Sélectionnez d&apos;abord un seul démon.</translation>
    </message>
    <message>
        <source>The selected daemon has ended.</source>
        <translation>Le démon sélectionné est terminé.</translation>
    </message>
    <message>
        <source>The selected daemon takes no commands: it drains, or is played from a recording.</source>
        <translation>Le démon sélectionné n&apos;accepte pas de commandes&#xa0;: il est en fin de service, ou rejoué depuis un enregistrement.</translation>
    </message>
    <message>
        <source>There is no connection to the selected daemon.</source>
        <translation>Il n&apos;y a pas de connexion au démon sélectionné.</translation>
    </message>
    <message>
        <source>The selected daemon drains already.</source>
        <translation>Le démon sélectionné est déjà en fin de service.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ActionDispatcher</name>
    <message>
        <source>The daemon of this request is no longer in the list.</source>
        <translation>Le démon de cette requête n&apos;est plus dans la liste.</translation>
    </message>
    <message>
        <source>The command line of this request is not known any more.</source>
        <translation>La ligne de commande de cette requête n&apos;est plus connue.</translation>
    </message>
    <message>
        <source>Copied the command line of request %1.</source>
        <translation>Ligne de commande de la requête %1 copiée.</translation>
    </message>
    <message>
        <source>The daemon “%1” was started.</source>
        <translation>Le démon «&#xa0;%1&#xa0;» a été démarré.</translation>
    </message>
    <message>
        <source>The daemon “%1” runs already.</source>
        <translation>Le démon «&#xa0;%1&#xa0;» est déjà en fonction.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::CancellationsPage</name>
    <message>
        <source>Cancellations</source>
        <translation>Annulations</translation>
    </message>
    <message>
        <source>Nothing has been cancelled</source>
        <translation>Rien n&apos;a été annulé</translation>
    </message>
    <message>
        <source>A request that is asked to stop is shown here: who asked, why, and whether it stopped by itself or was forced to.</source>
        <translation>Les requêtes priées de s&apos;arrêter sont affichées ici&#xa0;: qui l&apos;a demandé, pourquoi, et si elles se sont arrêtées d&apos;elles-mêmes ou y ont été forcées.</translation>
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
            <numerusform>%n dernière heure</numerusform>
            <numerusform>%n dernières heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minutes</source>
        <translation>
            <numerusform>%n dernière minute</numerusform>
            <numerusform>%n dernières minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from one time to another</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>title of a chart, stretch of time</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1 There is nothing to show.</source>
        <comment>heading sentence</comment>
        <translation>%1 Il n&apos;y a rien à afficher.</translation>
    </message>
    <message>
        <source>Now %1, lowest %2, highest %3.</source>
        <translation>Maintenant %1, minimum %2, maximum %3.</translation>
    </message>
    <message>
        <source>At the end %1, lowest %2, highest %3.</source>
        <translation>À la fin %1, minimum %2, maximum %3.</translation>
    </message>
    <message>
        <source>%1: now %2, lowest %3, highest %4.</source>
        <translation>%1&#xa0;: maintenant %2, minimum %3, maximum %4.</translation>
    </message>
    <message>
        <source>%1: at the end %2, lowest %3, highest %4.</source>
        <translation>%1&#xa0;: à la fin %2, minimum %3, maximum %4.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>title of a chart, moment</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>name of a series, value</comment>
        <translation>%1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1: no value.</source>
        <comment>name of a series</comment>
        <translation>%1&#xa0;: aucune valeur.</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Il n&apos;y a rien à afficher.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartAxis</name>
    <message>
        <source>%1 %</source>
        <translation>%1&#x202f;%</translation>
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
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dessin SVG (*.svg)</translation>
    </message>
    <message>
        <source>Table of values (*.csv)</source>
        <translation>Tableau des valeurs (*.csv)</translation>
    </message>
    <message>
        <source>The charts cannot be made an image.</source>
        <translation>Impossible de faire une image des graphiques.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d&apos;écrire %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The file&apos;s name has to end in .png, .svg or .csv; “%1” does not.</source>
        <translation>Le nom du fichier doit finir par .png, .svg ou .csv&#x202f;; ce n&apos;est pas le cas de «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartLegend</name>
    <message>
        <source>Show or hide this line.</source>
        <translation>Afficher ou masquer cette courbe.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartWidget</name>
    <message>
        <source>The arrow keys read out a moment. Plus, minus, or Ctrl and the wheel show a shorter or a longer time, dragging shows what is dragged over, 0 goes back.</source>
        <translation>Les touches fléchées lisent un instant. Plus, moins, ou Ctrl et la molette montrent une durée plus courte ou plus longue, glisser montre la zone parcourue, 0 revient en arrière.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ChartsPage</name>
    <message>
        <source>Requests per second</source>
        <translation>Requêtes par seconde</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminées</translation>
    </message>
    <message>
        <source>Time to finish a request</source>
        <translation>Durée d&apos;une requête</translation>
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
        <translation>Échecs par seconde</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>en échec</translation>
    </message>
    <message>
        <source>Cancellations per second</source>
        <translation>Annulations par seconde</translation>
    </message>
    <message>
        <source>all</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>forcées</translation>
    </message>
    <message>
        <source>Requests at a time</source>
        <translation>Requêtes simultanées</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvertes</translation>
    </message>
    <message>
        <source>Private memory</source>
        <translation>Mémoire privée</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privée</translation>
    </message>
    <message>
        <source>Processor, part of one core</source>
        <translation>Processeur, part d&apos;un cœur</translation>
    </message>
    <message>
        <source>used</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>Data of finished requests per second</source>
        <translation>Données des requêtes terminées par seconde</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrée</translation>
    </message>
    <message>
        <source>output</source>
        <translation>sortie</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>&amp;Période&#xa0;:</translation>
    </message>
    <message>
        <source>Chosen in a chart</source>
        <translation>Choisie dans un graphique</translation>
    </message>
    <message numerus="yes">
        <source>Last %n hours</source>
        <translation>
            <numerusform>%n dernière heure</numerusform>
            <numerusform>%n dernières heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minutes</source>
        <translation>
            <numerusform>%n dernière minute</numerusform>
            <numerusform>%n dernières minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>All daemons</source>
        <translation>Tous les démons</translation>
    </message>
    <message>
        <source>%1 (process %2, gone)</source>
        <comment>id of a daemon, number</comment>
        <translation>%1 (processus %2, disparu)</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <comment>id of a daemon, number</comment>
        <translation>%1 (processus %2)</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>D&amp;aemon:</source>
        <translation>Dém&amp;on&#xa0;:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ColumnValues</name>
    <message>
        <source>%1 left</source>
        <comment>a duration</comment>
        <translation>reste %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ConfirmDialog</name>
    <message>
        <source>&amp;Keep As It Is</source>
        <translation>&amp;Laisser en l&apos;état</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>Personne n&apos;est connecté</translation>
    </message>
    <message>
        <source>Clients that run something are shown here for as long as they are connected.</source>
        <translation>Les clients qui exécutent quelque chose sont affichés ici tant qu&apos;ils sont connectés.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonActions</name>
    <message>
        <source>“%1” (pid %2)</source>
        <translation>«&#xa0;%1&#xa0;» (PID %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) will take nothing new, and end when what runs has finished: %1.</source>
        <translation>
            <numerusform>%n démon n&apos;acceptera rien de nouveau, et s&apos;arrêtera quand ce qui est en cours sera terminé&#xa0;: %1.</numerusform>
            <numerusform>%n démons n&apos;accepteront rien de nouveau, et s&apos;arrêteront quand ce qui est en cours sera terminé&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be finished first.</source>
        <translation>
            <numerusform>%n requête en cours sera d&apos;abord terminée.</numerusform>
            <numerusform>%n requêtes en cours seront d&apos;abord terminées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <translation>Rien n&apos;est en cours.</translation>
    </message>
    <message numerus="yes">
        <source>Drain %n daemon(s)?</source>
        <translation>
            <numerusform>Terminer %n démon en douceur&#x202f;?</numerusform>
            <numerusform>Terminer %n démons en douceur&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>&amp;Terminer en douceur</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) will end: %1.</source>
        <translation>
            <numerusform>%n démon va s&apos;arrêter&#xa0;: %1.</numerusform>
            <numerusform>%n démons vont s&apos;arrêter&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) have a while to finish, then they are cancelled.</source>
        <translation>
            <numerusform>%n requête en cours a un moment pour se terminer, puis elle est annulée.</numerusform>
            <numerusform>%n requêtes en cours ont un moment pour se terminer, puis elles sont annulées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n daemon(s)?</source>
        <translation>
            <numerusform>Arrêter %n démon&#x202f;?</numerusform>
            <numerusform>Arrêter %n démons&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Cancel what runs at once</source>
        <translation>Annuler &amp;immédiatement ce qui est en cours</translation>
    </message>
    <message>
        <source>Requests are asked to stop now, and forced to after their grace.</source>
        <translation>Les requêtes sont priées de s&apos;arrêter maintenant, et y sont forcées après leur délai de grâce.</translation>
    </message>
    <message numerus="yes">
        <source>A fresh copy will take over from %n daemon(s): %1.</source>
        <translation>
            <numerusform>Un nouvel exemplaire prendra la relève de %n démon&#xa0;: %1.</numerusform>
            <numerusform>De nouveaux exemplaires prendront la relève de %n démons&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be finished by the old one, which then ends.</source>
        <translation>
            <numerusform>%n requête en cours sera terminée par l&apos;ancien, qui s&apos;arrête ensuite.</numerusform>
            <numerusform>%n requêtes en cours seront terminées par les anciens, qui s&apos;arrêtent ensuite.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n daemon(s)?</source>
        <translation>
            <numerusform>Redémarrer %n démon&#x202f;?</numerusform>
            <numerusform>Redémarrer %n démons&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Redémarrer</translation>
    </message>
    <message>
        <source>%1 has read its configuration; after a restart it will heed: %2.</source>
        <translation>%1 a lu sa configuration&#x202f;; ne vaudra qu&apos;après un redémarrage&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 has read its configuration; nothing is different.</source>
        <translation>%1 a lu sa configuration&#x202f;; rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>%1 has read its configuration; different now: %2.</source>
        <translation>%1 a lu sa configuration&#x202f;; désormais en vigueur&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 logs at the level “%2”.</source>
        <translation>%1 journalise au niveau «&#xa0;%2&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%n daemon(s) dismissed that had ended.</source>
        <translation>
            <numerusform>%n démon terminé a été retiré.</numerusform>
            <numerusform>%n démons terminés ont été retirés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>A daemon is no longer in the list.</source>
        <translation>Un démon n&apos;est plus dans la liste.</translation>
    </message>
    <message>
        <source>%1 has ended already.</source>
        <translation>%1 est déjà terminé.</translation>
    </message>
    <message>
        <source>There is no connection to %1.</source>
        <translation>Il n&apos;y a pas de connexion à %1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1&#xa0;: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 stops; %n request(s) left.</source>
        <translation>
            <numerusform>%1 s&apos;arrête&#x202f;; reste %n requête.</numerusform>
            <numerusform>%1 s&apos;arrête&#x202f;; restent %n requêtes.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 starts a fresh copy…</source>
        <translation>%1 démarre un nouvel exemplaire…</translation>
    </message>
    <message numerus="yes">
        <source>%1 has left its id to pid %2; %n request(s) left to finish.</source>
        <translation>
            <numerusform>%1 a cédé son identifiant au PID %2&#x202f;; reste %n requête à terminer.</numerusform>
            <numerusform>%1 a cédé son identifiant au PID %2&#x202f;; restent %n requêtes à terminer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 drains; %n request(s) left.</source>
        <translation>
            <numerusform>%1 est en fin de service&#x202f;; reste %n requête.</numerusform>
            <numerusform>%1 est en fin de service&#x202f;; restent %n requêtes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonDialog</name>
    <message>
        <source>“%1” (pid %2)</source>
        <translation>«&#xa0;%1&#xa0;» (PID %2)</translation>
    </message>
    <message>
        <source>The daemon %1 has ended. What is shown is the last that was heard of it.</source>
        <translation>Le démon %1 est terminé. Ce qui est affiché est le dernier état connu.</translation>
    </message>
    <message>
        <source>There is no connection to the daemon %1.</source>
        <translation>Il n&apos;y a pas de connexion au démon %1.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::DaemonsModel</name>
    <message numerus="yes">
        <source>draining (%n left)</source>
        <comment>requests that still run</comment>
        <translation>
            <numerusform>en fin de service (reste %n)</numerusform>
            <numerusform>en fin de service (restent %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sans réponse</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::EmptyState</name>
    <message>
        <source>Command to run in a terminal</source>
        <translation>Commande à exécuter dans un terminal</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::EnvironmentPage</name>
    <message>
        <source>Variables that differ from the &amp;daemon&apos;s own:</source>
        <translation>Variables qui diffèrent de celles du dém&amp;on&#xa0;:</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Of the request</source>
        <translation>De la requête</translation>
    </message>
    <message>
        <source>Of the daemon</source>
        <translation>Du démon</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Looks like a secret, and was hidden by the daemon.</source>
        <translation>Semble être un secret, et a été masquée par le démon.</translation>
    </message>
    <message>
        <source>%1 of it are not told.</source>
        <translation>%1 n&apos;en sont pas communiqués.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajoutée</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>absente</translation>
    </message>
    <message>
        <source>Only the daemon has it.</source>
        <translation>Seul le démon l&apos;a.</translation>
    </message>
    <message>
        <source>It does not differ.</source>
        <translation>Il n&apos;y a aucune différence.</translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s) differ.</source>
        <translation>
            <numerusform>%n variable diffère.</numerusform>
            <numerusform>%n variables diffèrent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more that differ are not told.</source>
        <translation>
            <numerusform>%n autre différence n&apos;est pas communiquée.</numerusform>
            <numerusform>%n autres différences ne sont pas communiquées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterBar</name>
    <message>
        <source>F&amp;ilter:</source>
        <translation>&amp;Filtre&#xa0;:</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>words, or key:value such as state:running or -state:finished</source>
        <translation>mots, ou clé:valeur, comme state:running ou -state:finished</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows that are shown, of all</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows are shown</source>
        <translation>
            <numerusform>%1 ligne affichée sur %n</numerusform>
            <numerusform>%1 lignes affichées sur %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterEdit</name>
    <message>
        <source>Possible filters</source>
        <translation>Filtres possibles</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::FilterExpression</name>
    <message numerus="yes">
        <source>The filter is too long; what is beyond %n characters is left out.</source>
        <translation>
            <numerusform>Le filtre est trop long&#x202f;; ce qui dépasse %n caractère est omis.</numerusform>
            <numerusform>Le filtre est trop long&#x202f;; ce qui dépasse %n caractères est omis.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no column “%1”. There are: %2. Put the word into quotation marks to look for it as it is.</source>
        <translation>Il n&apos;y a pas de colonne «&#xa0;%1&#xa0;». Il y a&#xa0;: %2. Mettez le mot entre guillemets droits pour le chercher tel quel.</translation>
    </message>
    <message>
        <source>Say after “%1:” what to look for: %2.</source>
        <translation>Dites après «&#xa0;%1:&#xa0;» ce qu&apos;il faut chercher&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” holds text, which is neither greater nor less. Put the value into quotation marks to look for it as it is.</source>
        <translation>«&#xa0;%1&#xa0;» contient du texte, qui n&apos;est ni plus grand ni plus petit. Mettez la valeur entre guillemets droits pour la chercher telle quelle.</translation>
    </message>
    <message>
        <source>“%1” is not %2.</source>
        <comment>%2: a number, such as 12</comment>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas ce qui est attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The quotation mark at the beginning needs another one at the end.</source>
        <translation>Le guillemet du début en demande un autre à la fin.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n conditions are possible; the rest is left out.</source>
        <translation>
            <numerusform>Au plus %n condition est possible&#x202f;; le reste est omis.</numerusform>
            <numerusform>Au plus %n conditions sont possibles&#x202f;; le reste est omis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Formatting</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
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
        <translation>%1&#xa0;j %2&#xa0;h</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#x202f;%</translation>
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
        <translation>Contrôles de santé</translation>
    </message>
    <message>
        <source>Workers and warm copies</source>
        <translation>Exécutants et exemplaires à chaud</translation>
    </message>
    <message>
        <source>Nothing is known of anybody&apos;s health</source>
        <translation>On ne sait rien de la santé de personne</translation>
    </message>
    <message>
        <source>What the daemons check of themselves is shown here.</source>
        <translation>Ce que les démons contrôlent d&apos;eux-mêmes est affiché ici.</translation>
    </message>
    <message>
        <source>There are no workers</source>
        <translation>Il n&apos;y a pas d&apos;exécutants</translation>
    </message>
    <message>
        <source>What runs commands for the daemons, and what they keep warm, is shown here.</source>
        <translation>Ce qui exécute des commandes pour les démons, et ce qu&apos;ils gardent à chaud, est affiché ici.</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::InvokeDialog</name>
    <message>
        <source>Ca&amp;ll</source>
        <translation>&amp;Appeler</translation>
    </message>
    <message>
        <source>Invoke a Method of %1</source>
        <translation>Appeler une méthode de %1</translation>
    </message>
    <message>
        <source>Filter the methods</source>
        <translation>Filtrer les méthodes</translation>
    </message>
    <message>
        <source>&amp;Methods:</source>
        <translation>&amp;Méthodes&#xa0;:</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Méthodes</translation>
    </message>
    <message>
        <source>&amp;Earlier calls:</source>
        <translation>Appels &amp;précédents&#xa0;:</translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation>Appels précédents</translation>
    </message>
    <message>
        <source>Re&amp;ply:</source>
        <translation>&amp;Réponse&#xa0;:</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>the connection ended before the answer</source>
        <translation>la connexion s&apos;est terminée avant la réponse</translation>
    </message>
    <message>
        <source>The daemon lists no methods.</source>
        <translation>Le démon n&apos;indique aucune méthode.</translation>
    </message>
    <message>
        <source>The daemon does not list its methods: %1.</source>
        <translation>Le démon n&apos;indique pas ses méthodes&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Returns: %1</source>
        <translation>Renvoie&#xa0;: %1</translation>
    </message>
    <message>
        <source>⚠ This method may change something: only those with the role “%1” may call it.</source>
        <translation>⚠ Cette méthode peut modifier quelque chose&#xa0;: seul le rôle «&#xa0;%1&#xa0;» permet de l&apos;appeler.</translation>
    </message>
    <message>
        <source>Not called: a parameter is wrong, as is said at its field.</source>
        <translation>Non appelée&#xa0;: un paramètre est faux, comme le dit son champ.</translation>
    </message>
    <message>
        <source>Called; waits for the answer…</source>
        <translation>Appelée&#x202f;; attend la réponse…</translation>
    </message>
    <message numerus="yes">
        <source>Answered after %1; %n character(s) of the answer are not shown.</source>
        <translation>
            <numerusform>Réponse après %1&#x202f;; %n caractère de la réponse n&apos;est pas affiché.</numerusform>
            <numerusform>Réponse après %1&#x202f;; %n caractères de la réponse ne sont pas affichés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered after %1.</source>
        <translation>Réponse après %1.</translation>
    </message>
    <message>
        <source>Failed after %1: %2 (%3).</source>
        <translation>Échec après %1&#xa0;: %2 (%3).</translation>
    </message>
    <message>
        <source>There is no connection to the daemon.</source>
        <translation>Il n&apos;y a pas de connexion au démon.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::LiveDaemon</name>
    <message>
        <source>It says what cannot be understood: %1</source>
        <translation>Il dit quelque chose d&apos;incompréhensible&#xa0;: %1</translation>
    </message>
    <message>
        <source>It does not let this user look: %1</source>
        <translation>Il ne laisse pas cet utilisateur regarder&#xa0;: %1</translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation>Pas de connexion&#xa0;: %1</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>Il ne répond pas</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::LogLevelDialog</name>
    <message>
        <source>Log Level</source>
        <translation>Niveau de journalisation</translation>
    </message>
    <message>
        <source>How much is logged by %1, until its configuration is read again:</source>
        <translation>Niveau de ce qui est journalisé par %1, jusqu&apos;à la relecture de la configuration&#xa0;:</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Toutes les catégories</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>A category such as daemonrpc.server, or its last part: server.</source>
        <translation>Une catégorie comme daemonrpc.server, ou sa dernière partie&#xa0;: server.</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Niveau&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Category:</source>
        <translation>&amp;Catégorie&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Set the Level</source>
        <translation>&amp;Définir le niveau</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::LogsPage</name>
    <message>
        <source>Log lines</source>
        <translation>Lignes du journal</translation>
    </message>
    <message>
        <source>Jump to the &amp;Newest</source>
        <translation>Aller au plu&amp;s récent</translation>
    </message>
    <message>
        <source>Show the Re&amp;quest</source>
        <translation>Afficher la re&amp;quête</translation>
    </message>
    <message>
        <source>Nothing has been logged yet</source>
        <translation>Rien n&apos;a encore été journalisé</translation>
    </message>
    <message>
        <source>What the daemons log is shown here. How much that is can be changed by Daemon, Log Level.</source>
        <translation>Ce que les démons journalisent est affiché ici. La quantité se règle par «&#xa0;Démon, Niveau de journalisation&#xa0;».</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>&amp;Show the Request</source>
        <translation>Afficher la re&amp;quête</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Info and graver</source>
        <translation>Info et plus grave</translation>
    </message>
    <message>
        <source>Warning and graver</source>
        <translation>Avertissement et plus grave</translation>
    </message>
    <message>
        <source>Error and graver</source>
        <translation>Erreur et plus grave</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Cate&amp;gory:</source>
        <translation>Caté&amp;gorie&#xa0;:</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>Ni&amp;veau&#xa0;:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MainWindow</name>
    <message>
        <source>Daemon Monitor</source>
        <translation>Moniteur de démons</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Cela n&apos;existe plus.</translation>
    </message>
    <message>
        <source>The layout is as it was at first.</source>
        <translation>La disposition est de nouveau celle du début.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorOptions</name>
    <message>
        <source>Show only the daemon ID. Can be given several times.</source>
        <translation>N&apos;afficher que le démon ID. Peut être donné plusieurs fois.</translation>
    </message>
    <message>
        <source>Look for daemons in DIR instead of the usual places.</source>
        <translation>Chercher les démons dans DIR plutôt qu&apos;aux endroits habituels.</translation>
    </message>
    <message>
        <source>Show this page: %1.</source>
        <translation>Afficher cette page&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Save a picture of the page as the PNG file FILE, and exit.</source>
        <translation>Enregistrer une image de la page dans le fichier PNG FILE, puis quitter.</translation>
    </message>
    <message>
        <source>The size of the window in pixels, such as 1280x800.</source>
        <translation>La taille de la fenêtre en pixels, comme 1280x800.</translation>
    </message>
    <message>
        <source>The colours: light, dark or system.</source>
        <translation>Les couleurs&#xa0;: light, dark ou system.</translation>
    </message>
    <message>
        <source>Record what the daemons tell into FILE.</source>
        <translation>Enregistrer dans FILE ce que disent les démons.</translation>
    </message>
    <message>
        <source>Show what is recorded in FILE, instead of daemons that run.</source>
        <translation>Afficher ce qui est enregistré dans FILE, au lieu des démons en fonction.</translation>
    </message>
    <message>
        <source>Replay N times as fast.</source>
        <translation>Rejouer N fois plus vite.</translation>
    </message>
    <message>
        <source>Show this help, and exit.</source>
        <translation>Afficher cette aide, puis quitter.</translation>
    </message>
    <message>
        <source>Show the version, and exit.</source>
        <translation>Afficher la version, puis quitter.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size for --size: give width and height from %2 to %3 pixels, such as 1280x800.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une taille pour --size&#xa0;: indiquez une largeur et une hauteur de %2 à %3 pixels, comme 1280x800.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no theme: give light, dark or system to --theme.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un thème&#xa0;: indiquez light, dark ou system pour --theme.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no speed for --speed: give a number from %2 to %3.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une vitesse pour --speed&#xa0;: indiquez un nombre de %2 à %3.</translation>
    </message>
    <message>
        <source>--daemon-id: %1</source>
        <translation>--daemon-id&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is no page &quot;%1&quot;: give one of %2 to --page.</source>
        <translation>Il n&apos;y a pas de page «&#xa0;%1&#xa0;»&#xa0;: indiquez pour --page l&apos;une de %2.</translation>
    </message>
    <message>
        <source>--%1 is given an empty path: give one, or leave it out.</source>
        <translation>--%1 a un chemin vide&#xa0;: indiquez-en un, ou omettez cette option.</translation>
    </message>
    <message>
        <source>--dump records daemons that run, so it cannot go with --replay: give one of them.</source>
        <translation>--dump enregistre des démons en fonction, et ne va donc pas avec --replay&#xa0;: indiquez l&apos;un des deux.</translation>
    </message>
    <message>
        <source>--speed is of a replay: give --replay FILE as well.</source>
        <translation>--speed concerne une relecture&#xa0;: indiquez aussi --replay FILE.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood: there are only options.</source>
        <translation>«&#xa0;%1&#xa0;» est incompréhensible&#xa0;: il n&apos;y a que des options.</translation>
    </message>
    <message>
        <source>Usage: daemon-rpc-monitor [OPTION...]

Shows every daemon of yours, its connections, requests and cancellations, as they are.

Options:
</source>
        <translation>Utilisation&#xa0;: daemon-rpc-monitor [OPTION...]

Montre tous vos démons, leurs connexions, requêtes et annulations, tels qu&apos;ils sont.

Options&#xa0;:
</translation>
    </message>
    <message>
        <source>Daemon Monitor</source>
        <translation>Moniteur de démons</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorSession</name>
    <message>
        <source>Recording %1, to its end</source>
        <translation>Enregistrement %1, jusqu&apos;à la fin</translation>
    </message>
    <message>
        <source>%1 – Daemon Monitor</source>
        <translation>%1 – Moniteur de démons</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Enregistrement %1</translation>
    </message>
    <message>
        <source>Open a Recording</source>
        <translation>Ouvrir un enregistrement</translation>
    </message>
    <message>
        <source>Record What the Daemons Tell</source>
        <translation>Enregistrer ce que disent les démons</translation>
    </message>
    <message>
        <source>Recorded in %1</source>
        <translation>Enregistré dans %1</translation>
    </message>
    <message>
        <source>Recording to %1</source>
        <translation>Enregistre dans %1</translation>
    </message>
    <message>
        <source>Export the Charts</source>
        <translation>Exporter les graphiques</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::MonitorStatusBar</name>
    <message>
        <source>Updates are paused: press Space to go on</source>
        <translation>Mises à jour suspendues&#xa0;: appuyez sur Espace pour continuer</translation>
    </message>
    <message numerus="yes">
        <source>%n daemons</source>
        <translation>
            <numerusform>%n démon</numerusform>
            <numerusform>%n démons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daemons, %1 ended</source>
        <translation>
            <numerusform>%n démon, terminés&#xa0;: %1</numerusform>
            <numerusform>%n démons, terminés&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events lost</source>
        <translation>
            <numerusform>%n événement perdu</numerusform>
            <numerusform>%n événements perdus</numerusform>
        </translation>
    </message>
    <message>
        <source>What daemons could not tell in time, since so much happened.</source>
        <translation>Ce que des démons n&apos;ont pas pu dire à temps, tant il se passait de choses.</translation>
    </message>
    <message>
        <source>%1 updates</source>
        <comment>a rate, such as 4/s</comment>
        <translation>mises à jour&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::OutputView</name>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::OverviewPage</name>
    <message>
        <source>Daemons</source>
        <translation>Démons</translation>
    </message>
    <message>
        <source>No daemon is running</source>
        <translation>Aucun démon ne fonctionne</translation>
    </message>
    <message>
        <source>Daemons start by themselves when something is run through them. Try it in a terminal: this window shows the daemon at once.</source>
        <translation>Les démons démarrent d&apos;eux-mêmes quand quelque chose est exécuté par leur intermédiaire. Essayez dans un terminal&#xa0;: cette fenêtre montre aussitôt le démon.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d&apos;ensemble</translation>
    </message>
    <message>
        <source>Daemons cannot be looked for</source>
        <translation>Impossible de rechercher des démons</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ParameterForm</name>
    <message>
        <source>This method takes no parameters.</source>
        <translation>Cette méthode ne prend aucun paramètre.</translation>
    </message>
    <message>
        <source>%1 (required):</source>
        <translation>%1 (obligatoire)&#xa0;:</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1&#xa0;:</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(omis)</translation>
    </message>
    <message>
        <source>JSON: […]</source>
        <translation>JSON&#xa0;: […]</translation>
    </message>
    <message>
        <source>JSON: {…}</source>
        <translation>JSON&#xa0;: {…}</translation>
    </message>
    <message>
        <source>JSON: 1, &quot;text&quot;, true …</source>
        <translation>JSON&#xa0;: 1, &quot;text&quot;, true…</translation>
    </message>
    <message>
        <source>Left out when empty</source>
        <translation>Omis si vide</translation>
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
        <translation>Une valeur est obligatoire.</translation>
    </message>
    <message>
        <source>This is not JSON, at character %1: %2.</source>
        <translation>Ce n&apos;est pas du JSON, au caractère %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>One JSON value is wanted.</source>
        <translation>Une valeur JSON est attendue.</translation>
    </message>
    <message>
        <source>A whole number is wanted, such as 42.</source>
        <translation>Un nombre entier est attendu, comme 42.</translation>
    </message>
    <message>
        <source>A number is wanted, such as 1.5.</source>
        <translation>Un nombre est attendu, comme 1.5.</translation>
    </message>
    <message>
        <source>Either true or false is wanted.</source>
        <translation>true ou false est attendu.</translation>
    </message>
    <message>
        <source>A JSON array is wanted, such as [1, 2].</source>
        <translation>Un tableau JSON est attendu, comme [1, 2].</translation>
    </message>
    <message>
        <source>A JSON object is wanted, such as {&quot;key&quot;: 1}.</source>
        <translation>Un objet JSON est attendu, comme {&quot;key&quot;: 1}.</translation>
    </message>
    <message>
        <source>One of these is wanted: %1.</source>
        <translation>Une de ces valeurs est attendue&#xa0;: %1.</translation>
    </message>
    <message>
        <source>At least %1 is wanted.</source>
        <translation>Au moins %1 est attendu.</translation>
    </message>
    <message>
        <source>At most %1 is wanted.</source>
        <translation>Au plus %1 est attendu.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RecordHeader</name>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Réinitialiser les colonnes</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>Tri &amp;croissant</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>Tri &amp;décroissant</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Déplacer vers la &amp;gauche</translation>
    </message>
    <message>
        <source>Move r&amp;ight</source>
        <translation>Déplacer vers la dr&amp;oite</translation>
    </message>
    <message>
        <source>&amp;Hide this column</source>
        <translation>&amp;Masquer cette colonne</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RecordPanel</name>
    <message>
        <source>No row passes the filter</source>
        <translation>Aucune ligne ne passe le filtre</translation>
    </message>
    <message>
        <source>Press Esc to show all of them again.</source>
        <translation>Appuyez sur Échap pour les afficher toutes de nouveau.</translation>
    </message>
    <message>
        <source>&amp;Filter by %1</source>
        <translation>F&amp;iltrer par %1</translation>
    </message>
    <message>
        <source>Filter &amp;out %1</source>
        <translation>&amp;Exclure %1</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>C&amp;olonnes</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Recorder</name>
    <message>
        <source>A recording is being written already.</source>
        <translation>Un enregistrement est déjà en cours d&apos;écriture.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 n&apos;est pas un fichier.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d&apos;écrire %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The recording has ended: it has reached its largest size.</source>
        <translation>L&apos;enregistrement est terminé&#xa0;: il a atteint sa taille maximale.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Replay</name>
    <message>
        <source>The recording ends here</source>
        <translation>L&apos;enregistrement se termine ici</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Impossible de lire %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Line %1 of the recording is broken: %2</source>
        <translation>La ligne %1 de l&apos;enregistrement est corrompue&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestActions</name>
    <message numerus="yes">
        <source>%n request(s) asked to stop.</source>
        <translation>
            <numerusform>%n requête priée de s&apos;arrêter.</numerusform>
            <numerusform>%n requêtes priées de s&apos;arrêter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection ended before the daemon had answered for %n request(s).</source>
        <translation>
            <numerusform>La connexion s&apos;est terminée avant que le démon ait répondu pour %n requête.</numerusform>
            <numerusform>La connexion s&apos;est terminée avant que le démon ait répondu pour %n requêtes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Request %1 cannot be cancelled: %2.</source>
        <translation>La requête %1 ne peut pas être annulée&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Nothing of what is selected can be cancelled any more.</source>
        <translation>Rien de ce qui est sélectionné ne peut plus être annulé.</translation>
    </message>
    <message>
        <source>there is no connection to its daemon</source>
        <translation>il n&apos;y a pas de connexion à son démon</translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) will be asked to stop; what does not stop within its grace is forced to.</source>
        <translation>
            <numerusform>%n requête en cours va être priée de s&apos;arrêter&#x202f;; si elle ne le fait pas dans son délai de grâce, elle y est forcée.</numerusform>
            <numerusform>%n requêtes en cours vont être priées de s&apos;arrêter&#x202f;; celles qui ne le font pas dans leur délai de grâce y sont forcées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not of your user.</source>
        <translation>
            <numerusform>%n d&apos;entre elles n&apos;est pas de votre utilisateur.</numerusform>
            <numerusform>%n d&apos;entre elles ne sont pas de votre utilisateur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Request %1: %2</source>
        <translation>Requête %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… et %n autre.</numerusform>
            <numerusform>… et %n autres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n request(s)?</source>
        <translation>
            <numerusform>Annuler %n requête&#x202f;?</numerusform>
            <numerusform>Annuler %n requêtes&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel the Requests</source>
        <translation>&amp;Annuler les requêtes</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestDialog</name>
    <message>
        <source>Cance&amp;l the Request</source>
        <translation>A&amp;nnuler la requête</translation>
    </message>
    <message>
        <source>&amp;Copy Command Line</source>
        <translation>&amp;Copier la ligne de commande</translation>
    </message>
    <message>
        <source>Request %1 of %2</source>
        <translation>Requête %1 de %2</translation>
    </message>
    <message>
        <source>C&amp;ourse</source>
        <translation>&amp;Déroulement</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>&amp;Arguments</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>Parties de la requête</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Course of the request</source>
        <translation>Déroulement de la requête</translation>
    </message>
    <message>
        <source>Command and arguments</source>
        <translation>Commande et arguments</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Co&amp;pier</translation>
    </message>
    <message>
        <source>%1 (to come)</source>
        <translation>%1 (à venir)</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Took %1.</source>
        <translation>A duré %1.</translation>
    </message>
    <message>
        <source>Runs for %1.</source>
        <translation>En cours depuis %1.</translation>
    </message>
    <message>
        <source>Input: %1. Output: %2.</source>
        <translation>Entrée&#xa0;: %1. Sortie&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Grace when it is cancelled: %1.</source>
        <translation>Délai de grâce en cas d&apos;annulation&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing is known of this request.</source>
        <translation>On ne sait rien de cette requête.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a command, and what became of it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Directory: %1</source>
        <translation>Répertoire&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more argument(s) are not shown.</source>
        <translation>
            <numerusform>%n autre argument n&apos;est pas affiché.</numerusform>
            <numerusform>%n autres arguments ne sont pas affichés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The request has ended: there is no more output to follow.</source>
        <translation>La requête est terminée&#xa0;: il n&apos;y a plus de sortie à suivre.</translation>
    </message>
    <message>
        <source>There is no connection to the daemon.</source>
        <translation>Il n&apos;y a pas de connexion au démon.</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Environnement</translation>
    </message>
    <message>
        <source>Ou&amp;tput</source>
        <translation>&amp;Sortie</translation>
    </message>
    <message>
        <source>Co&amp;mmand and arguments, one per line:</source>
        <translation>Commande et ar&amp;guments, un par ligne&#xa0;:</translation>
    </message>
    <message>
        <source>Process: %1.</source>
        <translation>Processus&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The request has ended: its environment is no longer known.</source>
        <translation>La requête est terminée&#xa0;: son environnement n&apos;est plus connu.</translation>
    </message>
    <message>
        <source>Asks the daemon for the environment…</source>
        <translation>Demande l&apos;environnement au démon…</translation>
    </message>
    <message>
        <source>The daemon does not tell it: %1.</source>
        <translation>Le démon ne le communique pas&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The daemon does not tell environments: it is of an older version.</source>
        <translation>Le démon ne communique pas les environnements&#xa0;: sa version est plus ancienne.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestTimeline</name>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>from process %1</source>
        <translation>du processus %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Mise en attente</translation>
    </message>
    <message>
        <source>place %1 in the queue</source>
        <translation>place %1 dans la file d&apos;attente</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Démarrée</translation>
    </message>
    <message>
        <source>handler: %1</source>
        <translation>gestionnaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>First output</source>
        <translation>Première sortie</translation>
    </message>
    <message>
        <source>%1 of output so far</source>
        <translation>%1 de sortie jusqu&apos;ici</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Délai dépassé</translation>
    </message>
    <message>
        <source>it is cancelled then</source>
        <translation>elle est alors annulée</translation>
    </message>
    <message>
        <source>Cancellation asked for</source>
        <translation>Annulation demandée</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, par %2</translation>
    </message>
    <message>
        <source>End of the grace</source>
        <translation>Fin du délai de grâce</translation>
    </message>
    <message>
        <source>forced to end</source>
        <translation>terminée de force</translation>
    </message>
    <message>
        <source>it is forced to end then</source>
        <translation>elle est alors terminée de force</translation>
    </message>
    <message>
        <source>Cancellation honoured</source>
        <translation>Annulation respectée</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>après %1</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>terminée par le signal %1</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>code de sortie %1</translation>
    </message>
    <message>
        <source>forced to end: %1</source>
        <translation>terminée de force&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Nothing has been run yet</source>
        <translation>Rien n&apos;a encore été exécuté</translation>
    </message>
    <message>
        <source>Requests are shown here while they run, and for a while after that.</source>
        <translation>Les requêtes sont affichées ici pendant leur exécution, et un moment après.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::RunDialog</name>
    <message>
        <source>Send standard &amp;input:</source>
        <translation>Envoyer l&apos;&amp;entrée standard&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;xécuter</translation>
    </message>
    <message>
        <source>&amp;Cancel the Command</source>
        <translation>A&amp;nnuler la commande</translation>
    </message>
    <message>
        <source>Run a Command on %1</source>
        <translation>Exécuter une commande dans %1</translation>
    </message>
    <message>
        <source>Closing cancels the command that runs here.</source>
        <translation>Fermer annule la commande en cours ici.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Co&amp;mmand:</source>
        <translation>&amp;Commande&#xa0;:</translation>
    </message>
    <message>
        <source>Divided by blanks; &apos;…&apos;, &quot;…&quot; and \ quote</source>
        <translation>Séparés par des espaces&#x202f;; &apos;…&apos;, &quot;…&quot; et \ protègent</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>&amp;Arguments:</source>
        <translation>&amp;Arguments&#xa0;:</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Répertoire de travail</translation>
    </message>
    <message>
        <source>Working &amp;directory:</source>
        <translation>&amp;Répertoire de travail&#xa0;:</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Entrée standard</translation>
    </message>
    <message>
        <source>&amp;Output (lines of standard error begin with “%1” and are slanted):</source>
        <translation>&amp;Sortie (les lignes de l&apos;erreur standard commencent par «&#xa0;%1&#xa0;» et sont en italique)&#xa0;:</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>one argument</comment>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s): %1</source>
        <translation>
            <numerusform>%n argument&#xa0;: %1</numerusform>
            <numerusform>%n arguments&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No arguments.</source>
        <translation>Aucun argument.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a command, and what it does</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The daemon takes no commands.</source>
        <translation>Le démon n&apos;accepte pas de commandes.</translation>
    </message>
    <message>
        <source>Runs for %1; %2 of output.</source>
        <translation>En cours depuis %1&#x202f;; %2 de sortie.</translation>
    </message>
    <message>
        <source>The working directory has to be an absolute path: it begins with “/”.</source>
        <translation>Le répertoire de travail doit être un chemin absolu&#xa0;: il commence par «&#xa0;/&#xa0;».</translation>
    </message>
    <message>
        <source>[asked to stop]</source>
        <translation>[priée de s&apos;arrêter]</translation>
    </message>
    <message>
        <source>Failed after %1: %2.</source>
        <translation>Échec après %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Did not stop in time, and was forced to after %1.</source>
        <translation>Ne s&apos;est pas arrêtée à temps, et y a été forcée après %1.</translation>
    </message>
    <message>
        <source>Cancelled after %1.</source>
        <translation>Annulée après %1.</translation>
    </message>
    <message>
        <source>Ended by signal %1 after %2.</source>
        <translation>Terminée par le signal %1 après %2.</translation>
    </message>
    <message>
        <source>Exit code %1 after %2.</source>
        <translation>Code de sortie %1 après %2.</translation>
    </message>
    <message>
        <source>Output: %1.</source>
        <translation>Sortie&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Only the end of it is shown.</source>
        <translation>Seule la fin en est affichée.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::Screenshot</name>
    <message>
        <source>The picture cannot be written to %1: %2. Choose another file.</source>
        <translation>Impossible d&apos;écrire l&apos;image dans %1&#xa0;: %2. Choisissez un autre fichier.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two shortcuts</comment>
        <translation> ou </translation>
    </message>
    <message>
        <source>Space, and the keys that act on rows, work while a table or the charts have the focus.</source>
        <translation>Espace, et les touches qui agissent sur les lignes, valent tant qu&apos;un tableau ou les graphiques ont le focus.</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::StartDaemonDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>Dé&amp;marrer</translation>
    </message>
    <message>
        <source>Start a Daemon</source>
        <translation>Démarrer un démon</translation>
    </message>
    <message>
        <source>Daemon id</source>
        <translation>Identifiant du démon</translation>
    </message>
    <message>
        <source>Letters, digits, dots, dashes and underscores.</source>
        <translation>Lettres, chiffres, points, tirets et tirets bas.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Fichier de configuration</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>Le fichier habituel</translation>
    </message>
    <message>
        <source>&amp;Daemon id:</source>
        <translation>&amp;Identifiant du démon&#xa0;:</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>&amp;Program:</source>
        <translation>&amp;Programme&#xa0;:</translation>
    </message>
    <message>
        <source>Choose the program</source>
        <translation>Choisir le programme</translation>
    </message>
    <message>
        <source>The Program of the Daemon</source>
        <translation>Programme du démon</translation>
    </message>
    <message>
        <source>&amp;Configuration file:</source>
        <translation>Fichier de &amp;configuration&#xa0;:</translation>
    </message>
    <message>
        <source>Choose the configuration file</source>
        <translation>Choisir le fichier de configuration</translation>
    </message>
    <message>
        <source>The Configuration of the Daemon</source>
        <translation>Configuration du démon</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Ce qui s&apos;est mal passé</translation>
    </message>
    <message>
        <source>Say which program is the daemon.</source>
        <translation>Indiquez quel programme est le démon.</translation>
    </message>
    <message>
        <source>Starts the daemon “%1”…</source>
        <translation>Démarrage du démon «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>A daemon “%1” runs already. Choose another id to start one more.</source>
        <translation>Un démon «&#xa0;%1&#xa0;» est déjà en fonction. Choisissez un autre identifiant pour en démarrer un de plus.</translation>
    </message>
    <message>
        <source>The daemon was not started:</source>
        <translation>Le démon n&apos;a pas été démarré&#xa0;:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TailPage</name>
    <message>
        <source>Asks the daemon for the output…</source>
        <translation>Demande la sortie au démon…</translation>
    </message>
    <message>
        <source>[no longer followed]</source>
        <translation>[n&apos;est plus suivie]</translation>
    </message>
    <message>
        <source>[%1 were written before, and are not shown]</source>
        <translation>[%1 ont été écrits auparavant, et ne sont pas affichés]</translation>
    </message>
    <message>
        <source>[%1 of standard output left out: it came too fast]</source>
        <translation>[%1 de la sortie standard omis&#xa0;: elle arrivait trop vite]</translation>
    </message>
    <message>
        <source>[%1 of standard error left out: it came too fast]</source>
        <translation>[%1 de l&apos;erreur standard omis&#xa0;: elle arrivait trop vite]</translation>
    </message>
    <message>
        <source>The request has ended. Received: %1.</source>
        <translation>La requête est terminée. Reçu&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The output cannot be followed: %1.</source>
        <translation>La sortie ne peut pas être suivie&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Received: %1.</source>
        <translation>Reçu&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Omis&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Only the end of it is shown.</source>
        <translation>Seule la fin en est affichée.</translation>
    </message>
    <message>
        <source>Output from &amp;now on (lines of standard error begin with “%1” and are slanted):</source>
        <translation>Sortie à partir de &amp;maintenant (les lignes de l&apos;erreur standard commencent par «&#xa0;%1&#xa0;» et sont en italique)&#xa0;:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TrayIcon</name>
    <message>
        <source>All daemons are well</source>
        <translation>Tous les démons vont bien</translation>
    </message>
    <message numerus="yes">
        <source>%n daemons are degraded</source>
        <translation>
            <numerusform>%n démon est dégradé</numerusform>
            <numerusform>%n démons sont dégradés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Monitor::TroubleWatch</name>
    <message>
        <source>A daemon is degraded</source>
        <translation>Un démon est dégradé</translation>
    </message>
    <message>
        <source>The daemon %1 serves, but something is wrong with it: see its health.</source>
        <translation>Le démon %1 fonctionne, mais quelque chose ne va pas&#xa0;: voyez sa santé.</translation>
    </message>
    <message>
        <source>A cancellation was forced</source>
        <translation>Une annulation a été forcée</translation>
    </message>
    <message>
        <source>Request %1 of the daemon %2 did not stop when it was asked to: %3</source>
        <translation>La requête %1 du démon %2 ne s&apos;est pas arrêtée quand on le lui a demandé&#xa0;: %3</translation>
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
        <translation>la connexion a été perdue avant la réponse&#x202f;; l&apos;appel a peut-être été exécuté</translation>
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
        <translation>aucun démon n&apos;a accepté la commande dans son délai de %1 ms&#x202f;; accordez plus de temps</translation>
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
        <translation>le répertoire d&apos;exécution contient un caractère NUL&#x202f;; indiquez un chemin ordinaire</translation>
    </message>
    <message>
        <source>the runtime directory %1 is for user %2; start the daemon as that user</source>
        <translation>le répertoire d&apos;exécution %1 est pour l&apos;utilisateur %2&#x202f;; démarrez le démon sous cet utilisateur</translation>
    </message>
    <message>
        <source>cannot create the runtime directory %1: its parent is not a directory; create it first or choose another with --runtime-dir</source>
        <translation>impossible de créer le répertoire d&apos;exécution %1&#xa0;: son parent n&apos;est pas un répertoire&#x202f;; créez-le d&apos;abord ou choisissez-en un autre avec --runtime-dir</translation>
    </message>
    <message>
        <source>no daemon is running: the runtime directory %1 does not exist</source>
        <translation>aucun démon ne fonctionne&#xa0;: le répertoire d&apos;exécution %1 n&apos;existe pas</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is a symbolic link; give the directory it leads to</source>
        <translation>refus d&apos;utiliser le répertoire d&apos;exécution %1&#xa0;: c&apos;est un lien symbolique&#x202f;; indiquez le répertoire où il mène</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is not a directory; remove it</source>
        <translation>refus d&apos;utiliser le répertoire d&apos;exécution %1&#xa0;: ce n&apos;est pas un répertoire&#x202f;; supprimez-le</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it belongs to user %2, not to user %3; remove it or choose another with --runtime-dir</source>
        <translation>refus d&apos;utiliser le répertoire d&apos;exécution %1&#xa0;: il appartient à l&apos;utilisateur %2, et non à l&apos;utilisateur %3&#x202f;; supprimez-le ou choisissez-en un autre avec --runtime-dir</translation>
    </message>
    <message>
        <source>refusing to use the runtime directory %1: it is open to other users (mode %2); run chmod 700 on it</source>
        <translation>refus d&apos;utiliser le répertoire d&apos;exécution %1&#xa0;: il est accessible à d&apos;autres utilisateurs (mode %2)&#x202f;; appliquez-lui chmod 700</translation>
    </message>
    <message>
        <source>the socket path %1 has %2 bytes and the system allows %3; choose a shorter directory with --runtime-dir</source>
        <translation>le chemin de socket %1 a %2 octets et le système en permet %3&#x202f;; choisissez un répertoire plus court avec --runtime-dir</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::Spawner</name>
    <message>
        <source>cannot start the daemon: no program &quot;%1&quot; in PATH; give its path</source>
        <translation>impossible de démarrer le démon&#xa0;: pas de programme «&#xa0;%1&#xa0;» dans PATH&#x202f;; indiquez son chemin</translation>
    </message>
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
        <translation>le démon n&apos;a pas été prêt en %1 ms&#x202f;; accordez-en plus avec --spawn-timeout</translation>
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
        <translation>%1&#x202f;; il n&apos;a rien écrit dans son journal %2</translation>
    </message>
    <message>
        <source>%1; its log %2 ends:</source>
        <translation>%1&#x202f;; son journal %2 se termine ainsi&#xa0;:</translation>
    </message>
</context>
<context>
    <name>DaemonRpc::TcpDialer</name>
    <message>
        <source>%1 did not finish the TLS handshake in time; it may not speak TLS (then use tcp://)</source>
        <translation>%1 n&apos;a pas terminé la négociation TLS à temps&#x202f;; il ne parle peut-être pas TLS (alors utilisez tcp://)</translation>
    </message>
    <message>
        <source>%1 did not answer in time; check the address, and whether a firewall is in between</source>
        <translation>%1 n&apos;a pas répondu à temps&#x202f;; vérifiez l&apos;adresse, et si un pare-feu s&apos;interpose</translation>
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
        <translation>rien n&apos;écoute à %1&#x202f;; démarrez-y le démon, ou corrigez l&apos;adresse</translation>
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
        <translation>refus d&apos;utiliser le fichier de jeton %1&#xa0;: c&apos;est un lien symbolique&#x202f;; indiquez le fichier lui-même</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is no regular file</source>
        <translation>refus d&apos;utiliser le fichier de jeton %1&#xa0;: ce n&apos;est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it belongs to user %2; make a copy of your own</source>
        <translation>refus d&apos;utiliser le fichier de jeton %1&#xa0;: il appartient à l&apos;utilisateur %2&#x202f;; faites-en une copie à vous</translation>
    </message>
    <message>
        <source>refusing to use the token file %1: it is open to others; run chmod 600 on it, and make a new token if others may have seen it</source>
        <translation>refus d&apos;utiliser le fichier de jeton %1&#xa0;: il est accessible à d&apos;autres&#x202f;; appliquez-lui chmod 600, et faites un nouveau jeton si d&apos;autres ont pu le voir</translation>
    </message>
    <message>
        <source>%1 holds no token: that is one line of %2 to %3 letters, digits and signs; make one with daemon-rpcd --make-token</source>
        <translation>%1 ne contient pas de jeton&#xa0;: c&apos;est une ligne de %2 à %3 lettres, chiffres et signes&#x202f;; faites-en un avec daemon-rpcd --make-token</translation>
    </message>
    <message>
        <source>%1 exists already; remove it first if its token is to be replaced</source>
        <translation>%1 existe déjà&#x202f;; supprimez-le d&apos;abord si son jeton doit être remplacé</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>a duration, such as 500ms, 5s or 1h30min</source>
        <translation>une durée, comme 500ms, 5s ou 1h30min</translation>
    </message>
    <message>
        <source>a size, such as 200, 10KiB or 1.5M</source>
        <translation>une taille, comme 200, 10KiB ou 1.5M</translation>
    </message>
    <message>
        <source>a percentage, such as 50%</source>
        <translation>un pourcentage, comme 50%</translation>
    </message>
    <message>
        <source>a rate, such as 12 or 0.5/s</source>
        <translation>un débit, comme 12 ou 0.5/s</translation>
    </message>
    <message>
        <source>a time, such as 15:04, 2026-11-21 or 2026-11-21T15:04</source>
        <translation>une heure ou une date, comme 15:04, 2026-11-21 ou 2026-11-21T15:04</translation>
    </message>
    <message>
        <source>a number, such as 12</source>
        <translation>un nombre, comme 12</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
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
        <source>gone</source>
        <translation>disparu</translation>
    </message>
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
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>honoured</source>
        <translation>respectée</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdue</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>forcée</translation>
    </message>
    <message>
        <source>client closed</source>
        <translation>client déconnecté</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>sur demande</translation>
    </message>
    <message>
        <source>daemon stops</source>
        <translation>arrêt du démon</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>délai dépassé</translation>
    </message>
    <message>
        <source>process group killed</source>
        <translation>groupe de processus tué</translation>
    </message>
    <message>
        <source>worker set aside</source>
        <translation>exécutant en quarantaine</translation>
    </message>
    <message>
        <source>handler dropped</source>
        <translation>gestionnaire abandonné</translation>
    </message>
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
    <message>
        <source>handshake</source>
        <translation>poignée de main</translation>
    </message>
    <message>
        <source>command</source>
        <translation>commande</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>appels</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>fermeture</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermée</translation>
    </message>
    <message>
        <source>control</source>
        <translation>contrôle</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>correct</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>débogage</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>fatal</translation>
    </message>
    <message>
        <source>event loop</source>
        <translation>boucle d&apos;événements</translation>
    </message>
    <message>
        <source>worker pool</source>
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
    <name>RecordingEntry</name>
    <message>
        <source>This is no recording of daemon-rpc-monitor.</source>
        <translation>Ce n&apos;est pas un enregistrement de daemon-rpc-monitor.</translation>
    </message>
    <message>
        <source>This recording was made by another version and cannot be read.</source>
        <translation>Cet enregistrement a été fait par une autre version et ne peut pas être lu.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>ce n&apos;est pas un objet</translation>
    </message>
    <message>
        <source>&quot;at_ms&quot; or &quot;daemon&quot; is missing or negative</source>
        <translation>«&#xa0;at_ms&#xa0;» ou «&#xa0;daemon&#xa0;» manque ou est négatif</translation>
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
        <translation>Exécutants</translation>
    </message>
</context>
</TS>
