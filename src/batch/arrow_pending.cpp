/// @file
/// TODO: goes when ranks.hpp is implemented.

#include "biaochi/batch/ranks.hpp"
#include "biaochi/core/error.hpp"

namespace biaochi {

bool rank_rows(const BatchScorer&, const RankRequest&) { throw Error(ErrorCode::out_of_range, "ranks are to come"); }
std::string sort_key(const Number&) { throw Error(ErrorCode::out_of_range, "keys are to come"); }

}  // namespace biaochi
