#pragma once
/// @file
/// Work in parts, done by several threads of which the calling one is the first.

#include <cstddef>
#include <functional>

namespace biaochi::detail {

/// @param threads  as a caller asks for them; 0: one a core
/// @return at least 1, at most 4096: more of them change no answer
[[nodiscard]] unsigned worker_count(unsigned threads);

/// Does the parts of some work, each once, in any order; an exception of one ends the rest and is thrown on.
///
/// @param workers  at most so many work at once; see worker_count()
/// @param parts    how many there are
/// @param work     does a part; told which of the workers it is, so that each can have room of its own
/// @param watch    called on the calling thread between its parts, with the number of parts done; false: no more are begun; may be empty
/// @return false where @p watch stopped it
bool do_parts(unsigned workers, std::size_t parts, const std::function<void(unsigned worker, std::size_t part)>& work,
              const std::function<bool(std::size_t done)>& watch = {});

}  // namespace biaochi::detail
