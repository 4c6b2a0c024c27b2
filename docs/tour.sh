#!/usr/bin/env bash
# Walks the four journeys of a running demonstration center through its public interfaces: raw mail, STOMP, the exchange's manager
# interface, search. Prints a line for each step, ending "N passed, 0 failed". Usage: docs/tour.sh [http://localhost:8080]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

java25() {
  local jdk
  for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$jdk/bin/java" ] && grep -q '^JAVA_VERSION="25' "$jdk/release" 2>/dev/null; then
      echo "$jdk/bin/java"
      return
    fi
  done
  echo java
}

exec "$(java25)" -Xmx128m "$here/tour/Tour.java" "$@"
