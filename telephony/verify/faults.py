"""Something breaks while people call. Nothing may be lost, nothing may be there twice."""
import collections
import datetime
import shutil
import time

from lab import HOTLINE, MENU, QUEUE, Failed, check
from parts import until
from sip import hang_up, keyed, listen, phone, wait

SCENARIOS = []
# the load goes to the last domain, where the many telephones are
LOAD = ("2", "2", "9")


def scenario(name):
    def keep(function):
        SCENARIOS.append((name, function))
        return function
    return keep


class Stream:
    """Calls on their way, and what became of them."""

    def __init__(self, lab, count, rate, talk=2.0, ring=0.3):
        self.lab, self.count = lab, count
        # what is spoken is not looked at here, and writing it down costs the exchange more than the calls
        lab.exchange.ask("logger remove channel spoken")
        lab.load_phones(ring, talk)
        time.sleep(0.5)
        self.before = lab.arrivals()
        self.since = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.numbers, self.sipp = lab.many(count, rate, *keyed(LOAD, 0.5), listen(talk + ring + 6))

    def arrived(self):
        return self.lab.arrivals() - self.before

    def settled(self, seconds=60):
        """The center's calls of this stream by number, when all are over; and how long that took after the last SIPp was done."""
        done = time.monotonic()
        wanted = {f"+2126612{n:05d}" for n in self.numbers}

        def mine():
            calls = [call for call in self.lab.center.calls(**{"from": self.since}) if call["number"] in wanted and call["direction"] == "in"]
            return len(calls) >= self.count and all(call["terminalState"] for call in calls) and calls
        calls = until(mine, seconds, 1)
        if not calls:
            calls = [call for call in self.lab.center.calls() if call["number"] in wanted]
            states = collections.Counter(call["terminalState"] or call["state"] for call in calls)
            raise Failed(f"{len(calls)} of {self.count} calls are there after {seconds} s: {dict(states)}")
        check(len(calls) == self.count, f"{len(calls)} calls where {self.count} were placed")
        check(len({call["linkedid"] for call in calls}) == self.count, "a call is there twice")
        check(len({call["number"] for call in calls}) == self.count, "a number is there twice")
        return calls, time.monotonic() - done


def states(calls):
    return ", ".join(f"{count} {state}" for state, count in collections.Counter(call["terminalState"] for call in calls).most_common())


def equal(lab, stream, calls):
    journal = stream.arrived()
    told = {call["linkedid"] for call in calls}
    check(journal == told, f"the journal has {len(journal)} calls, the center {len(told)}; only in one: {list(journal ^ told)[:5]}")
    tickets = [call["ticket"] for call in calls if call["queuedAt"]]
    check(all(tickets) and len(set(tickets)) == len(tickets), "a queued call has no ticket of its own")


@scenario("kill -9 of the exchange in mid-call")
def exchange_killed(lab):
    lab.staff()
    stream = Stream(lab, 20, 10, talk=20)
    check(until(lambda: len([c for c in lab.center.calls(state="talking")]) == 20, 20), "the calls are not all talking")
    lab.exchange.kill()
    stream.sipp.stop()
    time.sleep(2)
    lab.exchange.start()
    calls, took = stream.settled(60)
    check(all(call["terminalState"] == "interrupted" for call in calls), states(calls))
    equal(lab, stream, calls)
    check(until(lambda: lab.members("general-fr") >= 100, 30), "the queues are empty after the restart")
    lab.rest()
    placed = after(lab)
    return f"20 placed = 20 in the journal = 20 at the center, {states(calls)} {took:.0f} s after the restart; the next call was answered as {placed}"


def after(lab):
    lab.load_phones(0.3, 1)
    placed = lab.call(*keyed(LOAD), listen(20))
    return lab.ended(placed, "answered")["ticket"]


@scenario("the manager interface is cut for 60 s")
def wire_cut(lab):
    stream = Stream(lab, 120, 2)
    time.sleep(5)
    lab.proxy.cut()
    time.sleep(60)
    lab.proxy.mend()
    check(stream.sipp.wait(60), stream.sipp.failure())
    calls, took = stream.settled(30)
    equal(lab, stream, calls)
    return f"120 placed = journal = center, {states(calls)}, told {took:.1f} s after the last call"


@scenario("the exchange is frozen for 30 s")
def exchange_frozen(lab):
    lab.staff()
    stream = Stream(lab, 40, 4, talk=3)
    time.sleep(6)
    lab.exchange.freeze()
    time.sleep(30)
    lab.exchange.thaw()
    stream.sipp.wait(90)
    arrived = until(lambda: len(stream.arrived()) and stream.arrived(), 5)
    stream.count = len(arrived)
    calls, took = stream.settled(90)
    equal(lab, stream, calls)
    check(until(lambda: lab.center.get("/actuator/health/readiness")["status"] == "UP", 5), "the center is not ready")
    placed = after_freeze(lab)
    return f"{len(arrived)} reached the exchange = journal = center, {states(calls)}; the next call was answered as {placed}"


def after_freeze(lab):
    lab.rest()
    return after(lab)


@scenario("the center is killed amid 50 calls")
def center_killed(lab):
    stream = Stream(lab, 50, 5)
    time.sleep(6)
    lab.center.kill()
    check(stream.sipp.wait(90), stream.sipp.failure())
    lab.center.start(lab.proxy.port)
    check(lab.center.ready(), "the center did not come back")
    for advisor in lab.advisors.values():
        advisor.sign_in()
    calls, took = stream.settled(60)
    equal(lab, stream, calls)
    return f"50 placed = journal = center, {states(calls)}, told {took:.1f} s after it was back"


@scenario("the database is away for 60 s")
def database_away(lab):
    stream = Stream(lab, 60, 1)
    time.sleep(5)
    lab.database.freeze()
    time.sleep(60)
    lab.database.thaw()
    check(stream.sipp.wait(90), stream.sipp.failure())
    calls, took = stream.settled(90)
    equal(lab, stream, calls)
    return f"60 placed = journal = center, {states(calls)}, told {took:.1f} s after the last call"


@scenario("the journal is renamed, then truncated, while people call")
def rotated(lab):
    stream = Stream(lab, 60, 4)
    time.sleep(5)
    lab.exchange.cel.rename(lab.exchange.cel.with_suffix(".jsonl.1"))
    lab.exchange.queue_log.rename(lab.exchange.queue_log.with_suffix(".1"))
    lab.exchange.ask("logger rotate queue_log")
    check(stream.sipp.wait(90), stream.sipp.failure())
    calls, took = stream.settled(30)
    equal(lab, stream, calls)
    # as copytruncate of logrotate does
    shutil.copy(lab.exchange.cel, lab.exchange.cel.with_suffix(".jsonl.2"))
    with lab.exchange.cel.open("r+") as file:
        file.truncate(0)
    lab.rest()
    second = Stream(lab, 30, 4)
    check(second.sipp.wait(90), second.sipp.failure())
    more, _ = second.settled(30)
    equal(lab, second, more)
    again, _ = stream.settled(5)
    check(states(again) == states(calls), "a call read twice has changed")
    return f"90 placed = journal = center, {states(calls + more)}"


@scenario("40 calls a second for a minute")
def burst(lab):
    lab.staff()
    # the center was killed a while ago, and compiles what it does often before it does it often
    warm = Stream(lab, 600, 10, talk=1.0, ring=0.2)
    warm.sipp.wait(120)
    warm.settled(120)
    lab.rest()
    cpu = {part: part.cpu() for part in (lab.exchange, lab.center)}
    stream = Stream(lab, 2400, 40, talk=1.0, ring=0.2)
    stream.sipp.wait(200)
    # what the exchange refused when it had too much to do was never a call
    arrived = stream.arrived()
    stream.count = len(arrived)
    calls, took = stream.settled(120)
    used = {part.__class__.__name__: (part.cpu() - before) * 1000 / 2400 for part, before in cpu.items()}
    equal(lab, stream, calls)
    check(len(arrived) >= 2376, f"the exchange took {len(arrived)} of 2400 calls")
    return (f"{len(arrived)} of 2400 reached the exchange = journal = center, {states(calls)}, told {took:.0f} s after the last; "
            + ", ".join(f"{name.lower()} {spent:.1f} ms of processor a call" for name, spent in used.items()))


def account(lab):
    """Over everything that was played: what SIPp placed, the journal and the center agree."""
    journal = lab.arrivals()
    center = {call["linkedid"] for call in lab.center.calls() if call["direction"] == "in"}
    check(journal == center, f"the journal has {len(journal)} calls, the center {len(center)}")
    open_calls = [call for call in lab.center.calls() if not call["terminalState"]]
    check(not open_calls, f"{len(open_calls)} calls are still open")
    return f"{len(journal)} calls in the journal are {len(center)} at the center, none is open"
