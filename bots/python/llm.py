"""Lets a language model play: any chat endpoint that speaks the OpenAI form, given by its URL.

    python3 llm.py --url http://127.0.0.1:8000/v1/chat/completions --model NAME

The key, if the endpoint wants one, is read from the environment variable that --key-variable names. The model is sent what the seat sees
and nothing else: neither seed nor name. Whatever it answers is checked against the legal levels; without an answer in time the bot holds
the levels that it has.
"""

import argparse
import http.client
import json
import os
import queue
import re
import threading
import time
import urllib.request

from truce_bot import Bot, clauses, run

MOST_REPLY_BYTES = 100_000

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "prompt_en.txt"), encoding="utf-8") as _prompt:
    RULES = _prompt.read()


class ModelError(Exception):
    """The endpoint gave no usable answer."""


class Endpoint:
    """A chat endpoint."""

    def __init__(self, url, model, key="", seconds=8.0):
        self.url, self.model, self.key, self.seconds = url, model, key, seconds

    def ask(self, messages):
        """Returns the text of the answer; raises ModelError if there is none in time."""
        body = json.dumps({"model": self.model, "temperature": 0, "messages": messages}).encode("utf-8")
        request = urllib.request.Request(self.url, body, {"Content-Type": "application/json"})
        if self.key:
            request.add_header("Authorization", "Bearer " + self.key)
        # In a thread of its own: the time limit of a connection begins again with every byte that comes.
        replies = queue.Queue()
        deadline = time.monotonic() + self.seconds
        threading.Thread(target=self.fetch, args=(request, deadline, replies), daemon=True).start()
        try:
            reply = replies.get(timeout=self.seconds)
            if isinstance(reply, Exception):
                raise reply
            return str(json.loads(reply.decode("utf-8"))["choices"][0]["message"]["content"])
        except (queue.Empty, http.client.HTTPException, OSError, ValueError, LookupError, TypeError, RecursionError) as wrong:
            raise ModelError("Timeout" if isinstance(wrong, queue.Empty) else type(wrong).__name__) from wrong

    def fetch(self, request, deadline, replies):
        """Puts what the endpoint sends until the deadline, or what was wrong, into a queue."""
        try:
            with urllib.request.urlopen(request, timeout=self.seconds) as reply:
                body = b""
                part = reply.read1(MOST_REPLY_BYTES)
                while part and len(body) < MOST_REPLY_BYTES and time.monotonic() < deadline:
                    body += part
                    part = reply.read1(MOST_REPLY_BYTES)
                replies.put(body)
        except Exception as wrong:
            replies.put(wrong)


class LanguageModel(Bot):
    """Asks the endpoint once a round."""

    name = "language-model"

    def __init__(self, endpoint):
        super().__init__()
        self.endpoint = endpoint
        self.plan = (0, {})

    def offers(self, seen):
        offer = self.decide(seen).get("offer")
        return "OFFER o " + offer if isinstance(offer, str) and self.is_offer(seen, offer) else None

    def orders(self, seen):
        plan = self.decide(seen)
        wanted = plan.get("orders")
        orders = {}
        for word, level in (wanted.items() if isinstance(wanted, dict) else ()):
            qualified = seen.word(str(word).upper())
            if str(level) in seen.legal(qualified):
                orders[qualified] = str(level)
        judged = str(plan.get("judge"))
        return [orders or self.hold(seen)] + (["JUDGE " + judged] if re.fullmatch(r"[A-Z.0-9]+ (rest|inspect|suspend)", judged) else [])

    def orders_after(self, seen, orders):
        return self.orders(seen)

    def accepts(self, seen, offer):
        return self.decide(seen).get("accept") == offer.id

    def hold(self, seen):
        """Returns orders that keep every instrument where it is."""
        return {word: seen.level(word) for word, legal in seen.legal().items() if seen.level(word) in legal}

    def decide(self, seen):
        """Returns what the model wants, asked again only when the position has changed; {} if it has said nothing usable."""
        position = (seen.round, tuple(offer.id for offer in seen.offers))
        if self.plan[0] != position:
            try:
                self.plan = (position, self.usable(seen, self.read(self.endpoint.ask(self.messages(seen)))))
            except ModelError as wrong:
                self.log("no usable answer of the model: %s" % wrong)
                self.no_answer(wrong)
                self.plan = (position, {})
        return self.plan[1]

    def messages(self, seen):
        """Returns the prompt: the rules, and the observation as it stands."""
        return [
            {"role": "system", "content": RULES.replace("{role}", seen.role).replace("{other}", seen.other)},
            {"role": "user", "content": json.dumps(seen.raw, separators=(",", ":"))},
        ]

    @staticmethod
    def usable(seen, plan):
        """Returns a plan that says what to order, be it nothing; raises ModelError if there is none, or nothing in it is legal."""
        orders, deals = plan.get("orders"), any(isinstance(plan.get(field), str) for field in ("offer", "accept", "judge"))
        if not isinstance(orders, dict):
            if deals:
                return plan
            raise ModelError("no JSON object with orders")
        legal = any(str(level) in seen.legal(seen.word(str(word).upper())) for word, level in orders.items())
        if orders and not legal and not deals:
            raise ModelError("no legal order")
        return plan

    @staticmethod
    def read(text):
        """Returns the first JSON object in an answer; models like to wrap it. Braces without a key are words."""
        found = re.search(r'\{\s*(\}|"[^"\n]{0,200}"\s*:)', text)
        try:
            plan = json.JSONDecoder().raw_decode(text, found.start())[0] if found else {}
        except (ValueError, RecursionError):
            plan = {}
        return plan if isinstance(plan, dict) else {}

    @staticmethod
    def is_offer(seen, text):
        """Returns whether a text has the form of terms, with levels that exist."""
        bounds = clauses(text)
        known = all(level in seen.ladder(word) for word, (_, level) in bounds.items())
        renews = re.fullmatch(r"\{RENEW; for [1-8]\}", text)
        return bool(renews or (bounds and known and re.fullmatch(r"\{[^{}\n\"]*; for [1-8](; communique)?\}", text)))


def main():
    """Reads the command line and plays."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--url", required=True, help="chat endpoint, for example http://127.0.0.1:8000/v1/chat/completions")
    options.add_argument("--model", required=True, help="name of the model")
    options.add_argument("--seconds", type=float, default=8.0, help="longest wait for an answer (default 8)")
    options.add_argument("--key-variable", default="TRUCE_LLM_KEY", help="environment variable that holds the key")
    given = options.parse_args()
    run(LanguageModel(Endpoint(given.url, given.model, os.environ.get(given.key_variable, ""), given.seconds)))


if __name__ == "__main__":
    main()
