"""Stories of a collection that grows and shrinks; the steps are the calculations.

A story is a start, some events, maybe a sentence that does not matter, and a question. The level is the number of
calculations; higher levels also have larger numbers and more distraction.
"""

from abacus.problem import Problem

SUBJECT = "word-problems"

PEOPLE = (
    *((name, "She") for name in ("Anna", "Eve", "Lily", "Mia")),
    *((name, "He") for name in ("Ben", "Leo", "Max", "Tom")),
)
OBJECTS = ("apples", "books", "cards", "marbles", "pens", "shells", "stamps", "stickers", "toys")
CONTAINERS = ("bags", "boxes", "packs")
LARGEST_VALUE = {1: 60, 2: 99, 3: 150, 4: 199, 5: 299}
DISTRACTION = {1: 0.0, 2: 0.1, 3: 0.3, 4: 0.5, 5: 0.6}


def generate(rng, level):
    while True:
        problem = _Story(rng, level).tell()
        if problem is not None:
            return problem


class _Story:
    def __init__(self, rng, level):
        self.rng = rng
        self.level = level
        self.limit = LARGEST_VALUE[level]
        (self.name, self.pronoun), (self.other, _) = rng.sample(PEOPLE, 2)
        self.things, self.distraction = rng.sample(OBJECTS, 2)
        self.sentences = []
        self.steps = []
        self.value = 0
        self.is_possible = True
        self.is_pronoun_clear = True

    def tell(self):
        rng = self.rng
        self._pick((self._has, 0), (self._times_as_many, 1), (self._more_than, 1), (self._in_containers, 1))
        question = f"How many {self.things} does {self.name} have now?"
        asks_more = rng.random() < 0.4
        if rng.random() < DISTRACTION[self.level]:
            self.sentences.append(f"{self.other} has {rng.randint(2, 60)} {self.distraction}.")
            self.is_pronoun_clear = False
        while len(self.steps) < self.level - asks_more:
            self._pick(
                (self._gains, 1), (self._loses, 1), (self._gains, 1), (self._loses, 1),
                (self._gives_half, 1), (self._doubles, 1),
                (self._buys_containers, 2), (self._gives_each, 2),
            )  # fmt: skip
        if len(self.steps) < self.level:
            question = rng.choice((self._share, self._sell, self._compare))()
        if not self.is_possible or len(self.steps) != self.level:
            return None
        text = " ".join([*self.sentences, question])
        return Problem(SUBJECT, self.level, text, tuple(self.steps), self.value)

    def _pick(self, *choices):
        left = self.level - len(self.steps)
        self.rng.choice([tell for tell, calculations in choices if calculations <= left])()

    def _calculate(self, left, operator, right):
        if operator == "/" and (right == 0 or left % right):
            self.is_possible = False
            return 0
        result = {"+": left + right, "-": left - right, "*": left * right, "/": left // max(right, 1)}[operator]
        self.is_possible &= 0 < result <= self.limit
        self.steps.append(f"{left}{operator}{right}={result}")
        return result

    def _subject(self):
        """The pronoun, or the name when a sentence about somebody else came between."""
        subject = self.pronoun if self.is_pronoun_clear else self.name
        self.is_pronoun_clear = True
        return subject

    def _number(self):
        return self.rng.randint(2, min(99, self.limit * 2 // 3))

    # Starts.

    def _has(self):
        self.value = self._number()
        self.sentences.append(f"{self.name} has {self.value} {self.things}.")

    def _times_as_many(self):
        first, times = self.rng.randint(2, 30), self.rng.randint(2, 6)
        self.sentences.append(f"{self.other} has {first} {self.things}.")
        self.sentences.append(f"{self.name} has {times} times as many.")
        self.value = self._calculate(first, "*", times)

    def _more_than(self):
        first, difference = self._number(), self._number()
        word, operator = self.rng.choice((("more", "+"), ("fewer", "-")))
        self.sentences.append(f"{self.other} has {first} {self.things}.")
        self.sentences.append(f"{self.name} has {difference} {word} than {self.other}.")
        self.value = self._calculate(first, operator, difference)

    def _in_containers(self):
        count, each = self.rng.randint(2, 12), self.rng.randint(2, 12)
        container = self.rng.choice(CONTAINERS)
        self.sentences.append(f"{self.name} has {count} {container} with {each} {self.things} in each.")
        self.value = self._calculate(count, "*", each)

    # Events.

    def _gains(self):
        number = self._number()
        told = self.rng.choice(("buys {} more", "finds {} more", "gets {} from " + self.other))
        self.sentences.append(f"{self._subject()} {told.format(number)}.")
        self.value = self._calculate(self.value, "+", number)

    def _loses(self):
        number = self.rng.randint(2, max(2, self.value - 1))
        told = self.rng.choice(("loses {}", "sells {}", "gives {} to " + self.other))
        self.sentences.append(f"{self._subject()} {told.format(number)}.")
        self.value = self._calculate(self.value, "-", number)

    def _gives_half(self):
        self.sentences.append(f"{self._subject()} gives half of them to {self.other}.")
        self.value = self._calculate(self.value, "/", 2)

    def _doubles(self):
        self.sentences.append(f"Then the number of {self.things} doubles.")
        self.value = self._calculate(self.value, "*", 2)

    def _buys_containers(self):
        count, each = self.rng.randint(2, 12), self.rng.randint(2, 12)
        self.sentences.append(f"{self._subject()} buys {count} {self.rng.choice(CONTAINERS)} of {each}.")
        self.value = self._calculate(self.value, "+", self._calculate(count, "*", each))

    def _gives_each(self):
        count, each = self.rng.randint(2, 9), self.rng.randint(2, 9)
        self.sentences.append(f"{self._subject()} gives {each} to each of {count} friends.")
        self.value = self._calculate(self.value, "-", self._calculate(count, "*", each))

    # Questions that need one more calculation.

    def _share(self):
        divisors = [d for d in range(2, 13) if self.value % d == 0]
        if not divisors:
            self.is_possible = False
            return ""
        count = self.rng.choice(divisors)
        self.sentences.append(f"{self._subject()} shares them among {count} friends.")
        self.value = self._calculate(self.value, "/", count)
        return "How many does each friend get?"

    def _sell(self):
        price = self.rng.randint(2, 9)
        self.sentences.append(f"{self._subject()} sells each for {price} coins.")
        self.value = self._calculate(self.value, "*", price)
        return f"How many coins does {self.name} get?"

    def _compare(self):
        number = self.rng.randint(2, max(2, self.value - 1))
        friend = self.rng.choice([name for name, _ in PEOPLE if name not in (self.name, self.other)])
        self.sentences.append(f"{friend} has {number} {self.things}.")
        self.value = self._calculate(self.value, "-", number)
        return f"How many more than {friend} does {self.name} have?"
