"""Asks a Prometheus that scrapes a server for everything that the dashboard shows and the alerts name.
Usage: monitoring.py PROMETHEUS SCRAPE FOLDER"""
import json, pathlib, re, sys, time, urllib.error, urllib.parse, urllib.request

prometheus, scrape, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
faults = []


def ask(path, **parameters):
    with urllib.request.urlopen(f"{prometheus}/api/v1/{path}?{urllib.parse.urlencode(parameters)}", timeout=10) as answer:
        return json.load(answer)["data"]


def healthy():
    try:
        targets = ask("targets")["activeTargets"]
        return bool(targets) and all(target["health"] == "up" for target in targets)
    except (urllib.error.URLError, ConnectionError):
        return False


for _ in range(60):
    if healthy():
        break
    time.sleep(0.5)
else:
    sys.exit("Prometheus does not scrape the server.")
time.sleep(5)  # A rate needs more than one scrape.

dashboard = json.loads((folder / "truce-dashboard.json").read_text())
shown = [(panel["title"], target["expr"].replace("$__rate_interval", "1m"))
         for panel in dashboard["panels"] for target in panel["targets"]]
for title, expression in shown:
    try:
        # What is filtered by "> 0" may have nothing to show.
        if not ask("query", query=expression)["result"] and not expression.endswith("> 0"):
            faults.append(f"{title}: nothing for {expression}")
    except urllib.error.HTTPError as wrong:
        faults.append(f"{title}: {wrong.read().decode()}")

families = set(re.findall(r"^([a-z_:]+)(?:\{| )", scrape.read_text(), re.M))
rules = (folder / "truce.rules.yml").read_text()
for name in sorted(set(re.findall(r"\b(?:truce|jvm|process)_[a-z_]+", rules + " ".join(e for _, e in shown)))):
    if name not in families:
        faults.append(f"no figure of the server is called {name}")

for count in ("truce_rounds_resolved_total", "truce_offers_opened_total", "truce_round_tariff_ratio_count"):
    if not ask("query", query=f"{count} > 0")["result"]:
        faults.append(f"{count} is 0, so nobody played")

groups = ask("rules")["groups"]
loaded = [rule for group in groups for rule in group["rules"]]
for rule in loaded:
    if rule["health"] == "err":
        faults.append(f"alert {rule['name']}: {rule['lastError']}")
    if rule["state"] == "firing":
        faults.append(f"alert {rule['name']} fires on a server that is well")
if faults:
    sys.exit("\n".join(faults))
print(f"{len(shown)} expressions of {len(dashboard['panels'])} panels and {len(loaded)} alerts are sound; "
      f"{len(scrape.read_text().splitlines())} lines a scrape.")
