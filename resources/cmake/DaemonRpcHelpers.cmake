# Functions that every CMakeLists.txt of the project shares.

# Our own rules for our own targets: strict warnings and Qt's strict mode. Never exported to users.
function(daemonrpc_strict target)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2)
    target_compile_definitions(${target} PRIVATE
        QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_URL_CAST_FROM_STRING
        QT_DISABLE_DEPRECATED_BEFORE=0x060400)
endfunction()

# Adds a room of the core library: HEADERS are public and installed, SOURCES are not.
function(daemonrpc_room)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "HEADERS;SOURCES")
    list(TRANSFORM arg_HEADERS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    target_sources(DaemonRpcCore
        PUBLIC FILE_SET HEADERS FILES ${arg_HEADERS}
        PRIVATE ${arg_SOURCES})
endfunction()

# Adds one Qt Test program and registers it with ctest.
#   daemonrpc_add_test(tst_x SOURCES tst_x.cpp [LIBRARIES ...] [TIMEOUT seconds] [LABELS ...] [SERIAL])
function(daemonrpc_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "SERIAL" "TIMEOUT" "SOURCES;LIBRARIES;LABELS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    add_executable(${name} ${arg_SOURCES})
    daemonrpc_strict(${name})
    target_link_libraries(${name} PRIVATE DaemonRpc::Core Qt6::Test ${arg_LIBRARIES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}")
    if(arg_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
    endif()
endfunction()
