"""Callers and telephones, each a SIPp of its own. A script is a list of steps; every step is one piece of SIPp's XML."""
import math
import signal
import subprocess

from parts import HERE, address

CARRIER = address(2)
WORK = HERE / "sip"

SDP = """Content-Type: application/sdp
Content-Length: [len]

v=0
o=- 53655765 2353687637 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 8 101
a=rtpmap:8 PCMA/8000
a=rtpmap:101 telephone-event/8000
a=sendrecv
"""
ECHO = "[last_Via:]\n[last_From:]\n[last_To:]{tag}\n[last_Call-ID:]\n[last_CSeq:]\n"
VIA = "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]\n"


def send(text, **attributes):
    named = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<send{named}><![CDATA[\n{text}\n]]></send>\n"


def answer(status, tag="", more="Content-Length: 0\n", **attributes):
    return send(f"SIP/2.0 {status}\n" + ECHO.format(tag=tag) + more, **attributes)


class Dialog:
    """What stands in the requests of one side."""

    def __init__(self, to, sender, cseq=1):
        self.to, self.sender, self.cseq = to, sender, cseq

    def request(self, method, more="Content-Length: 0\n", **attributes):
        self.cseq += 1
        text = (f"{method} [next_url] SIP/2.0\n{VIA}[routes]\nFrom: {self.sender}\nTo: {self.to}\nCall-ID: [call_id]\n"
                f"CSeq: {self.cseq} {method}\nMax-Forwards: 70\n{more}")
        return send(text, retrans="500", **attributes)


def caller(steps, number="[field0]"):
    """Calls, and when picked up goes through the steps; ends when the other side hangs up, or with its last step."""
    me = f'"Caller" <sip:{number}@[local_ip]:[local_port]>;tag=[pid]c[call_number]'
    them = "<sip:[service]@[remote_ip]:[remote_port]>"
    dialog = Dialog(them + "[peer_tag_param]", me)
    invite = (f"INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n{VIA}From: {me}\nTo: {them}\nCall-ID: [call_id]\n"
              f"CSeq: 1 INVITE\nContact: <sip:{CARRIER}:[local_port]>\nMax-Forwards: 70\n{SDP}")
    ack = (f"ACK [next_url] SIP/2.0\n{VIA}[routes]\nFrom: {me}\nTo: {them}[peer_tag_param]\nCall-ID: [call_id]\nCSeq: 1 ACK\n"
           "Max-Forwards: 70\nContent-Length: 0\n")
    body = send(invite, retrans="500")
    body += '<recv response="100" optional="true"/><recv response="180" optional="true"/><recv response="183" optional="true"/>\n'
    body += '<recv response="200" rrs="true"/>\n' + send(ack)
    return scenario(body + "".join(step(dialog) for step in steps))


def wait(seconds):
    return lambda dialog: f'<pause milliseconds="{int(seconds * 1000)}"/>\n'


def press(key, after=0.7):
    more = f"Content-Type: application/dtmf-relay\nContent-Length: [len]\n\nSignal={key}\nDuration=100\n"
    return lambda dialog: wait(after)(dialog) + dialog.request("INFO", more) + '<recv response="200"/>\n'


def speak(dialog):
    return f'<nop><action><exec rtp_stream="{tone()},-1,8"/></action></nop>\n'


def listen(seconds):
    """Until the other side hangs up, or that long; then hangs up himself."""
    def xml(dialog):
        return (f'<recv request="BYE" timeout="{int(seconds * 1000)}" ontimeout="hang"/>\n' + answer("200 OK", next="end")
                + '<label id="hang"/>\n' + dialog.request("BYE") + '<recv response="200"/>\n<label id="end"/>\n')
    return xml


def hang_up(dialog):
    return dialog.request("BYE") + '<recv response="200"/>\n'


def keyed(keys, gap=0.7):
    return [press(key, gap) for key in keys]


def phone(ring=0.3, talk=30.0, refer=None, then=None):
    """Rings, picks up, hangs up after a while unless the other side does; with refer hands the caller over to that extension, with then does that."""
    tag = ";tag=[pid]p[call_number]"
    body = ('<recv request="INVITE" rrs="true"><action><ereg regexp=".*" search_in="hdr" header="From:" assign_to="peer"/>'
            '<ereg regexp=".*" search_in="hdr" header="To:" assign_to="me"/></action></recv>\n')
    body += answer("180 Ringing", tag, "Contact: <sip:[local_ip]:[local_port]>\nContent-Length: 0\n")
    body += f'<recv request="CANCEL" timeout="{int(ring * 1000)}" ontimeout="answer"/>\n' + answer("200 OK")
    cancelled = ("SIP/2.0 487 Request Terminated\n[last_Via:]\n[last_From:]\n[last_To:]" + tag
                 + "\n[last_Call-ID:]\nCSeq: [last_cseq_number] INVITE\nContent-Length: 0\n")
    body += send(cancelled, retrans="500") + '<recv request="ACK" next="end"/>\n<label id="answer"/>\n'
    body += answer("200 OK", tag, "Contact: <sip:[local_ip]:[local_port]>\n"
                   "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, REFER, NOTIFY\n" + SDP, retrans="500")
    body += '<recv request="ACK"/>\n'
    dialog = Dialog("[$peer]", f"[$me]{tag}")
    if refer:
        body += wait(talk)(dialog) + dialog.request(
            "REFER", f"Contact: <sip:[local_ip]:[local_port]>\nRefer-To: <sip:{refer}@127.0.0.1>\n"
            "Referred-By: <sip:phone@127.0.0.1>\nContent-Length: 0\n")
        body += ('<recv response="202"/>\n<label id="more"/>\n<recv request="NOTIFY" optional="true" next="noted"/>\n'
                 '<recv request="BYE" next="bye" timeout="15000" ontimeout="end"/>\n<label id="noted"/>\n'
                 + answer("200 OK", next="more") + '<label id="bye"/>\n' + answer("200 OK") + '<label id="end"/>\n')
        return scenario(body.replace("From: [$me]", "From:[$me]").replace("To: [$peer]", "To:[$peer]"))
    body += (then or listen(talk))(dialog)
    return scenario(body.replace("From: [$me]", "From:[$me]").replace("To: [$peer]", "To:[$peer]"))


def holding(before=1.0, held=2.0, after=1.0):
    """Picks up, puts the caller on hold for a while as telephones do, by a re-INVITE, comes back to him and hangs up."""
    again = (f"Contact: <sip:[local_ip]:[local_port]>\n" + SDP)

    def reinvite(dialog, way):
        text = dialog.request("INVITE", again.replace("a=sendrecv", "a=" + way))
        ack = (f"ACK [next_url] SIP/2.0\n{VIA}[routes]\nFrom: {dialog.sender}\nTo: {dialog.to}\nCall-ID: [call_id]\n"
               f"CSeq: {dialog.cseq} ACK\nMax-Forwards: 70\nContent-Length: 0\n")
        return text + '<recv response="100" optional="true"/>\n<recv response="200"/>\n' + send(ack)

    def steps(dialog):
        return (wait(before)(dialog) + reinvite(dialog, "sendonly") + wait(held)(dialog) + reinvite(dialog, "sendrecv")
                + listen(after)(dialog))
    return phone(then=steps)


def registering(number, password, address, port, seconds):
    """A telephone that registers for so many seconds, 0 to be gone at once."""
    def request(cseq, more=""):
        return send(f"REGISTER sip:[remote_ip]:[remote_port] SIP/2.0\n{VIA}From: <sip:{number}@[remote_ip]>;tag=[pid]r[call_number]\n"
                    f"To: <sip:{number}@[remote_ip]>\nCall-ID: [call_id]\nCSeq: {cseq} REGISTER\n"
                    f"Contact: <sip:{number}@{address}:{port}>;expires={seconds}\nMax-Forwards: 70\n{more}Content-Length: 0\n", retrans="500")
    return scenario(request(1) + '<recv response="401" auth="true"/>\n'
                    + request(2, f"[authentication username={number} password={password}]\n") + '<recv response="200"/>\n')


def refusing(status="486 Busy Here"):
    return scenario('<recv request="INVITE"/>\n' + answer(status, ";tag=[pid]b[call_number]", retrans="500") + '<recv request="ACK"/>\n')


def scenario(body):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="mowakaba">\n{body}</scenario>\n'


def tone():
    """A minute of a voice-like tone, as SIPp streams it: raw A-law."""
    file = WORK / "tone.al"
    if not file.exists():
        loud = bytes(alaw(int(9000 * math.sin(t * 0.3) * (0.6 + 0.4 * math.sin(t * 0.002)))) for t in range(8000 * 20))
        file.write_bytes(loud)
    return file.resolve()


def alaw(sample):
    sign = 0x80 if sample >= 0 else 0
    magnitude = min(abs(sample), 32635)
    exponent = max(0, magnitude.bit_length() - 8)
    mantissa = (magnitude >> (4 if exponent < 2 else exponent + 3)) & 0x0F
    return (sign | exponent << 4 | mantissa) ^ 0xD5


class Sipp:
    """One SIPp process in the background."""
    count = 0

    def __init__(self, xml, address, port, options, remote=""):
        Sipp.count += 1
        WORK.mkdir(parents=True, exist_ok=True)
        self.name = f"{Sipp.count:04d}"
        file = WORK / f"{self.name}.xml"
        file.write_text(xml)
        self.log = WORK / f"{self.name}.log"
        command = ["sipp", *([remote] if remote else []), "-sf", str(file.resolve()), "-i", address, "-mi", address, "-p", str(port),
                   "-nostdin", "-trace_err", "-error_file", str((WORK / f"{self.name}.err").resolve()), *options]
        self.process = subprocess.Popen(command, stdout=self.log.open("w"), stderr=subprocess.STDOUT, cwd=WORK)

    def wait(self, seconds=120):
        """Whether every call went as its script says."""
        try:
            return self.process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            self.stop()
            return False

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def failure(self):
        error = WORK / f"{self.name}.err"
        return error.read_text()[:600] if error.exists() else f"exit {self.process.returncode}"
