#!/usr/bin/env bash
# Drives a real Asterisk and the whole center with SIPp as carrier and as telephones, and prints a line for each scenario,
# ending "N passed, 0 failed". Usage: telephony/verify.sh [part of a scenario's name …]
#   --list names them      --measure [calls a second …] tells what a call costs
# With SHIP=yes the exchange is on another host: its journal comes over telephony/ship.
# Needs python3, sip-tester, openssl, espeak-ng and sox of Debian, and a JDK 25. Everything it writes is under target/verify.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in python3 sipp openssl espeak-ng sox; do
  command -v "$tool" > /dev/null || { echo "verify.sh: $tool is missing: apt-get install python3 sip-tester openssl espeak-ng sox" >&2; exit 1; }
done
[ -x target/asterisk/asterisk ] || telephony/get-asterisk.sh target/asterisk
export PROMPTS=$PWD/target/verify/prompts
telephony/prompts/generate.sh "$PROMPTS" 2.2 > /dev/null
if [ ! -f target/verify/classpath ] || [ pom.xml -nt target/verify/classpath ] || [ ! -d target/test-classes ] || [ -n "${BUILD:-}" ]; then
  ./mvnw -B -ntp -q -Dquick test-compile dependency:build-classpath -Dmdep.outputFile=target/verify/classpath
fi
exec python3 -u telephony/verify/verify.py "$@"
