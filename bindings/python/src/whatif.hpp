#pragma once
/// @file
/// What-ifs in Python.

#include <memory>
#include <string>
#include <vector>

#include "biaochi/whatif/whatif.hpp"
#include "bindings.hpp"
#include "rules.hpp"

namespace biaochi::python {

/// A what-if with its answer; draws can be made again.
struct AskedWhatIf {
    std::shared_ptr<Rules> rules;
    WhatIf what_if;
    DrawSource source;
    std::vector<double> sample;  ///< what `source.sample` points to
    unsigned threads = 1;
    std::string json;
};

/// Rules.whatif.
[[nodiscard]] std::shared_ptr<AskedWhatIf> what_if_of(const std::shared_ptr<Rules>& rules, py::handle records, py::handle spec,
                                                      py::handle n, py::handle seed, py::handle threads, py::handle samples,
                                                      py::handle progress);

}  // namespace biaochi::python
