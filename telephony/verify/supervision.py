"""Recordings, and what supervisors do with calls, against the real exchange."""
import array
import re
import time
import urllib.error
import urllib.request
import wave

from lab import MENU, QUEUE, check
from parts import Advisor, until
from sip import hang_up, keyed, listen, phone, speak, wait

SCENARIOS = []
REFUSING = ("2", "2", "1")


def scenario(name):
    def keep(function):
        SCENARIOS.append((name, function))
        return function
    return keep


class Person(Advisor):
    """Somebody signed in who does what a button does."""

    def do(self, method, path):
        page = self.open("/tickets")
        header, token = re.search(r'&quot;(X-[A-Z-]+)&quot;:&quot;([^&]+)&quot;', page).groups()
        return self.open(path, method=method, headers={header: token})

    def refused(self, method, path):
        """The status of a refusal, 0 where there was none."""
        try:
            self.do(method, path)
            return 0
        except urllib.error.HTTPError as refusal:
            return refusal.code


def person(lab, name):
    known = lab.__dict__.setdefault("people", {})
    if name not in known:
        known[name] = Person(lab.center, name)
        known[name].sign_in()
    return known[name]


def spying(lab):
    """What the supervisor's telephone is doing in the exchange."""
    return [line for line in lab.exchange.ask("core show channels concise").stdout.splitlines() if line.startswith("PJSIP/1009-")]


def talking(lab, keys=MENU, talk=40):
    lab.staff("1001")
    lab.phone("1001", phone(talk=talk))
    placed = lab.call(speak, *keyed(keys), listen(60))
    lab.state(placed, "talking")
    call = until(lambda: (found := lab.found(placed))["consent"] is not None and found, 5)
    check(call, "the center does not know whether the caller accepted")
    return placed, call["linkedid"]


def hear(lab, how, options):
    placed, linkedid = talking(lab)
    lab.phone("1009", phone(talk=30), "-m", "1")
    person(lab, "supervisor").do("POST", f"/supervision/calls/{linkedid}/ears?how={how}")
    heard = until(lambda: [line for line in spying(lab) if f"g({linkedid}){options}!" in line], 10)
    check(heard, f"the supervisor's telephone does {spying(lab)}")
    lab.exchange.action("Hangup", Channel=lab.channel(placed, "1001"))
    check(until(lambda: not spying(lab), 5), "the supervisor's telephone stays when the call is over")
    call = lab.ended(placed, "answered")
    check(len(call["legs"]) == 2, f"{len(call['legs'])} legs, with the supervisor's")
    told = lab.center.get("/api/calls/" + linkedid)["journal"]
    check(any("SUPERVISOR" + how.upper() in line for line in told), "the journal does not say so")
    return f"{call['ticket']}: ChanSpy within the call, gone with it, in the journal"


@scenario("a supervisor listens")
def supervisor_listens(lab):
    return hear(lab, "listen", "")


@scenario("a supervisor whispers to the advisor")
def supervisor_whispers(lab):
    return hear(lab, "whisper", "w")


@scenario("a supervisor joins the call")
def supervisor_joins(lab):
    return hear(lab, "barge", "B")


@scenario("a call that refused the recording is not listened to")
def supervisor_refused(lab):
    placed, linkedid = talking(lab, REFUSING)
    status = person(lab, "supervisor").refused("POST", f"/supervision/calls/{linkedid}/ears?how=listen")
    check(status == 403, f"status {status}")
    check(person(lab, "advisor2").refused("POST", f"/supervision/calls/{linkedid}/ears?how=listen") == 403, "an advisor may listen")
    check(not spying(lab), "the telephone rings all the same")
    lab.exchange.action("Hangup", Channel=lab.channel(placed, "1001"))
    call = lab.ended(placed, "answered")
    file = lab.exchange.home / f"spool/monitor/{linkedid}.wav"
    check(not file.exists(), "there is a recording")
    return f"{call['ticket']}: 403, no telephone rang, no file"


@scenario("a waiting caller is moved to another queue")
def moved(lab):
    first, _ = talking(lab)
    placed = lab.call(*keyed(MENU), listen(30))
    waiting = lab.state(placed, "queued")
    lab.load_phones(talk=2)
    person(lab, "supervisor").do("PUT", f"/supervision/calls/{waiting['linkedid']}/queue?domain=general")
    call = lab.ended(placed, "answered", 40)
    check(call["queue"] == "general-fr", f"queue {call['queue']}")
    log = lab.exchange.queue_log.read_text()
    check(f"{call['linkedid']}|{QUEUE}|NONE|WITHDRAW|" in log, "it was not withdrawn")
    check(f"{call['linkedid']}|{QUEUE}|NONE|ABANDON|" not in log, "it counts as abandoned")
    domain = lab.center.get("/api/tickets/" + call["ticket"])["domain"]
    check(domain == "general", f"the case is about {domain}")
    lab.exchange.action("Hangup", Channel=lab.channel(first, "1001"))
    lab.ended(first, "answered")
    return f"{call['ticket']}: withdrawn, answered in general-fr after {call['waitSeconds']} s, case with it"


@scenario("a waiting caller is put first")
def put_first(lab):
    busy, _ = talking(lab)
    before = lab.call(*keyed(MENU), listen(30))
    time.sleep(1)
    after = lab.call(*keyed(MENU), listen(30))
    lab.state(before, "queued", 20)
    waiting = lab.state(after, "queued")
    person(lab, "supervisor").do("PUT", f"/supervision/calls/{waiting['linkedid']}/priority")
    # his caller, so that nobody is asked how it was meanwhile
    lab.exchange.action("Hangup", Channel=next(leg["channel"] for leg in lab.found(busy)["legs"] if leg["kind"] == "caller"))
    lab.ended(busy, "answered")
    lab.advisors["1001"].become("available")
    lab.state(after, "talking", 10)
    check(lab.found(before)["answeredAt"] is None, "the earlier caller was served first")
    lab.exchange.action("Hangup", Channel=lab.channel(after, "1001"))
    call = lab.ended(after, "answered")
    return f"{call['ticket']} before the caller who came earlier"


def silences(file):
    """Lengths of the stretches without any sound, in seconds."""
    with wave.open(str(file)) as sound:
        samples = array.array("h", sound.readframes(sound.getnframes()))
    tenths = [max(map(abs, samples[i:i + 800])) for i in range(0, len(samples) - 799, 800)]
    return [len(run) / 10 for run in "".join("0" if loud == 0 else "x" for loud in tenths).split("x") if run], len(samples) / 8000


@scenario("the recording is silent while a number is dictated, and is heard on the case")
def paused(lab):
    placed, linkedid = talking(lab)
    advisor = person(lab, "advisor")
    time.sleep(1.5)
    advisor.do("PUT", f"/workspace/calls/{linkedid}/recording/pause")
    time.sleep(2)
    advisor.do("DELETE", f"/workspace/calls/{linkedid}/recording/pause")
    time.sleep(1.5)
    lab.exchange.action("Hangup", Channel=lab.channel(placed, "1001"))
    call = lab.ended(placed, "answered")
    quiet, length = silences(lab.exchange.home / f"spool/monitor/{linkedid}.wav")
    check(len([gap for gap in quiet if 1.5 <= gap <= 3]) == 1, f"silent for {quiet} of {length} s")
    told = lab.center.get("/api/calls/" + linkedid)["journal"]
    check([sum(word in line for line in told) for word in ("RECORDINGPAUSED", "RECORDINGRESUMED")] == [1, 1], "the journal does not say so")
    page = until(lambda: "sound-player" in (text := advisor.open(f"/tickets/{call['ticket']}/timeline")) and text, 15)
    check(page, "the case has no player")
    part = advisor.browser.open(urllib.request.Request(lab.center.url + f"/calls/{linkedid}/recording", headers={"Range": "bytes=0-99"}))
    check(part.status == 206 and len(part.read()) == 100, f"status {part.status}")
    heard = person(lab, "supervisor").open(f"/supervision/calls/{linkedid}/recording")
    check("Salma Benkirane" in heard, "the listening is not noted")
    return f"{call['ticket']}: silent {max(quiet)} s of {length:.1f} s, played by range, listening noted"


@scenario("of a killed exchange no recording without speech is kept")
def killed(lab):
    busy, _ = talking(lab)
    placed = lab.call(*keyed(MENU), wait(60), hang_up)
    waiting = lab.state(placed, "queued")
    file = lab.exchange.home / f"spool/monitor/{waiting['linkedid']}.wav"
    check(until(file.exists, 3), "MixMonitor made no file")
    lab.exchange.kill()
    bytes_left = file.stat().st_size
    lab.exchange.start()
    placed.sipp.stop()
    busy.sipp.stop()
    check(bytes_left <= 44, f"{bytes_left} bytes")
    check(until(lambda: lab.found(placed)["terminalState"], 60), "the call did not end")
    check(until(lambda: not file.exists(), 90), "the empty file is still there")
    check(lab.found(placed)["recording"] is None, "the center has a recording of it")
    check(until(lambda: lab.members("general-fr") > 0, 60), "the center did not fill the exchange's queues again")
    return f"{bytes_left} bytes, deleted"


@scenario("dialling is refused outside of the prefixes, and logged without a number")
def toll_fraud(lab):
    for to, expected in (("+33836656565", 403), ("0661998877,1,System(id)", 400)):
        try:
            lab.center.call("POST", "/api/calls", {"to": to, "advisor": "advisor"})
            status = 201
        except urllib.error.HTTPError as refusal:
            status = refusal.code
        check(status == expected, f"{to}: {status}")
    lines = [line for line in lab.center.log.read_text().splitlines() if "dial refused from=127.0.0.1" in line]
    check(len(lines) == 1 and "why=call.prefix" in lines[0] and "836656565" not in lines[0], f"the log says {lines}")
    return lines[0].split(" : ")[-1]
