#!/usr/bin/env bash
# Installs the browser that the tests of the dashboard drive, from the system's packages; does nothing where there is one.
set -euo pipefail
[ -x "${RECKON_CHROMIUM:-/usr/bin/chromium}" ] && exit 0
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium > /dev/null
