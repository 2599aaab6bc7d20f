package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"time"
)

// verdict ends a feature; it is thrown with panic.
type verdict struct{ verdict, note string }

// differs ends a feature that works, but not as against replicate.com.
func differs(note string) { panic(verdict{"differs", note}) }

// absent ends a feature that this client does not have.
func absent(note string) { panic(verdict{"absent", note}) }

var printing sync.Mutex

// feature runs a check and prints what came of it as one line of JSON; one fault does not hide the next.
func feature(name string, body func()) {
	finding := map[string]string{"feature": name, "verdict": "works"}
	func() {
		defer func() {
			switch thrown := recover().(type) {
			case nil:
			case verdict:
				finding["verdict"], finding["note"] = thrown.verdict, thrown.note
			default:
				finding["verdict"], finding["note"] = "fails", fmt.Sprint(thrown)
			}
		}()
		body()
	}()
	printing.Lock()
	defer printing.Unlock()
	must(0, json.NewEncoder(os.Stdout).Encode(finding))
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func check(claim bool, message string) {
	if !claim {
		panic(message)
	}
}

func equal[T comparable](actual, expected T, what string) {
	check(actual == expected, fmt.Sprintf("%s: expected %v, got %v", what, expected, actual))
}

func eventually(what string, claim func() bool) {
	for end := time.Now().Add(20 * time.Second); !claim(); time.Sleep(50 * time.Millisecond) {
		check(time.Now().Before(end), what+" did not come within 20 s")
	}
}
