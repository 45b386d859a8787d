"""Verbs and adjectives that contradict each other: general English, a table made by hand.

WordNet has few antonyms of verbs, none of phrasal ones, and no opposite for lifting a ban or a sanction. In the table
a ";" ends a pair of sides and a "/" parts them; "_" joins a verb and its particle. Nouns stand beside verbs whose stem
they do not share.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from index.terms import stem

#: What has been done to a thing, and what is the opposite of it, whoever did it.
STATES = """
lift ease remove cancel end revoke drop scrap relax waive abolish suspend repeal rescind annul terminate
    soften loosen discontinue abandon withdraw undo call_off relief removal / impose extend prolong keep maintain
    continue tighten introduce renew reinforce toughen expand widen strengthen uphold retain preserve intensify
    harden reaffirm step_up keep_up extension imposition;
shorten curtail cut_short / extend prolong lengthen renew;
cause trigger provoke spark / prevent avert forestall;
increase rise grow expand climb double triple quadruple jump soar surge raise boost escalate enlarge swell
    multiply widen intensify mount heighten strengthen go_up growth expansion / decrease fall decline drop shrink
    reduce cut halve lower lessen diminish plunge plummet slump contract dwindle narrow slash trim subside ease
    abate weaken fade go_down reduction;
improve thaw warm normalize mend enhance recover repair flourish better good improvement / worsen deteriorate
    sour strain damage harm undermine degrade aggravate plummet collapse chill freeze break_down bad worse tense
    deterioration;
strengthen reinforce bolster fortify consolidate / weaken undermine erode sap dilute;
open reopen unblock unlock unseal / close shut seal block lock shut_down closed closure;
start begin launch commence initiate erupt resume restart break_out happen occur take_place / stop end halt cease finish
    conclude suspend terminate cancel abandon break_off call_off postpone termination;
continue persist go_on carry_on / stop end halt cease finish suspend discontinue break_off call_off;
resolve settle solve overcome reconcile remove bridge / persist remain unresolved deepen widen;
build construct erect restore rebuild / demolish destroy dismantle raze tear_down destruction;
repair fix restore / break damage destroy wreck;
create establish form set_up / dissolve disband abolish disbandment;
succeed success / fail collapse failure;
survive alive / die perish dead death;
appear emerge / disappear vanish;
allow permit legalize / ban prohibit forbid outlaw bar block prevent criminalize prohibition;
approve adopt pass ratify endorse approval / reject veto block defeat refuse vote_down turn_down rejection;
calm defuse soothe ease / inflame escalate heighten fuel stoke aggravate;
release free liberate acquit / jail imprison detain arrest convict;
hire appoint employ recruit reinstate / fire dismiss sack lay_off dismissal;
include / exclude omit;
unite unify reunite / divide split separate;
connect attach link / disconnect detach sever;
fill refill / empty drain;
freeze / melt thaw unfreeze;
accelerate speed_up hasten / slow delay slow_down;
advance progress / retreat regress stall;
legal lawful legitimate / illegal unlawful illegitimate;
possible feasible / impossible unfeasible;
safe harmless / dangerous unsafe harmful;
successful / unsuccessful failed;
popular / unpopular;
cheap / expensive costly;
strong / weak;
"""
#: What somebody does, and what is the opposite of it for the same one only.
ACTS = """
join enter accede accession / leave quit exit withdraw pull_out departure withdrawal;
arrive come / leave depart departure arrival;
win beat defeat triumph victory / lose loss defeat;
gain earn / lose forfeit loss;
accept welcome embrace acceptance / reject refuse decline rebuff dismiss turn_down rejection refusal;
admit accept confirm acknowledge concede admission confirmation / deny dispute refute reject denial;
support back endorse favor advocate champion promote approve accept recognize for / oppose resist reject
    condemn criticize denounce against opposition;
praise commend applaud hail laud compliment / criticize condemn denounce blame slam attack deplore criticism
    condemnation;
agree consent willing ready eager keen prepared want / refuse decline disagree unwilling reluctant hesitant
    hesitate refusal reluctance;
withdraw evacuate recall remove pull_out / deploy send station dispatch move position keep deployment;
annex seize capture occupy conquer take_over annexation seizure occupation / return cede hand_back give_back;
obey comply respect observe honor follow compliance / violate breach break ignore defy disobey flout
    violation;
abandon renounce relinquish drop give_up / keep reaffirm maintain retain uphold reiterate renew preserve;
attack invade bomb / defend protect;
reveal disclose publish admit / conceal hide withhold deny cover_up;
help assist facilitate / hinder hamper impede obstruct thwart;
attend / boycott miss skip;
visit travel trip journey tour / avoid skip shun;
buy purchase acquire / sell sale;
trust / distrust mistrust;
love like adore / hate dislike detest loathe;
remember / forget;
encourage / discourage deter;
succeed / fail;
surrender capitulate yield / resist fight hold_out;
stay remain / leave depart resign go_away;
"""


@dataclass(frozen=True, slots=True)
class Relatives:
    """What says the same of a thing as a predicate does, what says the opposite, and what of it only by the same one.

    All are keys: stems, a particle after a space.
    """

    same: frozenset[str]
    opposite: frozenset[str]
    opposite_act: frozenset[str]


def key(word: str, particle: str = "") -> str:
    """What a predicate is looked up by: its stem, and its particle after a space ("step up")."""
    return f"{stem(word.lower())} {particle.lower()}".strip()


def keys(listed: str) -> frozenset[str]:
    """The keys of words parted by spaces, a particle behind "_"."""
    return frozenset(key(*word.split("_")) for word in listed.split())


@cache
def sides() -> tuple[tuple[frozenset[str], frozenset[str], bool], ...]:
    """Each side as keys, the side opposite, and whether only the same one's act is the opposite; both ways round."""
    found = []
    for table, is_act in ((STATES, False), (ACTS, True)):
        for pair in table.split(";")[:-1]:
            left, right = (keys(side) for side in pair.split("/"))
            found.extend([(left, right, is_act), (right, left, is_act)])
    return tuple(found)


@cache
def relatives(predicate: str) -> Relatives:
    """The Relatives of a key; one that no side holds has only itself. What is on both sides does not contradict."""
    near = [pair for pair in sides() if predicate in pair[0]]
    same = frozenset({predicate}).union(*(side for side, _, _ in near))
    opposite = frozenset[str]().union(*(other for _, other, is_act in near if not is_act)) - same
    acts = frozenset[str]().union(*(other for _, other, is_act in near if is_act)) - same - opposite
    return Relatives(same, opposite, acts)


@cache
def opposable(predicate: str) -> bool:
    """Whether the table holds the key."""
    return any(predicate in side for side, _, _ in sides())
