"""Times diskcache and joblib as disk-process.ts times define-once: one call for each key, in a process that has seen none.
Arguments: library, case, number of keys, folder. Prints JSON as disk-report.ts describes it."""

import json
import statistics
import sys
import time

import numpy

FLOATS = 1_250_000
runs = 0


def small(key):
    global runs
    runs += 1
    return {"id": key, "name": f"row {key}", "mean": key / 7}


def large(key):
    global runs
    runs += 1
    return numpy.arange(key, key + FLOATS, dtype="float64")


def is_right(case, value, key):
    if case == "small":
        return value == {"id": key, "name": f"row {key}", "mean": key / 7}
    return len(value) == FLOATS and value[0] == key and value[-1] == key + FLOATS - 1


def with_joblib(fn, folder):
    import joblib

    return joblib.Memory(folder, verbose=0).cache(fn), lambda: None


def with_diskcache(fn, folder):
    """The decorator, which is what a user of a function cache has."""
    import diskcache

    cache = diskcache.Cache(folder)
    return cache.memoize()(fn), cache.close


def with_diskcache_by_hand(fn, folder):
    """A number as the key, looked up by hand: the least that diskcache can take."""
    import diskcache

    cache = diskcache.Cache(folder)

    def call(key):
        value = cache.get(key)
        if value is None:
            value = fn(key)
            cache[key] = value
        return value

    return call, cache.close


LIBRARIES = {
    "joblib": with_joblib,
    "diskcache, memoize": with_diskcache,
    "diskcache, by hand": with_diskcache_by_hand,
}


def time_of(run):
    start = time.perf_counter_ns()
    value = run()
    return time.perf_counter_ns() - start, value


library, case, keys, folder = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
function = {"small": small, "large": large}[case]
plain = statistics.median(time_of(lambda: function(key))[0] for key in range(min(keys, 100)))
runs = 0
call, close = LIBRARIES[library](function, folder)
times = []
aside = 0
started = time.perf_counter_ns()
for key in range(keys):
    took, value = time_of(lambda: call(key))
    times.append(took)
    checking, right = time_of(lambda: is_right(case, value, key))
    aside += checking
    assert right, f"the value of key {key} is wrong"
close()
total = time.perf_counter_ns() - started - aside
print(json.dumps({"nanoseconds": times, "total": total, "plain": plain, "runs": runs}))
