#!/usr/bin/env bash
# Prints the first Python on the PATH that Limber can be set up with: 3.11 to 3.14, able to make virtual environments.
# Ends with 1 and prints nothing where there is none.
suits='import sys, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'
for name in python3 python3.13 python3.12 python3.11 python3.14; do
    if "$name" -c "$suits" >/dev/null 2>&1; then
        command -v "$name"
        exit 0
    fi
done
exit 1
