# Sourced: which compose command there is, and why Docker can't be used where it can't.
if docker compose version >/dev/null 2>&1; then compose="docker compose"
elif command -v docker-compose >/dev/null; then compose="docker-compose"
else compose=""; fi
[ -z "$compose" ] || compose="$compose -p shop -f compose/compose.yaml"

# Succeeds, and says why, when containers can't be run.
no_docker() {
  command -v docker >/dev/null || { echo "docker is not installed"; return 0; }
  docker info >/dev/null 2>&1 || { echo "no Docker engine answers"; return 0; }
  [ -n "$compose" ] || { echo "Docker has no compose command"; return 0; }
  return 1
}
