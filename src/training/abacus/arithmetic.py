"""Expressions over + - * and brackets, reduced one operation a line.

An expression is an int or a tuple (operator, left, right). The operation that is reduced next is always the leftmost
one whose both sides are numbers, so a problem has exactly one written solution.
"""

from abacus.problem import Problem

SUBJECT = "arithmetic"

# With one operation there are only a few hundred problems: they would repeat, so the first level starts at two.
OPERATIONS = {1: (2, 2), 2: (3, 3), 3: (4, 4), 4: (5, 5), 5: (6, 7)}
LARGEST_LEAF = 10
LARGEST_VALUE = 120
LARGEST_FACTOR = 12

PRECEDENCE = {"+": 1, "-": 1, "*": 2}


def generate(rng, level):
    while True:
        expression = _grow(rng, rng.randint(*OPERATIONS[level]))
        if expression is None:
            continue
        text = render(expression)
        steps = []
        while not isinstance(expression, int):
            expression = _reduce(expression)
            steps.append(render(expression))
        return Problem(SUBJECT, level, f"Compute {text}.", tuple(steps), expression)


def render(node, leftmost=True):
    if isinstance(node, int):
        return str(node) if node >= 0 or leftmost else f"({node})"
    operator, left, right = node
    return _side(left, operator, leftmost, False) + operator + _side(right, operator, False, True)


def _side(node, operator, leftmost, is_right):
    if isinstance(node, int):
        return render(node, leftmost)
    inner = PRECEDENCE[node[0]]
    # The right side keeps its brackets at equal precedence: a-(b-c), and a+(b+c) too, so text and tree match.
    if inner < PRECEDENCE[operator] or (is_right and inner == PRECEDENCE[operator]):
        return f"({render(node)})"
    return render(node, leftmost)


def _grow(rng, operations):
    """A random tree, or None when one of its values is out of bounds."""
    if operations == 0:
        return rng.randint(1, LARGEST_LEAF)
    on_left = rng.randrange(operations)
    left = _grow(rng, on_left)
    right = _grow(rng, operations - 1 - on_left)
    if left is None or right is None:
        return None
    node = (rng.choice("+-*"), left, right)
    return node if _is_within_bounds(node) else None


def _is_within_bounds(node):
    left, right = _value(node[1]), _value(node[2])
    if node[0] == "*" and max(abs(left), abs(right)) > LARGEST_FACTOR:
        return False
    return abs(_apply(node[0], left, right)) <= LARGEST_VALUE


def _value(node):
    return node if isinstance(node, int) else _apply(node[0], _value(node[1]), _value(node[2]))


def _reduce(node):
    operator, left, right = node
    if not isinstance(left, int):
        return (operator, _reduce(left), right)
    if not isinstance(right, int):
        return (operator, left, _reduce(right))
    return _apply(operator, left, right)


def _apply(operator, left, right):
    return left + right if operator == "+" else left - right if operator == "-" else left * right
