#include "nearestnames_p.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace DaemonRpc {

static constexpr qsizetype maxNameLength = 64; // the distance costs the product of both lengths
static constexpr qsizetype maxNames = 3;
static constexpr qsizetype minContainedLength = 3;

// The Levenshtein distance, ignoring case.
static int editDistance(const QString &left, const QString &right)
{
    std::vector<int> row(static_cast<size_t>(right.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const QChar leftChar : left) {
        int diagonal = std::exchange(row[0], row[0] + 1);
        for (size_t column = 1; column < row.size(); ++column) {
            const QChar rightChar = right.at(static_cast<qsizetype>(column) - 1);
            const int replaced = diagonal + (leftChar.toCaseFolded() == rightChar.toCaseFolded() ? 0 : 1);
            diagonal = row[column];
            row[column] = std::min({replaced, row[column] + 1, row[column - 1] + 1});
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
