#!/usr/bin/env bash
# Puts editors of other Debian releases, with all that they need, into a directory of their own:
#
#   editors/install.sh [DIRECTORY]
#
# Nothing else on the machine changes, and nobody has to be root. Each root below the directory holds
# the packages of one release, from the mirror that the machine itself uses. What is there already is
# left as it is. Exits with 3, and says why, where such packages cannot be had.
set -euo pipefail

readonly HOME_CACHE=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}
readonly INTO=${1:-$HOME_CACHE/colight/editors}

# Changes when what is installed here does.
readonly RECIPE=1

say() { printf 'editors: %s\n' "$*" >&2; }
unavailable() { say "$*"; exit 3; }

# Prints the address of the mirror in a file of sources, in either format that apt knows.
mirror_in() {
  sed -n -e 's/^URIs: *\(http[^ ]*\/debian\)\/* *.*/\1/p' \
    -e 's/^deb \(\[[^]]*\] \)*\(http[^ ]*\/debian\)\/* .*/\2/p' "$1" | head -n 1
}

mirror() {
  local file found
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    [ -r "$file" ] || continue
    found=$(mirror_in "$file")
    if [ -n "$found" ]; then printf '%s\n' "$found"; return; fi
  done
  return 1
}

# Runs apt with a state of its own, for one release.
own_apt() {
  local state=$1
  shift
  apt-get -qq -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferencesparts=/dev/null -o Dir::Etc::preferences=/dev/null \
    -o Dir::State="$state" -o Dir::State::lists="$state/lists" -o Dir::State::status="$state/status" \
    -o Dir::Cache="$state/cache" -o APT::Install-Recommends=false -o APT::Sandbox::User= \
    -o Acquire::Languages=none -o Acquire::Retries=2 -o Acquire::http::Timeout=20 \
    -o DPkg::Lock::Timeout=60 "$@" < /dev/null >&2
}

# Unpacks packages of a release, and all that they depend on, into a directory.
unpack() {
  local release=$1 root=$2 state=$2.state package
  shift 2
  rm -rf "$root" "$state"
  mkdir -p "$root" "$state/lists/partial" "$state/cache/archives/partial"
  : > "$state/status"
  printf 'deb [signed-by=%s] %s %s main\n' "$KEYS" "$MIRROR" "$release" > "$state/sources.list"
  own_apt "$state" update || return 1
  own_apt "$state" install -y --download-only "$@" || return 1
  # Libraries live below usr; older packages still say /lib.
  mkdir -p "$root/usr/bin" "$root/usr/lib" "$root/usr/lib64" "$root/usr/sbin"
  for package in bin lib lib64 sbin; do ln -s "usr/$package" "$root/$package"; done
  for package in "$state"/cache/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" |
      tar -x --keep-directory-symlink --no-same-owner -C "$root" \
        --exclude='./usr/share/doc' --exclude='./usr/share/locale' --exclude='./dev' || return 1
  done
  rm -rf "$state"
}

loader() { find "$1/usr/lib64/" "$1/usr/lib/" -maxdepth 1 -name 'ld-linux*.so*' -print | head -n 1; }

libraries() { find "$1/usr/lib" -maxdepth 1 -type d -name '*-linux-gnu*' -print | head -n 1; }

# Has a program use the libraries beside it and no others.
relink() {
  local root=$1 program=$1/$2
  "$(loader "$tools")" --library-path "$(libraries "$tools")" "$tools/usr/bin/patchelf" \
    --set-interpreter "$(loader "$root")" --force-rpath --set-rpath "$(libraries "$root")" "$program"
}

# Installs a release's packages, unless they are there, and patches programs, which come after --.
install() {
  local release=$1 root=$INTO/$2 packages=() program
  shift 2
  while [ "$1" != -- ]; do packages+=("$1"); shift; done
  shift
  if [ "$(cat "$root/.recipe" 2> /dev/null || true)" = "$RECIPE" ]; then return; fi
  say "unpacking ${packages[*]} of Debian's $release into $root"
  unpack "$release" "$root" "${packages[@]}" ||
    unavailable "the packages ${packages[*]} of Debian's $release cannot be had from $MIRROR"
  for program in "$@"; do relink "$root" "$program"; done
  printf '%s\n' "$RECIPE" > "$root/.recipe"
}

# Writes a command: its name, its root, what starts it as shell has it (with $R for the root), and
# the environment that it needs, NAME=VALUE….
wrap() {
  local name=$1 root=$INTO/$2 start=$3 setting
  shift 3
  {
    printf '#!/bin/sh\nR=%q\n' "$root"
    for setting in "$@"; do printf 'export %s\n' "$setting"; done
    printf 'exec %s "$@"\n' "$start"
  } > "$INTO/bin/$name.new"
  chmod +x "$INTO/bin/$name.new"
  mv "$INTO/bin/$name.new" "$INTO/bin/$name"
}

for needed in apt-get dpkg-deb tar; do
  command -v "$needed" > /dev/null || unavailable "there is no $needed: this takes a Debian"
done
MIRROR=$(mirror) || unavailable "no mirror of Debian in the sources of apt"
KEYS=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$KEYS" ] || unavailable "the keys of Debian's archive are not in $KEYS"
readonly MIRROR KEYS tools=$INTO/tools
mkdir -p "$INTO"
exec 9> "$INTO/.lock"
flock 9

install trixie tools patchelf --
install trixie stable neovim hx emacs-nox vim vim-ale tmux -- \
  usr/bin/nvim usr/bin/hx usr/bin/emacs-nox usr/bin/vim.basic usr/bin/tmux
install forky testing neovim -- usr/bin/nvim

# Programs look for their files where a system has them, unless they are told otherwise. What follows
# is text for those commands.
# shellcheck disable=SC2016
wrap_all() {
  local terms='TERMINFO_DIRS="$R/usr/share/terminfo:/usr/share/terminfo:/lib/terminfo"' release
  local lisp data exec dump
  mkdir -p "$INTO/bin"
  for release in stable testing; do
    wrap "nvim-$release" "$release" '"$R/usr/bin/nvim"' 'VIM="$R/usr/share/nvim"' \
      'VIMRUNTIME="$R/usr/share/nvim/runtime"'
  done
  wrap hx stable '"$R/usr/bin/hx"' 'HELIX_RUNTIME="$R/usr/lib/hx/runtime"'
  wrap vim stable '"$R/usr/bin/vim.basic"' 'VIM="$R/usr/share/vim"' \
    'VIMRUNTIME="$R/usr/share/vim/vim91"' "$terms"
  wrap tmux stable '"$R/usr/bin/tmux"' "$terms"
  cd "$INTO/stable"
  lisp=$(find usr/share/emacs/*/lisp -type d | sed 's|^|$R/|' | paste -s -d : -)
  data=$(echo usr/share/emacs/*.*/etc)
  exec=$(echo usr/libexec/emacs/*/*)
  dump=$(echo usr/libexec/emacs/*/*/emacs-*.pdmp)
  wrap emacs stable "\"\$R/usr/bin/emacs-nox\" --dump-file=\"\$R/$dump\"" \
    "EMACSLOADPATH=\"$lisp\"" "EMACSDATA=\"\$R/$data\"" "EMACSDOC=\"\$R/$data\"" \
    "EMACSPATH=\"\$R/$exec\"" "$terms"
}

wrap_all
printf '%s\n' "$INTO"
