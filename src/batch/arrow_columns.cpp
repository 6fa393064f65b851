/// @file
/// Values and validity in place; statuses from words.

#include "batch/arrow_columns.hpp"

#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>

#include "batch/arrow_check.hpp"
#include "batch/arrow_text.hpp"
#include "biaochi/record/record.hpp"

namespace biaochi::detail {
namespace {

/// Stands for a word that is no status: the row is bad.
constexpr std::uint8_t no_status = std::numeric_limits<std::uint8_t>::max();

std::uint8_t status_byte(const std::optional<std::string>& word) noexcept {
    if (!word || word->empty()) return static_cast<std::uint8_t>(Status::reported);
    const std::optional<Status> known = status(*word);
    return known ? static_cast<std::uint8_t>(*known) : no_status;
}

/// Reads the figures of one array.
class ColumnReader {
public:
    ColumnReader(const FrameLayout& layout, const ArrowArray& array, std::vector<Issue>& issues)
        : layout_(layout), array_(array), issues_(issues), rows_(row_count(array)), first_(first_row(array)) {}

    FrameColumns read() {
        made_.columns.reserve(layout_.figures.size());
        for (const FrameFigure& figure : layout_.figures) read_figure(figure);
        return std::move(made_);
    }

private:
    void read_figure(const FrameFigure& figure) {
        Column column;
        if (figure.type.all_missing) {
            set_all_missing(column);
        } else {
            set_values(column, *array_.children[figure.child], figure.type);
        }
        column.slot = figure.slot;
        if (figure.status != no_child) column.statuses = statuses(figure);
        made_.columns.push_back(column);
    }

    void set_values(Column& column, const ArrowArray& child, const FigureType& type) {
        column.type = type.cell;
        column.scale = type.scale;
        column.values = child.buffers[1];
        column.offset = static_cast<std::size_t>(child.offset) + first_;
        column.validity = validity_of(child);
        if (validity_of(array_) == nullptr || rows_ == 0) return;
        const std::size_t before = column.offset % 8;
        const std::size_t skipped = column.offset - before;
        const std::size_t bytes = type.cell == CellType::bits ? skipped / 8 : skipped * cell_bytes(type.cell);
        column.values = static_cast<const char*>(column.values) + bytes;
        column.offset = before;
        column.validity = hold(joint_validity(array_, child, before));
    }

    /// One row of zero bits is value and validity of every column without values.
    void set_all_missing(Column& column) {
        if (zeros_ == nullptr) {
            const std::size_t bytes = (rows_ + 7) / 8;
            const SharedBuffer zeros = make_buffer<std::uint8_t>(bytes);
            if (bytes > 0) std::memset(zeros->as<std::uint8_t>(), 0, bytes);
            zeros_ = hold(zeros);
        }
        column.type = CellType::bits;
        column.values = zeros_;
        column.validity = zeros_;
    }

    const std::uint8_t* statuses(const FrameFigure& figure) {
        const TextReader reader(*array_.children[figure.status], figure.status_type);
        const SharedBuffer bytes = make_buffer<std::uint8_t>(rows_);
        std::optional<std::string> word;
        for (std::size_t row = 0; row < rows_; ++row) {
            std::uint8_t& byte = bytes->as<std::uint8_t>()[row];
            byte = static_cast<std::uint8_t>(Status::missing);
            if (!bit_at(validity_of(array_), first_ + row)) continue;
            if (!reader.read(first_ + row, word)) {
                report(figure.status, row);
                break;
            }
            byte = status_byte(word);
        }
        return hold(bytes);
    }

    void report(std::size_t child, std::size_t row) {
        const std::string& name = layout_.schema.children[child].name;
        issues_.push_back(make_issue(IssueCode::wrong_layout, column_place(name), {name, "values[" + std::to_string(row) + "]"}));
    }

    const std::uint8_t* hold(const SharedBuffer& buffer) {
        made_.held.push_back(buffer);
        return buffer->as<std::uint8_t>();
    }

    const FrameLayout& layout_;
    const ArrowArray& array_;
    std::vector<Issue>& issues_;
    std::size_t rows_;
    std::size_t first_;
    const std::uint8_t* zeros_ = nullptr;
    FrameColumns made_{};
};

}  // namespace

SharedBuffer joint_validity(const ArrowArray& array, const ArrowArray& child, std::size_t before) {
    const std::size_t bits = before + row_count(array);
    SharedBuffer joint = make_buffer<std::uint8_t>((bits + 7) / 8);
    auto* bytes = joint->as<std::uint8_t>();
    std::memset(bytes, 0, (bits + 7) / 8);
    const std::size_t in_child = static_cast<std::size_t>(child.offset) + first_row(array);
    for (std::size_t row = 0; row < row_count(array); ++row) {
        const bool holds = bit_at(validity_of(array), first_row(array) + row) && bit_at(validity_of(child), in_child + row);
        const std::size_t bit = before + row;
        bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] | (static_cast<unsigned>(holds) << (bit % 8)));
    }
    return joint;
}

FrameColumns read_columns(const FrameLayout& layout, const ArrowArray& array, std::vector<Issue>& issues) {
    return ColumnReader(layout, array, issues).read();
}

}  // namespace biaochi::detail
