// A large buffer borrowed for the length of one read.
#pragma once

#include <QtGlobal>

#include <memory>

namespace DaemonRpc {

/// Borrows a block from a free list of this thread and gives it back. Nested reads get blocks of their own.
class ReadBuffer
{
public:
    static constexpr qsizetype size = 128 * 1024;

    ReadBuffer();
    ~ReadBuffer();
    ReadBuffer(const ReadBuffer &) = delete;
    ReadBuffer &operator=(const ReadBuffer &) = delete;

    [[nodiscard]] char *data() const { return m_block.get(); }

private:
    std::unique_ptr<char[]> m_block;
};

} // namespace DaemonRpc
