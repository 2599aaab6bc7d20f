// Features of the Go client replicate-go against a Zoetrope server.
package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/replicate/replicate-go"
)

const (
	canaryVersion = "30e22229542eb3f79d4f945dacb58d32001b02cc313ae6f54eef27904edf3272"
	canary        = "replicate/canary:" + canaryVersion
	// Models of this test: what they do follows from their input.
	prop  = "compat/prop"
	words = "compat/words"
	reel  = "compat/reel"
	still = "compat/still"
)

var (
	ctx     = context.Background()
	url     = os.Getenv("COMPAT_URL")
	client  = connect(url+"/v1", os.Getenv("REPLICATE_API_TOKEN"))
	picture = []byte("a picture, as far as anybody here can tell")
)

type input = replicate.PredictionInput

func connect(base, token string, more ...replicate.ClientOption) *replicate.Client {
	options := append([]replicate.ClientOption{replicate.WithBaseURL(base), replicate.WithToken(token)}, more...)
	return must(replicate.NewClient(options...))
}

func main() {
	var beside sync.WaitGroup
	if os.Getenv("COMPAT_LONG") == "true" {
		beside.Go(func() { feature("run.long", runLong) })
	}
	feature("run", run)
	feature("run.poll", runPoll)
	feature("run.timeout", runTimeout)
	feature("run.failed", runFailed)
	feature("stream", stream)
	feature("stream.error", streamError)
	feature("integration", func() { absent("its own tests run against a mock only") })
	feature("progress", progress)
	feature("cancel", cancel)
	feature("paginate", paginate)
	uploads()
	feature("files", files)
	feature("output.read", func() { readAll(client) })
	feature("output.https", outputHTTPS)
	feature("webhook", webhook)
	feature("predictions", predictions)
	feature("models", models)
	feature("versions", versions)
	feature("deployments", deployments)
	feature("trainings", trainings)
	feature("collections", collections)
	feature("account", account)
	failures()
	feature("base-url", baseURL)
	beside.Wait()
}

func runLong() {
	options := replicate.WithBlockUntilDone()
	output := must(client.RunWithOptions(ctx, prop, input{"text": "late", "seconds": 70}, nil, options))
	equal(text(output), "late", "output after 70 s")
}

func run() {
	output := must(client.Run(ctx, canary, input{"text": "Tracy"}, nil))
	equal(strings.TrimSpace(joined(output)), "hello there, Tracy", "output of the version")
	output = must(client.RunWithOptions(ctx, prop, input{"text": "x"}, nil, replicate.WithBlockUntilDone()))
	equal(text(output), "x", "output of the official model")
}

func runPoll() {
	equal(text(must(client.Run(ctx, prop, input{"text": "x", "seconds": 1}, nil))), "x", "output")
}

func runTimeout() {
	absent("the client always asks for the longest wait")
}

func runFailed() {
	_, err := client.Run(ctx, prop, input{"text": "x", "fail": "no film today"}, nil)
	var failed *replicate.ModelError
	check(errors.As(err, &failed), fmt.Sprint(err))
	equal(fmt.Sprint(failed.Prediction.Error), "no film today", "error")
}

func stream() {
	created := must(client.CreatePredictionWithModel(ctx, "compat", "words", input{"text": "one two\nthree"}, nil, true))
	reader := must(client.StreamPredictionText(ctx, created))
	equal(string(must(io.ReadAll(reader))), "one two\nthree", "text")
	reader.Close()

	events, errs := client.Stream(ctx, words, input{"text": "one two"}, nil)
	var seen strings.Builder
	for {
		select {
		case event := <-events:
			seen.WriteString(event.String())
			if event.Type != replicate.SSETypeDone {
				continue
			}
			equal(seen.String(), "one two", "text by Stream")
			return
		case err := <-errs:
			panic(fmt.Errorf("Stream: %w", err))
		case <-time.After(20 * time.Second):
			panic("no done event")
		}
	}
}

func streamError() {
	created := must(client.CreatePredictionWithModel(ctx, "compat", "words",
		input{"text": "one two", "fail": "lost the thread"}, nil, true))
	reader := must(client.StreamPredictionText(ctx, created))
	_, err := io.ReadAll(reader)
	check(err != nil && strings.Contains(err.Error(), "lost the thread"), fmt.Sprint(err))
}

func progress() {
	created := must(client.CreatePredictionWithModel(ctx, "compat", "prop", input{"text": "x", "seconds": 2}, nil, false))
	seen := map[replicate.Status]bool{}
	predictions, errs := client.WaitAsync(ctx, created, replicate.WithPollingInterval(100*time.Millisecond))
	var last *replicate.Prediction
	for prediction := range predictions {
		seen[prediction.Status] = true
		last = prediction
		if prediction.Status.Terminated() {
			break
		}
	}
	if err := <-errs; err != nil {
		panic(err)
	}
	check(seen[replicate.Processing] && seen[replicate.Succeeded], fmt.Sprint(seen))
	check(last.Progress() != nil, "no progress bar in the logs")
	differs("the client has no callback; `WaitAsync` gives each state on a channel")
}

func cancel() {
	created := must(client.CreatePredictionWithModel(ctx, "compat", "prop", input{"text": "x", "seconds": 60}, nil, false))
	status := func() replicate.Status { return must(client.GetPrediction(ctx, created.ID)).Status }
	eventually("processing", func() bool { return status() == replicate.Processing })
	must(client.CancelPrediction(ctx, created.ID))
	eventually("canceled", func() bool { return status() == replicate.Canceled })
	differs("a cancelled context ends only the wait; `CancelPrediction` works")
}

func paginate() {
	first := must(client.ListPredictions(ctx))
	limited, stop := context.WithCancel(ctx)
	defer stop()
	pages, errs := replicate.Paginate(limited, client, first)
	ids := map[string]bool{}
	count := 0
	for n := 0; n < 3; n++ {
		select {
		case page, ok := <-pages:
			check(ok, fmt.Sprintf("only %d pages", n))
			for _, each := range page {
				ids[each.ID] = true
				count++
			}
		case err := <-errs:
			panic(err)
		}
	}
	equal(len(ids), count, "ids seen once")
	check(count > 200, fmt.Sprint(count))
}

func uploads() {
	sheet := filepath.Join(os.Getenv("COMPAT_WORK"), "go-sheet.png")
	read := func(file *replicate.File) {
		output := must(client.Run(ctx, prop, input{"text": "x", "file": file}, nil))
		sum := sha256.Sum256(picture)
		equal(output.(map[string]any)["sha256"].(string), hex.EncodeToString(sum[:]), "what the model read")
	}
	feature("upload.buffer", func() {
		read(must(client.CreateFileFromBytes(ctx, picture, &replicate.CreateFileOptions{Filename: "sheet.png"})))
	})
	feature("upload.blob", func() { absent("Go has no Blob") })
	feature("upload.path", func() {
		must(0, os.WriteFile(sheet, picture, 0o600))
		read(must(client.CreateFileFromPath(ctx, sheet, nil)))
	})
	feature("upload.stream", func() {
		read(must(client.CreateFileFromBuffer(ctx, bytes.NewBuffer(picture), nil)))
		differs("the client takes no `io.Reader`; a `bytes.Buffer` works")
	})
	feature("upload.data", func() { absent("the client makes no data URIs") })
}

func files() {
	options := &replicate.CreateFileOptions{
		Filename: "sheet.png", ContentType: "image/png", Metadata: map[string]string{"scene": "3"},
	}
	file := must(client.CreateFileFromBytes(ctx, picture, options))
	equal(file.Name+" "+file.ContentType, "sheet.png image/png", "file")
	equal(file.Metadata["scene"], "3", "metadata")
	equal(must(client.GetFile(ctx, file.ID)).ID, file.ID, "get")
	listed := false
	for _, each := range must(client.ListFiles(ctx)).Results {
		listed = listed || each.ID == file.ID
	}
	check(listed, "not listed")
	must(0, client.DeleteFile(ctx, file.ID))
	_, err := client.GetFile(ctx, file.ID)
	equal(status(err), 404, "get after delete")
}

func readAll(of *replicate.Client) string {
	output := must(of.RunWithOptions(ctx, still, input{"text": "bytes of a still"}, nil, replicate.WithFileOutput()))
	file := output.(*replicate.FileOutput)
	equal(string(must(io.ReadAll(file))), "bytes of a still", "bytes")
	many := must(of.RunWithOptions(ctx, reel, input{"text": "frame", "count": 3}, nil, replicate.WithFileOutput()))
	last := many.([]any)[2].(*replicate.FileOutput)
	equal(string(must(io.ReadAll(last))), "frame 2", "last file")
	return file.URL
}

func outputHTTPS() {
	base := os.Getenv("COMPAT_TLS_URL")
	if base == "" {
		absent("no TLS server was started")
	}
	shown := readAll(connect(base+"/v1", os.Getenv("REPLICATE_API_TOKEN")))
	check(strings.HasPrefix(shown, "https:"), shown)
}

func webhook() {
	secret := must(client.GetDefaultWebhookSecret(ctx))
	type delivery struct {
		good, forged bool
		err          error
	}
	deliveries := make(chan delivery, 16)
	receiver := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, request *http.Request) {
		good, err := replicate.ValidateWebhookRequest(request, *secret)
		request.Body = io.NopCloser(strings.NewReader("forged"))
		forged, _ := replicate.ValidateWebhookRequest(request, *secret)
		deliveries <- delivery{good, forged, err}
	}))
	defer receiver.Close()
	hook := &replicate.Webhook{URL: receiver.URL, Events: []replicate.WebhookEventType{replicate.WebhookEventCompleted}}
	must(client.CreatePredictionWithModel(ctx, "compat", "prop", input{"text": "hooked"}, hook, false))
	select {
	case got := <-deliveries:
		check(got.err == nil && got.good && !got.forged, fmt.Sprint(got))
	case <-time.After(20 * time.Second):
		panic("no delivery within 20 s")
	}
}

func text(output any) string {
	return output.(map[string]any)["text"].(string)
}

func joined(output any) string {
	var text strings.Builder
	for _, piece := range output.([]any) {
		text.WriteString(piece.(string))
	}
	return text.String()
}

func status(err error) int {
	var problem *replicate.APIError
	check(errors.As(err, &problem), fmt.Sprint("not an APIError: ", err))
	return problem.Status
}
