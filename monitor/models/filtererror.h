// What is wrong with a part of a filter.
#pragma once

#include <QString>

namespace DaemonRpc::Monitor {

/// A part that could not be understood, to be underlined. Value.
struct FilterError
{
    qsizetype position = 0; ///< Of its first character in the filter's text.
    qsizetype length = 0;   ///< In characters; at least 1.
    QString message;        ///< A translated sentence that says what could be there instead.

    friend bool operator==(const FilterError &, const FilterError &) = default;
};

} // namespace DaemonRpc::Monitor
