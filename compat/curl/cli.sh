#!/bin/sh
# The calls that Replicate's command line makes, in its order, replayed with curl: it looks the model up, creates by
# the model, falls back to the version, then streams when there is a stream URL and polls otherwise. It uploads files
# as `key=@path` and reads `logs` of whatever it gets. Each feature is one line of JSON on the standard output.
set -u

base=$COMPAT_URL/v1
canary=30e22229542eb3f79d4f945dacb58d32001b02cc313ae6f54eef27904edf3272
cd "$COMPAT_WORK" || exit 1

# call METHOD PATH [curl arguments]: the status goes to $status, the body to $body.
call() {
    method=$1
    path=$2
    shift 2
    case $path in http*) target=$path ;; *) target=$base$path ;; esac
    status=$(curl -sS --max-time 90 -o body.json -w '%{http_code}' -X "$method" "$target" \
        -H "Authorization: Bearer $REPLICATE_API_TOKEN" -H 'User-Agent: replicate-cli/1.0.0' "$@") || return 1
    body=$(cat body.json)
}

json() { call "$1" "$2" -H 'Content-Type: application/json' --data "$3"; }

# The value of a key whose name occurs once in the body, or first.
string() { printf '%s' "$body" | tr -d '\n' | sed -n 's/^[^{]*{\(.*\)$/,\1/; s/.*[,{]"'"$1"'":"\([^"]*\)".*/\1/p'; }

answered() { [ "$status" = "$1" ] || { note="$2: expected $1, got $status: $body"; return 1; }; }

has() { case $body in *"$1"*) ;; *) note="$2: no $1 in $body"; return 1 ;; esac; }

feature() {
    note=
    if "$2"; then
        printf '{"feature":"%s","verdict":"works"}\n' "$1"
    else
        printf '{"feature":"%s","verdict":"fails","note":"%s"}\n' "$1" \
            "$(printf '%s' "$note" | tr -d '\n' | sed 's/[\\"]/\\&/g' | cut -c1-500)"
    fi
}

# Polls a prediction as the command line does, until it has ended.
finish() {
    get=$1
    tries=0
    while call GET "$get" && answered 200 'get a prediction'; do
        case $(string status) in
            succeeded | failed | canceled) return 0 ;;
        esac
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || { note="no end: $body"; return 1; }
        sleep 0.1
    done
    return 1
}

created() { printf '%s' "$body" | sed -n 's/.*"get":"\([^"]*\)".*/\1/p'; }

by_model() {
    call GET /models/compat/prop && answered 200 'get the model' || return 1
    has '"latest_version":{' 'the model' || return 1
    json POST /models/compat/prop/predictions '{"input":{"text":"x"}}' && answered 201 'create' || return 1
    has '"logs":"' 'logs are text from the first answer on' || return 1
    finish "$(created)" && has '"text":"x"' 'output'
}

by_version() {
    # Not every model can be run by its name; the command line then takes the version of its latest.
    json POST /predictions "{\"version\":\"$canary\",\"input\":{\"text\":\"x\"}}" && answered 201 'create' || return 1
    finish "$(created)" && has '"hello ","there, ","x' 'output'
}

run() { by_model && by_version; }

failed() {
    json POST /models/compat/prop/predictions '{"input":{"text":"x","fail":"no film today"}}' || return 1
    finish "$(created)" && has '"error":"no film today"' 'error' && has '"logs":"' 'logs of a failed run are text'
}

stream() {
    json POST /models/compat/words/predictions '{"input":{"text":"one two"},"stream":true}' || return 1
    answered 201 'create' || return 1
    url=$(printf '%s' "$body" | sed -n 's/.*"stream":"\([^"]*\)".*/\1/p')
    [ -n "$url" ] || { note="no stream URL: $body"; return 1; }
    # No token: the stream's URL is its key.
    body=$(curl -sS --max-time 30 -H 'Accept: text/event-stream' -H 'Cache-Control: no-cache' "$url") || return 1
    has 'event: output' 'stream' && has 'event: done' 'stream' && has 'id: ' 'stream'
}

no_stream() {
    json POST /models/compat/prop/predictions '{"input":{"text":"x"}}' || return 1
    case $body in *'"stream":'*) note="a stream URL for a model without a stream: $body"; return 1 ;; esac
    finish "$(created)"
}

cancel() {
    json POST /models/compat/prop/predictions '{"input":{"text":"x","seconds":60}}' || return 1
    get=$(created)
    # The Go client under it sends no body, but a content type.
    call POST "$get/cancel" -H 'Content-Type: application/json' --data '' && answered 200 'cancel' || return 1
    finish "$get" && has '"status":"canceled"' 'end'
}

upload() {
    printf 'a picture' > sheet.png
    call POST /files -F 'content=@sheet.png;type=image/png' && answered 201 'upload' || return 1
    file=$(created)
    json POST /models/compat/prop/predictions "{\"input\":{\"text\":\"x\",\"file\":\"$file\"}}" || return 1
    finish "$(created)" || return 1
    has "$(sha256sum sheet.png | cut -d ' ' -f 1)" 'what the model read' || return 1
    call GET "$file" && answered 200 'get the file' && has '"etag":"' 'file' && has '"name":"sheet.png"' 'file'
}

outputs() {
    json POST /models/compat/reel/predictions '{"input":{"text":"frame","count":2}}' || return 1
    finish "$(created)" || return 1
    url=$(printf '%s' "$body" | sed -n 's/.*"output":\["\([^"]*\)".*/\1/p')
    # It saves under the last part of the URL, so that needs an ending.
    case $url in *.txt) ;; *) note="no ending in $url"; return 1 ;; esac
    body=$(curl -sS --max-time 30 "$url") && has 'frame 0' 'the file without a token'
}

login() {
    call GET /hardware && answered 200 'hardware' && has '"sku":' 'hardware' || return 1
    call GET /account && answered 200 'account' && has '"username":' 'account'
}

models() {
    call GET /models && answered 200 'list' && has '"canary"' 'list' || return 1
    call QUERY /models -H 'Content-Type: text/plain' --data 'canary' && answered 200 'search' && has '"canary"' 'search'
}

wrong() {
    status=$(curl -sS -o body.json -w '%{http_code}' "$base/predictions")
    body=$(cat body.json)
    answered 401 'no token' && has '"status":401' 'problem' && has '"detail":"' 'problem'
}

missing() { call GET /predictions/nothing && answered 404 'an unknown prediction' && has '"detail":"' 'problem'; }

invalid() {
    json POST /models/compat/prop/predictions '{"input":{"seconds":"many"}}' && answered 422 'a wrong input' || return 1
    has '"status":422' 'problem' && has 'seconds' 'detail'
}

feature run run
feature run.failed failed
feature stream stream
feature run.poll no_stream
feature cancel cancel
feature upload.path upload
feature output.read outputs
feature models models
feature account login
feature error.401 wrong
feature error.404 missing
feature error.422 invalid
