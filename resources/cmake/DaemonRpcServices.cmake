# Units for supervisors: systemd, launchd, s6. The program's path is filled in while installing, so that
# `cmake --install --prefix` gives units that fit.
set(systemd_dir lib/systemd CACHE STRING "Where the systemd units go, in user/ and system/")
mark_as_advanced(systemd_dir)

# daemonrpc_install_filled(template destination name [executable])
function(daemonrpc_install_filled template destination name)
    install(CODE "
        set(DAEMONRPC_DAEMON \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/daemon-rpcd\")
        configure_file(\"${PROJECT_SOURCE_DIR}/resources/${template}\"
            \"${PROJECT_BINARY_DIR}/services/${template}.filled\" @ONLY)"
        COMPONENT Runtime)
    if("executable" IN_LIST ARGN)
        install(PROGRAMS "${PROJECT_BINARY_DIR}/services/${template}.filled"
            DESTINATION ${destination} RENAME ${name} COMPONENT Runtime)
    else()
        install(FILES "${PROJECT_BINARY_DIR}/services/${template}.filled"
            DESTINATION ${destination} RENAME ${name} COMPONENT Runtime)
    endif()
endfunction()

if(APPLE)
    daemonrpc_install_filled(launchd/daemon-rpcd.plist.in ${CMAKE_INSTALL_DATADIR}/daemon-rpc daemon-rpcd.plist)
else()
    foreach(kind IN ITEMS user system)
        foreach(unit IN ITEMS daemon-rpcd@.service daemon-rpcd@.socket)
            daemonrpc_install_filled(systemd/${kind}/${unit}.in ${systemd_dir}/${kind} ${unit})
        endforeach()
    endforeach()
    install(FILES ${PROJECT_SOURCE_DIR}/resources/systemd/sysusers.conf
        DESTINATION lib/sysusers.d RENAME daemon-rpc.conf COMPONENT Runtime)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/systemd/tmpfiles.conf
        DESTINATION lib/tmpfiles.d RENAME daemon-rpc.conf COMPONENT Runtime)
endif()
# s6 service directories are copied to where s6-svscan(8) looks.
set(s6_dir ${CMAKE_INSTALL_DATADIR}/daemon-rpc/s6/daemon-rpcd)
daemonrpc_install_filled(s6/daemon-rpcd/run.in ${s6_dir} run executable)
install(FILES
        ${PROJECT_SOURCE_DIR}/resources/s6/daemon-rpcd/notification-fd
        ${PROJECT_SOURCE_DIR}/resources/s6/daemon-rpcd/timeout-kill
    DESTINATION ${s6_dir} COMPONENT Runtime)
