# Functions that every CMakeLists.txt of the project shares.

# Makes the target whose precompiled header all our targets reuse. Sources never rely on it: they include what
# they need, and `make lint` reads them without.
function(daemonrpc_precompile)
    file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp CONTENT "")
    add_library(daemonrpc-precompiled OBJECT ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
    set_target_properties(daemonrpc-precompiled PROPERTIES AUTOMOC OFF)
    target_link_libraries(daemonrpc-precompiled PRIVATE Qt6::Core Qt6::Network tl::expected)
    target_precompile_headers(daemonrpc-precompiled PRIVATE resources/cmake/precompiled.h)
    daemonrpc_strict(daemonrpc-precompiled)
endfunction()

# Our own rules for our own targets: strict warnings and Qt's strict mode. Never exported to users.
function(daemonrpc_strict target)
    if(TARGET daemonrpc-precompiled AND NOT target STREQUAL "daemonrpc-precompiled")
        target_precompile_headers(${target} REUSE_FROM daemonrpc-precompiled)
    endif()
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2)
    target_compile_definitions(${target} PRIVATE
        QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_URL_CAST_FROM_STRING
        QT_DISABLE_DEPRECATED_BEFORE=0x060400)
endfunction()

# Adds a room of the library (of TARGET, else of the core): HEADERS are public and installed, SOURCES are not.
function(daemonrpc_room)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET" "HEADERS;SOURCES")
    if(NOT arg_TARGET)
        set(arg_TARGET DaemonRpcCore)
    endif()
    list(TRANSFORM arg_HEADERS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    target_sources(${arg_TARGET}
        PUBLIC FILE_SET HEADERS FILES ${arg_HEADERS}
        PRIVATE ${arg_SOURCES})
endfunction()

# Registers a command with ctest, run by tests/shared/run_isolated.py: in a private temporary directory that
# must be empty afterwards, with no process left behind, and ended together with all it started when TIMEOUT
# seconds pass.
#   daemonrpc_add_isolated_test(name COMMAND program [argument ...] [TIMEOUT seconds] [LABELS ...] [SERIAL])
function(daemonrpc_add_isolated_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "SERIAL" "TIMEOUT" "COMMAND;LABELS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    add_test(NAME ${name}
        COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tests/shared/run_isolated.py
            --timeout ${arg_TIMEOUT} -- ${arg_COMMAND})
    # The wrapper reports and cleans up by itself; ctest's own limit is for a wrapper that hangs.
    math(EXPR outer_timeout "${arg_TIMEOUT} + 30")
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${outer_timeout}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "${DAEMONRPC_TEST_ENVIRONMENT}")
    if(arg_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
    endif()
endfunction()

# Adds one Qt Test program and registers it with ctest.
#   daemonrpc_add_test(tst_x SOURCES tst_x.cpp [LIBRARIES ...] [TIMEOUT seconds] [LABELS ...] [SERIAL])
function(daemonrpc_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "SERIAL" "TIMEOUT" "SOURCES;LIBRARIES;LABELS")
    add_executable(${name} ${arg_SOURCES})
    daemonrpc_strict(${name})
    target_link_libraries(${name} PRIVATE DaemonRpc::Core Qt6::Test ${arg_LIBRARIES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    set(options)
    if(arg_TIMEOUT)
        list(APPEND options TIMEOUT ${arg_TIMEOUT})
    endif()
    if(arg_LABELS)
        list(APPEND options LABELS ${arg_LABELS})
    endif()
    if(arg_SERIAL)
        list(APPEND options SERIAL)
    endif()
    daemonrpc_add_isolated_test(${name} COMMAND $<TARGET_FILE:${name}> ${options})
endfunction()

# Adds one Google Benchmark program; the target `benchmarks` builds them all, into <build>/benchmarks.
#   daemonrpc_add_benchmark(bench_x SOURCES bench_x.cpp [LIBRARIES ...])
function(daemonrpc_add_benchmark name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    add_executable(${name} ${arg_SOURCES})
    daemonrpc_strict(${name})
    target_link_libraries(${name} PRIVATE DaemonRpc::Core benchmark::benchmark ${arg_LIBRARIES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/benchmarks)
    add_dependencies(benchmarks ${name})
endfunction()

# Adds one libFuzzer program; the target `fuzzers` builds them all, into <build>/fuzzers. The folder
# corpus/<name> beside the source, when there is one, holds its seeds.
#   daemonrpc_add_fuzzer(fuzz_x SOURCES fuzz_x.cpp [LIBRARIES ...])
function(daemonrpc_add_fuzzer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    add_executable(${name} ${arg_SOURCES})
    daemonrpc_strict(${name})
    target_link_libraries(${name} PRIVATE DaemonRpc::Core ${arg_LIBRARIES})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzzers)
    add_dependencies(fuzzers ${name})
endfunction()
