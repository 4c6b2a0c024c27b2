"""Runs the scenarios and prints a line for each."""
import sys
import time
import traceback

import faults
import measure
import presence
import scenarios
import softphone
import supervision
from lab import Failed, Lab


def main(wanted):
    every = scenarios.SCENARIOS + softphone.SCENARIOS + supervision.SCENARIOS + presence.SCENARIOS + faults.SCENARIOS
    if wanted == ["--list"]:
        print("\n".join(name for name, _ in every))
        return 0
    if wanted[:1] == ["--measure"]:
        return measure.measure(wanted[1:])
    chosen = [(name, play) for name, play in every if not wanted or any(part in name for part in wanted)]
    lab, passed, failed = Lab(), 0, 0
    try:
        began = time.monotonic()
        lab.open()
        print(f"exchange, center and database run after {time.monotonic() - began:.0f} s")
        for name, play in chosen:
            began = time.monotonic()
            try:
                told = play(lab)
                passed += 1
                print(f"ok    {name}: {told} ({time.monotonic() - began:.0f} s)")
            except Exception as failure:
                failed += 1
                print(f"FAIL  {name}: {failure}")
                if not isinstance(failure, Failed):
                    traceback.print_exc()
            finally:
                lab.rest()
        if not wanted:
            try:
                print(f"ok    all of it: {faults.account(lab)}")
                passed += 1
            except Failed as failure:
                failed += 1
                print(f"FAIL  all of it: {failure}")
    finally:
        lab.close()
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
