"""python3 -m abacus FOLDER: writes the benchmark's files."""

from pathlib import Path
import sys

from abacus.dataset import write

write(Path(sys.argv[1]))
