#include "models/commandline.h"

#include <daemonrpc/base/daemonid.h>

#include <algorithm>

namespace DaemonRpc::Monitor {

static bool isPlain(QChar c) { return c.isLetterOrNumber() || QStringView(u"_@%+=:,./-").contains(c); }

// Characters that act instead of being seen: control characters, separators of lines, and what changes the
// direction of the text around it (Unicode, UAX #9). All lie in the basic plane.
static bool isUnseen(QChar c)
{
    const ushort code = c.unicode();
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x061c || code == 0x200e ||
           code == 0x200f || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

static QString withoutLoneSurrogates(QString word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool isPair =
            word.at(i).isHighSurrogate() && i + 1 < word.size() && word.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else if (word.at(i).isSurrogate())
            word[i] = QChar::ReplacementCharacter;
    }
    return word;
}

// Octal, since any shell that knows $'…' knows it, and it ends after three digits whatever follows.
static QString escapes(QChar c)
{
    if (c == u'\n')
        return QStringLiteral("\\n");
    if (c == u'\t')
        return QStringLiteral("\\t");
    QString escaped;
    const QByteArray bytes = QString(c).toUtf8();
    for (const char byte : bytes)
        escaped += QStringLiteral("\\%1").arg(static_cast<uchar>(byte), 3, 8, QLatin1Char('0'));
    return escaped;
}

QString CommandLine::quotedWord(const QString &word)
{
    const QString text = withoutLoneSurrogates(word);
    // A zero ends a word: nobody can have given one, and no shell can be made to.
    if (std::any_of(text.begin(), text.end(), isUnseen)) {
        QString quoted = QStringLiteral("$'");
        for (const QChar c : text) {
            if (isUnseen(c))
                quoted += escapes(c);
            else if (c == u'\'' || c == u'\\')
                quoted += QStringLiteral("\\") + c;
            else
                quoted += c;
        }
        return quoted + u'\'';
    }
    // A leading "=" means something to zsh.
    if (!text.isEmpty() && !text.startsWith(u'=') && std::all_of(text.begin(), text.end(), isPlain))
        return text;
    return u'\'' + QString(text).replace(QStringLiteral("'"), QStringLiteral("'\\''")) + u'\'';
}

QString CommandLine::quoted(const QStringList &words, qsizetype maxCharacters)
{
    QString line;
    for (const QString &word : words) {
        if (!line.isEmpty())
            line += u' ';
        line += quotedWord(word);
        if (maxCharacters >= 0 && line.size() > maxCharacters)
            return line.left(maxCharacters) + u'…';
    }
    return line;
}

QString CommandLine::runCommand(const QString &daemonId, const QStringList &arguments,
                                const QString &runtimeDirectory)
{
    if (arguments.isEmpty())
        return {};
    QStringList words{QStringLiteral("daemon-rpc")};
    if (!runtimeDirectory.isEmpty())
        words += {QStringLiteral("--runtime-dir"), runtimeDirectory};
    if (daemonId != DaemonId().toString())
        words += {QStringLiteral("--daemon-id"), daemonId};
    words += {QStringLiteral("run"), QStringLiteral("--")};
    return quoted(words + arguments);
}

} // namespace DaemonRpc::Monitor
