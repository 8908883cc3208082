"""Forms of French verbs, and the adverbs among them, as expressions that the other tables are built from."""

from generator.convert.grammars.vocabulary import any_of

ADVERB = any_of(
    "aussi, également, encore, ensuite, toutefois, déjà, notamment, par ailleurs, de son côté, pour sa part, alors",
    "enfin, ainsi, même, pourtant, cependant, vivement, clairement, à nouveau, de nouveau, plus tard, en outre",
    r"d'ailleurs, \w+ment",
)
ADVERBS = rf"(?:{ADVERB}\s)*"
AUXILIARY = any_of("a, ont, avait, avaient, aurait, auraient, est, sont, était, étaient")
_SHORT_PARTICIPLE = any_of("eue?s?, vue?s?, lue?s?, su, pu, bu, dû, mise?s?, dite?s?, faite?s?, née?s?, morte?s?")
_PARTICIPLE_ENDING = any_of("[éiu]e?s?, (?:i|ai|ain|ein|er|or)te?s?, os, ises?")
# Verb forms of few letters are small letters: “A Paris” has no participle, and “Sandra” is no future.
PARTICIPLE = rf"(?-i:{_SHORT_PARTICIPLE}|[a-zà-ÿ]{{2,}}{_PARTICIPLE_ENDING})\b"
INFINITIVE = (
    r"(?:s'|se |ne pas |être |avoir |y |en |le |la |l'|les |lui |leur )*"
    r"[a-zà-ÿ]+(?:er|ir|re|oir)\b"
)
LIKE_FUTURE = any_of(
    *(
        "tir attir retir étir admir aspir conspir expir inspir respir soupir désir déchir vir empir cadr encadr "
        "effondr engendr livr délivr ouvr rouvr couvr découvr recouvr serr resserr enterr atterr err instaur restaur"
    ).split()
)
"""Stems that other forms make look like a future: “il retira”, “il retirait”, “ils retirent”."""
_NO_FUTURE = rf"(?!{LIKE_FUTURE}(?:a|ai(?:t|ent))\b)"
_FUTURE_STEM = rf"{_NO_FUTURE}[a-zà-ÿ]*(?:er|ir|dr|ttr|îtr|vr|rr|aur|clur)"
FUTURE = rf"(?-i:{_FUTURE_STEM}(?:a|ont))\b"
CONDITIONAL = rf"(?-i:{_FUTURE_STEM}ai(?:t|ent))\b"

_SAID = (
    "affirmé ajouté annoncé assuré averti avancé argué accusé admis cité clamé commenté confié confirmé conclu "
    "condamné considéré critiqué dit déclaré décrit dénoncé déploré détaillé défendu demandé démenti écrit estimé "
    "exhorté exigé expliqué exprimé fustigé glissé indiqué insisté ironisé jugé justifié lancé lâché martelé mentionné "
    "noté nuancé observé plaidé plaisanté poursuivi précisé prévenu promis proclamé qualifié raconté rappelé rapporté "
    "reconnu réaffirmé réagi regretté réitéré relevé remarqué renchéri répété répliqué répondu résumé rétorqué révélé "
    "salué souligné soutenu souhaité suggéré taxé tempéré temporisé tonné tranché tweeté vanté évoqué épinglé appelé "
    "protesté concédé soufflé réclamé asséné menacé décoché murmuré pesté grincé raillé objecté argumenté certifié "
    "juré rassuré complété enchaîné reproché riposté crié prôné préconisé parlé exclu invoqué pointé prédit recommandé "
    "invité posté publié lu énuméré ordonné encouragé corrigé"
).split()
_SAYS = (
    "affirme ajoute annonce assure avertit avance accuse admet clame commente confie confirme conclut condamne "
    "critique déclare décrit dénonce déplore détaille défend dit écrit estime exhorte exige explique glisse indique "
    "insiste ironise juge justifie lance martèle note nuance observe plaide poursuit précise prévient promet qualifie "
    "raconte rappelle rapporte reconnaît réaffirme regrette relève remarque renchérit répète réplique répond résume "
    "rétorque révèle salue souligne soutient souhaite suggère tempère tranche évoque considère souffle concède parle "
    "reproche soupire lâche calcule peste jure grince glisse raconte"
).split()
_WAS_SAYING = [verb[:-1] + "ait" for verb in _SAYS if verb.endswith("e")]
_WAS_SAYING += "avertissait disait écrivait poursuivait soutenait reconnaissait prévenait promettait répondait".split()

SAID = any_of(
    *_SAID,
    "fait (?:savoir|valoir|remarquer|observer), mis en garde, tenu à (?:rappeler|souligner|préciser)",
    "pris soin de préciser",
)
SAYS = any_of(*_SAYS)
SPEAKS = any_of(*_SAYS, *_WAS_SAYING)
