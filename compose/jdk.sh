#!/bin/sh
# Prints the JAVA_HOME of a JDK 25 or newer: the one that is set, else one in the usual places.
WANTED=25

is_new_enough() {
  # a launcher such as macOS's /usr/bin/javac, or a version manager's shim, has no modules beside it
  [ -x "$1/bin/javac" ] && [ -e "$1/lib/modules" ] || return 1
  major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ -n "$major" ] && [ "$major" -ge "$WANTED" ]
}

on_path=$(command -v javac || true)
[ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")

for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  if [ -n "$home" ] && is_new_enough "$home"; then
    echo "$home"
    exit 0
  fi
done

echo "No JDK $WANTED was found (looked at JAVA_HOME, the PATH and the usual folders): install Temurin $WANTED from https://adoptium.net and, if it lives elsewhere, set JAVA_HOME to it." >&2
exit 1
