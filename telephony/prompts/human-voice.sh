#!/usr/bin/env bash
# What a human voice must record before the line opens, as a script to read from: one file for each language, key and text.
# Usage: human-voice.sh ar|fr|zgh
set -euo pipefail
column=$(case ${1:-} in ar) echo 2 ;; fr) echo 3 ;; zgh) echo 4 ;; *) echo "Usage: human-voice.sh ar|fr|zgh" >&2; exit 1 ;; esac)
awk -F '\t' -v c="$column" '!/^#/ && $1 != "key" && $c != "" { printf "%-24s %s\n", $1 ".wav", $c }' "$(dirname "$0")/prompts.tsv"
