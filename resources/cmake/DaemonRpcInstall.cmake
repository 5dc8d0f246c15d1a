# What `cmake --install` puts where: the library with its package files, the programs, and what belongs to them.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/DaemonRpc)

install(TARGETS DaemonRpcCore DaemonRpcPlugin EXPORT DaemonRpcTargets
    ARCHIVE COMPONENT Development
    LIBRARY COMPONENT Runtime NAMELINK_COMPONENT Development
    FILE_SET HEADERS COMPONENT Development)
install(EXPORT DaemonRpcTargets NAMESPACE DaemonRpc:: DESTINATION ${package_dir} COMPONENT Development)
# A set of its own: only who asks for the component Service needs what that depends on.
install(TARGETS DaemonRpcService EXPORT DaemonRpcServiceTargets
    ARCHIVE COMPONENT Development
    LIBRARY COMPONENT Runtime NAMELINK_COMPONENT Development
    FILE_SET HEADERS COMPONENT Development)
install(EXPORT DaemonRpcServiceTargets NAMESPACE DaemonRpc:: DESTINATION ${package_dir} COMPONENT Development)

configure_package_config_file(
    ${PROJECT_SOURCE_DIR}/resources/cmake/DaemonRpcConfig.cmake.in ${PROJECT_BINARY_DIR}/DaemonRpcConfig.cmake
    INSTALL_DESTINATION ${package_dir})
# Before 1.0 every minor version may break what is built on it.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/DaemonRpcConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
        ${PROJECT_BINARY_DIR}/DaemonRpcConfig.cmake
        ${PROJECT_BINARY_DIR}/DaemonRpcConfigVersion.cmake
        ${PROJECT_SOURCE_DIR}/resources/cmake/DaemonRpcPlugins.cmake
    DESTINATION ${package_dir} COMPONENT Development)

# The prefix is written relative to the file's own folder, so that a moved or staged tree still works.
file(RELATIVE_PATH pc_prefix /x/${CMAKE_INSTALL_LIBDIR}/pkgconfig /x)
get_target_property(core_type DaemonRpcCore TYPE)
if(core_type STREQUAL "SHARED_LIBRARY")
    set(pc_definitions " -DDAEMONRPC_SHARED")
endif()
foreach(library IN ITEMS core service)
    configure_file(${PROJECT_SOURCE_DIR}/resources/cmake/daemonrpc-${library}.pc.in
        ${PROJECT_BINARY_DIR}/daemonrpc-${library}.pc @ONLY)
endforeach()
install(FILES ${PROJECT_BINARY_DIR}/daemonrpc-core.pc ${PROJECT_BINARY_DIR}/daemonrpc-service.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT Development)

# The programs, and per program whatever its folder under resources/ has by the customary name.
foreach(program IN ITEMS daemon-rpcd daemon-rpc daemon-rpc-monitor)
    if(NOT TARGET ${program})
        continue()
    endif()
    install(TARGETS ${program} RUNTIME COMPONENT Runtime)
    foreach(section IN ITEMS 1 8)
        if(EXISTS ${PROJECT_SOURCE_DIR}/resources/man/${program}.${section})
            install(FILES ${PROJECT_SOURCE_DIR}/resources/man/${program}.${section}
                DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT Runtime)
        endif()
    endforeach()
    foreach(completion IN ITEMS
            "bash/${program}|bash-completion/completions"
            "zsh/_${program}|zsh/site-functions"
            "fish/${program}.fish|fish/vendor_completions.d")
        string(REPLACE "|" ";" completion "${completion}")
        list(GET completion 0 source)
        list(GET completion 1 destination)
        if(EXISTS ${PROJECT_SOURCE_DIR}/resources/completions/${source})
            install(FILES ${PROJECT_SOURCE_DIR}/resources/completions/${source}
                DESTINATION ${CMAKE_INSTALL_DATADIR}/${destination} COMPONENT Runtime)
        endif()
    endforeach()
endforeach()

if(TARGET daemon-rpcd)
    include(DaemonRpcServices)
    install(FILES
            ${PROJECT_SOURCE_DIR}/resources/monitoring/grafana-dashboard.json
            ${PROJECT_SOURCE_DIR}/resources/monitoring/prometheus-alerts.yaml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/daemon-rpc/monitoring COMPONENT Runtime)
endif()

if(TARGET daemon-rpc-monitor)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/desktop/org.daemon_rpc.Monitor.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT Runtime)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/desktop/org.daemon_rpc.Monitor.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT Runtime)
    set(icon_dir ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/daemon-rpc-monitor.svg
        DESTINATION ${icon_dir}/scalable/apps COMPONENT Runtime)
    foreach(size IN ITEMS 16 24 32 48 64 128 256)
        install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/daemon-rpc-monitor-${size}.png
            DESTINATION ${icon_dir}/${size}x${size}/apps RENAME daemon-rpc-monitor.png COMPONENT Runtime)
    endforeach()
endif()

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/resources/config/daemon.yaml DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT Runtime)

# cmake --build <dir> --target uninstall: removes the files that the last install from there listed.
if(PROJECT_IS_TOP_LEVEL)
    add_custom_target(uninstall
        COMMAND ${CMAKE_COMMAND} -D MANIFEST=${PROJECT_BINARY_DIR}/install_manifest.txt
            -P ${PROJECT_SOURCE_DIR}/resources/cmake/DaemonRpcUninstall.cmake
        VERBATIM)
endif()
