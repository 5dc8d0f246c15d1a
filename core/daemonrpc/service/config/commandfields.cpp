#include "configurationtables_p.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

namespace {

using Key = ConfigurationKey;
using Type = Key::Type;
using C = CommandDefinition;

constexpr qint64 maxTime = std::numeric_limits<int>::max();
constexpr qint64 mebibyte = 1024 * 1024;

template <auto member>
ConfigurationField<C> field(const QString &name, Type type, const QString &description)
{
    return ConfigurationFields::field<C, member>({.path = name, .type = type, .description = description});
}

template <auto member>
ConfigurationField<C> number(const QString &name, qint64 minimum, qint64 maximum, const QString &unit,
                             const QString &description)
{
    return ConfigurationFields::field<C, member>({.path = name,
                                                  .type = Type::Number,
                                                  .description = description,
                                                  .minimum = minimum,
                                                  .maximum = maximum,
                                                  .unit = unit});
}

template <auto member>
ConfigurationField<C> choice(const QString &name, const QStringList &choices, const QString &description)
{
    return ConfigurationFields::field<C, member>({.path = name,
                                                  .type = Type::Choice,
                                                  .description = description,
                                                  .choices = choices,
                                                  .mayBeEmpty = false});
}

// The file counts in MiB, the definition in bytes.
ConfigurationField<C> warmMaxMemory()
{
    auto field = number<&C::warmMaxMemoryBytes>(
        u"warm_max_memory_mb"_s, 0, 1 << 20, u"MiB"_s,
        u"A warm copy whose resident memory is larger than this is replaced. 0: none is."_s);
    field.read = [](const C &command, const Key &) {
        return ConfigurationValue(command.warmMaxMemoryBytes / mebibyte);
    };
    field.write = [](C &command, const Key &, const ConfigurationValue &value) {
        command.warmMaxMemoryBytes = std::get<qint64>(value) * mebibyte;
    };
    return field;
}

QList<ConfigurationField<C>> programFields()
{
    auto program = field<&C::program>(
        u"program"_s, Type::Text,
        u"What to run: a path, or a name that is looked up in PATH. Arguments of the call are added to "
        u"`arguments`."_s);
    program.key.isRequired = true;
    program.key.mayBeEmpty = false;
    return {
        program,
        field<&C::arguments>(u"arguments"_s, Type::TextList,
                             u"Arguments that come before those of the call. Each is one argument: there is "
                             u"no shell."_s),
        field<&C::environment>(u"environment"_s, Type::Environment,
                               u"Variables of the program; see `environment_mode`."_s),
        choice<&C::environmentMode>(
            u"environment_mode"_s, {u"automatic"_s, u"caller"_s, u"fixed"_s, u"merged"_s},
            u"`automatic`: the caller's environment with `environment` over it; in a warm copy, which is "
            u"started before there is a caller, the daemon's own with `environment` over it. `caller`: the "
            u"caller's as it is. `merged`: the caller's with `environment` over it. `fixed`: `environment` "
            u"alone, or without one HOME, LANG, LC_ALL, LC_CTYPE, LOGNAME, PATH, SHELL, TMPDIR, TZ and USER "
            u"as the daemon has them."_s),
        field<&C::workingDirectory>(
            u"working_directory"_s, Type::Path,
            u"Where the program works. Empty: where the caller is; in a warm copy: \"/\"."_s),
        choice<&C::input>(u"input"_s, {u"stream"_s, u"none"_s},
                          u"`stream`: the program reads what the caller sends. `none`: it reads nothing; "
                          u"always so with `worker: json`."_s),
        field<&C::description>(u"description"_s, Type::Text, u"One line for lists of commands."_s),
        field<&C::isHidden>(u"hidden"_s, Type::Flag, u"Leave it out of lists. It can still be called."_s),
        field<&C::isRemote>(u"remote"_s, Type::Flag,
                            u"Open it to callers at `sockets.tcp` and `sockets.tls` with the role control. "
                            u"Their arguments and "
                            u"input count; environment and directory are the daemon's own."_s),
    };
}

QList<ConfigurationField<C>> limitFields()
{
    return {
        number<&C::grace>(
            u"grace_ms"_s, -1, maxTime, u"milliseconds"_s,
            u"Time between asking the program to stop and killing it. -1: `performance.grace_ms`."_s),
        number<&C::timeout>(u"timeout_ms"_s, 0, maxTime, u"milliseconds"_s,
                            u"How long a call may run. 0: `performance.request_timeout_ms` alone counts."_s),
        number<&C::maxParallel>(u"max_parallel"_s, 0, 10000, u"calls"_s,
                                u"Calls that run at a time; more wait in order and are told their place. 0: "
                                u"no limit."_s),
        choice<&C::worker>(
            u"worker"_s, {u"none"_s, u"json"_s},
            u"`none`: a copy of the program serves one call. `json`: it serves one call after the other, as "
            u"lines of JSON (WorkRequest, WorkResponse: Bazel's persistent workers); `warm` is then at least "
            u"1."_s),
        number<&C::warm>(
            u"warm"_s, 0, 64, u"copies"_s,
            u"Copies that are kept started ahead, in a fixed environment and directory, waiting for their "
            u"input. A call with arguments of its own runs cold, in its caller's context; so does a call "
            u"that "
            u"finds no copy ready. `--verbose` says why."_s),
        number<&C::warmMaxAge>(u"warm_max_age_ms"_s, 0, maxTime, u"milliseconds"_s,
                               u"A warm copy older than this is replaced. 0: none is."_s),
        warmMaxMemory(),
    };
}

} // namespace

const QList<ConfigurationField<CommandDefinition>> &ConfigurationTables::commandFields()
{
    static const QList<ConfigurationField<C>> fields = programFields() + limitFields();
    return fields;
}

} // namespace DaemonRpc
