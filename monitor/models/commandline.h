// Arguments as a shell reads them.
#pragma once

#include <QString>
#include <QStringList>

namespace DaemonRpc::Monitor {

/// Writes commands so that a person can read them and a POSIX shell takes them for the same words. All
/// functions are thread-safe.
///
/// Control characters and those that change the direction of writing are written as escapes within $'…'
/// (POSIX.1-2024, 2.2.4), so that what is pasted into a terminal is what was seen. Halves of surrogate pairs,
/// which no daemon can have meant, become U+FFFD.
///
///     CommandLine::quoted({"printf", "%s\n", "it's"}) // printf '%s\n' 'it'\''s'
class CommandLine
{
public:
    [[nodiscard]] static QString quotedWord(const QString &word);

    /// All words with spaces in between. Once it has more than @p maxCharacters it is cut there, with an
    /// ellipsis, and is no more than something to read; a negative number is no limit.
    [[nodiscard]] static QString quoted(const QStringList &words, qsizetype maxCharacters = -1);

    /// What runs @p arguments through the daemon @p daemonId again: "daemon-rpc --daemon-id X run -- …",
    /// without the id when it is the default one; empty without arguments. @p runtimeDirectory is where the
    /// daemon lives, when that is not one of the usual places.
    [[nodiscard]] static QString runCommand(const QString &daemonId, const QStringList &arguments,
                                            const QString &runtimeDirectory = {});
};

} // namespace DaemonRpc::Monitor
