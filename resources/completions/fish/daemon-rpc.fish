# fish completion of daemon-rpc

set -l subcommands run commands list status requests connections cancel start stop restart reload drain logs health \
    metrics watch doctor rpc help

# Calls daemon-rpc for the daemon that the command line names.
function __daemon_rpc_ask
    set -l daemon
    set -l words (commandline -opc)
    for i in (seq (count $words))
        switch $words[$i]
            case --daemon-id --runtime-dir --owner --address --token-file --tls-ca --tls-certificate --tls-key --tls-server-name
                test $i -lt (count $words); and set -a daemon $words[$i] $words[(math $i + 1)]
            case '--daemon-id=*' '--runtime-dir=*' '--owner=*' '--address=*' '--token-file=*' '--tls-*=*'
                set -a daemon $words[$i]
        end
    end
    command daemon-rpc $daemon $argv 2>/dev/null
end

function __daemon_rpc_ids
    __daemon_rpc_ask list --json | string replace -rf '^ *"daemon_id": "([A-Za-z0-9._-]*)",?$' '$1'
end

function __daemon_rpc_requests
    __daemon_rpc_ask requests --json | string replace -rf '^        "id": ([0-9]+),?$' '$1'
end

function __daemon_rpc_commands
    printf '%s\n' echo cat exec sleep generate
    __daemon_rpc_ask commands --json | string replace -rf '^        "name": "([A-Za-z0-9._-]*)",?$' '$1'
end

function __daemon_rpc_methods
    __daemon_rpc_ask rpc list_methods | string replace -rf '^        "name": "([A-Za-z0-9._]*)",?$' '$1'
end

complete -c daemon-rpc -f
complete -c daemon-rpc -l daemon-id -x -a '(__daemon_rpc_ids)' -d 'the daemon to use'
complete -c daemon-rpc -l runtime-dir -x -a '(__fish_complete_directories)' -d 'where daemons live'
complete -c daemon-rpc -l daemon -r -F -d 'the daemon program to start'
complete -c daemon-rpc -l config -r -F -d 'the configuration of a daemon that is started'
complete -c daemon-rpc -l spawn-timeout -x -d 'how long starting a daemon may take, in ms'
complete -c daemon-rpc -l no-spawn -d 'never start a daemon'
complete -c daemon-rpc -l in-process -d 'run the command without any daemon'
complete -c daemon-rpc -l version-policy -x -a 'newer-wins exact ignore' -d 'which daemon to replace'
complete -c daemon-rpc -l timeout -x -d 'cancel the command after this time, in ms'
complete -c daemon-rpc -l owner -x -a '(__fish_complete_users)' -d 'talk to the daemon of another user'
complete -c daemon-rpc -l address -x -d 'talk to the daemon at this address'
complete -c daemon-rpc -l token-file -r -F -d 'what proves who calls'
complete -c daemon-rpc -l tls-ca -r -F -d 'certificates to trust'
complete -c daemon-rpc -l tls-certificate -r -F -d 'the certificate of the caller'
complete -c daemon-rpc -l tls-key -r -F -d 'its key'
complete -c daemon-rpc -l tls-server-name -x -d 'the name that the server must prove'
complete -c daemon-rpc -s q -l quiet -d 'errors only'
complete -c daemon-rpc -s v -l verbose -d 'all notices, and what led to an error'
complete -c daemon-rpc -l color -x -a 'auto always never' -d 'colour tables'
complete -c daemon-rpc -s h -l help -d 'show help'
complete -c daemon-rpc -s V -l version -d 'show version, build and protocol'

set -l none "not __fish_seen_subcommand_from $subcommands"
complete -c daemon-rpc -n $none -a run -d 'run a command through the daemon'
complete -c daemon-rpc -n $none -a commands -d 'list the commands that a daemon runs'
complete -c daemon-rpc -n $none -a list -d 'list the daemons that run'
complete -c daemon-rpc -n $none -a status -d 'show how a daemon is doing'
complete -c daemon-rpc -n $none -a requests -d 'list the requests that a daemon serves'
complete -c daemon-rpc -n $none -a connections -d 'list who is connected to a daemon'
complete -c daemon-rpc -n $none -a cancel -d 'ask a request to stop'
complete -c daemon-rpc -n $none -a start -d 'start the daemon, if it does not run'
complete -c daemon-rpc -n $none -a stop -d 'stop the daemon'
complete -c daemon-rpc -n $none -a restart -d 'replace the daemon by a fresh one'
complete -c daemon-rpc -n $none -a reload -d 'have the daemon read its configuration again'
complete -c daemon-rpc -n $none -a doctor -d 'look for what keeps daemons from working'
complete -c daemon-rpc -n $none -a drain -d 'let the daemon finish what runs and exit'
complete -c daemon-rpc -n $none -a logs -d 'show the log of the daemon'
complete -c daemon-rpc -n $none -a health -d 'tell whether the daemon is in order'
complete -c daemon-rpc -n $none -a metrics -d 'show what a daemon has measured'
complete -c daemon-rpc -n $none -a watch -d 'show a daemon and its requests live'
complete -c daemon-rpc -n $none -a rpc -d 'call a JSON-RPC method of the daemon'
complete -c daemon-rpc -n $none -a help -d 'show help'

complete -c daemon-rpc -n '__fish_seen_subcommand_from run' -F -a '(__daemon_rpc_commands)'
complete -c daemon-rpc -n '__fish_seen_subcommand_from run' -s i -l input -d 'give the command standard input'
complete -c daemon-rpc -n '__fish_seen_subcommand_from run' -s n -l no-input -d 'give the command no standard input'
complete -c daemon-rpc -n '__fish_seen_subcommand_from list status requests connections commands' -s a -l all -d 'show all'
complete -c daemon-rpc -n '__fish_seen_subcommand_from list status requests connections commands reload health metrics watch doctor' -s j -l json -d 'print JSON'
complete -c daemon-rpc -n '__fish_seen_subcommand_from run' -l retries -x -d 'try again when refused, so often'
complete -c daemon-rpc -n '__fish_seen_subcommand_from run' -l retry-delay -x -d 'the first pause, in ms'
complete -c daemon-rpc -n '__fish_seen_subcommand_from run' -l idempotent -d 'it may run twice'
complete -c daemon-rpc -n '__fish_seen_subcommand_from metrics' -s t -l table -d 'a table for people'
complete -c daemon-rpc -n '__fish_seen_subcommand_from watch' -s i -l interval -x -d 'look at most once in so many ms'
complete -c daemon-rpc -n '__fish_seen_subcommand_from watch' -l once -d 'show how it is now, and end'
complete -c daemon-rpc -n '__fish_seen_subcommand_from cancel' -s w -l wait -d 'until the request has ended'
complete -c daemon-rpc -n '__fish_seen_subcommand_from cancel' -a '(__daemon_rpc_requests)' -d 'running request'
complete -c daemon-rpc -n '__fish_seen_subcommand_from stop' -s n -l now -d 'cancel what runs without waiting for it'
complete -c daemon-rpc -n '__fish_seen_subcommand_from logs' -s f -l follow -d 'go on with what is added'
complete -c daemon-rpc -n '__fish_seen_subcommand_from logs' -s n -l lines -x -d 'the last lines only'
complete -c daemon-rpc -n '__fish_seen_subcommand_from logs' -s s -l since -x -d 'lines since then'
complete -c daemon-rpc -n '__fish_seen_subcommand_from logs' -s l -l level -x -a 'debug info warning error' -d 'lines of this level or worse'
complete -c daemon-rpc -n '__fish_seen_subcommand_from logs' -s r -l request -x -d 'lines of this request'
complete -c daemon-rpc -n '__fish_seen_subcommand_from logs' -l set-level -x -a 'debug info warning error' -d 'change what the daemon logs'
complete -c daemon-rpc -n '__fish_seen_subcommand_from logs' -s c -l category -x -d 'for this category'
complete -c daemon-rpc -n '__fish_seen_subcommand_from rpc' -a '(__daemon_rpc_methods)' -d method
complete -c daemon-rpc -n '__fish_seen_subcommand_from help' -a "$subcommands"
