// Rows, gathered to ranges.
#pragma once

#include <algorithm>
#include <vector>

namespace DaemonRpc::Monitor {

/// A set of rows that is gone through as ranges without gaps, as few as there are. Value.
class RowRanges
{
public:
    void add(int row) { m_rows.push_back(row); }

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

    /// The least; only when not empty.
    [[nodiscard]] int first() const { return *std::min_element(m_rows.begin(), m_rows.end()); }

    /// Calls @p call with the first and last row of each range, from the top.
    template <typename Call>
    void forEach(Call call)
    {
        sort();
        for (size_t begin = 0; begin < m_rows.size();) {
            size_t end = begin + 1;
            while (end < m_rows.size() && m_rows[end] == m_rows[end - 1] + 1)
                ++end;
            call(m_rows[begin], m_rows[end - 1]);
            begin = end;
        }
    }

    /// The same from the bottom, so that rows can be taken out on the way.
    template <typename Call>
    void forEachFromTheEnd(Call call)
    {
        sort();
        for (size_t end = m_rows.size(); end > 0;) {
            size_t begin = end - 1;
            while (begin > 0 && m_rows[begin - 1] == m_rows[begin] - 1)
                --begin;
            call(m_rows[begin], m_rows[end - 1]);
            end = begin;
        }
    }

private:
    void sort()
    {
        std::sort(m_rows.begin(), m_rows.end());
        m_rows.erase(std::unique(m_rows.begin(), m_rows.end()), m_rows.end());
    }

    std::vector<int> m_rows;
};

} // namespace DaemonRpc::Monitor
