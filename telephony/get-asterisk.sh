#!/usr/bin/env bash
# Unpacks a real Asterisk 22 into DIR, without root: apt resolves Debian's packages in a private state, nothing is installed.
# Usage: get-asterisk.sh DIR [further packages]      DIR/asterisk then starts it, whatever the machine's own libraries are.
set -euo pipefail
here=$(realpath -m "${1:?Usage: get-asterisk.sh DIR [further packages]}")
shift
release=forky
arch=$(dpkg --print-architecture)
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$keys" ] || { echo "get-asterisk.sh: $keys is missing: install debian-archive-keyring." >&2; exit 1; }
# the machine's own Debian mirror
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -1)}
[ -n "$mirror" ] || { echo "get-asterisk.sh: apt names no mirror: set DEBIAN_MIRROR." >&2; exit 1; }

private=$here/.apt
rm -rf "$private" "$here/root"
mkdir -p "$private/state/lists/partial" "$private/cache/archives/partial" "$here/root"
: > "$private/status"
echo "deb [signed-by=$keys] $mirror $release main" > "$private/sources.list"
cat > "$private/apt.conf" <<C
Dir::Etc::sourcelist "$private/sources.list"; Dir::Etc::sourceparts "/dev/null";
Dir::State "$private/state"; Dir::State::status "$private/status"; Dir::Cache "$private/cache";
APT::Install-Recommends "false"; APT::Architecture "$arch"; APT::Sandbox::User ""; Acquire::Languages "none";
C
export APT_CONFIG=$private/apt.conf
apt-get -qq update
apt-get -qq -y --download-only install asterisk asterisk-modules asterisk-core-sounds-en-gsm asterisk-core-sounds-fr-gsm \
  asterisk-moh-opsound-gsm "$@" > /dev/null
for package in "$private"/cache/archives/*.deb; do dpkg-deb -x "$package" "$here/root"; done
rm -rf "$private" "$here"/root/usr/share/{doc,man,perl,locale}

lib=$(dirname "$(find "$here/root/usr/lib" -name 'libc.so.6' | head -1)")
loader=$(find "$lib" -name 'ld-linux-*.so.*' | head -1)
cat > "$here/asterisk" <<C
#!/bin/sh
exec $loader --library-path $lib $here/root/usr/sbin/asterisk "\$@"
C
chmod +x "$here/asterisk"
echo "$lib/asterisk/modules" > "$here/modules"
"$here/asterisk" -V
