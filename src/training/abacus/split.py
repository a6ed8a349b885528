"""Which split a problem belongs to: decided by its text alone, so no stream of problems can ever mix them."""

from hashlib import sha256

TEST = "test"
TRAIN = "train"


def split_of(text):
    return TEST if int.from_bytes(sha256(text.encode("utf-8")).digest()[:8], "big") % 10 == 0 else TRAIN
