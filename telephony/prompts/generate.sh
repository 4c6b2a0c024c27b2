#!/usr/bin/env bash
# Placeholder speech from prompts.tsv, with Debian's espeak-ng and sox: OUTPUT/<language>/<key>.wav (8 kHz).
# Usage: generate.sh OUTPUT [TEMPO]      TEMPO 1, or more for speech that is only waited for, as in tests
# It is a machine's voice, for trials and tests. espeak-ng has no Tamazight voice: the Tifinagh letters are handed to the Arabic voice sound
# by sound, which a listener may recognise and no more. human-voice.sh lists what a speaker must record instead.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
output=${1:?Usage: generate.sh OUTPUT [TEMPO]}
tempo=${2:-1}
for tool in espeak-ng sox; do
  command -v "$tool" > /dev/null || { echo "generate.sh: $tool is missing: apt-get install espeak-ng sox" >&2; exit 1; }
done
raw=$(mktemp --suffix .wav)
trap 'rm -f "$raw"' EXIT

# Tifinagh is written as it is spoken: a sign for each sound, in espeak-ng's names for them
sounds() {
  sed -e 's/ⴰ/a/g;s/ⴱ/b/g;s/ⴳ/g/g;s/ⴷ/d/g;s/ⴹ/d/g;s/ⴻ/@/g;s/ⴼ/f/g;s/ⴽ/k/g;s/ⵀ/h/g;s/ⵃ/h/g;s/ⵄ/?/g;s/ⵅ/x/g;s/ⵇ/k/g;s/ⵉ/i/g' \
      -e 's/ⵊ/Z/g;s/ⵍ/l/g;s/ⵎ/m/g;s/ⵏ/n/g;s/ⵓ/u/g;s/ⵔ/r/g;s/ⵕ/r/g;s/ⵖ/Q/g;s/ⵙ/s/g;s/ⵚ/s/g;s/ⵛ/S/g;s/ⵜ/t/g;s/ⵟ/t/g;s/ⵡ/w/g' \
      -e 's/ⵢ/j/g;s/ⵣ/z/g;s/ⵥ/z/g;s/ⵯ/w/g;s/[.,:?]/ /g'
}

speak() {
  case $1 in
    ar) espeak-ng -v ar -s 130 -p 45 -g 4 -w "$raw" "$2" ;;
    fr) espeak-ng -v fr-fr -s 145 -p 45 -g 4 -w "$raw" "$2" ;;
    zgh) espeak-ng -v ar -s 120 -p 45 -g 6 -w "$raw" "[[$(sounds <<< "$2")]]" ;;
  esac
}

made=0
# a tab would swallow empty columns
while IFS='|' read -r key ar fr zgh; do
  case $key in '#'* | key | '') continue ;; esac
  for language in ar fr zgh; do
    text=${!language}
    target=$output/$language/$key
    if [ -z "$text" ] || [ "$target.wav" -nt "$here/prompts.tsv" ]; then continue; fi
    mkdir -p "$output/$language"
    speak "$language" "$text"
    # words that are joined into a sentence have no pause around them
    case $key in number-* | and-*) pad="0.02 0.02" ;; *) pad="0.05 0.25" ;; esac
    sox "$raw" -r 8000 -c 1 -b 16 "$target.wav" gain -6 highpass 120 lowpass 3700 norm -3 silence 1 0.01 0.3% reverse silence 1 0.01 0.3% reverse tempo -s "$tempo" pad $pad
    made=$((made + 1))
  done
done < <(tr '\t' '|' < "$here/prompts.tsv")
echo "$made prompts made in $output"
