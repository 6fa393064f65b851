/// @file
/// The district table and a county, read once.

#include "sample.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "biaochi/rulebook/parse.hpp"

namespace sample {

namespace {

// Just below the middle edges, as a county has them: long fractions, several items, a panel of three.
constexpr const char* facts = R"({"fiscal_st_spend": 4999, "fiscal_st_share": 0.99, "industry_rd_share": 0.99, "hightech_firms": 55,
 "hightech_per_1000": 4.99, "tech_smes": 499, "tech_smes_per_1000": 99,
 "platforms": {"key_lab": {"national": 1, "provincial": 1}, "tech_centre": {"provincial": 2}, "industry_institute": 1},
 "parks": {"hightech_zone": {"provincial": 1}, "industry_base": {"national": 1, "provincial": 1},
           "innovative_town": {"national": 1, "provincial": 2}},
 "services": {"incubator": {"provincial": 1}, "makerspace": {"national": 2, "provincial": 1}, "productivity_centre": 1, "academician_station": 1},
 "industry_rd_org_share": 49, "patents_per_10k": 3.99, "hightech_va_share": 19, "agri_industrialisation": 59,
 "st_department": ["joint_office", "leading_group"],
 "support_awards": {"project": {"national": 1, "provincial": 1}, "commendation": {"provincial": 1, "city": 1}},
 "st_management": [4, 3.5, 4.5]})";

biaochi::Ruleset compiled() {
    const auto parsed = biaochi::parse_rulebook(rulebook_json());
    if (!parsed.rulebook) throw std::runtime_error("the district table is not valid");
    const auto result =
        biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from, {{"hightech_gap", "linear"}, {"class_cuts", "hebei_2019"}});
    if (!result.rules) throw std::runtime_error("the district table does not compile");
    return *result.rules;
}

}  // namespace

const std::string& rulebook_json() {
    static const std::string json = [] {
        std::ifstream file(BIAOCHI_ROOT "/rulebooks/hebei_district_leap.json", std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(file), {}};
    }();
    return json;
}

const biaochi::Ruleset& rules() {
    static const biaochi::Ruleset ruleset = compiled();
    return ruleset;
}

std::string records_json(std::size_t count) {
    std::string json = "{\"records\": [";
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) json += ",\n";
        json += "{\"region\": \"county " + std::to_string(i) + "\", \"period\": \"2020\", \"facts\": " + facts + "}";
    }
    return json + "]}";
}

}  // namespace sample
