"""Greatest common divisors by Euclid's steps, and remainders of sums and products by reducing every part first."""

from dataclasses import dataclass
from math import gcd

from abacus.problem import Problem

SUBJECT = "divisors"


@dataclass(frozen=True)
class _Pairs:
    """Bounds of the greater number, of Euclid's divisions, and of a quotient."""

    smallest: int
    largest: int
    fewest: int
    most: int
    quotient: int


# Pairs that take so few divisions are few, and would repeat: the first level has none.
EUCLID = {
    2: _Pairs(20, 249, 2, 3, quotient=6),
    3: _Pairs(40, 199, 3, 4, quotient=6),
    4: _Pairs(60, 199, 4, 4, quotient=8),
    5: _Pairs(100, 299, 4, 6, quotient=9),
}


@dataclass(frozen=True)
class _Expressions:
    """The shape (letters are numbers) and the largest number and modulus."""

    shape: str
    largest: int
    modulus: int


REMAINDERS = {
    1: _Expressions("a+b", 40, 6),
    2: _Expressions("a*b", 40, 7),
    3: _Expressions("a*b+c", 50, 8),
    4: _Expressions("a*b+c*d", 60, 9),
    5: _Expressions("a*b*c+d", 80, 12),
}


def generate(rng, level):
    is_pair = level in EUCLID and rng.random() < 0.5
    return (_common_divisor if is_pair else _remainder)(rng, level)


def _common_divisor(rng, level):
    pairs = EUCLID[level]
    while True:
        larger = rng.randint(pairs.smallest, pairs.largest)
        # Most random pairs have the divisor 1 or 2: draw a divisor first, so that the answers are spread.
        divisor = rng.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15))
        larger -= larger % divisor
        smaller = divisor * rng.randint(2, max(2, larger // divisor - 1))
        if not 0 < smaller < larger:
            continue
        steps, largest_quotient = _euclid(larger, smaller)
        if pairs.fewest <= len(steps) <= pairs.most and largest_quotient <= pairs.quotient:
            text = f"Find the greatest common divisor of {larger} and {smaller}."
            return Problem(SUBJECT, level, text, tuple(steps), gcd(larger, smaller))


def _euclid(a, b):
    steps, largest_quotient = [], 0
    while b:
        steps.append(f"{a}={a // b}*{b}+{a % b}")
        largest_quotient = max(largest_quotient, a // b)
        a, b = b, a % b
    return steps, largest_quotient


def _remainder(rng, level):
    kind = REMAINDERS[level]
    modulus = rng.randint(3, kind.modulus)
    terms = [[rng.randint(modulus + 1, kind.largest) for _ in term.split("*")] for term in kind.shape.split("+")]
    steps, sums = [], []
    for term in terms:
        product = None
        for number in term:
            rest = number % modulus
            steps.append(f"{number}%{modulus}={rest}")
            if product is None:
                product = rest
            else:
                steps.append(f"{product}*{rest}%{modulus}={product * rest % modulus}")
                product = product * rest % modulus
        sums.append(product)
    if len(sums) == 2:
        steps.append(f"({sums[0]}+{sums[1]})%{modulus}={sum(sums) % modulus}")
    expression = "+".join("*".join(map(str, term)) for term in terms)
    text = f"Find the remainder of {expression} divided by {modulus}."
    return Problem(SUBJECT, level, text, tuple(steps), sum(sums) % modulus)
