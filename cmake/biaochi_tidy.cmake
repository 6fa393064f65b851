# The target `tidy`: clang-tidy reads every source of the library, without compiling it.
find_program(BIAOCHI_RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy REQUIRED)
find_program(BIAOCHI_CLANG_TIDY NAMES clang-tidy-14 clang-tidy REQUIRED)
add_custom_target(
    tidy
    COMMAND ${BIAOCHI_RUN_CLANG_TIDY} -quiet -clang-tidy-binary ${BIAOCHI_CLANG_TIDY} -p ${CMAKE_BINARY_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/src/
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
    USES_TERMINAL VERBATIM)
