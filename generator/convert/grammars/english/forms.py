"""Forms of English verbs, and the adverbs among them, as expressions that the other tables are built from."""

from generator.convert.grammars.vocabulary import any_of

ADVERB = any_of(
    r"\w+ly, also, still, now, then, yet, soon, once, again, since, recently, later, earlier, just, both, all, not",
    "never",
)
ADVERBS = rf"(?:{ADVERB}\s)*"
VERB = r"[a-z]+"

_IRREGULAR = (
    "met said told held took began begun spoke spoken went gone came come gave given made saw seen sent left led "
    "brought bought thought found got put set cut kept lost won stood sat fell fallen flew flown drew drawn grew rose "
    "risen ran wrote written broke broken chose chosen became hit hosted paid struck shot sought taught understood "
    "withdrew withdrawn forbade built dealt fought heard laid lay meant read rode sank shook shut sold spent spread "
    "swore threw thrown wore was were had did overthrew undertook underwent upheld drove driven known knew shown hung "
    "bore sprang"
).split()
_NOT_PAST = any_of(
    "bed, breed, exceed, expected, feed, hatred, hundred, indeed, need, planned, proceed, red, sacred, scheduled, seed",
    "speed, succeed, united, weed",
)
PAST = rf"(?!{_NOT_PAST}\b){any_of('[a-z]{2,}ed', *_IRREGULAR)}\b"

_SAID = (
    "said says told added adds wrote writes tweeted stated stressed warned warns argued argues insisted insists "
    "explained explains noted declared declares announced replied replies responded asked remarked commented concluded "
    "continued recalled urged emphasized emphasised underlined underscored reiterated called described accused "
    "denounced dismissed acknowledged admitted claimed maintained quipped vowed pledged promised cautioned predicted "
    "complained hailed praised condemned slammed rejected welcomed posted observed suggested confirmed denied "
    "thundered joked countered lamented labelled labeled branded conceded alleged testified hoped blamed answered "
    "recalls remembers jokes laughs tells recounts "
    "defended mocked ridiculed deplored regretted demanded retorted boasted marvelled mused"
).split()
SAID = any_of(*_SAID, "likes? to say, pointed out, summed up, hit back, made clear, spoke of, goes on, went on")
