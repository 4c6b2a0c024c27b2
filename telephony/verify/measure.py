"""What a call costs and how soon it is seen, at a given number of calls a second. Usage: verify.sh --measure [calls a second …]"""
import subprocess
import time

from faults import Stream
from lab import Lab
from parts import HERE, classpath, java

SECONDS = 60
# a cold center at full rate would begin with a line of callers, and what is measured then is the line
WARM_UP = (8, 150)


class Screen:
    """A supervisor's wallboard, and when it showed which number."""

    def __init__(self, port):
        self.log = HERE / "screen.log"
        self.process = subprocess.Popen([java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classpath(), "ma.mowakaba.telephony.ScreenLog", str(port)],
                                        stdin=subprocess.PIPE, stdout=self.log.open("w"), stderr=subprocess.DEVNULL)

    def shown(self):
        pairs = (line.split() for line in self.log.read_text().splitlines())
        return {number: int(at) / 1000 for number, at in pairs}

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)


def joined(lab):
    """When each number came into a queue, by the exchange's clock."""
    numbers, found = {}, {}
    for record in lab.exchange.records():
        if record["eventtype"] == "CHAN_START" and record["context"] == "from-trunk":
            numbers[record["linkedid"]] = record["num"]
        elif record["eventtype"] == "APP_START" and record["appname"] == "Queue" and record["linkedid"] in numbers:
            found.setdefault(numbers[record["linkedid"]], moment(record["eventtime"]))
    return found


def moment(text):
    """2026-11-27T02:30:59.123456+0000 as seconds since 1970."""
    whole, rest = text.split(".")
    return time.mktime(time.strptime(whole, "%Y-%m-%dT%H:%M:%S")) - time.timezone + int(rest[:6]) / 1e6


def rank(values, share):
    """Nearest rank, in milliseconds."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * int(share * 100) // 100) - 1)] * 1000 if ordered else float("nan")


def told(lab):
    """Percentiles of the time from the exchange's last record of a call until the center has told it, in milliseconds."""
    lines = lab.center.text("/actuator/prometheus").splitlines()
    return {line.split('quantile="')[1].split('"')[0]: float(line.rsplit(" ", 1)[1]) * 1000
            for line in lines if line.startswith("mowakaba_telephony_journal_told_seconds{") and "quantile" in line}


def play(lab, screen, rate, seconds):
    parts = (lab.exchange, lab.center, lab.database)
    began = {part: part.cpu() for part in parts}
    count = rate * seconds
    stream = Stream(lab, count, rate, talk=1.0, ring=0.2)
    stream.sipp.wait(seconds + 60)
    stream.count = len(stream.arrived())
    calls, took = stream.settled(120)
    lag = told(lab)
    cpu = {part: (part.cpu() - before) * 1000 / max(1, stream.count) for part, before in began.items()}
    shown, entered = screen.shown(), joined(lab)
    waits = [shown[number] - entered[number] for number in (call["number"].replace("+212", "0") for call in calls)
             if number in shown and number in entered]
    print(f"{rate} calls/s for {seconds} s: {count} placed, {stream.count} reached the exchange, {len(calls)} at the center {took:.1f} s after the last\n"
          f"   join to screen  {len(waits)} calls, p50 {rank(waits, .5):.0f} ms, p99 {rank(waits, .99):.0f} ms\n"
          f"   journal         told p50 {lag.get('0.5', 0):.0f} ms, p99 {lag.get('0.99', 0):.0f} ms after the call's last record\n"
          f"   processor       a call: exchange {cpu[lab.exchange]:.1f} ms, center {cpu[lab.center]:.1f} ms, database {cpu[lab.database]:.1f} ms")


def measure(rates):
    lab = Lab()
    try:
        lab.open(spoken="")
        lab.staff()
        screen = Screen(lab.center.port)
        time.sleep(5)
        print("warming up", flush=True)
        play(lab, screen, *WARM_UP)
        for rate in rates or (5, 20, 40):
            play(lab, screen, int(rate), SECONDS)
            lab.rest()
            time.sleep(10)
        screen.close()
    finally:
        lab.close()
    return 0
