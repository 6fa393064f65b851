"""Compares Number with Python's fractions and decimal on random cases: number_oracle.py DRIVER [CASES] [SEED]."""

import random
import re
import subprocess
import sys
from decimal import Context, Decimal, MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN
from fractions import Fraction

MODES = ("half_up", "half_even", "down", "up", "floor", "ceiling")
EDGES = (0, 1, 2, 5, 10, 2**31, 2**32, 2**53, 2**53 + 1, 2**62, 2**63 - 1, 2**63, 2**63 + 1, 2**64, 2**64 + 1, 10**18, 10**19, 2**127, 2**128)
WIDE = Context(prec=900, rounding=ROUND_HALF_EVEN, Emax=MAX_EMAX, Emin=MIN_EMIN)
LITERAL = re.compile(r"(-?)(?:(\d*)(?:\.(\d+))?(?:[eE]([-+]?\d+))?|(\d+)/(\d+))", re.ASCII)


def text(value: Fraction) -> str:
    """The exact decimal of at most 400 places, otherwise p/q."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > 400:
        return f"{value.numerator}/{value.denominator}"
    return fixed(value, places)


def fixed(value: Fraction, places: int) -> str:
    units = value * 10**places
    assert units.denominator == 1
    digits = str(abs(units.numerator)).rjust(places + 1, "0")
    shown = digits if places == 0 else digits[:-places] + "." + digits[-places:]
    return "-" + shown if units < 0 else shown


def rounded(value: Fraction, mode: str, places: int) -> Fraction:
    scaled = value * Fraction(10) ** places
    size, sign = abs(scaled), -1 if scaled < 0 else 1
    whole = size.numerator // size.denominator
    rest = size - whole
    away = rest > 0 and {
        "half_up": rest >= Fraction(1, 2),
        "half_even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
        "down": False,
        "up": True,
        "floor": sign < 0,
        "ceiling": sign > 0,
    }[mode]
    return Fraction(sign * (whole + away)) / Fraction(10) ** places


def parsed(literal: str) -> str:
    match = LITERAL.fullmatch(literal)
    if not match:
        return "none"
    sign, whole, decimals, exponent, numerator, denominator = match.groups()
    digits = (whole or "") + (decimals or "") + (numerator or "") + (denominator or "")
    if not digits or len(digits) > 400 or (exponent and abs(int(exponent)) > 400):
        return "none"
    if numerator:
        if int(denominator) == 0:
            return "none"
        value = Fraction(int(numerator), int(denominator))
    else:
        value = Fraction(int((whole or "") + (decimals or ""))) * Fraction(10) ** (int(exponent or 0) - len(decimals or ""))
    return text(-value if sign else value)


def as_decimal(value: Fraction) -> Decimal:
    return WIDE.divide(Decimal(value.numerator), Decimal(value.denominator))


def integer_root(value: int, degree: int) -> int:
    low, high = 0, 1 << (value.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= value else (low, middle - 1)
    return low


def rooted(value: Fraction, degree: int, mode: str, places: int) -> Fraction:
    """By whole numbers: the root cut off in quarter units, and whether something was cut off."""
    scaled = value * Fraction(4 * 10**places) ** degree
    quarters = integer_root(scaled.numerator // scaled.denominator, degree)
    exact = Fraction(quarters) ** degree == scaled
    cut = Fraction(quarters, 4 * 10**places)
    return rounded(cut if exact else cut + Fraction(1, 32 * 10**places), mode, places)


class Cases:
    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def whole(self) -> int:
        kind = self.random.randrange(5)
        if kind == 0:
            value = self.random.choice(EDGES) + self.random.randint(-2, 2)
        elif kind == 1:
            value = self.random.getrandbits(self.random.choice((64, 80, 130, 300)))
        else:
            value = self.random.randint(0, 10 ** self.random.choice((1, 2, 4, 9, 18)))
        return self.random.choice((-1, 1)) * value

    def value(self) -> Fraction:
        kind = self.random.randrange(4)
        if kind == 0:
            return Fraction(self.whole())
        if kind == 1:
            return Fraction(self.whole(), 10 ** self.random.randint(0, 25))
        return Fraction(self.whole(), abs(self.whole()) or 1)

    def halfway(self, places: int) -> Fraction:
        """Often exactly on, or just beside, the point where a mode changes its mind."""
        if self.random.randrange(3) == 0:
            return self.value()
        value = Fraction(self.random.randint(-300, 300), 2) / Fraction(10) ** places
        return value + self.random.choice((0, 0, 1, -1)) * Fraction(1, 10 ** self.random.randint(5, 60))

    def positive(self) -> Fraction:
        digits = self.random.choice((2, 4, 20, 45))
        return Fraction(self.random.randint(1, 10**digits), self.random.choice((1, 100, 10**digits, self.random.randint(1, 10**digits))))

    def literal(self) -> str:
        if self.random.randrange(2):
            return text(self.value())
        return "".join(self.random.choice("0123456789012345.-/eE+x") for _ in range(self.random.randint(1, 8)))

    def arithmetic(self) -> tuple[str, str]:
        operation = self.random.choice(("add", "sub", "mul", "div", "compare"))
        a, b = self.value(), self.value()
        if self.random.randrange(4) == 0:
            b = self.random.choice((a, -a, Fraction(a.denominator, a.numerator) if a else a, a + Fraction(1, 10**30)))
        line = f"{operation} {text(a)} {text(b)}"
        if operation == "compare":
            return line, str((a > b) - (a < b))
        if operation == "div" and b == 0:
            return line, "error 0"
        return line, text({"add": lambda: a + b, "sub": lambda: a - b, "mul": lambda: a * b, "div": lambda: a / b}[operation]())

    def rounding(self) -> tuple[str, str]:
        mode, places = self.random.choice(MODES), self.random.choice((0, 1, 2, 2, 3, 17, 18, 19, 30, 100, -1, -2, -18, -30))
        value = self.halfway(places)
        result = rounded(value, mode, places)
        if places >= 0 and self.random.randrange(2):
            return f"fixed {mode} {places} {text(value)}", fixed(result, places)
        return f"round {mode} {places} {text(value)}", text(result)

    def reading(self) -> tuple[str, str]:
        kind = self.random.randrange(4)
        if kind == 0:
            literal = self.literal().replace(" ", "")
            return f"parse {literal}", parsed(literal)
        if kind == 1:
            value = self.random.choice((self.random.random(), self.random.uniform(-1e6, 1e6), round(self.random.uniform(0, 100), 2),
                                        self.random.choice((-1, 1)) * 10 ** self.random.uniform(-320, 308)))
            return f"double {value!r}", text(Fraction(repr(value)))
        if kind == 2:
            value = self.value() * Fraction(10) ** self.random.choice((0, 0, 0, 20, -20, -300, -310, -322))
            return f"approximate {text(value)}", str(value.numerator / value.denominator)
        base, exponent = self.value(), self.random.choice((0, 1, 2, 3, 17))
        return f"power {text(base)} {exponent}", text(base**exponent)

    def elementary(self) -> tuple[str, str]:
        mode, places = self.random.choice(MODES), self.random.choice((0, 2, 4, 10, 40, 100))
        kind = self.random.randrange(4)
        if kind == 0:
            value = self.positive()
            near = Fraction(as_decimal(value).ln(WIDE))
            return f"ln {mode} {places} {text(value)}", text(rounded(near, mode, places))
        if kind == 1:
            value = Fraction(self.random.randint(-10**6, 10**6), self.random.choice((1000, 10**4, 10**7, 99991)))
            near = Fraction(as_decimal(value).exp(WIDE))
            return f"exp {mode} {places} {text(value)}", text(rounded(near, mode, places))
        if kind == 2:
            degree = self.random.choice((1, 2, 3, 5, 12, 40))
            value = self.positive() if self.random.randrange(2) else Fraction(self.random.randint(0, 99), self.random.choice((1, 2, 10, 200))) ** degree
            return f"root {mode} {places} {text(value)} {degree}", text(rooted(value, degree, mode, places))
        parts = [(self.positive(), self.random.randint(1, 6)) for _ in range(self.random.randint(1, 4))]
        if self.random.randrange(3) == 0:
            parts = [(Fraction(1, 2), 1), (Fraction(8), 1), (Fraction(25, 100), self.random.choice((1, 2)))]
        divisor = self.random.choice((1, 10, 7))
        product = Fraction(1)
        for base, exponent in parts:
            product *= base**exponent
        words = " ".join(f"{text(base)} {text(Fraction(exponent, divisor))}" for base, exponent in parts)
        return f"mean {mode} {places} {words}", text(rooted(product, sum(e for _, e in parts), mode, places))

    def one(self) -> tuple[str, str]:
        kind = self.random.randrange(100)
        if kind < 55:
            return self.arithmetic()
        if kind < 80:
            return self.rounding()
        return self.reading() if kind < 98 else self.elementary()


def main() -> int:
    driver = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20211231
    cases = Cases(seed)
    wanted = [cases.one() for _ in range(count)]
    lines = "".join(line + "\n" for line, _ in wanted)
    found = subprocess.run([driver], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    wrong = 0
    for (line, want), got in zip(wanted, found, strict=True):
        same = float(want) == float(got) if line.startswith("approximate") else want == got
        if not same:
            wrong += 1
            if wrong <= 10:
                print(f"{line}\n  expected {want}\n  found    {got}")
    print(f"{count} cases, {wrong} differ (seed {seed})")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
