/// @file
/// Checks of array structures against the layout of their schema.

#include "batch/arrow_check.hpp"

#include <string>
#include <string_view>

namespace biaochi::detail {
namespace {

/// Beyond it, offsets in bytes would not fit.
constexpr std::int64_t most_rows = std::int64_t{1} << 56;

/// Buffers of a type; none where any number goes.
struct BufferCount {
    std::int64_t least = 0;
    bool more = false;
};

BufferCount text_buffers(TextLayout layout) noexcept {
    switch (layout) {
        case TextLayout::none:
            return {0, true};  // polars gives the type null a buffer
        case TextLayout::views:
            return {3, true};
        default:
            return {3};
    }
}

/// Collects what is wrong with one column.
class ColumnCheck {
public:
    ColumnCheck(std::vector<Issue>& issues, const std::string& name, std::string place)
        : issues_(issues), name_(name), place_(std::move(place)) {}

    /// What holds for every array: that it is there, and its counts make sense.
    bool shape(const ArrowArray* array) {
        if (array == nullptr) return wrong("array = NULL");
        if (array->release == nullptr) return report(IssueCode::released_array, {name_});
        if (array->length < 0 || array->length > most_rows) return wrong_number("length", array->length);
        if (array->offset < 0 || array->offset > most_rows) return wrong_number("offset", array->offset);
        if (array->null_count < -1) return wrong_number("null_count", array->null_count);
        if (array->n_buffers < 0 || (array->n_buffers > 0 && array->buffers == nullptr)) return wrong_number("n_buffers", array->n_buffers);
        if (array->n_children < 0 || (array->n_children > 0 && array->children == nullptr)) {
            return wrong_number("n_children", array->n_children);
        }
        return true;
    }

    bool counts(const ArrowArray& array, BufferCount buffers, std::int64_t children) {
        const bool fits = buffers.more ? array.n_buffers >= buffers.least : array.n_buffers == buffers.least;
        if (!fits) return wrong_number("n_buffers", array.n_buffers);
        return array.n_children == children || wrong_number("n_children", array.n_children);
    }

    /// Bits of validity, where some value is said to be null.
    bool validity(const ArrowArray& array) {
        return array.null_count <= 0 || array.length == 0 || array.n_buffers == 0 || array.buffers[0] != nullptr ||
               wrong("validity = NULL");
    }

    /// Buffers that are read as soon as there is a row.
    bool buffer(const ArrowArray& array, std::int64_t index) {
        return array.offset + array.length == 0 || array.buffers[index] != nullptr || wrong("buffer = NULL");
    }

    bool length(const ArrowArray& array, std::int64_t rows) {
        return array.length >= rows || report(IssueCode::wrong_length, {name_, std::to_string(array.length), std::to_string(rows)});
    }

    bool dictionary(const ArrowArray& array, bool wanted) {
        return (array.dictionary != nullptr) == wanted || wrong(wanted ? "dictionary = NULL" : "dictionary != NULL");
    }

    bool figures(const ArrowArray& array, const FigureType& type) {
        if (!dictionary(array, false)) return false;
        if (type.all_missing) return counts(array, text_buffers(TextLayout::none), 0);
        return counts(array, {2}, 0) && validity(array) && buffer(array, 1);
    }

    bool words(const ArrowArray& array, const TextType& type) {
        if (!dictionary(array, type.index.has_value())) return false;
        if (type.index || type.whole) {
            if (!counts(array, {2}, 0) || !validity(array) || !buffer(array, 1)) return false;
            return !type.index || (shape(array.dictionary) && plain_words(*array.dictionary, type.layout));
        }
        return plain_words(array, type.layout);
    }

    bool wrong(std::string_view found) { return report(IssueCode::wrong_layout, {name_, found}); }

private:
    bool plain_words(const ArrowArray& array, TextLayout layout) {
        if (!counts(array, text_buffers(layout), 0) || !dictionary(array, false)) return false;
        if (layout == TextLayout::none) return true;
        if (!validity(array) || !buffer(array, 1)) return false;
        return layout != TextLayout::views || array.n_buffers == 3 || buffer(array, array.n_buffers - 1);
    }

    bool wrong_number(std::string_view what, std::int64_t found) { return wrong(std::string(what) + " = " + std::to_string(found)); }

    bool report(IssueCode code, std::initializer_list<std::string_view> details) {
        issues_.push_back(make_issue(code, place_, details));
        return false;
    }

    std::vector<Issue>& issues_;
    const std::string& name_;
    std::string place_;
};

/// The struct itself.
bool check_frame(const FrameLayout& layout, const ArrowArray& array, std::vector<Issue>& issues) {
    static const std::string frame = "frame";
    ColumnCheck check(issues, frame, "/columns");
    return check.shape(&array) && check.counts(array, {1}, static_cast<std::int64_t>(layout.schema.children.size())) &&
           check.dictionary(array, false) && check.validity(array);
}

/// Checks children by name.
class ChildChecks {
public:
    ChildChecks(const FrameLayout& layout, const ArrowArray& array, std::vector<Issue>& issues)
        : layout_(layout), array_(array), issues_(issues) {}

    /// Every child has the rows of the struct; whatever is not read is only handed on.
    bool all_shapes() {
        for (std::size_t i = 0; i < layout_.schema.children.size(); ++i) shape(i);
        return issues_.empty();
    }

    void figures() {
        for (const FrameFigure& figure : layout_.figures) {
            if (figure.child != no_child) at(figure.child).figures(child(figure.child), figure.type);
            if (figure.status != no_child) at(figure.status).words(child(figure.status), figure.status_type);
        }
    }

    /// A column without validity of its own cannot be handed back null where the struct is.
    void kept() {
        if (!has_null_rows()) return;
        for (const std::size_t index : layout_.kept) {
            const SchemaCopy& schema = layout_.schema.children[index];
            if (schema.format == "n" || has_validity(schema.format)) continue;
            issues_.push_back(make_issue(IssueCode::unsupported_type, column_place(schema.name),
                                         {schema.name, type_name(schema), "a type with nulls of its own"}));
        }
    }

    void names() {
        for (const FrameName* each : {&layout_.region, &layout_.period, &layout_.group}) {
            if (each->child != no_child) at(each->child).words(child(each->child), each->type);
        }
    }

private:
    [[nodiscard]] bool has_null_rows() const {
        for (std::size_t row = 0; validity_of(array_) != nullptr && row < row_count(array_); ++row) {
            if (!bit_at(validity_of(array_), first_row(array_) + row)) return true;
        }
        return false;
    }

    [[nodiscard]] const ArrowArray& child(std::size_t index) const { return *array_.children[index]; }

    [[nodiscard]] ColumnCheck at(std::size_t index) const {
        const std::string& name = layout_.schema.children[index].name;
        return {issues_, name, column_place(name)};
    }

    void shape(std::size_t index) {
        ColumnCheck check = at(index);
        const SchemaCopy& schema = layout_.schema.children[index];
        if (!check.shape(array_.children[index]) || !check.length(child(index), array_.offset + array_.length)) return;
        (void)check.dictionary(child(index), schema.dictionary != nullptr);
    }

    const FrameLayout& layout_;
    const ArrowArray& array_;
    std::vector<Issue>& issues_;
};

}  // namespace

std::vector<Issue> check_array(const FrameLayout& layout, const ArrowArray& array) {
    std::vector<Issue> issues;
    if (!check_frame(layout, array, issues)) return issues;
    ChildChecks checks(layout, array, issues);
    if (!checks.all_shapes()) return issues;
    checks.figures();
    checks.kept();
    if (layout.options.ranks) checks.names();
    return issues;
}

}  // namespace biaochi::detail
