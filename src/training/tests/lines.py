"""Checks written lines without using the code that wrote them."""

import re
from fractions import Fraction


def check(problem):
    """Raises AssertionError when a line of the solution is wrong."""
    {"arithmetic": _arithmetic, "equations": _equations, "divisors": _divisors, "word-problems": _word_problems}[
        problem.subject
    ](problem)


def _arithmetic(problem):
    lines = [re.fullmatch(r"Compute (.+)\.", problem.text)[1], *problem.steps]
    for before, line in zip(lines, lines[1:]):
        assert _value(before) == _value(line), (problem, line)
        assert _operations(before) == _operations(line) + 1, (problem, line)
    assert lines[-1] == str(problem.answer), problem


def _equations(problem):
    lines = [re.fullmatch(r"Solve (.+)\.", problem.text)[1], *problem.steps]
    unknown = re.search("[a-z]", lines[0])[0]
    for line in lines:
        left, right = (_polynomial(side, unknown) for side in line.split("="))
        assert left[0] != right[0], (problem, line)
        assert (right[1] - left[1]) / (left[0] - right[0]) == problem.answer, (problem, line)
    assert lines[-1] == f"{unknown}={problem.answer}", problem


def _divisors(problem):
    pair = re.fullmatch(r"Find the greatest common divisor of (\d+) and (\d+)\.", problem.text)
    if pair:
        _euclid(problem, int(pair[1]), int(pair[2]))
        return
    asked = re.fullmatch(r"Find the remainder of (.+) divided by (\d+)\.", problem.text)
    for line in problem.steps:
        left, result = line.split("=")
        expression, modulus = left.rsplit("%", 1)
        assert modulus == asked[2], (problem, line)
        assert _value(expression) % int(modulus) == int(result), (problem, line)
    assert _value(asked[1]) % int(asked[2]) == problem.answer, problem


def _euclid(problem, a, b):
    for line in problem.steps:
        dividend, quotient, divisor, rest = map(int, re.fullmatch(r"(\d+)=(\d+)\*(\d+)\+(\d+)", line).groups())
        assert (dividend, divisor) == (a, b), (problem, line)
        assert dividend == quotient * divisor + rest and rest < divisor, (problem, line)
        a, b = divisor, rest
    assert (a, b) == (problem.answer, 0), problem


def _word_problems(problem):
    known = {int(number) for number in re.findall(r"\d+", problem.text)}
    # Words that stand for a number.
    known |= {2} if "half" in problem.text or "doubles" in problem.text else set()
    for line in problem.steps:
        a, operator, b, result = re.fullmatch(r"(\d+)([-+*/])(\d+)=(\d+)", line).groups()
        assert int(a) in known and int(b) in known, (problem, line)
        exact = {"+": int(a) + int(b), "-": int(a) - int(b), "*": int(a) * int(b), "/": Fraction(int(a), int(b))}
        assert exact[operator] == int(result), (problem, line)
        known.add(int(result))
    assert int(result) == problem.answer, problem


def _operations(expression):
    """Operators that are not signs."""
    return len(re.findall(r"(?<=[\d)])[-+*]", expression))


def _value(expression):
    assert re.fullmatch(r"[-+*()\d]+", expression), expression
    return eval(expression)


def _polynomial(side, unknown):
    """The coefficient of the unknown, and the constant, read off at two points."""
    python = re.sub(rf"(?<=\d)(?=[{unknown}(])", "*", side)
    assert re.fullmatch(rf"[-+*()\d{unknown}]+", python), side
    at_0, at_1 = (Fraction(eval(python, {unknown: point})) for point in (0, 1))
    return at_1 - at_0, at_0
