# Shared by deploy/run and deploy/test; sourced, never run. The caller has set -euo pipefail and stands in the repository's root.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Nothing may stay behind: no MSBuild nodes, no compiler server.
export MSBUILDDISABLENODEREUSE=1

# Progress and messages go to stderr; stdout belongs to results.
say() { printf '%s\n' "$*" >&2; }

die() { say "$*"; exit 1; }

# attend PROGRAM... : runs it so that a signal is heeded at once; a shell looks at its traps only between foreground programs.
child=
attend() {
  local outcome=0
  "$@" </dev/null &
  child=$!
  wait "$child" || outcome=$?
  child=
  return "$outcome"
}

# For traps: ends what is attended to.
build_log=
end_child() {
  rm -f "$build_log"
  [ -n "$child" ] || return 0
  kill -TERM "$child" 2>/dev/null || true
  wait "$child" 2>/dev/null || true
  child=
}

# Sets DOTNET to a dotnet that has a .NET 10 SDK.
find_dotnet() {
  local candidate
  for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet" \
                   /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /opt/dotnet/dotnet; do
    if [ -x "$candidate" ] && "$candidate" --list-sdks 2>/dev/null | grep -q '^10\.'; then
      DOTNET=$candidate
      export DOTNET_ROOT="${DOTNET_ROOT:-$(dirname "$(readlink -f "$candidate")")}"
      return
    fi
  done
  die "找不到 .NET 10 SDK,请先安装:https://dotnet.microsoft.com/download/dotnet/10.0 / the .NET 10 SDK was not found; install it first"
}

# Runs a command as root, or fails when this user may not.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# install_packages PACKAGE... : Debian's, when this user may.
install_packages() {
  command -v apt-get >/dev/null || return 1
  say "安装 $* …… / installing $* …"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 </dev/null || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 </dev/null
}

has_postgres() {
  local program major
  for program in "$(command -v postgres || true)" /usr/lib/postgresql/*/bin/postgres /usr/pgsql-*/bin/postgres; do
    [ -x "$program" ] && [ -x "$(dirname "$program")/initdb" ] || continue
    major=$("$program" --version 2>/dev/null | sed -nE 's/^postgres \(PostgreSQL\) ([0-9]+).*/\1/p')
    [ "${major:-0}" -ge 15 ] && return 0
  done
  return 1
}

# Debian's package starts a cluster of its own when it is installed; only the programs are wanted here.
install_postgres() {
  local conf=/etc/postgresql-common/createcluster.conf
  install_packages postgresql-common || return 1
  if [ -f "$conf" ]; then
    as_root cp -p "$conf" "$conf.targetledger"
    as_root sed -i -E 's/^[# ]*create_main_cluster *=.*/create_main_cluster = false/' "$conf"
    grep -q '^create_main_cluster = false' "$conf" || printf 'create_main_cluster = false\n' | as_root tee -a "$conf" >/dev/null
  fi
  local outcome=0
  install_packages postgresql || outcome=1
  [ ! -f "$conf.targetledger" ] || as_root mv "$conf.targetledger" "$conf"
  return $outcome
}

need_postgres() {
  has_postgres && return
  install_postgres || true
  has_postgres || die "找不到 PostgreSQL 15 或更高版本,请安装,例如 apt-get install postgresql / PostgreSQL 15+ not found; install it, e.g. apt-get install postgresql"
}

# build PROJECT-OR-SOLUTION... : restored and built in Release; quiet unless it fails.
build() {
  local what
  build_log=$(mktemp)
  for what in "$@"; do
    if ! attend "$DOTNET" build "$what" -c Release --disable-build-servers -v quiet -nologo -clp:NoSummary >"$build_log" 2>&1; then
      cat "$build_log" >&2
      die "编译失败 / the build failed: $what"
    fi
  done
  rm -f "$build_log"
}
