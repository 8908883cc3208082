"""Tells the language of a text by its function words, which no article can do without."""

import re
from collections import Counter

_FUNCTION_WORDS = {
    "fr": """
        le la les des du un une et est que qui dans pour sur avec par au aux ne pas ce cette ces il elle ils elles on
        nous vous ont été sont à mais où se sa son ses leur leurs plus selon après avant depuis entre sans sous être
        avoir comme dont y en même aussi très tout tous toute fait peut était avait lors chez contre afin alors de d l
        qu s n c
    """,
    "en": """
        the of and to in is that for with on by was were be has have had it this these those an at from not will are
        as said his her its their they he she we you but or who which what when where would could been more than after
        before into over about between under also there all no one other some such only so if out up can may a i
    """,
    "de": """
        der die das und ist nicht ein eine einen einem einer eines den dem des mit von zu zum zur auf für im in sich
        auch es wird werden wurde hat haben hatte sind war bei nach aus wie als über vor noch nur aber oder wenn dass
        kann seit durch gegen ohne unter zwischen mehr sie er wir ich sein seine ihre ihr um am an so bis man vom
        dieser diese
    """,
    "es": """
        el la los las de del que y en un una unos unas por con para se al su sus no lo como más ha han fue fueron ser
        es son está están este esta estos estas pero entre sobre sin desde hasta donde cuando quien muy también ya le
        les o a hay había era tras según contra durante todo todos así otro otra
    """,
    "pt": """
        o a os as do da dos das de que e em no na nos nas um uma por pelo pela para com se ao à aos às não mais como
        foi são é está estão ser ter tem têm seu sua seus suas ele ela eles elas mas ou entre sobre sem desde até onde
        quando quem muito também já depois antes segundo contra durante todo todos isso este esta esse essa foram era
        havia
    """,
    "it": """
        il lo la i gli le di del della dello dei degli delle che e è un una uno in nel nella nei nelle per con non si
        su sul sulla al alla ai alle da dal dalla dai come più ha hanno sono stato stata ma anche questo questa questi
        chi tra fra dopo prima senza se essere era aveva loro suo sua suoi o ci l d quale dove quando già ancora ad ed
    """,
    "nl": """
        de het een en van in is dat die voor met op te aan zijn er niet ook om als bij uit naar door over maar of nog
        wordt worden werd heeft hebben had was waren ze hij zij we wij ik hun haar deze dit meer dan tot na tegen
        onder tussen zonder geen wel kan zal zou omdat toen wie wat waar zo al volgens sinds
    """,
    "pl": """
        i w z na do się nie że to jest o od po za przez dla jak a ale oraz lub który która które którzy którego był
        była było były ma są być tym tego tej ten ta te jego jej ich przed przy pod nad między bez także już tylko
        jeszcze co czy gdy kiedy więc może ze we go mu jako aby żeby został została według
    """,
    "uk": """
        і й та в у не на що з із зі до як це за від про але він вона воно вони був була було були є який яка яке які
        якого для також після через під час між його її їх їй цей ця ці того тому якщо щоб або чи ще вже тільки лише
        коли де по при над без перед буде може має мають ми ви я о біля проти
    """,
    "ru": """
        и в во не на что с со к ко по как это за от о об но он она оно они был была было были есть который которая
        которое которые которого для также после через под между его её их ей этот эта эти того тому если чтобы или ли
        ещё уже только когда где при над без до из у перед будет может имеет мы вы я же бы а все против
    """,
}
_WORDS = {lang: frozenset(words.split()) for lang, words in _FUNCTION_WORDS.items()}
_LEAST_SHARE = 0.15
_LEAST_HITS = 4
_LEAD = 1.4


def detect(text: str) -> str | None:
    """The language's code, or None where no language stands out."""
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    hits = Counter({lang: sum(words[word] for word in known & words.keys()) for lang, known in _WORDS.items()})
    (best, most), (_, next_most) = hits.most_common(2)
    is_clear = most >= _LEAST_HITS and most > words.total() * _LEAST_SHARE and most > next_most * _LEAD
    return best if is_clear else None
