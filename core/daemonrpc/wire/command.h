// What a client asks for: a command with everything that the program it stands for would inherit.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <chrono>

namespace DaemonRpc {

/// The terminal that the client sits on. Value.
struct TerminalInfo
{
    bool inputIsTerminal = false;
    bool outputIsTerminal = false;
    bool errorIsTerminal = false;
    quint16 columns = 0; ///< 0 when unknown.
    quint16 rows = 0;    ///< 0 when unknown.
    QByteArray type;     ///< TERM; sent as empty when longer than 64 bytes.

    friend bool operator==(const TerminalInfo &, const TerminalInfo &) = default;
};

/// A command. Value; the payload of a Command frame. All strings are raw bytes: nothing is decoded or
/// re-encoded.
///
/// Either `text` or `arguments` is set. A text is split into arguments by the daemon, by the rules of
/// splitCommandText().
///
///     Command command({"exec", "make", "-j4"});
///     command.workingDirectory = "/src";
struct DAEMONRPC_EXPORT Command
{
    static constexpr qsizetype maxArguments = 1 << 17;
    static constexpr qsizetype maxEnvironment = 1 << 16;
    static constexpr qsizetype maxWorkingDirectoryBytes = 4095; ///< PATH_MAX without its NUL.
    static constexpr qsizetype maxTerminalTypeBytes = 64;
    static constexpr quint32 maxUmask = 0777;
    static constexpr std::chrono::milliseconds maxTimeout{0x7fffffff}; ///< 24 days; what a QTimer can hold.

    Command() = default;
    explicit Command(QByteArrayList argumentList);

    /// With the calling process's environment, working directory and umask. The working directory stays empty
    /// when it cannot be told (it was removed). Not while another thread changes the environment.
    static Command withCallersContext(QByteArrayList argumentList);

    QByteArray text;             ///< The whole command as one line, or empty.
    QByteArrayList arguments;    ///< Name and arguments, or empty.
    QByteArrayList environment;  ///< "NAME=value" each; the whole environment.
    QByteArray workingDirectory; ///< Absolute; empty means "/".
    quint32 umask = 022;
    TerminalInfo terminal;
    /// From acceptance to the end, then cancelled as Timeout; 0 = none. Sent as maxTimeout when longer.
    std::chrono::milliseconds timeout{0};
    bool hasInput = false; ///< The client has standard input to give when asked.

    /// Name and arguments, splitting `text` when that is what is set.
    [[nodiscard]] QByteArrayList argumentList() const;

    [[nodiscard]] QByteArray encode() const;
    /// Errors: ProtocolViolation, also for what the operating system cannot represent: a NUL byte in any
    /// string, an environment entry that is not NAME=value, a working directory that is not absolute.
    static Result<Command> decode(QByteArrayView payload);

    friend bool operator==(const Command &, const Command &) = default;
};

/// Splits a command line into arguments: blanks separate, '…' and "…" quote, a backslash quotes one character
/// outside single quotes. No variables, globs or operators: it is not a shell. An unclosed quote ends at the
/// end.
[[nodiscard]] DAEMONRPC_EXPORT QByteArrayList splitCommandText(QByteArrayView text);

} // namespace DaemonRpc
