"""Runs the scenarios and prints a line for each: in two laboratories side by side, since most of a call is waiting. What needs the whole machine
comes last, alone; so does what failed beside the other laboratory, once more: only what fails alone has failed."""
import os
import subprocess
import sys
import threading
import time
import traceback

import faults
import measure
import presence
import scenarios
import softphone
import supervision
from lab import Failed, Lab

LANES = (scenarios.SCENARIOS + supervision.SCENARIOS, softphone.SCENARIOS + presence.SCENARIOS + faults.SCENARIOS)
ALONE = {"40 calls a second for a minute"}
GO = "go\n"
WAITS = "waits"


def main(wanted):
    if wanted == ["--list"]:
        print("\n".join(name for lane in LANES for name, _ in lane))
        return 0
    if wanted[:1] == ["--measure"]:
        return measure.measure(wanted[1:])
    if "LANE" in os.environ:
        return lane(chosen(int(os.environ["LANE"]), wanted), not wanted)
    return every([number for number in range(len(LANES)) if chosen(number, wanted)], wanted)


def chosen(number, wanted):
    return [(name, play) for name, play in LANES[number] if not wanted or any(part in name for part in wanted)]


def lane(plays, whole):
    """One laboratory and its scenarios. What needs the machine for itself waits for a word."""
    lab = Lab()
    try:
        began = time.monotonic()
        lab.open()
        print(f"exchange, center and database run after {time.monotonic() - began:.0f} s")
        shared = [each for each in plays if each[0] not in ALONE]
        alone = [each for each in shared if not run(lab, *each, failing="again")] + [each for each in plays if each[0] in ALONE]
        if alone:
            print(WAITS)
            sys.stdin.readline()
        failed = sum(not run(lab, *each) for each in alone)
        if whole:
            failed += not run(lab, "all of it", faults.account)
    finally:
        lab.close()
    return 1 if failed else 0


def run(lab, name, play, failing="FAIL"):
    """Whether it passed."""
    began = time.monotonic()
    try:
        print(f"ok    {name}: {play(lab)} ({time.monotonic() - began:.0f} s)")
        return True
    except Exception as failure:
        print(f"{failing:5} {name}: {failure} ({time.monotonic() - began:.0f} s)")
        if not isinstance(failure, Failed):
            print(traceback.format_exc())
        return False
    finally:
        lab.rest()


class Laboratory:
    """A lane in a process of its own, whose lines are printed whole."""

    def __init__(self, number, wanted):
        self.passed, self.failed, self.idle = 0, 0, threading.Event()
        self.process = subprocess.Popen([sys.executable, "-u", __file__, *wanted], env={**os.environ, "LANE": str(number)}, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            if line.strip() == WAITS:
                self.idle.set()
                continue
            self.passed += line.startswith("ok    ")
            self.failed += line.startswith("FAIL  ")
            print(line, end="", flush=True)
        # a laboratory that broke down is a failure, whatever it said before
        self.failed += self.process.wait() != 0 and not self.failed
        self.idle.set()

    def go(self):
        if self.process.poll() is None:
            self.process.stdin.write(GO)
            self.process.stdin.flush()


def every(numbers, wanted):
    laboratories = [Laboratory(number, wanted) for number in numbers]
    for one in laboratories:
        one.idle.wait()
    for one in laboratories:
        one.go()
        one.reader.join()
    passed, failed = sum(one.passed for one in laboratories), sum(one.failed for one in laboratories)
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
