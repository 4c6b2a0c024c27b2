"""Which telephones can be rung: what advisors say, what telephones do, and what the exchange's queues have of it."""
import re

from lab import DESKS, QUEUE, REGISTERING, check
from parts import SECRET, address, free_port, until
from sip import Sipp, registering
from supervision import person

SCENARIOS = []
GENERAL = "general-ar"
AWAY = "الهاتف غير متصل|Telephone not connected|Téléphone non connecté"


def scenario(name):
    def keep(function):
        SCENARIOS.append((name, function))
        return function
    return keep


def register(lab, seconds):
    port = free_port()
    sipp = Sipp(registering(REGISTERING, SECRET, address(15), 5061, seconds), address(15), port, ["-m", "1"],
                f"127.0.0.1:{lab.exchange.sip}")
    check(sipp.wait(10), "SIPp: " + sipp.failure())


def members(lab, queue):
    """Who stands in a queue of the exchange, and whether the queue may ring him."""
    lines = [line for line in lab.exchange.ask(f"queue show {queue}").stdout.splitlines() if "PJSIP/" in line]
    return {line.split("PJSIP/")[1][:4]: "paused" not in line for line in lines}


def shown(lab, who):
    """Whether his telephone is shown as cut off: on the wallboard, and on his own screen."""
    people = re.findall(r'class="someone".*?</div>\s*</div>', person(lab, "supervisor").open("/wallboard"), re.S)
    wallboard = any("Nadia Sebti" in one and re.search(AWAY, one) for one in people)
    own = re.search(r'id="presence".*?</summary>', who.open("/tickets"), re.S)
    return wallboard, bool(re.search(AWAY, own[0]))


@scenario("a telephone that is not registered is shown so and not rung")
def not_registered(lab):
    lab.staff()
    nadia = person(lab, "nadia")
    nadia.become("available")
    try:
        check(until(lambda: members(lab, GENERAL).get(REGISTERING) is False, 10), f"{GENERAL} has {members(lab, GENERAL).get(REGISTERING)}")
        check(shown(lab, nadia) == (True, True), f"not registered is shown {shown(lab, nadia)}")
        register(lab, 300)
        check(until(lambda: members(lab, GENERAL)[REGISTERING], 5), "a registered telephone is not rung")
        check(shown(lab, nadia) == (False, False), f"registered is shown {shown(lab, nadia)}")
        register(lab, 0)
        check(until(lambda: not members(lab, GENERAL)[REGISTERING], 5), "a telephone that is gone is rung")
        check(shown(lab, nadia) == (True, True), f"gone is shown {shown(lab, nadia)}")
    finally:
        nadia.become("offline")
    return "paused in the queue and shown on both screens until it registers, again when it is gone"


def agree(lab, wanted):
    """The queue has whom the center says, and rings whom it may."""
    def equal():
        found = members(lab, QUEUE)
        return {number: found.get(number) for number in DESKS} == wanted
    check(until(equal, 60), f"{QUEUE} has {members(lab, QUEUE)}, not {wanted}")


@scenario("presence and queues agree after the exchange restarts, and after the center does")
def restarts(lab):
    lab.staff("1001", "1002")
    lab.advisors["1002"].become("pause")
    wanted = {"1001": True, "1002": False}
    agree(lab, wanted)
    register(lab, 300)
    nadia = person(lab, "nadia")
    nadia.become("available")
    check(until(lambda: members(lab, GENERAL).get(REGISTERING), 10), "a registered telephone is not rung")
    lab.exchange.kill()
    lab.advisors["1001"].become("pause")
    lab.advisors["1002"].become("available")
    lab.exchange.start()
    agree(lab, {"1001": False, "1002": True})
    lab.center.kill()
    lab.exchange.action("QueuePause", Interface="PJSIP/1001", Paused="false")
    lab.exchange.action("QueueRemove", Queue=QUEUE, Interface="PJSIP/1002")
    register(lab, 0)
    lab.center.start(lab.proxy.port)
    check(lab.center.ready(), "the center did not come back")
    agree(lab, {"1001": False, "1002": True})
    check(until(lambda: members(lab, GENERAL).get(REGISTERING) is False, 10), "a telephone that left meanwhile is rung")
    for advisor in (*lab.advisors.values(), nadia):
        advisor.sign_in()
    nadia.become("offline")
    lab.people = {}
    return "what changed while the other side was away counts on both: a pause, its end, a telephone that left"
