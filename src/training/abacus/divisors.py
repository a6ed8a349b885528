"""Greatest common divisors by Euclid's steps, and remainders of sums and products by reducing every part first."""

from math import gcd

from abacus.problem import Problem

SUBJECT = "divisors"

# Level: (smallest, largest) of the greater number, and how many divisions Euclid needs for the pair.
EUCLID = {1: ((30, 160), (2, 2)), 2: ((40, 199), (3, 3)), 3: ((60, 249), (4, 4)), 4: ((100, 349), (4, 5)), 5: ((150, 499), (5, 6))}
LARGEST_QUOTIENT = 9

# Level: shape of the expression (letters are numbers), largest number, and largest modulus.
REMAINDERS = {
    1: ("a+b", 49, 9),
    2: ("a*b", 49, 9),
    3: ("a*b+c", 79, 9),
    4: ("a*b+c*d", 79, 11),
    5: ("a*b*c+d*e", 99, 13),
}


def generate(rng, level):
    return (_common_divisor if rng.random() < 0.5 else _remainder)(rng, level)


def _common_divisor(rng, level):
    (smallest, largest), (fewest, most) = EUCLID[level]
    while True:
        larger = rng.randint(smallest, largest)
        # Most random pairs have the divisor 1 or 2: draw a divisor first, so that the answers are spread.
        divisor = rng.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15))
        larger -= larger % divisor
        smaller = divisor * rng.randint(2, max(2, larger // divisor - 1))
        if not 0 < smaller < larger:
            continue
        steps = _euclid(larger, smaller)
        if fewest <= len(steps) <= most and all(int(s.split("=")[1].split("*")[0]) <= LARGEST_QUOTIENT for s in steps):
            text = f"Find the greatest common divisor of {larger} and {smaller}."
            return Problem(SUBJECT, level, text, tuple(steps), gcd(larger, smaller))


def _euclid(a, b):
    steps = []
    while b:
        steps.append(f"{a}={a // b}*{b}+{a % b}")
        a, b = b, a % b
    return steps


def _remainder(rng, level):
    shape, largest, largest_modulus = REMAINDERS[level]
    modulus = rng.randint(3, largest_modulus)
    terms = [[rng.randint(modulus + 1, largest) for _ in term.split("*")] for term in shape.split("+")]
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
