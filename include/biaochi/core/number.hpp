#pragma once
/// @file
/// The exact rational number that every figure, point and weight is made of.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace biaochi {

namespace detail {
struct BigRational;
struct NumberParts;
}  // namespace detail

/// An exact rational number.
///
/// A value whose reduced numerator and denominator fit 64 bits lives in two machine words and never allocates; any other lives on
/// the heap in Boost.Multiprecision. The two forms are one type: nothing but speed tells them apart.
class Number {
public:
    /// Makes zero.
    constexpr Number() noexcept = default;

    /// Makes a whole number.
    /// @param whole  any 64-bit integer
    explicit Number(std::int64_t whole) noexcept;

    /// Makes the fraction @p numerator / @p denominator, reduced.
    /// @param numerator    any 64-bit integer
    /// @param denominator  any 64-bit integer but zero
    /// @throws Error with code division_by_zero when the denominator is zero
    Number(std::int64_t numerator, std::int64_t denominator);

    Number(const Number& other) : numerator_(other.numerator_), denominator_(other.denominator_), big_(copy(other.big_)) {}
    /// Takes the value over and leaves zero behind.
    Number(Number&& other) noexcept { swap(other); }
    Number& operator=(const Number& other) { return *this = Number(other); }
    /// Takes the value over and leaves zero behind.
    Number& operator=(Number&& other) noexcept {
        Number taken(std::move(other));
        swap(taken);
        return *this;
    }
    ~Number() {
        if (big_ != nullptr) release(big_);
    }

    /// Adds, exactly.
    friend Number operator+(const Number& a, const Number& b);
    /// Subtracts, exactly.
    friend Number operator-(const Number& a, const Number& b);
    /// Multiplies, exactly.
    friend Number operator*(const Number& a, const Number& b);
    /// Divides, exactly.
    /// @throws Error with code division_by_zero
    friend Number operator/(const Number& a, const Number& b);
    /// Changes the sign.
    friend Number operator-(const Number& a);

    /// Adds in place.
    Number& operator+=(const Number& other);
    /// Subtracts in place.
    Number& operator-=(const Number& other);
    /// Multiplies in place.
    Number& operator*=(const Number& other);
    /// Divides in place.
    /// @throws Error with code division_by_zero
    Number& operator/=(const Number& other);

    /// Tells whether two numbers are the same point of the line; never throws.
    friend bool operator==(const Number& a, const Number& b) noexcept {
        return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_ && (a.is_small() || std::is_eq(compare(a, b)));
    }
    /// Orders two numbers by exact value; total, never throws.
    friend std::strong_ordering operator<=>(const Number& a, const Number& b) noexcept {
        return a.denominator_ == b.denominator_ && a.is_small() ? a.numerator_ <=> b.numerator_ : compare(a, b);
    }

    /// @return -1, 0 or 1
    [[nodiscard]] int sign() const noexcept;
    /// @return whether the reduced denominator is 1
    [[nodiscard]] bool is_whole() const noexcept;
    /// @return whether numerator and denominator fit 64 bits each, so that the value is stored without the heap
    [[nodiscard]] bool is_small() const noexcept { return denominator_ != 0; }

    /// @return the binary digits of numerator and denominator together: how much room the number takes
    [[nodiscard]] unsigned bits() const;

    /// The reduced numerator of a small number. @pre is_small()
    [[nodiscard]] std::int64_t small_numerator() const noexcept { return numerator_; }
    /// The reduced, positive denominator of a small number. @pre is_small()
    [[nodiscard]] std::int64_t small_denominator() const noexcept { return denominator_; }

    /// Prints the value exactly: a decimal where one of at most 400 places exists (`-2.5`), otherwise `p/q` in lowest terms (`17/6`).
    ///
    /// The text has no exponent, no superfluous zeros, and parse_number(), within its limits, reads it back to the same value.
    [[nodiscard]] std::string text() const;

    /// The nearest double, ties to even; infinite beyond its range. For display and plotting only, never for a decision.
    [[nodiscard]] double approximate() const;

private:
    friend struct detail::NumberParts;

    static detail::BigRational* copy(const detail::BigRational* big) { return big == nullptr ? nullptr : copy_of(*big); }
    static detail::BigRational* copy_of(const detail::BigRational& big);
    static void release(detail::BigRational* big) noexcept;
    static std::strong_ordering compare(const Number& a, const Number& b) noexcept;

    void swap(Number& other) noexcept {
        std::swap(numerator_, other.numerator_);
        std::swap(denominator_, other.denominator_);
        std::swap(big_, other.big_);
    }

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;  ///< 0 marks the heap form; then numerator_ is 0 and big_ is set
    detail::BigRational* big_ = nullptr;
};

/// What parse_number() accepts at most.
struct NumberLimits {
    int digits = 400;    ///< significant and other digits written, in numerator and denominator together
    int exponent = 400;  ///< absolute value of the decimal exponent
};

/// Reads a decimal (`12`, `-0.50`, `1e3`, `.5`) or a fraction of two whole numbers (`17/6`), exactly.
///
/// @param text    ASCII, no spaces; the whole text must be the number
/// @param limits  how long a number may be; more than that is not a number here
/// @return the value, or none when the text is not a number or is beyond the limits; never throws
[[nodiscard]] std::optional<Number> parse_number(std::string_view text, NumberLimits limits = {});

/// Reads a double as the shortest decimal that reads back as that double: what a person typed.
///
/// @param value  finite
/// @return the exact value of that decimal, or none for NaN and infinities
[[nodiscard]] std::optional<Number> number_from_double(double value);

/// @return the smaller value
[[nodiscard]] const Number& min(const Number& a, const Number& b) noexcept;
/// @return the larger value
[[nodiscard]] const Number& max(const Number& a, const Number& b) noexcept;

/// Raises to a whole power.
/// @param base      any number
/// @param exponent  0 to 10000; 0 gives 1
/// @throws Error with code out_of_range when the exponent is larger
[[nodiscard]] Number power(const Number& base, unsigned exponent);

}  // namespace biaochi
