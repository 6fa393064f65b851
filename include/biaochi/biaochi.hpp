#pragma once
/// @file
/// Everything that a program needs to score records by a rulebook.

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/elementary.hpp"
#include "biaochi/core/error.hpp"
#include "biaochi/core/interval.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/core/rounding.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/example/run.hpp"
#include "biaochi/explain/explain.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/rulebook/lint.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/score/score.hpp"
#include "biaochi/standing/standing.hpp"
