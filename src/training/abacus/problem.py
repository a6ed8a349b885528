"""A problem with its worked solution."""

from dataclasses import dataclass

ANSWER_MARK = "#### "


@dataclass(frozen=True)
class Problem:
    """`steps` are the written lines of the solution without the answer line."""

    subject: str
    level: int
    text: str
    steps: tuple
    answer: int

    @property
    def solution(self):
        return "\n".join([*self.steps, f"{ANSWER_MARK}{self.answer}"])
