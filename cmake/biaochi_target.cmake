# What every target of ours has in common: the language, the warnings, hidden symbols, sanitizers.

function(biaochi_target target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF
                                               CXX_VISIBILITY_PRESET hidden C_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
    if(BIAOCHI_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(BIAOCHI_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${BIAOCHI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=${BIAOCHI_SANITIZE})
        # Clang's checks of C++ need a library that it links to C++ programs only.
        set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    endif()
endfunction()
