"""Which common nouns stand for a person and which for a body. How a phrase is read stands in mention.py."""

from __future__ import annotations

from index.terms import words

#: Not what somebody is, only how they are addressed.
HONORIFICS = frozenset(words("mr mrs ms miss mister madam sir lord lady dame"))
#: One of these words speaks for a body, or is a paper that does.
INSTITUTIONS = frozenset(
    words(
        "administration agency alliance army assembly association authority board body branch bloc bureau cabinet"
        " campaign camp center centre chamber channel charity church club coalition college command commission"
        " committee company conference congress corporation council country county court department embassy"
        " establishment family federation firm force foundation fund government group house industry institute"
        " institution jury kingdom league media military ministry movement nation navy network newspaper office"
        " opposition organization organisation outlet panel paper parliament party press regime republic senate side"
        " staff state team think-tank treasury tribunal union university watchdog website kremlin bank pac"
        " account ad analysis announcement article assessment bill book complaint data document email filing"
        " indictment lawsuit letter magazine memo memorandum poll publication report review ruling source statement"
        " study survey suit transcript tweet video spot commercial"
    )
)
#: One of these words is a person, as are most that end like PERSON_ENDINGS.
PERSONS = frozenset(
    words(
        "ace ally analyst attorney aide adult ambassador admiral activist agent assistant aunt author billionaire boss"
        " boy brother candidate captain chair chairman chairwoman chief child citizen colleague colonel commander"
        " commissioner consultant contractor correspondent couple critic crowd daughter delegate democrat deputy"
        " designer diplomat doctor donor economist envoy everyone everybody executive expert father fellow fighter"
        " folk friend general girl governor guest guy head hero historian host husband individual insider journalist"
        " judge justice king lady lawyer leader lieutenant major man manager mayor member millionaire minister mother"
        " neighbor neighbour nominee nurse observer officer official operative opponent other parent participant"
        " partner patient people person pilot player police politician pollster president priest prince princess"
        " professor prosecutor protester queen refugee relative reporter representative republican resident respondent"
        " rival scholar scientist secretary senator sergeant sheriff sister skeptic sceptic soldier someone somebody"
        " son source speaker spokesman spokesperson spokeswoman staffer strategist student supporter surrogate survivor"
        " teacher veteran victim viewer visitor voter wife witness woman worker writer youth chancellor premier"
        " many most some few several both all liberal conservative majority minority half third percent"
    )
)
PERSON_ENDINGS = ("ist", "man", "woman", "men", "women", "ician", "ologist", "ologer", "person", "eer", "ian", "ee")
