#!/bin/sh
# Verifies all modules, two services at a time, and says how far it is; at the end it counts. All that Maven said is in
# target/test.log.
mkdir -p target
# Debian's awk, mawk, would wait for 4 KiB before it says a word
awk=awk
if awk -W version 2>&1 </dev/null | grep -q mawk; then awk='awk -W interactive'; fi
rm -f target/test.failed
# the embedded Elasticsearch is nobody's dependency, so nothing else would make tests wait for it
{ compose/mvn.sh -q package -pl compose/elastic && compose/mvn.sh -B -T 2 verify "$@" || touch target/test.failed; } 2>&1 | tee target/test.log | $awk '
  { gsub(/\033\[[0-9;]*m/, "") }
  /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { print $NF, $3; fflush(); next }
  /^\[[A-Z]+\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$/ {
    split($0, count, /[^0-9]+/)
    bad = count[3] + count[4]
    good = count[2] - bad - count[5]
    passed += good; failed += bad; skipped += count[5]
    print "     " passed " passed so far, " failed " failed, " skipped " skipped"
    fflush(); next
  }
  /^\[INFO\]|^Starting audit|^Audit done|^$/ { next }
  { print; fflush() }
  END { print passed + 0 " passed, " failed + 0 " failed, " skipped + 0 " skipped" }'
[ ! -e target/test.failed ]
