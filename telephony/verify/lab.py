"""The laboratory: the parts together, callers with numbers of their own, and the ledger of what was placed."""
import os
import pathlib
import time
import wave

import sip
from parts import HERE, SECRET, SHIPPED, Advisor, Center, Database, Exchange, Ship, address, free_port, until
from proxy import Proxy

HOTLINE = "0800002000"
DESKS = {"1001": "advisor", "1002": "advisor2"}
# a desk telephone that registers, of "nadia", who answers the general domain in Arabic
REGISTERING = "1005"
AT = {"1001": address(11), "1002": address(12), "1009": address(19)}
LOAD = address(21)
LOAD_PHONES = 150
QUEUE = "association-life-fr"
# French, yes to the recording, first domain
MENU = ("2", "1", "1")


PROMPTS = pathlib.Path(os.environ.get("PROMPTS", "target/verify/prompts"))


class Failed(Exception):
    pass


def check(true, sentence):
    if not true:
        raise Failed(sentence)


class Placed:
    """A call a SIPp made."""

    def __init__(self, number, sipp, since):
        self.number, self.sipp, self.since = number, sipp, since


class Lab:
    def __init__(self):
        phones = {number: f"{at}:5061" for number, at in AT.items()}
        phones |= {str(3001 + i): f"{LOAD}:5070" for i in range(LOAD_PHONES)}
        self.database = Database()
        self.exchange = Exchange(phones)
        self.ship = Ship(self.exchange)
        self.proxy = Proxy(self.exchange.ami_tls)
        self.center = Center(self.database, self.exchange, LOAD_PHONES)
        self.advisors = {number: Advisor(self.center, name) for number, name in DESKS.items()}
        self.placed = 0
        self.running = []

    def open(self, spoken="yes"):
        """spoken: whether the exchange writes each step down, which scenarios read and callers pay for"""
        HERE.mkdir(parents=True, exist_ok=True)
        for old in (*HERE.glob("*.log"), *(HERE / "sip").glob("*")):
            old.unlink()
        (HERE / "sip").mkdir(exist_ok=True)
        self.exchange.settings(self.center.url, RING_SECONDS=3, QUEUE_SECONDS=15, HOURS="*,*,*,*", CARRIER_QUALIFY=0, PHONES=f"{REGISTERING}/{SECRET}", SPOKEN_LOG=spoken)
        self.database.start()
        self.exchange.start()
        if SHIPPED:
            self.ship.start()
        self.center.start(self.proxy.port)
        check(self.center.ready(), "the center is not ready")
        for advisor in self.advisors.values():
            advisor.sign_in()
        check(until(lambda: self.members("general-fr") >= LOAD_PHONES, 60), "the center did not fill the exchange's queues")

    def close(self):
        self.rest()
        for part in (self.center, self.ship, self.exchange, self.database):
            try:
                part.stop()
            except Exception as failure:
                print(f"could not stop {part.__class__.__name__}: {failure}")

    def rest(self):
        """Nobody calls any more, and no caller is left waiting for the next scenario's telephone."""
        if self.running and self.exchange.alive():
            self.exchange.ask("channel request hangup all")
            until(lambda: self.exchange.ask("core show channels count").stdout.startswith("0 active"), 5)
        for each in self.running:
            each.stop()
        self.running = []

    # ---- people

    def staff(self, *there):
        """Exactly these extensions may be rung about the first domain."""
        for number, advisor in self.advisors.items():
            advisor.become("available" if number in there else "offline")
        check(until(lambda: self.ringable(QUEUE) == set(there), 10), f"queue {QUEUE} rings {self.ringable(QUEUE)}, not {set(there)}")

    def ringable(self, queue):
        lines = [line for line in self.exchange.ask(f"queue show {queue}").stdout.splitlines() if "PJSIP/" in line]
        return {line.split("PJSIP/")[1][:4] for line in lines if "paused" not in line and "in call" not in line and "In use" not in line}

    def members(self, queue):
        return self.exchange.ask(f"queue show {queue}").stdout.count("PJSIP/")

    def phone(self, number, xml, *options):
        """A telephone at the address of an extension, until the scenario is over."""
        return self.run(xml, AT[number], 5061, *options)

    def carrier(self, xml, *options):
        return self.run(xml, sip.CARRIER, 5080, *options)

    def load_phones(self, ring=0.3, talk=2.0):
        return self.run(sip.phone(ring, talk), LOAD, 5070)

    def run(self, xml, address, port, *options):
        sipp = sip.Sipp(xml, address, port, options)
        self.running.append(sipp)
        return sipp

    def prompt(self, language, key):
        """How many seconds it lasts."""
        with wave.open(str(PROMPTS / language / f"{key}.wav")) as file:
            return file.getnframes() / file.getframerate()

    # ---- callers

    def call(self, *steps, number=None, did=HOTLINE):
        self.placed += 1
        number = number or f"06612{self.placed:05d}"
        since = time.time()
        sipp = sip.Sipp(sip.caller(steps, number), sip.CARRIER, free_port(), ["-m", "1", "-s", did], f"127.0.0.1:{self.exchange.sip}")
        self.running.append(sipp)
        return Placed(number, sipp, since)

    def many(self, count, rate, *steps):
        """A stream of calls, each from a number of its own."""
        first = self.placed + 1
        self.placed += count
        numbers = HERE / "sip" / f"numbers{first}.csv"
        numbers.write_text("SEQUENTIAL\n" + "".join(f"06612{n:05d};\n" for n in range(first, first + count)))
        options = ["-m", str(count), "-r", str(rate), "-l", "2000", "-s", HOTLINE, "-inf", str(numbers)]
        sipp = sip.Sipp(sip.caller(steps), sip.CARRIER, free_port(), options, f"127.0.0.1:{self.exchange.sip}")
        self.running.append(sipp)
        return range(first, first + count), sipp

    # ---- what the center says

    def found(self, placed):
        calls = self.center.calls(number=placed.number)
        check(len(calls) <= 1, f"{len(calls)} calls from {placed.number} where one was placed")
        return calls[0] if calls else None

    def state(self, placed, state, seconds=15):
        call = until(lambda: (found := self.found(placed)) and found["state"] == state and found, seconds)
        check(call, f"the call is {(self.found(placed) or {'state': 'unknown'})['state']}, not {state}")
        return call

    def ended(self, placed, state, seconds=30):
        """The call is over, once, in this terminal state, the same in the journal; its record."""
        call = until(lambda: (found := self.found(placed)) and found["terminalState"] and found, seconds)
        check(call, f"the call did not end: {self.found(placed)}")
        check(call["terminalState"] == state, f"it ended {call['terminalState']}, not {state}")
        check(call["endedAt"] and (call["ticket"] or not call["queuedAt"]), "a queued call has no ticket")
        lines = self.journal(call["linkedid"])
        check(sum(line["eventtype"] == "LINKEDID_END" for line in lines) == 1, "the journal does not end it exactly once")
        return call

    def journal(self, linkedid):
        def whole():
            lines = [line for line in self.exchange.records() if line["linkedid"] == linkedid]
            return any(line["eventtype"] == "LINKEDID_END" for line in lines) and lines
        return until(whole, 5) or []

    def channel(self, placed, number):
        """The channel of an advisor in a call."""
        def talking():
            call = self.found(placed)
            return call and [leg["channel"] for leg in call["legs"] if leg["channel"].startswith(f"PJSIP/{number}-") and leg["answeredAt"]]
        found = until(talking, 10)
        check(found, f"{number} is not in the call")
        return found[0]

    def arrivals(self):
        """Calls from the carrier in the journal, by their id."""
        return {line["linkedid"] for line in self.exchange.records()
                if line["eventtype"] == "CHAN_START" and line["context"] == "from-trunk" and line["uniqueid"] == line["linkedid"]}
