// Whether the programs under test carry a sanitizer.
#pragma once

namespace SystemTesting {

/// AddressSanitizer keeps freed memory back and surrounds each block: figures of memory mean nothing then.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isInstrumented = true;
#else
inline constexpr bool isInstrumented = false;
#endif

} // namespace SystemTesting
