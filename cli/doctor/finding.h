// What a check of the doctor found.
#pragma once

#include <QList>
#include <QString>

namespace DaemonRpc::Cli {

/// One finding. Value.
struct Finding
{
    enum class Status {
        Ok,
        Warning, ///< It works, and may not for ever.
        Problem, ///< Something does not work.
    };

    QString name; ///< Of the check, in snake_case.
    Status status = Status::Ok;
    QString text; ///< What was found, naming the thing concerned.
    QString fix;  ///< What to do; empty only when ok.

    static Finding ok(const QString &name, const QString &text) { return {name, Status::Ok, text, {}}; }

    static Finding warning(const QString &name, const QString &text, const QString &fix)
    {
        return {name, Status::Warning, text, fix};
    }

    static Finding problem(const QString &name, const QString &text, const QString &fix)
    {
        return {name, Status::Problem, text, fix};
    }

    friend bool operator==(const Finding &, const Finding &) = default;
};

using Findings = QList<Finding>;

} // namespace DaemonRpc::Cli
