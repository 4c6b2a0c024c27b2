"""The softphone of the workspace, in headless Chromium, against the real exchange."""
import json
import os
import select
import shutil
import subprocess

from lab import MENU, QUEUE, Failed, check
from parts import HERE, classpath, java, until
from sip import holding, keyed, listen, phone, refusing, speak

SCENARIOS = []
CHROMIUM = "/usr/bin/chromium"
# seconds; the longest command waits half of it
PATIENCE = 60
# has a telephone in the browser, and answers the first domain in French
AGENT, AGENT_AT = "rachid", "1006"
STATS = """async () => { const all = {in: 0, out: 0, lost: 0}; const call = document.querySelector('soft-phone').calls[0];
  (await call.session.connection.getStats()).forEach(one => {
    if (one.type === 'inbound-rtp') { all.in = one.packetsReceived; all.lost = one.packetsLost; all.loud = one.totalAudioEnergy }
    if (one.type === 'outbound-rtp') all.out = one.packetsSent;
    if (one.type === 'transport') all.dtls = one.dtlsState; });
  return all }"""


def scenario(name):
    def keep(function):
        def play(lab):
            lab.staff()
            return function(lab)
        if os.access(CHROMIUM, os.X_OK):
            SCENARIOS.append((name, play))
        else:
            print(f"skip  {name}: {CHROMIUM} is not installed")
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
        answers, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        if not answers:
            self.process.kill()
            raise Failed(f"the browser has not answered for {PATIENCE} s")
        line = self.process.stdout.readline()
        check(line, f"the browser is gone: see {HERE}/browser-*.log")
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
        # never settled when the live screen has replaced its target meanwhile
        self.do("say", f"Promise.race([htmx.ajax('PUT', '/presence/{state}', {{target: '#presence', swap: 'outerHTML'}}), "
                       "new Promise(done => setTimeout(done, 3000))])")

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
    desk.press("transfer")
    faults = desk.do("faults", "")
    check(not faults, f"not accessible: {faults}")
    desk.press("transfer")
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


def talking(lab, *steps):
    """A caller and an advisor who talk, the advisor in his browser."""
    desk = at_work(lab)
    placed = lab.call(speak, *keyed(MENU), *steps)
    desk.calls_are("ringing")
    desk.do("key", "p")
    desk.calls_are("talking")
    lab.state(placed, "talking")
    return desk, placed


def hand_to(lab, desk, extension):
    lab.advisors[extension].become("available")
    desk.press("transfer")
    offered = f"phone-transfer option[value='{extension}']"
    check(until(lambda: desk.do("say", f"!!document.querySelector(\"{offered}\")"), 10), f"{extension} is not offered")
    desk.do("say", f"document.querySelector('#phone-colleague').value = '{extension}'")


def went_over(lab, desk, placed):
    desk.calls_are()
    call = lab.ended(placed, "answered")
    talked = {leg["advisor"] for leg in call["legs"] if leg["answeredAt"] and leg["advisor"]}
    check(talked == {AGENT, "advisor2"}, f"talked with {talked}")
    check(call["advisor"] == "advisor2", f"{call['advisor']} has it at the end")
    return f"{call['ticket']} went from {AGENT} to advisor2, one call, talked {call['talkSeconds']} s"


@scenario("softphone hands a call over at once")
def blind(lab):
    desk, placed = talking(lab, listen(60))
    lab.phone("1002", phone(ring=0.5, talk=3))
    hand_to(lab, desk, "1002")
    desk.press("blind")
    return went_over(lab, desk, placed)


@scenario("softphone asks a colleague, then hands over")
def attended(lab):
    desk, placed = talking(lab, listen(60))
    lab.phone("1002", phone(ring=0.5, talk=6))
    hand_to(lab, desk, "1002")
    desk.press("ask")
    desk.calls_are("held", "talking")
    desk.press("join")
    return went_over(lab, desk, placed)


@scenario("softphone asks a colleague who does not pick up, and goes back to the caller")
def asked_in_vain(lab):
    desk, placed = talking(lab, listen(60))
    lab.phone("1002", refusing())
    hand_to(lab, desk, "1002")
    desk.press("ask")
    desk.calls_are("talking")
    flows(desk)
    desk.press("hang-up")
    call = lab.ended(placed, "answered")
    check(call["advisor"] == AGENT, f"{call['advisor']} has it at the end")
    return f"{call['ticket']} stayed with {AGENT}"


@scenario("softphone mutes, sends keys, and is served by keyboard alone")
def keys(lab):
    desk, placed = talking(lab, listen(60))
    desk.press("mute")
    check(desk.do("say", "document.querySelector('soft-phone').calls[0].session.isMuted().audio"), "it is not mute")
    desk.press("mute")
    desk.press("keys")
    for key in "19#":
        desk.do("key", key)
    check(desk.do("show", "key-pad output") == ["19#"], f"keys {desk.do('show', 'key-pad output')}")
    desk.do("say", "document.activeElement.blur()")
    desk.do("key", "x")
    call = lab.ended(placed, "answered")
    return f"{call['ticket']}, by keyboard from answer to hang-up"


@scenario("softphone refuses a call, which goes to the next telephone")
def refuses(lab):
    desk = at_work(lab)
    lab.phone("1001", phone(talk=2))
    placed = lab.call(*keyed(MENU), listen(60))
    desk.calls_are("ringing")
    lab.advisors["1001"].become("available")
    desk.press("hang-up")
    call = lab.ended(placed, "answered", 40)
    check(call["advisor"] == "advisor", f"answered by {call['advisor']}")
    return f"{call['ticket']}, advisor answered after {call['waitSeconds']} s"


@scenario("softphone says when the exchange is away, and comes back with it")
def comes_back(lab):
    desk = at_work(lab)
    lab.exchange.kill()
    desk.is_("away", 20)
    told = desk.do("show", ".phone__notice")
    check("injoignable" in str(told).lower() or "pas joignable" in str(told), f"the page says {told}")
    lab.exchange.start()
    desk.is_("ready", 40)
    check(until(lambda: AGENT_AT in lab.ringable(QUEUE), 60), "the queue does not ring it again")
    return "reachable again by itself"


@scenario("softphone whose microphone is refused is not registered and says so")
def no_microphone(lab):
    desk = Browser(lab, AGENT, "deaf", locale="ar-MA")
    desk.is_("refused")
    told = str(desk.do("show", ".phone__notice"))
    check("الميكروفون مرفوض" in told, f"the page says {told}")
    contacts = lab.exchange.ask("pjsip show contacts").stdout
    check(f"Contact:  {AGENT_AT}/" not in contacts, "it is registered, though it cannot be talked into")
    return "said in Arabic, not registered"


@scenario("softphone is in one tab, and goes to another that asks for it")
def one_tab(lab):
    desk = Browser(lab, AGENT)
    desk.is_("ready")
    desk.do("tab", "/tickets")
    desk.is_("elsewhere")
    desk.do("click", "[data-phone-do='take']")
    desk.is_("ready")
    contacts = lab.exchange.ask("pjsip show contacts").stdout.count(f"Contact:  {AGENT_AT}/")
    check(contacts == 1, f"{contacts} telephones are registered")
    return "one registration, in the tab that asked last"


@scenario("softphone picks up by itself when its advisor calls somebody")
def calls_somebody(lab):
    desk = at_work(lab)
    number = f"06619{lab.placed:05d}"
    lab.carrier(phone(ring=0.5, talk=3))
    desk.do("say", f"htmx.ajax('POST', '/workspace/calls', {{values: {{to: '{number}'}}, swap: 'none'}})")
    desk.calls_are("talking")
    desk.calls_are(seconds=20)
    call = until(lambda: (found := lab.center.calls(number=number)) and found[0]["endedAt"] and found[0], 15)
    check(call and call["direction"] == "out" and call["advisor"] == AGENT, f"the call is {call}")
    return f"{call['linkedid']}, talked {call['talkSeconds']} s"


@scenario("a supervisor's sheet of a call refreshes itself")
def sheet_lives(lab):
    desk = Browser(lab, "supervisor")
    lab.staff("1001")
    lab.phone("1001", holding(before=6, held=6, after=3))
    placed = lab.call(*keyed(MENU), listen(30))
    call = lab.state(placed, "talking")
    desk.do("open", "/wallboard")
    desk.do("click", f"[hx-get='/supervision/calls/{call['linkedid']}']")

    def says(*badges):
        shown = until(lambda: (now := desk.do("show", "dialog[open] .badge")) == list(badges) and now, 25)
        check(shown, f"the sheet says {desk.do('show', 'dialog[open] .badge')}, not {badges}")
    says("En communication", "En ligne", "En ligne")
    says("Mis en attente", "En ligne", "A mis en attente")
    faults = desk.do("faults", "")
    check(not faults, f"barriers: {faults}")
    says("En communication", "En ligne", "Terminé")
    says("Répondu", "Terminé", "Terminé")
    return "talking, on hold, put down, over, without a click"


@scenario("a supervisor puts an advisor on pause, who is told by whom and why")
def forced_pause(lab):
    desk = at_work(lab)
    board = Browser(lab, "supervisor", locale="ar-MA")
    board.do("open", "/wallboard")
    board.do("click", ".someone:has-text('Rachid Ait Ali') summary")
    board.do("click", ".someone:has-text('Rachid Ait Ali') [hx-put$='reason=meeting']")
    check(until(lambda: AGENT_AT not in lab.ringable(QUEUE), 10), f"queue {QUEUE} still rings {AGENT_AT}")
    told = until(lambda: desk.do("show", "[data-part=ring] .notice"), 8)
    check("Naïma Berrada" in str(told) and "Réunion" in str(told), f"he is told {told}")

    def listed():
        return [line for line in board.do("show", "[data-part=people] .legs li") if "Rachid Ait Ali" in line]
    check(until(lambda: listed() and "اجتماع" in listed()[0] and "Naïma Berrada" in listed()[0], 8), f"the wallboard lists {listed()}")
    faults = board.do("faults", "") + desk.do("faults", "")
    check(not faults, f"barriers: {faults}")
    desk.do("click", "[data-part=ring] .notice button")
    check(until(lambda: AGENT_AT in lab.ringable(QUEUE), 10), "he is back and is not rung")
    check(until(lambda: "–" in listed()[0], 8), f"the wallboard lists {listed()}")
    return f"he reads «{told[0].splitlines()[0]}», the wallboard «{' '.join(listed()[0].split())}»"
