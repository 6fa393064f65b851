# The Python extension biaochi._core and the files that go beside it in the wheel.
set(PYBIND11_FINDPYTHON ON)
find_package(pybind11 CONFIG REQUIRED)

file(GLOB_RECURSE python_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/bindings/python/src/*.cpp)
if(python_sources)
    pybind11_add_module(_core MODULE ${python_sources})
    biaochi_target(_core)
    target_compile_definitions(_core PRIVATE BIAOCHI_VERSION="${PROJECT_VERSION}")
    target_link_libraries(_core PRIVATE biaochi)
    install(TARGETS _core LIBRARY DESTINATION biaochi COMPONENT python)
endif()
install(DIRECTORY rulebooks/ DESTINATION biaochi/rulebooks COMPONENT python FILES_MATCHING PATTERN "*.json")
