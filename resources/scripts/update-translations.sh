#!/usr/bin/env bash
# Brings catalogues up to date with the sources: update-translations.sh [PROGRAM SOURCE_DIR [CATALOGUE_DIR]]
# Without arguments those of every program, in translations/. New texts appear as unfinished, those that are gone
# are removed; what is translated stays. Catalogues name no places in the sources, so that a change there is no
# change here.
set -euo pipefail
cd "$(dirname "$0")/../.."

programs=(daemon-rpc:cli daemon-rpcd:daemon daemon-rpc-monitor:monitor)
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

update() { # PROGRAM SOURCE_DIR CATALOGUE_DIR
    local language
    for language in "${languages[@]}"; do
        local options=(-silent -no-obsolete -locations none -source-language en -target-language "$language")
        # The sources are English: all that is left to say are the plural forms.
        if [[ $language == en ]]; then
            options+=(-pluralonly)
        fi
        "$lupdate" "${options[@]}" -I . "$2" -ts "$3/$1_$language.ts"
    done
}

if (($# > 0)); then
    update "$1" "$2" "${3:-translations}"
    exit 0
fi
for entry in "${programs[@]}"; do
    if [[ -d ${entry#*:} ]]; then
        update "${entry%%:*}" "${entry#*:}" translations
    fi
done
