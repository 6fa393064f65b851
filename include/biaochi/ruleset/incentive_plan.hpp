#pragma once
/// @file
/// Compiled incentives.

namespace biaochi {

/// The incentives of a rulebook with their open points read.
struct IncentivePlan {};

}  // namespace biaochi
