#!/bin/sh
# Makes the PNG icons from the SVG one; to be run when that has changed (needs rsvg-convert).
#
#   resources/scripts/make_icons.sh
set -eu
cd "$(dirname "$0")/../icons"
for size in 16 24 32 48 64 128 256; do
    rsvg-convert --width "$size" --height "$size" --output "daemon-rpc-monitor-$size.png" daemon-rpc-monitor.svg
done
