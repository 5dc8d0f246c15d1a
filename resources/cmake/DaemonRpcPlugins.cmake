# For plugins and for the programs that load them; find_package(DaemonRpc) brings this file along.

# daemonrpc_add_plugin(name SOURCES ... [LIBRARIES ...]): a plugin, name.so. SOURCES include the class with
# Q_PLUGIN_METADATA, and its JSON file. It uses the library that is in the program that loads it; a second copy
# of the static one would have its own idea of everything.
function(daemonrpc_add_plugin name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    add_library(${name} MODULE ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE DaemonRpc::Plugin ${arg_LIBRARIES})
    set_target_properties(${name} PROPERTIES
        PREFIX ""
        AUTOMOC ON
        CXX_VISIBILITY_PRESET hidden
        VISIBILITY_INLINES_HIDDEN ON)
endfunction()

# daemonrpc_plugin_host(program ...): programs that load plugins have the whole library in them, for plugins to
# find. Nothing to do where the library is a shared one.
function(daemonrpc_plugin_host)
    get_target_property(library DaemonRpc::Core ALIASED_TARGET)
    if(NOT library)
        set(library DaemonRpc::Core)
    endif()
    get_target_property(type DaemonRpc::Core TYPE)
    if(type STREQUAL "STATIC_LIBRARY")
        set_target_properties(${ARGN} PROPERTIES
            ENABLE_EXPORTS ON
            LINK_LIBRARY_OVERRIDE "WHOLE_ARCHIVE,${library}")
    endif()
endfunction()
