/// @file
/// Runs the tables under tests/cases/score through C++.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"

namespace {

using Json = nlohmann::json;

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(BIAOCHI_ROOT "/tests/cases/score")) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    return files;
}

biaochi::Rulebook shipped(const std::string& id) {
    auto parsed = biaochi::parse_rulebook(read_file(BIAOCHI_ROOT "/rulebooks/" + id + ".json"));
    EXPECT_TRUE(parsed.rulebook) << biaochi::issues_json(parsed.issues);
    return parsed.rulebook.value();
}

Json score(const biaochi::Rulebook& rulebook, const Json& one) {
    const auto readings = one.value("readings", std::map<std::string, std::string>{});
    const auto compiled = biaochi::compile(rulebook, rulebook.effective.from, readings);
    EXPECT_TRUE(compiled.rules) << biaochi::issues_json(compiled.issues);
    const Json records = one.contains("records") ? one["records"] : Json::array({{{"region", "one"}, {"facts", one["facts"]}}});
    const auto table = biaochi::score_table(compiled.rules.value(), records.dump());
    EXPECT_TRUE(table.json) << biaochi::issues_json(table.issues);
    return Json::parse(table.json.value())["results"];
}

/// An exact text when low and high are the same, both otherwise: as the cases write them.
Json points(const Json& value) {
    if (value["low"] == value["high"]) return value["low"];
    return {{"low", value["low"]}, {"high", value["high"]}};
}

/// What a result says where the case expects something.
Json looked_at(const Json& result, const Json& expect) {
    Json found = Json::object();
    for (const auto& [key, value] : expect.items()) {
        if (key == "score") {
            found[key] = points(result[key]);
        } else if (key == "shown") {
            found[key] = result["score"][key];
        } else if (key == "parts") {
            for (const auto& [part, unused] : value.items()) found[key][part] = points(result[key][part]);
        } else {
            found[key] = result[key];
        }
    }
    return found;
}

TEST(Cases, EveryTableWorkedOutByHandIsMet) {
    const auto files = case_files();
    ASSERT_FALSE(files.empty());
    for (const auto& file : files) {
        const Json table = Json::parse(read_file(file));
        const biaochi::Rulebook rulebook = shipped(table["rulebook"]);
        for (const Json& one : table["cases"]) {
            SCOPED_TRACE(file.filename().string() + ": " + one["name"].get<std::string>() + ": " + one["why"].get<std::string>());
            const Json results = score(rulebook, one);
            const Json expects = one.contains("records") ? one["expect"] : Json::array({one["expect"]});
            ASSERT_EQ(results.size(), expects.size());
            for (std::size_t i = 0; i < results.size(); ++i) EXPECT_EQ(looked_at(results[i], expects[i]), expects[i]);
        }
    }
}

}  // namespace
