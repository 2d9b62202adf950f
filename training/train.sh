#!/usr/bin/env bash
# Trains the parser from a treebank folder (ewt-train, ewt-dev, ewt-test, gum-news, as .conllu.xz) and exports it.
#   training/train.sh TREEBANK_FOLDER
# One thread, about half an hour; the log goes to training/runs/train.log.
set -euo pipefail
cd "$(dirname "$0")/.."
treebank=${1:?name the folder with the treebank files}
python=${PYTHON:-.venv/bin/python}
mkdir -p training/corpus training/runs
for part in ewt-train ewt-dev ewt-test gum-news; do
  xz -dc "$treebank/$part.conllu.xz" >"training/corpus/$part.conllu"
  "$python" -m spacy convert "training/corpus/$part.conllu" training/corpus -n 1 --converter conllu
done
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" -m spacy train training/config.cfg --code training/blas.py \
  --output training/runs/news --paths.train training/corpus/ewt-train.spacy --paths.dev training/corpus/ewt-dev.spacy \
  2>&1 | tee training/runs/train.log
"$python" training/export.py training/runs/news/model-best loaders/english/pipeline
"$python" training/evaluate.py training/corpus/ewt-test.spacy training/corpus/gum-news.spacy
