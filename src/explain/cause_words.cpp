/// @file
/// Why an expression has no value: one sentence a cause.

#include "explain/cause_words.hpp"

#include <array>
#include <string>
#include <string_view>

namespace biaochi::detail {
namespace {

/// The words of a cause; `#` stands for what it is about, with its quotation marks.
struct Words {
    std::string_view zh;
    std::string_view en;
};

constexpr std::array<Words, 13> table{{
    {"表达式的结果就是 null。", "The expression comes to null itself."},
    {"缺少数据#。", "The fact # is missing."},
    {"待定点#尚未选定读法。", "The open point # has no reading."},
    {"除数为零。", "A divisor is zero."},
    {"计算超出上限。", "The evaluation would go beyond its limits."},
    {"#不能用于这种类型的值。", "# does not take a value of this type."},
    {"#的参数缺少、多余或超出允许的范围。", "# lacks an argument, has one too many, or has one outside what it takes."},
    {"没有名为#的数据或函数。", "There is no fact or function named #."},
    {"没有名为#的项。", "There is no entry named #."},
    {"列表中没有第#项。", "The list has no item at #."},
    {"空列表没有结果。", "Nothing comes of an empty list."},
    {"#不能读作数、日期或时长。", "# cannot be read as a number, a date or a duration."},
    {"表达式不支持#。", "Expressions here do without #."},
}};

std::string filled(std::string_view pattern, std::string_view about, std::string_view open, std::string_view close) {
    std::string text(pattern);
    const std::size_t at = text.find('#');
    if (at == std::string::npos) return text;
    std::string name = about.empty() ? std::string() : std::string(open) + std::string(about) + std::string(close);
    return text.replace(at, 1, name);
}

}  // namespace

Text cause_words(const feel::Null& null) {
    const Words& words = table[static_cast<std::size_t>(null.cause)];
    const std::string about = null.about ? *null.about : std::string();
    Text text{filled(words.zh, about, "“", "”"),
              filled(words.en, about.empty() ? "it" : about, about.empty() ? "" : "“", about.empty() ? "" : "”")};
    if (text.en.starts_with("it ")) text.en.replace(0, 2, "An operation");
    if (text.zh.starts_with("不能") || text.zh.starts_with("的")) text.zh.insert(0, "该运算");
    return text;
}

Text cause_phrase(const feel::Null& null) {
    constexpr std::string_view stop = "。";
    Text text = cause_words(null);
    if (text.zh.ends_with(stop)) text.zh.resize(text.zh.size() - stop.size());
    if (text.en.ends_with('.')) text.en.pop_back();
    if (!text.en.empty() && text.en[0] >= 'A' && text.en[0] <= 'Z') text.en[0] = static_cast<char>(text.en[0] - 'A' + 'a');
    return text;
}

}  // namespace biaochi::detail
