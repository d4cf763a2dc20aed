"""The same weighted sums by pymcdm: reads matrices from standard input, prints times and whether it ranks alike.

Utilities are on a fixed scale of 0 to 2000, so that a column is normalised by dividing by its end and
not by who else is in it.
"""

import json
import sys
from time import perf_counter

import numpy as np
from pymcdm.helpers import rankdata
from pymcdm.methods import WSM

RUNS = 21
SCALE = 2000


def least(function):
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        function()
        times.append((perf_counter() - start) * 1000)
    return min(times)


def compare(problem):
    matrix = np.array(problem["matrix"], dtype=float)
    weights = np.array(problem["weights"], dtype=float)
    weights /= weights.sum()
    types = np.ones(len(weights))
    method = WSM(lambda column, cost: column / SCALE)
    scores = method(matrix, weights, types)
    exact = np.array(problem["numerators"])
    # Sums of rounded products: what is exactly equal may differ in the last digits.
    alike = np.array_equal(rankdata(np.round(scores, 9), reverse=True), rankdata(exact, reverse=True))
    return {
        "n_entries": len(matrix),
        "own_ms": problem["own_ms"],
        "scores_ms": least(lambda: method(matrix, weights, types)),
        "ranking_ms": least(lambda: method.rank(method(matrix, weights, types))),
        "ranks_alike": bool(alike),
        "ties": int(len(exact) - len(np.unique(exact))),
        "ties_kept": int(len(scores) - len(np.unique(scores))),
    }


print(json.dumps([compare(problem) for problem in json.load(sys.stdin)]))
