#include "suggestion.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace DaemonRpc::Cli {

static constexpr qsizetype maxNameBytes = 40; // longer than any name we know, with room for slips

// Optimal string alignment: insertions, deletions, substitutions and exchanged neighbours cost one each.
static int editDistance(const QByteArray &left, const QByteArray &right)
{
    using Row = std::array<int, maxNameBytes + 1>;
    std::array<Row, 3> rows{};
    std::iota(rows[0].begin(), rows[0].end(), 0);
    for (qsizetype i = 1; i <= left.size(); ++i) {
        Row &current = rows[static_cast<size_t>(i % 3)];
        const Row &above = rows[static_cast<size_t>((i + 2) % 3)];
        const Row &twoAbove = rows[static_cast<size_t>((i + 1) % 3)];
        current[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= right.size(); ++j) {
            const auto column = static_cast<size_t>(j);
            const bool isSame = left.at(i - 1) == right.at(j - 1);
            int best = std::min({above[column] + 1, current[column - 1] + 1, //
                                 above[column - 1] + (isSame ? 0 : 1)});
            const bool isExchanged =
                i > 1 && j > 1 && left.at(i - 1) == right.at(j - 2) && left.at(i - 2) == right.at(j - 1);
            if (isExchanged)
                best = std::min(best, twoAbove[column - 2] + 1);
            current[column] = best;
        }
    }
    return rows[static_cast<size_t>(left.size() % 3)][static_cast<size_t>(right.size())];
}

QByteArray nearestName(const QByteArray &typed, const QByteArrayList &known)
{
    const QByteArray name = typed.toLower();
    if (name.isEmpty() || name.size() > maxNameBytes)
        return {};
    const int allowed = name.size() <= 4 ? 1 : 2;
    QByteArray nearest;
    int nearestDistance = allowed + 1;
    for (const QByteArray &candidate : known) {
        if (candidate.size() > maxNameBytes)
            continue;
        const int distance = editDistance(name, candidate);
        if (distance < nearestDistance) {
            nearest = candidate;
            nearestDistance = distance;
        }
    }
    if (!nearest.isEmpty() || name.size() < 2)
        return nearest;
    const auto completion = std::find_if(known.begin(), known.end(), [&name](const QByteArray &candidate) {
        return candidate.startsWith(name);
    });
    return completion == known.end() ? QByteArray() : *completion;
}

} // namespace DaemonRpc::Cli
