#include "readbuffer_p.h"

#include <utility>

namespace DaemonRpc {

// One spare block is enough: reads nest only when a slot runs an event loop of its own.
static thread_local std::unique_ptr<char[]> spareBlock;

ReadBuffer::ReadBuffer()
    : m_block(spareBlock ? std::move(spareBlock) : std::unique_ptr<char[]>(new char[size]))
{}

ReadBuffer::~ReadBuffer() { spareBlock = std::move(m_block); }

} // namespace DaemonRpc
