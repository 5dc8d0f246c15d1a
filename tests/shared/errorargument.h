// Reading an Error out of a QSignalSpy.
#pragma once

#include <daemonrpc/base/error.h>

#include <QSignalSpy>

namespace DaemonRpc::Testing {

/// The first argument of emission @p index. QVariant::value() cannot give it: an Error has no empty state.
inline Error errorArgument(const QSignalSpy &spy, qsizetype index = 0)
{
    const QVariant &argument = spy.at(index).at(0);
    if (argument.metaType() != QMetaType::fromType<Error>())
        return Error(ErrorCode::Internal, QStringLiteral("the signal carries no error"));
    return *static_cast<const Error *>(argument.constData());
}

} // namespace DaemonRpc::Testing
