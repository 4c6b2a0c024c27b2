# One template of telephony/render.
function refuse(sentence) {
  print "render: " sentence > "/dev/stderr"
  failed = 1
  exit 1
}

function read(file,   line, at, name) {
  while ((getline line < file) > 0) {
    if (line ~ /^[A-Z][A-Z_]*=/) {
      at = index(line, "=")
      name = substr(line, 1, at - 1)
      value[name] = substr(line, at + 1)
    }
  }
  close(file)
}

function setting(name) {
  if (name in ENVIRON) value[name] = ENVIRON[name]
  if (!(name in value)) refuse(name " is not set: write " name "=… into your settings file, or into the environment.")
  if (value[name] ~ /[;\n]/) refuse(name " may not contain a semicolon or a line break.")
  return value[name]
}

function fill(text,   before, name, given) {
  before = ""
  while (match(text, /@[A-Z_]+@/)) {
    name = substr(text, RSTART + 1, RLENGTH - 2)
    given = setting(name)
    before = before substr(text, 1, RSTART - 1) given
    text = substr(text, RSTART + RLENGTH)
  }
  return before text
}

# part 0 is the item's place
function replace(text, mark, given,   before, at) {
  before = ""
  while ((at = index(text, mark)) > 0) {
    before = before substr(text, 1, at - 1) given
    text = substr(text, at + length(mark))
  }
  return before text
}

function each(list,   count, item, i, parts, n, p, l, text) {
  count = split(setting(list), item, " ")
  for (i = 1; i <= count; i++) {
    n = split(item[i], parts, "/")
    for (l = 1; l <= lines; l++) {
      text = replace(block[l], "@#@", i)
      for (p = 1; p <= n; p++) text = replace(text, "@" p "@", parts[p])
      if (match(text, /@[0-9]@/)) refuse("an item of " list " lacks its part " substr(text, RSTART + 1, 1) ".")
      print fill(text)
    }
  }
}

# every domain in every language is a queue
function queues(   d, l, i, j, domain, language, all) {
  d = split(setting("DOMAINS"), domain, " ")
  l = split(setting("LANGUAGES"), language, " ")
  for (i = 1; i <= d; i++) for (j = 1; j <= l; j++) all = all domain[i] "-" language[j] " "
  value["QUEUES"] = all
}

BEGIN {
  read(defaults)
  read(settings)
  queues()
}

/^;@each / { list = $2; lines = 0; next }
/^;@if !/ { skip = setting(substr($2, 2)) != ""; next }
/^;@if / { skip = setting($2) == ""; next }
/^;@end/ {
  if (list != "") each(list)
  list = ""
  skip = 0
  next
}
skip { next }
list != "" { block[++lines] = $0; next }
{ print fill($0) }
END { if (failed) exit 1 }
