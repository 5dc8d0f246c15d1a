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
    get_target_property(type DaemonRpc::Core TYPE)
    if(NOT type STREQUAL "STATIC_LIBRARY")
        return()
    endif()
    foreach(program IN LISTS ARGN)
        set_target_properties(${program} PROPERTIES ENABLE_EXPORTS ON)
        # In front of the libraries, where the archive may come more than once.
        if(APPLE)
            target_link_options(${program} PRIVATE LINKER:-force_load,$<TARGET_FILE:DaemonRpc::Core>)
        else()
            target_link_options(${program} PRIVATE
                LINKER:--whole-archive,$<TARGET_FILE:DaemonRpc::Core>,--no-whole-archive)
        endif()
    endforeach()
endfunction()
