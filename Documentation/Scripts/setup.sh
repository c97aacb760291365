#!/bin/sh
# Installs the C libraries that the build needs, where their headers are missing.
set -eu

missing=""
have() { printf '#include <%s>\n' "$1" | cc $2 -E -x c - >/dev/null 2>&1; }
have zlib.h "" || missing="$missing zlib1g-dev"
have libdeflate.h "" || missing="$missing libdeflate-dev"
have libxml/parser.h "$(pkg-config --cflags libxml-2.0 2>/dev/null || echo -I/usr/include/libxml2)" ||
  missing="$missing libxml2-dev"
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
[ -z "$missing" ] && exit 0

echo "installing:$missing"
if command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $missing
elif command -v brew >/dev/null 2>&1; then
  brew install zlib libdeflate libxml2 pkg-config
else
  echo "please install the development files of zlib, libdeflate and libxml2" >&2
  exit 1
fi
