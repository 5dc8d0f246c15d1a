# Catalogues of what programs say to people, in other languages: compiled by lrelease, carried as resources.

# Each program has one catalogue per language. English is the language of the sources; its catalogues hold
# plural forms only.
set(DAEMONRPC_LANGUAGES en de fr zh_CN)

# Embeds the catalogues translations/<program>_<language>.ts in the library `target`, as the resources
# :/translations/<program>_<language>.qm, and has tests compare them with the sources in the folders that follow.
# What is linked with a static library keeps them without Q_INIT_RESOURCE.
#   daemonrpc_add_catalogues(daemon-rpc-cli daemon-rpc ${PROJECT_SOURCE_DIR}/cli)
function(daemonrpc_add_catalogues target program)
    set(catalogue_dir ${PROJECT_SOURCE_DIR}/translations)
    set(compiled_dir ${PROJECT_BINARY_DIR}/translations)
    set(compiled)
    foreach(language IN LISTS DAEMONRPC_LANGUAGES)
        set(name ${program}_${language})
        add_custom_command(OUTPUT ${compiled_dir}/${name}.qm
            COMMAND ${CMAKE_COMMAND} -E make_directory ${compiled_dir}
            COMMAND Qt6::lrelease -silent -nounfinished ${catalogue_dir}/${name}.ts -qm ${compiled_dir}/${name}.qm
            DEPENDS ${catalogue_dir}/${name}.ts
            VERBATIM)
        list(APPEND compiled ${compiled_dir}/${name}.qm)
    endforeach()
    # Uncompressed, so that a program reads what it looks up and nothing else.
    string(MAKE_C_IDENTIFIER ${program}_catalogues resource)
    qt_add_resources(${target} ${resource}
        PREFIX /translations BASE ${compiled_dir} OPTIONS --no-compress FILES ${compiled})
    target_link_libraries(${target} PUBLIC daemonrpc-translator)
    list(JOIN ARGN "|" source_dirs)
    set_property(GLOBAL APPEND PROPERTY DAEMONRPC_CATALOGUES "${program}=${source_dirs}")
endfunction()
