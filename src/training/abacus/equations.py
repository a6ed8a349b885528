"""Linear equations in one unknown, solved by expanding, collecting and dividing."""

from dataclasses import dataclass

from abacus.problem import Problem

SUBJECT = "equations"

UNKNOWNS = "xyzntk"
LARGEST_CONSTANT = 150


@dataclass(frozen=True)
class _Sizes:
    """Bounds of the solution, of factors, of constants, and of constants inside brackets."""

    lowest: int
    highest: int
    factor: int
    constant: int
    inner: int = 0


SIZES = {
    1: _Sizes(-4, 10, factor=5, constant=12),
    2: _Sizes(-6, 10, factor=6, constant=12),
    3: _Sizes(-8, 10, factor=6, constant=15, inner=6),
    4: _Sizes(-10, 10, factor=8, constant=20, inner=8),
    5: _Sizes(-12, 12, factor=9, constant=20, inner=9),
}


def generate(rng, level):
    sizes = SIZES[level]
    while True:
        unknown = rng.choice(UNKNOWNS)
        solution = rng.randint(sizes.lowest, sizes.highest)
        lines = _LEVELS[level](rng, sizes, unknown, solution)
        if lines is None:
            continue
        lines = [line for at, line in enumerate(lines) if at == 0 or line != lines[at - 1]]
        return Problem(SUBJECT, level, f"Solve {lines[0]}.", tuple(lines[1:]), solution)


def _two_terms(rng, sizes, v, x):
    """ax+b=c"""
    a, b = _factor(rng, sizes), _signed(rng, sizes.constant)
    return _isolate(v, a, b, a * x + b)


def _both_sides(rng, sizes, v, x):
    """ax+b=cx+d"""
    a, b, c = _factor(rng, sizes), _signed(rng, sizes.constant), _factor(rng, sizes)
    return _collect(v, a, b, c, (a - c) * x + b)


def _bracket(rng, sizes, v, x):
    """a(x+b)+c=d"""
    a, b, c = _factor(rng, sizes), _signed(rng, sizes.inner), _signed(rng, sizes.constant)
    right = a * (x + b) + c
    rest = _isolate(v, a, a * b + c, right)
    if rest is None:
        return None
    return [f"{a}({v}{b:+d}){c:+d}={right}", f"{a}{v}{a * b:+d}{c:+d}={right}", *rest]


def _bracket_and_both_sides(rng, sizes, v, x):
    """a(x+b)+c=dx+e"""
    a, b, c, d = _factor(rng, sizes), _signed(rng, sizes.inner), _signed(rng, sizes.constant), _factor(rng, sizes)
    e = a * (x + b) + c - d * x
    rest = _collect(v, a, a * b + c, d, e)
    if rest is None:
        return None
    right = linear(d, v, e)
    return [f"{a}({v}{b:+d}){c:+d}={right}", f"{a}{v}{a * b:+d}{c:+d}={right}", *rest]


def _two_brackets(rng, sizes, v, x):
    """a(x+b)+c(x+d)=ex+f, where c may be negative"""
    a = _factor(rng, sizes)
    b, c, d = (_signed(rng, sizes.inner) for _ in range(3))
    e = _factor(rng, sizes)
    if abs(c) == 1 or a + c == 0:
        return None
    f = a * (x + b) + c * (x + d) - e * x
    rest = _collect(v, a + c, a * b + c * d, e, f)
    if rest is None:
        return None
    right = linear(e, v, f)
    return [
        f"{a}({v}{b:+d}){c:+d}({v}{d:+d})={right}",
        f"{a}{v}{a * b:+d}{c:+d}{v}{c * d:+d}={right}",
        *rest,
    ]


def _collect(v, a, b, c, d):
    """The lines from ax+b=cx+d on."""
    rest = _isolate(v, a - c, b, d)
    return None if rest is None else [f"{linear(a, v, b)}={linear(c, v, d)}", *rest]


def _isolate(v, a, b, c):
    """The lines from ax+b=c on; None when nothing is left to solve or a number is too large."""
    if a == 0 or max(abs(b), abs(c), abs(c - b)) > LARGEST_CONSTANT:
        return None
    return [f"{linear(a, v, b)}={c}", f"{linear(a, v, 0)}={c - b}", f"{v}={(c - b) // a}"]


def linear(a, v, b):
    """The text of av+b."""
    if a == 0:
        return str(b)
    term = {1: v, -1: f"-{v}"}.get(a, f"{a}{v}")
    return term if b == 0 else f"{term}{b:+d}"


def _factor(rng, sizes):
    return rng.randint(2, sizes.factor)


def _signed(rng, largest):
    return rng.choice((-1, 1)) * rng.randint(1, largest)


_LEVELS = {1: _two_terms, 2: _both_sides, 3: _bracket, 4: _bracket_and_both_sides, 5: _two_brackets}
