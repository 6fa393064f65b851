#pragma once
/// @file
/// Progress with targets in Python.

#include <memory>
#include <string>
#include <vector>

#include "biaochi/explain/progress.hpp"
#include "bindings.hpp"
#include "rules.hpp"

namespace biaochi::python {

/// A question about targets with its answer, which can be given again in words.
struct AskedProgress {
    std::shared_ptr<Rules> rules;
    std::string records;
    ProgressQuestion question;
    std::string json;
    std::size_t late = 0;
};

/// Rules.progress.
[[nodiscard]] std::shared_ptr<AskedProgress> progress_of(const std::shared_ptr<Rules>& rules, py::handle records, py::handle on,
                                                         const std::string& region, const std::vector<std::string>& targets);

}  // namespace biaochi::python
