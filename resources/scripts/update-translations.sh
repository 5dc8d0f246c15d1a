#!/usr/bin/env bash
# Brings catalogues up to date with the sources: update-translations.sh [PROGRAM CATALOGUE_DIR SOURCE_DIR...]
# Without arguments those of every program, in translations/. New texts appear as unfinished, those that are gone
# are removed; what is translated stays. Catalogues name no places in the sources, so that a change there is no
# change here.
set -euo pipefail
cd "$(dirname "$0")/../.."

# A program and where its texts are; clients show what the library says, daemons write it to logs.
programs=(
    "daemon-rpc cli core/daemonrpc"
    "daemon-rpcd daemon"
    "daemon-rpc-monitor monitor core/daemonrpc"
)
languages=(en de fr zh_CN) # as in resources/cmake/DaemonRpcTranslations.cmake

lupdate=
for candidate in /usr/lib/qt6/bin/lupdate lupdate6 lupdate-qt6 lupdate; do
    if command -v "$candidate" >/dev/null && [[ $("$candidate" -version) == *" 6."* ]]; then
        lupdate=$candidate
        break
    fi
done
if [[ -z $lupdate ]]; then
    echo "translations: lupdate of Qt 6 is missing (Debian: qt6-l10n-tools)" >&2
    exit 77
fi

update() { # PROGRAM CATALOGUE_DIR SOURCE_DIR...
    local language program=$1 catalogues=$2
    shift 2
    for language in "${languages[@]}"; do
        local options=(-silent -no-obsolete -locations none -source-language en -target-language "$language")
        # The sources are English: all that is left to say are the plural forms.
        if [[ $language == en ]]; then
            options+=(-pluralonly)
        fi
        "$lupdate" "${options[@]}" -I . -I core "$@" -ts "$catalogues/${program}_$language.ts"
    done
}

if (($# > 0)); then
    update "$@"
    exit 0
fi
for entry in "${programs[@]}"; do
    read -r program folders <<<"$entry"
    if [[ -d ${folders%% *} ]]; then
        # shellcheck disable=SC2086 # several folders
        update "$program" translations $folders
    fi
done
