#pragma once
/// @file
/// The one place where exceptions become statuses.

#include <exception>
#include <new>

#include "biaochi/biaochi.h"
#include "biaochi/core/error.hpp"
#include "capi/error.hpp"

namespace biaochi::capi {

/// Runs the body of a C function.
/// @param body  returns a biaochi_status, and changes nothing of the caller's before all that may throw is done
/// @return what the body returned, or the status that an exception stands for
template <class Body>
biaochi_status guard(biaochi_error* error, Body body) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return failed(error, BIAOCHI_STATUS_NO_MEMORY, "memory could not be had", "内存不足");
    } catch (const Error& thrown) {
        return failed(error, BIAOCHI_STATUS_OUT_OF_RANGE, thrown.what(), "参数超出允许的范围");
    } catch (const std::exception& thrown) {
        return failed(error, BIAOCHI_STATUS_INTERNAL, thrown.what(), "biaochi 内部错误，请报告");
    } catch (...) {
        return failed(error, BIAOCHI_STATUS_INTERNAL, "unknown fault; please report it", "biaochi 内部错误，请报告");
    }
}

}  // namespace biaochi::capi
