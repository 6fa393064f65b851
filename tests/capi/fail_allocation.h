#ifndef BIAOCHI_TESTS_FAIL_ALLOCATION_H
#define BIAOCHI_TESTS_FAIL_ALLOCATION_H
/**
 * @file
 * Makes one allocation of the C++ library fail.
 */

#ifdef __cplusplus
extern "C" {
#endif

/** Lets the n-th allocation from now fail, counted from 1; 0 lets all succeed. */
void fail_allocation(long n);

/** @return whether the allocation that was to fail has been asked for */
int allocation_failed(void);

#ifdef __cplusplus
}
#endif

#endif
