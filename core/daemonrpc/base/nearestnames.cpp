#include "nearestnames_p.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace DaemonRpc {

static constexpr qsizetype maxNameLength = 64; // the distance costs the product of both lengths
static constexpr qsizetype maxNames = 3;
static constexpr qsizetype minContainedLength = 3;

// Optimal string alignment, ignoring case: insertions, deletions, substitutions and exchanged neighbours cost
// one each.
static int editDistance(const QString &left, const QString &right)
{
    const QString from = left.toCaseFolded();
    const QString to = right.toCaseFolded();
    const auto columns = static_cast<size_t>(to.size()) + 1;
    std::vector<int> twoAbove(columns);
    std::vector<int> above(columns);
    std::vector<int> row(columns);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        std::swap(twoAbove, above);
        std::swap(above, row);
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= to.size(); ++j) {
            const auto column = static_cast<size_t>(j);
            const int replaced = above[column - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[column] = std::min({replaced, above[column] + 1, row[column - 1] + 1});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                row[column] = std::min(row[column], twoAbove[column - 2] + 1);
        }
    }
    return row.back();
}

static bool isContained(const QString &part, const QString &whole)
{
    return part.size() >= minContainedLength && whole.contains(part, Qt::CaseInsensitive);
}

QStringList nearestNames(const QString &name, const QStringList &known)
{
    if (name.size() > maxNameLength)
        return {};
    std::vector<std::pair<int, QString>> candidates;
    for (const QString &candidate : known) {
        if (candidate.size() > maxNameLength)
            continue;
        const int distance = editDistance(name, candidate);
        const int allowed = std::clamp(static_cast<int>(std::min(name.size(), candidate.size()) / 3), 1, 3);
        if (distance <= allowed || isContained(name, candidate) || isContained(candidate, name))
            candidates.emplace_back(distance, candidate);
    }
    std::sort(candidates.begin(), candidates.end());
    QStringList nearest;
    for (const auto &[distance, candidate] : candidates) {
        if (nearest.size() < maxNames)
            nearest.append(candidate);
    }
    return nearest;
}

} // namespace DaemonRpc
