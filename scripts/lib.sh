# Shared by the scripts at the root. Source it with ROOT set to the repository.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Browsers come from the system's packages, never from a download of Playwright's.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
# Scripts come and go; build processes that stay behind would hold memory for nothing.
export MSBUILDDISABLENODEREUSE=1

STATE="$ROOT/.build"

say() { printf '%s\n' "$*" >&2; }

die() { say "$*"; exit 1; }

require_sdk() {
    if ! command -v dotnet >/dev/null 2>&1 && [ -x "$HOME/.dotnet/dotnet" ]; then
        PATH="$HOME/.dotnet:$PATH"
    fi
    if command -v dotnet >/dev/null 2>&1; then
        case " $(dotnet --list-sdks 2>/dev/null | tr '\n' ' ')" in *" 10."*) return ;; esac
    fi
    die "The .NET 10 SDK is needed and was not found: install it from https://dot.net/download, then run this again."
}

# .NET does not start without ICU, whose package has another name in each release of Debian.
icu_package() {
    # Not by a pipe into grep -q, which may end before ldconfig has, and then seems to have found nothing.
    case "$(ldconfig -p 2>/dev/null)" in *libicuuc*) return 0 ;; esac
    apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | awk '{ print $1 }' | sort -V | tail -n 1
}

# install_packages COMMAND=PACKAGE... : installs the packages whose command is missing; goes on without those it cannot install.
install_packages() {
    missing=""
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null 2>&1 || missing="$missing ${pair#*=}"
    done
    command -v apt-get >/dev/null 2>&1 || { [ -z "$missing" ] || say "Not found, and this system has no apt:$missing. Going on without."; return 0; }
    missing="$missing $(icu_package)"
    # shellcheck disable=SC2086 # the list is meant to be split
    set -- $missing
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" -eq 0 ]; then as_root=""
    elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then as_root="sudo"
    else
        say "Missing: $*. To install: su -c 'apt-get update && apt-get install -y $*'. Going on without."
        return 0
    fi
    say "Installing $*"
    if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >&2; then
        say "Could not install: $*. Going on without."
    fi
}

# has_line TEXT LINE : whether a text has this line.
has_line() {
    case "
$1
" in *"
$2
"*) return 0 ;; esac
    return 1
}

# What scans and photos are read with, each language as a package of its own. A machine without them reads everything else.
install_recognition() {
    languages=""
    have="$(tesseract --list-langs 2>/dev/null || true)"
    for language in eng osd deu fra spa por nld ita pol; do
        has_line "$have" "$language" || languages="$languages no-such-command-$language=tesseract-ocr-$language"
    done
    # shellcheck disable=SC2086 # the list is meant to be split
    install_packages tesseract=tesseract-ocr pdftoppm=poppler-utils $languages "$@"
}

# stamp PATH... : a digest of names, sizes and times of all sources under the paths, and of the files that every build depends on;
# without what builds and tests write themselves.
stamp() {
    (
        cd "$ROOT" || exit 1
        find "$@" global.json Directory.Build.props Directory.Packages.props Resume2Website.slnx \
            \( -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -type f ! -name '*.received.*' ! -name packages.lock.json -printf '%p %s %T@\n' 2>/dev/null |
            LC_ALL=C sort | sha256sum | cut -d ' ' -f 1
    )
}

# build_if_changed NAME TARGET OUTPUT PATH... : builds Release when the sources under the paths changed since NAME was last built, or OUTPUT is gone.
build_if_changed() {
    name="$1" target="$2" output="$3"
    shift 3
    wanted="$(stamp "$@")"
    if [ -f "$output" ] && [ "$(cat "$STATE/$name.stamp" 2>/dev/null)" = "$wanted" ]; then return 0; fi
    require_sdk
    mkdir -p "$STATE"
    # Two scripts at once must not build into the same folders.
    if command -v flock >/dev/null 2>&1; then exec 9>"$STATE/lock"; flock 9; fi
    say "Building $name"
    log="$STATE/$name.log"
    # The compiler's server outlives the build: it must not inherit the lock.
    if ! dotnet build "$ROOT/$target" -c Release -v quiet >"$log" 2>&1 9>&-; then
        { grep -E ': error ' "$log" || tail -n 20 "$log"; } | sort -u | head -n 30 >&2
        die "Building $name failed; all of it stands in $log."
    fi
    # Nobody who is started from here needs the lock any more.
    if command -v flock >/dev/null 2>&1; then exec 9>&-; fi
    printf '%s\n' "$wanted" >"$STATE/$name.stamp"
}

# release_folder PROJECT_FOLDER : where a project's Release build lies.
release_folder() { printf '%s/bin/Release/net10.0' "$ROOT/$1"; }
