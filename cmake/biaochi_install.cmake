# What `cmake --install` leaves: headers, both libraries, packages for CMake and pkg-config, the rulebooks.
include(CMakePackageConfigHelpers)

set(installed biaochi)
if(TARGET biaochi_c)
    list(APPEND installed biaochi_c)
endif()
install(TARGETS ${installed} EXPORT biaochi_targets)
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY rulebooks DESTINATION ${CMAKE_INSTALL_DATADIR}/biaochi FILES_MATCHING PATTERN "*.json")

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/biaochi)
install(EXPORT biaochi_targets NAMESPACE biaochi:: DESTINATION ${package_dir} FILE biaochiTargets.cmake)
configure_package_config_file(cmake/biaochiConfig.cmake.in biaochiConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(biaochiConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/biaochiConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/biaochiConfigVersion.cmake
        DESTINATION ${package_dir})

file(RELATIVE_PATH package_to_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
foreach(package biaochi biaochi-c)
    configure_file(cmake/${package}.pc.in ${package}.pc @ONLY)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${package}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()
