#pragma once
/// @file
/// Compiled targets.

namespace biaochi {

/// The targets of a rulebook with their open points read.
struct TargetPlan {};

}  // namespace biaochi
