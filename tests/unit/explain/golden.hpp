#pragma once
/// @file
/// Compares a text with a golden file; run the test program with `--update` to write the files anew, and read what changed.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace biaochi::testing_support {

/// @return the text of a file below tests/cases
inline std::string case_file(const std::string& name) {
    std::ifstream file(std::string(BIAOCHI_ROOT) + "/tests/cases/" + name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

/// @return whether the program was started with `--update`
inline bool updating() {
    const auto arguments = testing::internal::GetArgvs();
    return std::find(arguments.begin(), arguments.end(), "--update") != arguments.end();
}

/// Expects a text to be that of a golden file below tests/cases.
inline void expect_golden(const std::string& name, const std::string& text) {
    if (updating()) {
        std::ofstream(std::string(BIAOCHI_ROOT) + "/tests/cases/" + name, std::ios::binary) << text;
        return;
    }
    EXPECT_EQ(case_file(name), text) << "differs from tests/cases/" << name << "; run with --update if the change is meant";
}

}  // namespace biaochi::testing_support
