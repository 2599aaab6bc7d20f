// What a server holds, and its errors, as the Go client sees them.
package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/replicate/replicate-go"
)

func predictions() {
	created := must(client.CreatePrediction(ctx, canaryVersion, input{"text": "x"}, nil, false))
	equal(created.Status, replicate.Starting, "status at create")
	must(0, client.Wait(ctx, created, replicate.WithPollingInterval(100*time.Millisecond)))
	equal(strings.TrimSpace(joined(created.Output)), "hello there, x", "output")
	equal(must(client.CancelPrediction(ctx, created.ID)).Status, replicate.Succeeded, "cancel of what has ended")
}

func models() {
	model := must(client.GetModel(ctx, "replicate", "canary"))
	check(model.LatestVersion != nil, "no latest version")
	named := func(page *replicate.Page[replicate.Model]) bool {
		for _, each := range page.Results {
			if each.Name == "canary" {
				return true
			}
		}
		return false
	}
	check(named(must(client.ListModels(ctx))), "not listed")
	check(named(must(client.SearchModels(ctx, "canary"))), "not found by search")
	owner := must(client.GetCurrentAccount(ctx)).Username
	name := fmt.Sprint("made-by-go-", time.Now().UnixNano())
	options := replicate.CreateModelOptions{Visibility: "private", Hardware: "cpu"}
	equal(must(client.CreateModel(ctx, owner, name, options)).Name, name, "created model")
	must(0, client.DeleteModel(ctx, owner, name))
}

func versions() {
	listed := false
	for _, each := range must(client.ListModelVersions(ctx, "replicate", "canary")).Results {
		listed = listed || each.ID == canaryVersion
	}
	check(listed, "the version is not listed")
	equal(must(client.GetModelVersion(ctx, "replicate", "canary", canaryVersion)).ID, canaryVersion, "id")
}

func deployments() {
	name := fmt.Sprint("go-", time.Now().UnixNano())
	made := must(client.CreateDeployment(ctx, replicate.CreateDeploymentOptions{
		Name: name, Model: "replicate/canary", Version: canaryVersion, Hardware: "cpu", MinInstances: 0, MaxInstances: 1,
	}))
	equal(made.CurrentRelease.Number, 1, "first release")
	two := 2
	updated := must(client.UpdateDeployment(ctx, made.Owner, name, replicate.UpdateDeploymentOptions{MaxInstances: &two}))
	equal(updated.CurrentRelease.Number, 2, "second release")
	equal(must(client.GetDeployment(ctx, made.Owner, name)).Name, name, "get")
	created := must(client.CreatePredictionWithDeployment(ctx, made.Owner, name, input{"text": "x"}, nil, false))
	must(0, client.Wait(ctx, created, replicate.WithPollingInterval(100*time.Millisecond)))
	equal(strings.TrimSpace(joined(created.Output)), "hello there, x", "output")
	must(0, client.DeleteDeployment(ctx, made.Owner, name))
}

func trainings() {
	owner := must(client.GetCurrentAccount(ctx)).Username
	name := fmt.Sprint("trained-by-go-", time.Now().UnixNano())
	must(client.CreateModel(ctx, owner, name, replicate.CreateModelOptions{Visibility: "private", Hardware: "cpu"}))
	version := must(client.GetModel(ctx, "examples", "parrot")).LatestVersion.ID
	training := must(client.CreateTraining(ctx, "examples", "parrot", version, owner+"/"+name,
		replicate.TrainingInput{"phrase": "Hi"}, nil))
	eventually("end of the training", func() bool {
		training = must(client.GetTraining(ctx, training.ID))
		return training.Status.Terminated()
	})
	equal(training.Status, replicate.Succeeded, fmt.Sprint("status ", training.Error))
	check(len(must(client.ListTrainings(ctx)).Results) > 0, "not listed")
	must(client.CancelTraining(ctx, training.ID))
}

func collections() {
	found := must(client.ListCollections(ctx)).Results
	check(len(found) > 0, "no collection")
	must(client.GetCollection(ctx, found[0].Slug))
}

func account() {
	check(must(client.GetCurrentAccount(ctx)).Username != "", "no username")
	check(len(*must(client.ListHardware(ctx))) > 0, "no hardware")
}

func failures() {
	feature("error.401", func() {
		_, err := connect(url+"/v1", "r8_nobody").ListPredictions(ctx)
		equal(status(err), 401, "status")
	})
	feature("error.404", func() {
		_, err := client.GetPrediction(ctx, "nothing")
		equal(status(err), 404, "status of a prediction")
		_, err = client.Run(ctx, "no/body", input{}, nil)
		equal(status(err), 404, "status of a model")
	})
	feature("error.422", func() {
		_, err := client.CreatePrediction(ctx, strings.Repeat("0", 64), input{}, nil, false)
		equal(status(err), 422, "status of an unknown version")
		_, err = client.Run(ctx, prop, input{"seconds": "many"}, nil)
		equal(status(err), 422, "status of a wrong input")
		check(strings.Contains(err.Error(), "seconds"), err.Error())
	})
	feature("error.429", func() {
		base := os.Getenv("COMPAT_LIMITED_URL")
		if base == "" {
			absent("no server with a low limit was started")
		}
		once := replicate.WithRetryPolicy(1, &replicate.ConstantBackoff{})
		limited := connect(base+"/v1", os.Getenv("REPLICATE_API_TOKEN"), once)
		var err error
		for i := 0; i < 10 && err == nil; i++ {
			_, err = limited.CreatePredictionWithModel(ctx, "compat", "prop", input{"text": "x"}, nil, false)
		}
		equal(status(err), 429, "status")
	})
}

func baseURL() {
	for _, base := range []string{url + "/v1", url + "/v1/", url + "/v1/v1", url} {
		of := connect(base, os.Getenv("REPLICATE_API_TOKEN"))
		output, err := of.RunWithOptions(ctx, prop, input{"text": "x"}, nil, replicate.WithBlockUntilDone())
		check(err == nil, fmt.Sprint(base, ": ", err))
		equal(text(output), "x", base)
	}
}
