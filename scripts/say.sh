# shellcheck shell=bash
# Sourced by the other scripts: how they speak to the person at the terminal.

# One message, in Chinese and in English, on standard error.
say() {
    printf '%s\n%s\n' "$1" "$2" >&2
}
