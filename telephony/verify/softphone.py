"""The softphone of the workspace, in headless Chromium, against the real exchange."""
import json
import os
import shutil
import subprocess

from lab import MENU, QUEUE, Failed, check
from parts import HERE, classpath, java, until
from sip import keyed, listen, phone, speak

SCENARIOS = []
# has a telephone in the browser, and answers the first domain in French
AGENT, AGENT_AT = "rachid", "1006"
COLLEAGUE, COLLEAGUE_AT = "karim", "1007"
STATS = """async () => { const all = {in: 0, out: 0, lost: 0}; const call = document.querySelector('soft-phone').calls[0];
  (await call.session.connection.getStats()).forEach(one => {
    if (one.type === 'inbound-rtp') { all.in = one.packetsReceived; all.lost = one.packetsLost; all.loud = one.totalAudioEnergy }
    if (one.type === 'outbound-rtp') all.out = one.packetsSent;
    if (one.type === 'transport') all.dtls = one.dtlsState; });
  return all }"""


def scenario(name):
    def keep(function):
        def play(lab):
            check(os.access("/usr/bin/chromium", os.X_OK), "Chromium is not installed")
            lab.staff()
            return function(lab)
        SCENARIOS.append((name, play))
        return function
    return keep


class Browser:
    """Somebody who works in a browser; commands are those of BrowserAtWork."""

    def __init__(self, lab, user, *how, locale="fr-MA"):
        log = (HERE / f"browser-{user}.log").open("a")
        self.process = subprocess.Popen(
            [java(), "-Xmx128m", "-cp", classpath(), "ma.mowakaba.demo.browser.BrowserAtWork", lab.center.url, user, locale, *how],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
        lab.running.append(self)
        self.read()

    def read(self):
        line = self.process.stdout.readline()
        check(line, "the browser is gone: see target/verify/browser-*.log")
        answer = json.loads(line)["answer"]
        if isinstance(answer, dict) and "failed" in answer:
            raise Failed(answer["failed"][:400])
        return answer

    def do(self, command, what):
        self.process.stdin.write(f"{command} {' '.join(what.split())}\n")
        self.process.stdin.flush()
        return self.read()

    def state(self):
        return self.do("say", "document.querySelector('soft-phone').dataset.state")

    def is_(self, state, seconds=15):
        check(until(lambda: self.state() == state, seconds), f"the telephone is {self.state()}, not {state}")

    def calls(self):
        return self.do("say", "document.querySelector('soft-phone').calls.map(call => call.state)")

    def calls_are(self, *states, seconds=15):
        check(until(lambda: self.calls() == list(states), seconds), f"calls are {self.calls()}, not {list(states)}")

    def press(self, what, call=0):
        self.do("click", f"phone-call >> nth={call} >> :is([data-do='{what}'], [data-to='{what}'])")

    def become(self, state):
        self.do("say", f"htmx.ajax('PUT', '/presence/{state}', {{target: '#presence', swap: 'outerHTML'}})")

    def stop(self):
        if self.process.poll() is None:
            try:
                self.become("offline")
            except (Failed, OSError, ValueError):
                pass
            self.process.stdin.close()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()


def at_work(lab, user=AGENT, extension=AGENT_AT):
    desk = Browser(lab, user)
    desk.is_("ready")
    desk.become("available")
    check(until(lambda: extension in lab.ringable(QUEUE) or extension != AGENT_AT, 10), f"queue {QUEUE} does not ring {extension}")
    return desk


def flows(desk, seconds=10):
    """Packets go both ways now."""
    before = desk.do("say", STATS)
    after = until(lambda: (now := desk.do("say", STATS)) and now["in"] > before["in"] + 20 and now["out"] > before["out"] + 20 and now, seconds, 0.5)
    check(after, f"speech stands still: {before}, then {desk.do('say', STATS)}")
    check(after["dtls"] == "connected", f"speech is not encrypted: {after}")
    return after


@scenario("softphone answers a queue call in headless Chromium")
def answers(lab):
    desk = at_work(lab)
    placed = lab.call(speak, *keyed(MENU), listen(60))
    desk.calls_are("ringing")
    call = lab.state(placed, "ringing")
    card = until(lambda: desk.do("show", f".ring[data-call='{call['linkedid']}']"), 5)
    check(card, "the case is not on the screen while it rings")
    desk.press("answer")
    desk.calls_are("talking")
    talked = flows(desk)
    desk.press("hold")
    desk.calls_are("held")
    desk.press("hold")
    desk.calls_are("talking")
    flows(desk)
    desk.press("hang-up")
    desk.calls_are()
    call = lab.ended(placed, "answered")
    check(call["advisor"] == AGENT and call["queue"] == QUEUE, f"answered by {call['advisor']} in {call['queue']}")
    check(call["waitSeconds"] is not None and call["talkSeconds"] >= 1, f"waited {call['waitSeconds']} s, talked {call['talkSeconds']} s")
    return (f"{call['ticket']}, {talked['in']} packets in and {talked['out']} out, {talked['lost']} lost, encrypted; "
            f"waited {call['waitSeconds']} s, talked {call['talkSeconds']} s")
