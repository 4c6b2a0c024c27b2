"""The named scenarios, in their order. Each returns what was checked, or raises Failed."""
import re
import time

from lab import MENU, QUEUE, Failed, check
from parts import until
from sip import hang_up, holding, keyed, listen, phone, press, refusing, speak, wait

SCENARIOS = []
# a line whose calendar never opens
NEVER_OPEN = "0800003000"


def scenario(name):
    def keep(function):
        SCENARIOS.append((name, function))
        return function
    return keep


@scenario("answered, the advisor hangs up")
def answered(lab):
    lab.staff("1001")
    lab.phone("1001", phone(talk=2))
    placed = lab.call(*keyed(MENU), listen(30))
    check(placed.sipp.wait(), "SIPp: " + placed.sipp.failure())
    call = lab.ended(placed, "answered")
    check(call["advisor"] == "advisor" and call["queue"] == QUEUE, f"answered by {call['advisor']} in {call['queue']}")
    check(1 <= call["talkSeconds"] <= 4, f"talked {call['talkSeconds']} s, not 2")
    return f"{call['ticket']}, waited {call['waitSeconds']} s, talked {call['talkSeconds']} s"


@scenario("answered, the caller hangs up")
def answered_caller(lab):
    lab.staff("1001")
    lab.phone("1001", phone())
    placed = lab.call(*keyed(MENU), wait(3), hang_up)
    call = lab.ended(placed, "answered")
    return f"{call['ticket']}, talked {call['talkSeconds']} s"


@scenario("abandoned in the queue")
def abandoned(lab):
    lab.staff("1001")
    lab.phone("1001", phone(ring=60))
    placed = lab.call(*keyed(MENU), wait(1.5), hang_up)
    call = lab.ended(placed, "abandoned")
    check(call["advisor"] is None, "an abandoned call has an advisor")
    return f"{call['ticket']}, waited {call['waitSeconds']} s"


@scenario("left in the menu")
def left_in_menu(lab):
    placed = lab.call(wait(4), hang_up)
    call = lab.ended(placed, "ivr-hangup")
    check(call["ticket"] is None and call["queuedAt"] is None, "a call that chose nothing has a ticket")
    return "no queue, no ticket"


@scenario("nobody picks up, no message is left")
def timeout(lab):
    lab.staff("1001")
    lab.phone("1001", phone(ring=60))
    placed = lab.call(*keyed(MENU), wait(21), hang_up)
    call = lab.ended(placed, "timeout", 40)
    return f"{call['ticket']}, waited {call['waitSeconds']} s"


@scenario("nobody picks up, a message is left")
def voicemail(lab):
    lab.staff("1001")
    lab.phone("1001", phone(ring=60))
    placed = lab.call(speak, *keyed(MENU), wait(26), hang_up)
    call = lab.ended(placed, "voicemail", 40)
    return f"{call['ticket']}, waited {call['waitSeconds']} s"


@scenario("the first telephone rings in vain, the second is picked up")
def ring_no_answer(lab):
    lab.staff("1001", "1002")
    lab.phone("1002", phone(ring=60))
    lab.phone("1001", phone(talk=1))
    placed = lab.call(*keyed(MENU), listen(40))
    call = lab.ended(placed, "answered", 40)
    rang = {leg["advisor"]: leg["answeredAt"] for leg in call["legs"] if leg["advisor"]}
    check(rang.get("advisor2") is None and "advisor2" in rang, f"legs {rang}")
    check(call["advisor"] == "advisor", f"answered by {call['advisor']}")
    return f"advisor2 rang, advisor answered after {call['waitSeconds']} s"


def handed_over(lab, placed, how):
    call = lab.ended(placed, "answered")
    talked = {leg["advisor"] for leg in call["legs"] if leg["answeredAt"] and leg["advisor"]}
    check(talked == {"advisor", "advisor2"}, f"{how}: talked with {talked}")
    check(call["advisor"] == "advisor2", f"{how}: {call['advisor']} has it at the end")
    return f"{call['ticket']} went from advisor to advisor2, one call, talked {call['talkSeconds']} s"


@scenario("an advisor puts the caller on hold")
def on_hold(lab):
    lab.staff("1001")
    lab.phone("1001", holding(before=1.5, held=4, after=1.5))
    placed = lab.call(*keyed(MENU), listen(30))
    lab.state(placed, "talking")
    check(until(lambda: any(hold["until"] is None for hold in lab.found(placed)["holds"]), 5), "nobody is told that he is on hold")
    call = lab.ended(placed, "answered")
    check([hold["advisor"] for hold in call["holds"]] == ["advisor"], f"holds {call['holds']}")
    check(3 <= call["holdSeconds"] <= 5 and 2 <= call["talkSeconds"] <= 4, f"held {call['holdSeconds']} s, talked {call['talkSeconds']} s")
    told = lab.center.get("/api/calls/" + call["linkedid"])["journal"]
    check([sum(f"|{word}|" in line for line in told) for word in ("HOLD", "UNHOLD")] == [1, 1], "the journal does not say so")
    timeline = lab.advisors["1001"].read(f"/tickets/{call['ticket']}/timeline")
    check(re.search("(التعليق|hold|mise en attente) 0:0[345]", timeline), "the case does not say so")
    return f"{call['ticket']}: talked {call['talkSeconds']} s, held {call['holdSeconds']} s, in the journal and on the case"


@scenario("blind transfer over the manager interface")
def blind_transfer(lab):
    lab.staff("1001")
    lab.phone("1001", phone())
    lab.phone("1002", phone(talk=2))
    placed = lab.call(*keyed(MENU), listen(30))
    channel = lab.channel(placed, "1001")
    answer = lab.exchange.action("BlindTransfer", Channel=channel, Exten="1002", Context="transfer-target")
    check("Success" in answer, answer)
    return handed_over(lab, placed, "BlindTransfer")


@scenario("the telephone hands over by REFER")
def refer(lab):
    lab.staff("1001")
    lab.phone("1001", phone(talk=1.5, refer="1002"))
    lab.phone("1002", phone(talk=2))
    placed = lab.call(*keyed(MENU), listen(30))
    return handed_over(lab, placed, "REFER")


@scenario("attended transfer over the manager interface")
def attended_transfer(lab):
    lab.staff("1001")
    first = lab.phone("1001", phone())
    lab.phone("1002", phone(talk=6))
    placed = lab.call(*keyed(MENU), listen(30))
    channel = lab.channel(placed, "1001")
    answer = lab.exchange.action("Atxfer", Channel=channel, Exten="1002", Context="transfer-target")
    check("Success" in answer, answer)
    time.sleep(2)
    lab.exchange.action("Hangup", Channel=channel)
    return handed_over(lab, placed, "Atxfer")


@scenario("three talk together: the advisor brings a colleague in by keys")
def conference(lab):
    def bring_in(dialog):
        keys = [press("*", 1.5), press("2", 0.2), *(press(key, 0.2) for key in "1002"), press("*", 3), press("3", 0.2), listen(4)]
        return "".join(step(dialog) for step in keys)
    lab.staff("1001")
    lab.phone("1001", phone(then=bring_in))
    lab.phone("1002", phone(talk=20))
    placed = lab.call(*keyed(MENU), listen(12))
    call = lab.ended(placed, "answered", 40)
    detail = lab.center.get(f"/api/calls/{call['linkedid']}")
    check(len(detail["conferences"]) == 1, f"conferences: {detail['conferences']}")
    three = detail["conferences"][0]
    check(three["until"] and len(three["parties"]) >= 3, f"it was {three}")
    check(call["linkedid"] in three["parties"], "the caller was not in it")
    return f"{len(three['parties'])} parties from {three['from'][11:19]} to {three['until'][11:19]}"


WORDS = {"busy": "الخط مشغول|Busy|Occupé", "no-answer": "لا جواب|No answer|Pas de réponse", "refused": "رُفضت|Refused|Refusé",
         "unreachable": "يتعذر الوصول|not reachable|injoignable", "cancelled": "أُنهيت قبل|Hung up before|Raccroché avant",
         "advisor-no-answer": "لم يرفع|did not pick up|pas décroché"}


def told(lab, call):
    """The case says in words why nobody answered."""
    timeline = lab.advisors["1001"].read(f"/tickets/{call['ticket']}/timeline")
    check(re.search(WORDS[call["reason"]], timeline), f"the case does not say {call['reason']}")
    return f"{call['terminalState']}, {call['reason']}, so on {call['ticket']}"


def a_case(lab):
    case = lab.center.call("POST", "/api/tickets", {"subject": "Rappel", "body": "Rappel", "requester": {"phone": "0661998877"}})
    return case["number"]


def dial(lab, carrier, state, reason=None, patience=60):
    lab.staff("1001")
    lab.phone("1001", phone(talk=patience))
    lab.carrier(carrier, "-m", "1")
    made = lab.center.call("POST", "/api/calls", {"to": "0661998877", "advisor": "advisor", "ticket": a_case(lab)})
    call = until(lambda: (found := lab.center.get("/api/calls/" + made["linkedid"]))["terminalState"] and found, 40)
    check(call, "the call did not end")
    check(call["terminalState"] == state, f"it ended {call['terminalState']}, not {state}")
    call = until(lambda: (found := lab.center.get("/api/calls/" + made["linkedid"]))["reason"] == reason and found, 5) or call
    check(call["reason"] == reason, f"the reason is {call['reason']}, not {reason}")
    check([leg["kind"] for leg in call["legs"]].count("outbound") == 1, f"legs {call['legs']}")
    lines = lab.journal(made["linkedid"])
    check(sum(line["eventtype"] == "LINKEDID_END" for line in lines) == 1, "the journal does not end it exactly once")
    return call


@scenario("click to call, answered")
def click_answered(lab):
    call = dial(lab, phone(talk=2), "answered")
    return f"talked {call['talkSeconds']} s, {len(call['legs'])} legs"


@scenario("click to call, busy")
def click_busy(lab):
    return told(lab, dial(lab, refusing(), "timeout", "busy"))


@scenario("click to call, no answer")
def click_no_answer(lab):
    return told(lab, dial(lab, phone(ring=60), "timeout", "no-answer"))


@scenario("click to call, refused")
def click_refused(lab):
    return told(lab, dial(lab, refusing("603 Decline"), "timeout", "refused"))


@scenario("click to call, a number that does not exist")
def click_unknown(lab):
    return told(lab, dial(lab, refusing("404 Not Found"), "timeout", "unreachable"))


@scenario("click to call, the advisor gives up")
def click_cancelled(lab):
    return told(lab, dial(lab, phone(ring=60), "timeout", "cancelled", 3))


@scenario("click to call, the advisor does not pick up")
def click_no_advisor(lab):
    lab.staff("1001")
    lab.phone("1001", refusing("480 Temporarily Unavailable"))
    made = lab.center.call("POST", "/api/calls", {"to": "0661998877", "advisor": "advisor", "ticket": a_case(lab)})
    call = until(lambda: (found := lab.center.get("/api/calls/" + made["linkedid"]))["reason"] and found, 40)
    check(call and call["terminalState"] == "timeout" and call["reason"] == "advisor-no-answer", f"{call}")
    return f"{told(lab, call)}, the number was never dialled"


def consent(lab, key, expected):
    lab.staff("1001")
    lab.phone("1001", phone(talk=3))
    menu = [*keyed("2"), *(keyed(key) if key else [wait(lab.prompt("fr", "consent") + 4.5)]), *keyed("1")]
    placed = lab.call(speak, *menu, listen(30))
    call = lab.ended(placed, "answered", 40)
    check(call["consent"] is expected, f"consent is {call['consent']}")
    file = lab.exchange.home / "spool/monitor" / (call["linkedid"] + ".wav")
    check(file.exists() == expected, f"the recording {'exists' if file.exists() else 'is missing'}")
    check((call["recording"] is not None) == expected, f"the center says {call['recording']}")
    return f"consent {call['consent']}, recording {'kept' if expected else 'never made'}"


@scenario("consent to the recording: accepted")
def consent_accepted(lab):
    return consent(lab, "1", True)


@scenario("consent to the recording: refused")
def consent_refused(lab):
    return consent(lab, "2", False)


@scenario("consent to the recording: no key")
def consent_none(lab):
    return consent(lab, "", False)


@scenario("the center is frozen: static route")
def frozen(lab):
    lab.staff("1001")
    lab.phone("1001", phone(talk=2))
    lab.center.freeze()
    try:
        placed = lab.call(*keyed(MENU), listen(30))
        check(placed.sipp.wait(40), "SIPp: " + placed.sipp.failure())
    finally:
        lab.center.thaw()
    call = lab.ended(placed, "answered")
    lines = lab.journal(call["linkedid"])
    at = {line["eventtype"] + line["appname"] * (line["eventtype"] == "APP_START"): seconds(line) for line in reversed(lines)}
    took = at["ANSWER"] - at["CHAN_START"], at["APP_STARTQueue"] - at["MW_IVR"]
    check(sum(took) <= 2.3, f"the center was waited for {sum(took):.1f} s")
    return f"waited {sum(took):.1f} s for the center in all, answered, told afterwards as {call['ticket']}"


def seconds(line):
    from datetime import datetime
    return datetime.strptime(line["eventtime"], "%Y-%m-%dT%H:%M:%S.%f%z").timestamp()


@scenario("the center is away: static route")
def away(lab):
    lab.staff("1001")
    lab.phone("1001", phone(talk=2))
    lab.center.kill()
    try:
        placed = lab.call(*keyed(MENU), listen(30))
        check(placed.sipp.wait(40), "SIPp: " + placed.sipp.failure())
    finally:
        lab.center.start(lab.proxy.port)
    check(lab.center.ready(), "the center did not come back")
    for advisor in lab.advisors.values():
        advisor.sign_in()
    call = lab.ended(placed, "answered", 60)
    return f"answered, told afterwards as {call['ticket']}"


@scenario("nobody is at work: a message at once")
def join_empty(lab):
    lab.staff()
    placed = lab.call(*keyed(("2", "1", "2")), wait(2), hang_up)
    call = lab.ended(placed, "join-empty")
    return f"{call['ticket']}, not kept waiting for nobody"


@scenario("closed, nothing left")
def closed(lab):
    placed = lab.call(press("2"), wait(2), hang_up, did=NEVER_OPEN)
    call = lab.ended(placed, "closed")
    check(call["queuedAt"] is None and call["ticket"] is None, "a closed line queued somebody")
    return "told so, never queued"


@scenario("closed, a message is left")
def closed_message(lab):
    placed = lab.call(speak, press("2"), press("2"), wait(lab.prompt("fr", "message") + 5), hang_up, did=NEVER_OPEN)
    call = lab.ended(placed, "voicemail")
    check(call["ticket"], "the message made no case")
    file = lab.exchange.home / "spool/messages" / (call["linkedid"] + ".wav")
    check(file.stat().st_size > 32044, "there is no message")
    return f"{call['ticket']}, {file.stat().st_size // 16000} s of speech"


def called_back(lab, placed, since):
    """A call of ours to this number has ended; the one that ended it."""
    def back():
        calls = [call for call in lab.center.calls(number=placed.number) if call["direction"] == "out" and call["startedAt"] > since]
        return calls and all(call["terminalState"] for call in calls) and calls
    calls = until(back, 30)
    check(calls, f"{placed.number} was not called back")
    return calls


@scenario("callback: the place is kept, before a later caller")
def callback(lab):
    lab.staff("1001")
    lab.phone("1001", phone(talk=8))
    lab.carrier(phone(talk=2))
    first = lab.call(*keyed(MENU), listen(40))
    lab.state(first, "talking")
    back = lab.call(*keyed(MENU), press("1", 3), listen(12))
    call = lab.ended(back, "callback")
    later = lab.call(*keyed(MENU), listen(40))
    lab.state(later, "queued")
    lab.ended(first, "answered")
    lab.advisors["1001"].become("available")
    ours = called_back(lab, back, call["startedAt"])
    check([each["terminalState"] for each in ours] == ["answered"], f"{ours}")
    check(ours[0]["ticket"] == call["ticket"], "the callback is on another case")
    waiting = lab.found(later)
    check(not waiting["answeredAt"] or waiting["answeredAt"] > ours[0]["answeredAt"], "the later caller was served first")
    lab.advisors["1001"].become("available")
    lab.ended(later, "answered")
    return f"{call['ticket']}: asked by key, called back as soon as the advisor was free, the later caller after it"


@scenario("bip: whoever rings and hangs up is called back, once")
def bip(lab):
    lab.staff()
    placed = lab.call(wait(0.5), hang_up)
    call = lab.ended(placed, "ivr-hangup")
    check(call["ticket"], "the bip made no case")
    again = lab.call(wait(0.5), hang_up, number=placed.number)
    until(lambda: len([c for c in lab.center.calls(number=placed.number) if c["terminalState"]]) == 2, 10)
    lab.carrier(phone(talk=1))
    lab.load_phones(talk=3)
    called_back(lab, again, call["startedAt"])
    time.sleep(3)
    ours = called_back(lab, again, call["startedAt"])
    check([each["terminalState"] for each in ours] == ["answered"], f"{ours}")
    return f"{call['ticket']}: two bips, one call back"


@scenario("survey: a key after the call")
def survey(lab):
    lab.staff("1001")
    lab.phone("1001", phone(talk=1))
    placed = lab.call(*keyed(MENU), press("5", 5), listen(10))
    call = lab.ended(placed, "answered")
    rated = until(lambda: lab.found(placed)["satisfaction"], 5)
    check(rated == 5, f"satisfaction is {rated}")
    return f"{call['ticket']}, satisfaction {rated} of 5"


@scenario("the state of his case, by a key, for a caller we know")
def status(lab):
    lab.staff()
    first = lab.call(*keyed(("2", "1", "2")), wait(1), hang_up)
    known = lab.ended(first, "join-empty")
    again = lab.call(*keyed(("2", "1", "0")), wait(3), hang_up, number=first.number)
    until(lambda: len([c for c in lab.center.calls(number=first.number) if c["terminalState"]]) == 2, 10)
    said = lab.exchange.played(again.since)
    check(any("status-ticket" in line for line in said), f"he heard {said}")
    return f"heard that {known['ticket']} is registered"


@scenario("the place and the wait are told in the caller's language")
def place(lab):
    lab.staff("1001")
    lab.phone("1001", phone(talk=60))
    first = lab.call(*keyed(("1", "1", "1")), wait(40), hang_up)
    lab.state(first, "talking")
    second = lab.call(*keyed(("1", "1", "1")), wait(14), hang_up)
    lab.state(second, "queued", 25)
    time.sleep(1)
    third = lab.call(*keyed(("1", "1", "1")), wait(4), hang_up)
    lab.ended(third, "ivr-hangup")
    said = lab.exchange.played(third.since)
    check(any("ar/mowakaba/ahead" in line for line in said) and any("ar/mowakaba/person-one" in line for line in said), f"he heard {said}")
    lab.ended(second, "abandoned")
    lab.ended(first, "answered", 60)
    return "Arabic: one person before him"
