#pragma once
/// @file
/// The `facts` of a record: which slots each key stands for.

#include <string>

#include "json/value.hpp"
#include "record/sheet.hpp"

namespace biaochi::detail {

/// Reads all facts of one record into its cells.
/// @param where  JSON Pointer of @p facts
void read_facts(Sheet& sheet, const json::Value& facts, const std::string& where);

}  // namespace biaochi::detail
