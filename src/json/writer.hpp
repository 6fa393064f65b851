#pragma once
/// @file
/// Writes JSON as it goes: keys in the order given, one space a level, no tree in memory.

#include <cstddef>
#include <string>
#include <string_view>

namespace biaochi::json {

/// A document under construction. Values follow each other in a list, and keys in an object.
class Writer {
public:
    Writer& begin_object() { return begin('{'); }
    Writer& end_object() { return end('}'); }
    Writer& begin_list() { return begin('['); }
    Writer& end_list() { return end(']'); }
    /// Starts a member; its value comes next.
    Writer& key(std::string_view name);
    Writer& text(std::string_view value);
    Writer& whole(std::size_t value);
    Writer& boolean(bool value);
    Writer& null();
    /// @return the document, ended by a line feed
    [[nodiscard]] std::string take();

private:
    Writer& begin(char bracket);
    Writer& end(char bracket);
    void place();
    void new_line();

    std::string out_;
    std::size_t depth_ = 0;
    bool first_ = true;  ///< nothing was written on this level yet
    bool after_key_ = false;
};

}  // namespace biaochi::json
