"""The notation of orders and offers: what a bot writes, as text."""

import re

_CLAUSE = re.compile(r"^\s*((?:US|CN)\.[A-Z0-9]+)\s*(<=|>=)\s*(\S+)\s*$", re.IGNORECASE)


def items(answer):
    """Returns an answer as the text of a line.

    None and {} say nothing, a dict maps instruments to levels, a list holds further items, and a text is taken as it stands.
    """
    if answer is None:
        return ""
    if isinstance(answer, str):
        return answer.strip()
    if isinstance(answer, dict):
        return "; ".join("%s=%s" % (word, level) for word, level in answer.items() if level is not None)
    return "; ".join(part for part in (items(each) for each in answer) if part)


def package(bounds, rounds=3, communique=False):
    """Returns terms: bounds is a list of clauses like 'US.FENT<=5' and 'CN.SOY>=8'; they bind for so many rounds."""
    return "{%s; for %d%s}" % ("; ".join(bounds), rounds, "; communique" if communique else "")


def renewal(rounds=4, communique=False):
    """Returns the terms under which all clauses in force go on for so many rounds more."""
    return "{RENEW; for %d%s}" % (rounds, "; communique" if communique else "")


def clauses(terms):
    """Returns the clauses of terms as a dict: {'US.FENT': ('<=', '5'), 'CN.SOY': ('>=', '8')}; empty for a renewal."""
    found = {}
    for part in terms.strip("{} ").split(";"):
        clause = _CLAUSE.match(part)
        if clause:
            found[clause.group(1).upper()] = (clause.group(2), clause.group(3))
    return found


def words(text, to="all"):
    """Returns the item that says something to 'all', to the 'other' side, or to the 'own' delegation."""
    plain = " ".join(text.split())[:280]
    return 'SAY %s "%s"' % (to, plain.replace("\\", "\\\\").replace('"', '\\"'))
