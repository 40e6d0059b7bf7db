#!/usr/bin/env bash
# Installs the hook with the real pre-commit, from a commit of this repository and nothing else, and runs it over a repository
# with bad Compose files, where it must fail, and over a good one, where it must pass.
#   .ci/pre-commit.sh [REPOSITORY]
set -euo pipefail
root=$(cd "${1:-$(dirname "$0")/..}" && pwd)

if ! command -v pre-commit >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && apt-get install -y -qq pre-commit >/dev/null
fi
if ! command -v pre-commit >/dev/null; then
  echo 'pre-commit: skipped, it is not installed'
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME=$work/cache
export GIT_CONFIG_GLOBAL=$work/gitconfig GIT_CONFIG_NOSYSTEM=1
git config --global user.name ci
git config --global user.email ci@localhost
git config --global init.defaultBranch main
git config --global safe.directory '*'
git clone --quiet "file://$root" "$work/hook"
git -C "$work/hook" tag v1.0.0

hook=bulkhead

# A repository of its own, with the hook, and what is given as name and text.
repository() {
  rm -rf "$work/user" && mkdir "$work/user" && cd "$work/user" && git init --quiet
  printf 'repos:\n  - repo: file://%s\n    rev: v1.0.0\n    hooks: [{ id: %s }]\n' "$work/hook" "$hook" >.pre-commit-config.yaml
  while [ $# -gt 0 ]; do
    mkdir -p "$(dirname "./$1")"
    printf '%s' "$2" >"./$1"
    shift 2
  done
  git add -A
}

# What the hook says of the files that are staged: expect STATUS TEXT.
expect() {
  local status=0
  pre-commit run >"$work/log" 2>&1 || status=$?
  if [ "$status" != "$1" ] || ! grep -qF -- "$2" "$work/log"; then
    printf 'pre-commit: expected status %s and "%s", got status %s and\n' "$1" "$2" "$status"
    cat "$work/log"
    exit 1
  fi
  printf 'pre-commit: status %s, %s\n' "$status" "$2"
}

shop='
services:
  proxy:
    image: nginx:1.27
    networks: [front]
  web:
    image: node:22
    networks: [front]
  api:
    image: node:22
    environment: { DATABASE_URL: "postgres://db:5432/shop" }
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
    internal: true
'
good='services: { proxy: { ports: ["443:443"] } }'
bad='services: { proxy: { ports: ["443:443"], networks: [back] } }'

pre-commit validate-manifest "$root/.pre-commit-hooks.yaml"

repository compose.yaml "$shop" compose.override.yaml "$bad"
expect 1 '[shared-tier-network]'

# The override is fine by itself: what is wrong comes to light in the whole project.
git rm --quiet --cached compose.yaml
expect 1 '[shared-tier-network]'

repository compose.yaml "$shop" compose.override.yaml "$good" --config=x/compose.yaml "$shop"
expect 0 'Passed'

repository docs/composer.yaml 'a: b' src/compose.ts ''
expect 0 'no files to check'

hook=bulkhead-script
repository compose.yaml "$shop" compose.override.yaml "$bad"
expect 1 '[shared-tier-network]'
repository compose.yaml "$shop" compose.override.yaml "$good"
expect 0 'Passed'
