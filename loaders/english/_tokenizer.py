"""spaCy's tokenizer of English with the exceptions that newswriting has."""

from __future__ import annotations

import re

from spacy.lang.en import English

# Contractions with their apostrophe, which is straight by then; abbreviations; times of the day; "cannot". The others
# are emoticons, which take "8)" for one, and contractions without apostrophe, which take "wed" for "we'd". They would
# also cost a tenth of a second at every start.
_WRITTEN = re.compile(
    r"[A-Za-z]*'[A-Za-z']+|[A-Za-z]+'|[A-Za-z]{2,}\.|([A-Za-z]\.){1,3}|[A-Z][a-z]\.[A-Z]\.|\d+[ap]\.?m\.?|[Cc]annot"
)
_FACES = frozenset({"V.V", "v.v", "O.O", "o.o"})


def news_english() -> English:
    """English as spaCy cuts it into words, with these exceptions only.

    >>> [token.text for token in news_english()("They wed in May (Article 8); he cannot, and doesn't.")]
    ['They', 'wed', 'in', 'May', '(', 'Article', '8', ')', ';', 'he', 'can', 'not', ',', 'and', 'does', "n't", '.']
    """
    rules = {
        text: parts
        for text, parts in English.Defaults.tokenizer_exceptions.items()
        if _WRITTEN.fullmatch(text) and text not in _FACES
    }
    defaults = type("NewsDefaults", (English.Defaults,), {"tokenizer_exceptions": rules})
    language = type("NewsEnglish", (English,), {"Defaults": defaults})
    made: English = language()
    return made
