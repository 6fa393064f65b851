# The vector code is one source, compiled once a width; which one runs is chosen at run time (src/batch/choose.cpp).
set(kernel_flags -O3)
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    set(kernel_flags "")
endif()
set_source_files_properties(src/batch/kernel_plain.cpp PROPERTIES COMPILE_OPTIONS "${kernel_flags}")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
    set_source_files_properties(src/batch/kernel_avx2.cpp PROPERTIES COMPILE_OPTIONS "${kernel_flags};-mavx2;-mfma")
    set_source_files_properties(src/batch/kernel_avx512.cpp
                                PROPERTIES COMPILE_OPTIONS "${kernel_flags};-mavx512f;-mavx512dq;-mavx512vl;-mfma;-mprefer-vector-width=512")
endif()
