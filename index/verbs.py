"""The verbs of speech, thought and judgement, and what each speaks with. What they tell stands in attribution.py."""

from __future__ import annotations

from index.terms import words

#: Who does one of these speaks: what was said may follow, stand before, or be the quotation beside it.
SAYING = frozenset(
    words(
        "say tell add write note argue report acknowledge insist announce state declare claim explain reveal warn reply"
        " tweet admit recall ask complain deny assure conclude remark allege concede caution assert respond testify"
        " mention contend quip joke muse boast lament retort reiterate stress emphasize emphasise underline underscore"
        " observe confirm comment exclaim shout yell suggest maintain predict estimate counter intimate remember email"
        " retweet sum concur lobby preach hear opine recount interject urge advise proclaim disclose pledge vow promise"
        " signal read"
    )
)
#: These speak beside a quotation only.
QUOTING = frozenset(
    words(
        "continue go begin end finish complete answer repeat elaborate describe call question think post start laugh"
        " cry whisper snap fret agree point hint charge sing chant"
    )
)
#: These speak only with a clause of what is thought or found ("hop" is what the tagger makes of "hoping").
HOLDING = frozenset(
    words(
        "think believe find hope fear worry show indicate consider recognize realize wonder speculate expect feel"
        " learn decide imply assume argue suspect forecast recommend demand propose agree hop guarantee determine"
        " doubt understand"
    )
)
#: These speak with an infinitive: "vowed to leave", "refused to comment". "Lee wants to leave" is the article's word on
#: Lee, not Lee's: such wishes and plans are left to cue.py.
WISHING = frozenset(
    words("decline pledge refuse vow call urge hop hope promise ask propose threaten offer agree claim swear demand")
)
#: These speak of their object: "praised the treaty".
JUDGING = frozenset(
    words(
        "call endorse describe accuse criticize criticise praise cite express blame announce list discuss defend reject"
        " mention slam dismiss denounce tout question deny mock deem blast highlight reiterate reaffirm applaud rebuke"
        " condemn portray hail decry bemoan lament concede declare characterize stress oppose support explain invoke"
        " compare rip hammer ridicule assail urge warn welcome favor advocate demand emphasize acknowledge disavow"
        " insist recommend predict propose outline disagree lambast trash bash chide scold thank congratulate admonish"
        " voice protest bewail"
    )
)
#: A verb, and the small words with which it speaks.
ABOUT = {
    "agree": "with",
    "apologize": "for",
    "argue": "for against",
    "boast": "of about",
    "call": "for",
    "comment": "on",
    "complain": "of about",
    "disagree": "with",
    "fire": "back",
    "hint": "at",
    "insist": "on",
    "lash": "out",
    "object": "to",
    "point": "to",
    "push": "for back",
    "rail": "against",
    "react": "to",
    "refer": "to",
    "speak": "of about against",
    "talk": "of about",
    "warn": "of against about",
}
#: What is only possible has not been said.
UNREAL = frozenset(words("would could might may should must"))
#: Who carries somebody's words does one of these; QUOTERS say with "as" whose they are.
CARRYING = frozenset(words("carry report quote publish broadcast cite air post release"))
QUOTERS = frozenset(words("quote cite"))
#: What these say, their maker says: "issued a statement saying".
SPEECH_NOUNS = frozenset(
    words("statement interview speech tweet letter comment remark address email note post release report memo")
)
