"""The parts under test, each a process of its own: database, center, exchange. Loopback addresses only."""
import datetime
import html
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

# two laboratories may run side by side, each with a folder, addresses and ports of its own
LANE = int(os.environ.get("LANE", "0"))
HERE = pathlib.Path(f"target/verify/{LANE}").resolve()


def address(host):
    return f"127.0.{LANE}.{host}"

SECRET = "verify-secret"
# the exchange is on another host: the center cannot read its files
SHIPPED = bool(os.environ.get("SHIP"))
# telephones in the browser
WEB_PHONES = "1006-1007"


def until(question, seconds, every=0.1):
    """The first answer that is true, or the last one when the time is over."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer or time.monotonic() > end:
            return answer
        time.sleep(every)


def free_port(kind=socket.SOCK_STREAM):
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def java():
    for home in [os.environ.get("JAVA_HOME", ""), *map(str, pathlib.Path("/usr/lib/jvm").glob("*"))]:
        release = pathlib.Path(home, "release")
        if home and release.exists() and 'JAVA_VERSION="25' in release.read_text():
            return str(pathlib.Path(home, "bin/java"))
    return "java"


def classpath():
    return "target/test-classes:target/classes:" + pathlib.Path("target/verify/classpath").read_text().strip()


class Part:
    """A process that can be frozen, thawed, killed and started again."""
    process = None

    def launch(self, command, log, **more):
        self.log = HERE / log
        self.process = subprocess.Popen(command, stdout=self.log.open("a"), stderr=subprocess.STDOUT, start_new_session=True, **more)

    def pid(self):
        return self.process.pid

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def freeze(self):
        os.kill(self.pid(), signal.SIGSTOP)

    def thaw(self):
        os.kill(self.pid(), signal.SIGCONT)

    def kill(self):
        os.kill(self.pid(), signal.SIGKILL)
        if self.process:
            self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            os.kill(self.pid(), signal.SIGCONT)
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()

    def cpu(self):
        """Seconds of processor time so far, of the process alone."""
        fields = pathlib.Path(f"/proc/{self.pid()}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Database(Part):
    def start(self):
        home = HERE / "mariadb"
        shutil.rmtree(home, ignore_errors=True)
        cache = pathlib.Path.home() / ".cache/mowakaba"
        self.process = subprocess.Popen(
            [java(), "-Xmx64m", "-cp", classpath(), "ma.mowakaba.demo.database.DatabaseAlone", str(cache), str(home)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=(HERE / "mariadb.log").open("a"), text=True)
        self.url, self.server = self.process.stdout.readline().split()

    def pid(self):
        return int(self.server)

    def stop(self):
        self.thaw()
        self.process.stdin.close()
        self.process.wait(30)


def ice_addresses():
    """Every address of this machine is offered to browsers as loopback: speech stays here."""
    found = subprocess.run(["hostname", "-I"], capture_output=True, text=True).stdout.split()
    return " ".join(f"{address}/127.0.0.1" for address in found if ":" not in address)


class Exchange(Part):
    def __init__(self, phones):
        self.home = HERE / "asterisk"
        self.sip, self.ami, self.ami_tls, self.wss = free_port(socket.SOCK_DGRAM), free_port(), free_port(), free_port()
        self.phones = phones
        self.cel = self.home / "log/cel-custom/mowakaba_cel.jsonl"
        self.queue_log = self.home / "log/queue_log"

    def settings(self, center, **more):
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True)
        values = dict(SIP_PORT=self.sip, AMI_PORT=self.ami, AMI_TLS_PORT=self.ami_tls, WSS_PORT=self.wss, RTP_START=30000 + 5000 * LANE, RTP_END=34000 + 5000 * LANE, MEDIA_ADDRESS="127.0.0.1",
                      AMI_SECRET=SECRET, ROUTE_SECRET=SECRET, CENTER_URL=center, CARRIER_HOST=address(2), CARRIER_PORT=5080,
                      WEB_PHONES=WEB_PHONES, PHONE_SECRET=SECRET, ICE_ADDRESSES=ice_addresses(),
                      FIXED_PHONES=" ".join(f"{number}/{at}" for number, at in self.phones.items()), **more)
        (self.home / "settings").write_text("".join(f"{name}={value}\n" for name, value in values.items()))

    def start(self):
        self.launch(["telephony/run", str(self.home)], "asterisk.log")
        if not until(lambda: self.ask("core waitfullybooted").returncode == 0, 20):
            raise SystemExit(f"The exchange does not start: {self.log}")

    def ask(self, command):
        return subprocess.run(["target/asterisk/asterisk", "-C", str(self.home / "etc/asterisk.conf"), "-rx", command],
                              capture_output=True, text=True)

    def records(self):
        """Every record of the journal, of renamed files too."""
        files = sorted(self.cel.parent.glob("*.jsonl*"))
        return [json.loads(line) for file in files for line in file.read_text(errors="replace").splitlines() if line.startswith("{")
                and line.endswith("}")]

    def played(self, since):
        """Prompts that were played from a time on, as the exchange's own log has them."""
        lines = (self.home / "log/spoken").read_text(errors="replace").splitlines()
        found = []
        for line in lines:
            match = re.match(r"\[(.*?)\].*Playing '(\S+?)\.\w+' \(language '(\w+)'\)", line)
            if match and datetime.datetime.strptime(match[1], "%Y-%m-%d %H:%M:%S.%f").timestamp() >= since:
                found.append(f"{match[3]}/{match[2]}")
        return found

    def action(self, name, **headers):
        """One action on the manager interface, as the center's own user."""
        with socket.create_connection(("127.0.0.1", self.ami), 5) as link:
            link.settimeout(5)
            stream = link.makefile("rw", newline="\r\n")
            stream.readline()
            for action, values in (("Login", dict(Username="mowakaba", Secret=SECRET, Events="off")), (name, headers)):
                stream.write(f"Action: {action}\n" + "".join(f"{key}: {value}\n" for key, value in values.items()) + "\n")
                stream.flush()
                answer = []
                while (line := stream.readline().strip()) or not answer:
                    answer.append(line)
            return "\n".join(answer)


class Ship(Part):
    """What sends the journal when the exchange is on another host."""

    def __init__(self, exchange):
        self.exchange = exchange

    def start(self):
        home = self.exchange.home
        self.launch(["telephony/ship", str(home / "settings")], "ship.log", env={**os.environ, "LOG": str(home / "log")})


DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def calendars():
    """Open round the clock, but for a line that never opens."""
    week = {f"mowakaba.calendar.calendars.default.week.{day}": "00:00-24:00" for day in DAYS}
    return week | {"mowakaba.calendar.calendars.default.holidays": "false", "mowakaba.calendar.calendars.never.week.monday": "00:00-00:01",
                   "mowakaba.telephony.line.calendars.0800003000": "never"}


class Center(Part):
    def __init__(self, database, exchange, phones):
        self.database, self.exchange, self.phones = database, exchange, phones
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self, ami=None):
        settings = {
            "server.port": self.port, "management.server.port": self.port,
            "spring.datasource.url": self.database.url, "spring.datasource.username": "mowakaba", "spring.datasource.password": "mowakaba",
            "mowakaba.demo.exchange.enabled": "false", "mowakaba.demo.player": "false", "mowakaba.demo.welcome": "false", "mowakaba.demo.phones": self.phones,
            "mowakaba.demo.home": HERE / "home", "mowakaba.demo.site.port": 0,
            "mowakaba.telephony.exchange.host": "127.0.0.1", "mowakaba.telephony.exchange.port": ami or self.exchange.ami_tls,
            "spring.ssl.bundle.pem.pbx.truststore.certificate": f"file:{self.exchange.home}/var/tls/asterisk.crt",
            "mowakaba.telephony.exchange.ssl-bundle": "pbx",
            "mowakaba.telephony.exchange.user": "mowakaba", "mowakaba.telephony.exchange.secret": SECRET,
            "mowakaba.telephony.phones.address": f"wss://127.0.0.1:{self.exchange.wss}/ws",
            "mowakaba.telephony.phones.extensions": WEB_PHONES, "mowakaba.telephony.phones.secret": SECRET,
            **calendars(), "mowakaba.telephony.line.bip": "3s",
            "mowakaba.telephony.route-secret": SECRET, "mowakaba.telephony.journal.cel": "" if SHIPPED else self.exchange.cel,
            "mowakaba.telephony.journal.queue-log": "" if SHIPPED else self.exchange.queue_log,
            "mowakaba.telephony.recordings.folder": self.exchange.home / "spool/monitor"}
        self.launch([java(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:SweeperThreshold=40", "-XX:ThreadPriorityPolicy=1",
                     "-XX:CompilerThreadPriority=10", "--enable-native-access=ALL-UNNAMED", *os.environ.get("CENTER_JAVA", "").split(),
                     "-cp", classpath(), "ma.mowakaba.demo.DemonstrationCenter",
                     *(f"--{name}={value}" for name, value in settings.items())], "center.log")

    def ready(self, seconds=180):
        def asked():
            if self.process.poll() is not None:
                raise SystemExit(f"The center does not start: {self.log}")
            return self.get("/actuator/health/readiness", quiet=True) and self.get("/actuator/health/readiness")["status"] == "UP"
        return until(asked, seconds, 0.3)

    def get(self, path, quiet=False):
        try:
            return self.call("GET", path)
        except (OSError, urllib.error.URLError):
            if quiet:
                return None
            raise

    def call(self, method, path, body=None):
        return json.loads(self.text(path, method, body) or "null")

    def text(self, path, method="GET", body=None):
        request = urllib.request.Request(self.url + path, method=method, headers={
            "Authorization": "Bearer demo-api-token", "Content-Type": "application/json"},
            data=json.dumps(body).encode() if body is not None else None)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read().decode()

    def calls(self, **filters):
        """Every call that fits, over all pages."""
        found, cursor = [], None
        while True:
            asked = {**filters, "size": 200, **({"cursor": cursor} if cursor else {})}
            page = self.get("/api/calls?" + urllib.parse.urlencode(asked))
            found += page["items"]
            cursor = page["next"]
            if not cursor:
                return found


class Advisor:
    """Somebody signed in at the workspace."""

    def __init__(self, center, name):
        self.center, self.name = center, name
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def sign_in(self):
        page = self.open("/sign-in")
        token = re.search(r'name="_csrf"[^>]*value="([^"]+)"', page).group(1)
        self.open("/sign-in", urllib.parse.urlencode(dict(username=self.name, password=self.name + "-demo", _csrf=token)).encode())

    def become(self, state):
        page = self.open("/tickets")
        header, token = re.search(r'&quot;(X-[A-Z-]+)&quot;:&quot;([^&]+)&quot;', page).groups()
        path, method = ("/presence/pause?reason=meal", "PUT") if state == "pause" else (f"/presence/{state}", "PUT")
        self.open(path, method=method, headers={header: token})

    def open(self, path, data=None, method=None, headers=None):
        request = urllib.request.Request(self.center.url + path, data=data, method=method, headers=headers or {})
        with self.browser.open(request, timeout=10) as answer:
            return answer.read().decode()

    def read(self, path):
        """the page's text as somebody reads it, without its elements"""
        return html.unescape(re.sub(r"<[^>]*>", "", self.open(path)))
