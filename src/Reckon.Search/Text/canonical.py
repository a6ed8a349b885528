"""Writes canonical.txt: what Unicode says of characters that are made of others. python3 canonical.py > canonical.txt

A line for each character that is a mark or is made of others: its code point, its canonical combining class, what it is made of
in one step, and "=" where these two become it again. Python's own library has the facts; the version of Unicode is its own.
"""

import unicodedata

for point in range(0x110000):
    letter = chr(point)
    made_of = unicodedata.decomposition(letter)
    parts = [] if made_of.startswith("<") else made_of.split()
    order = unicodedata.combining(letter)
    if parts or order:
        again = len(parts) == 2 and unicodedata.normalize("NFC", "".join(chr(int(part, 16)) for part in parts)) == letter
        print(" ".join([f"{point:X}", str(order), *parts, *(["="] if again else [])]))
