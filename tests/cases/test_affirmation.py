"""What counts as a yes to the summary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.affirmation import affirms

YES = """
yes
Yes!
YES, that's all correct.
yep looks good to me, thanks
Correct. Please submit it!
ok
👍
Okay, go ahead and submit it
All good, send it over.
I confirm.
Yes, everything is right. When will I hear back?
that’s right
No changes needed, please submit
Perfect, thank you very much! Looking forward to hearing from you.
sí, todo está correcto
Si, confirmo. ¡Gracias!
De acuerdo, adelante
oui, c'est bon
Oui, tout est exact, merci
je confirme
D'accord
Ja, passt so
Ja, alles stimmt, danke
Ist in Ordnung
Stimmt alles. Bitte einreichen!
Sim, está tudo certo
Isso mesmo, pode enviar
Sì, va bene
Confermo, tutto corretto
Ja, klopt helemaal
Akkoord
"""

NO = """
no
nope
not yet
yes but the phone is wrong
Yes, but change the revenue to 500k
yes, except the address
ok wait
ok let me check with my partner first
Yes? No.
is everything correct?
is everything correct
Thanks
hello
I'm not sure
looks good, though the name is misspelt
yes once you tell me the fees
Sure, if the fees are below 2%
yes 12 years
Yes. Can you change the phone to ⟦PHONE_1⟧?
correct my address please
correct the details please
Ok, please correct
sí, pero falta el IBAN
non
oui mais non
ja, aber die Adresse stimmt nicht
não está correto
non è corretto
niet akkoord
👎
❌ ok
APPROVED Foods LLC
"""


@pytest.mark.parametrize("text", [line for line in YES.strip().splitlines() if line])
def test_assent_alone_is_a_yes(text: str) -> None:
    assert affirms(text)


@pytest.mark.parametrize("text", ["", "   ", "\n", "?", *NO.strip().splitlines()])
def test_anything_else_is_no_yes(text: str) -> None:
    assert not affirms(text)


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(text: str) -> None:
    assert affirms(text) in (True, False)


@given(st.sampled_from(["but", "not", "no", "except", "7", "pero", "aber", "mais", "ma", "maar"]))
def test_a_word_that_takes_back_undoes_a_yes(word: str) -> None:
    assert not affirms(f"yes {word}")
    assert not affirms(f"{word} yes")
