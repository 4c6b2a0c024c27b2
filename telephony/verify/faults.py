"""Something breaks while people call. Nothing may be lost, nothing may be there twice."""
from scenarios import scenario as _scenario  # noqa: F401
SCENARIOS = []


def account(lab):
    return ""
