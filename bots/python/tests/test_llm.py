"""The bot that asks a language model, against a chat endpoint on this machine."""

import http.server
import json
import os
import socket
import tempfile
import threading
import time
import unittest

import llm
from tests import support
from truce_bot import Seen


class Stub:
    """A chat endpoint that answers what it is told to, and keeps what it was asked."""

    def __init__(self, reply="", status=200, seconds=0.0):
        self.reply, self.status, self.seconds = reply, status, seconds
        self.asked, self.headers = [], []
        stub = self
        self.released = threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                stub.asked.append(json.loads(body))
                stub.headers.append(dict(self.headers))
                stub.released.wait(stub.seconds)
                content = stub.reply(stub.asked[-1]) if callable(stub.reply) else stub.reply
                answer = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()
                try:
                    self.send_response(stub.status)
                    self.send_header("Content-Length", str(len(answer)))
                    self.end_headers()
                    self.wfile.write(answer)
                except OSError:
                    pass  # The bot has stopped waiting, which is what a test of its patience is about.

            def log_message(self, *unused):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        self.url = "http://127.0.0.1:%d/v1/chat/completions" % self.server.server_address[1]

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()


class Raw:
    """Answers one request with bytes as they are; then ends the connection, or sends a blank ten times a second."""

    def __init__(self, answer, trickles=False):
        self.answer, self.trickles = answer, trickles
        self.released = threading.Event()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = "http://127.0.0.1:%d/" % self.socket.getsockname()[1]
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        connection, _ = self.socket.accept()
        with connection:
            connection.recv(65536)
            try:
                connection.sendall(self.answer)
                while self.trickles and not self.released.wait(0.1):
                    connection.sendall(b" ")
            except OSError:
                pass  # The bot has stopped listening.

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.released.set()
        self.thread.join(10)
        self.socket.close()


def orders_of(stub, seconds=5.0, key=""):
    bot = llm.LanguageModel(llm.Endpoint(stub.url, "small", key, seconds))
    lines, log = support.played(bot)
    return [line for line in lines if line.startswith("orders 1")][0], lines, log


class LanguageModelTest(unittest.TestCase):
    def held(self):
        seen = Seen(support.positions()[0], support.scenario())
        return "; ".join("%s=%s" % (word, seen.level(word)) for word in seen.legal() if seen.level(word) in seen.legal(word))

    def test_a_good_answer_is_played(self):
        with Stub('Here you are:\n```json\n{"orders": {"port": "80", "FENT": "5"}, "offer": null, "accept": null}\n```') as stub:
            orders, _, _ = orders_of(stub)
            self.assertEqual(orders, "orders 1 US.PORT=80; US.FENT=5")

    def test_illegal_levels_are_dropped_and_nothing_legal_means_hold(self):
        with Stub('{"orders": {"PORT": "81", "SOY": "8", "CHIP": "open", "FENT": "5"}}') as stub:
            self.assertEqual(orders_of(stub)[0], "orders 1 US.FENT=5")
        for reply in ("I would rather not.", '{"orders": ["PORT"]}', "[1]", "{broken", '{"orders": {"PORT": "81"}}'):
            with self.subTest(reply), Stub(reply) as stub:
                self.assertEqual(orders_of(stub)[0], "orders 1 " + self.held())

    def test_offers_are_made_and_accepted_only_if_they_can_be(self):
        def reply(asked):
            seen = json.loads(asked["messages"][1]["content"])
            theirs = [offer["id"] for offer in seen["offers"] if offer["id"].startswith("CN")]
            return json.dumps({"offer": "{US.FENT<=5; CN.SOY>=8; for 4}", "accept": theirs[-1] if theirs else "CN-99"})

        with Stub(reply) as stub:
            _, lines, _ = orders_of(stub)
            self.assertIn("offers 1 OFFER o {US.FENT<=5; CN.SOY>=8; for 4}", lines)
            accepted = [line for line in lines if "ACCEPT" in line]
            self.assertTrue(accepted)
            self.assertFalse([line for line in lines if "CN-99" in line])
        for offer in ("{US.FENT<=7; for 4}", "{US.FENT<=5; for 99}", "{}", "quit\nquit", "{US.FENT<=5; for 4}; NOTICE"):
            with self.subTest(offer), Stub(json.dumps({"offer": offer})) as stub:
                self.assertIn("offers 1", orders_of(stub)[1])

    def test_the_model_is_shown_what_the_seat_sees_and_nothing_else(self):
        with Stub("{}") as stub:
            orders_of(stub, key="secret-key")
            first = stub.asked[0]
            self.assertEqual(set(first), {"model", "temperature", "messages"})
            self.assertEqual(json.loads(first["messages"][1]["content"]), support.positions()[0])
            self.assertIsNone(json.loads(first["messages"][1]["content"])["levels"]["CN.SOY"])
            newmatch = next(line for line in support.conversation() if line.startswith("newmatch"))
            seed = newmatch.split(" seed ")[1].split(" ")[0]
            sent = json.dumps(stub.asked)
            self.assertNotIn(seed, sent)
            self.assertNotIn("secret-key", sent)
            self.assertEqual(stub.headers[0]["Authorization"], "Bearer secret-key")

    def test_a_slow_or_broken_endpoint_costs_nothing_but_the_model(self):
        with Stub('{"orders": {"PORT": "80"}}', seconds=20) as stub:
            begun = time.monotonic()
            orders, _, log = orders_of(stub, seconds=0.2)
            self.assertLess(time.monotonic() - begun, 10)
            self.assertEqual(orders, "orders 1 " + self.held())
            self.assertIn("no usable answer of the model", log)
        with Stub("{}", status=500) as stub:
            self.assertEqual(orders_of(stub)[0], "orders 1 " + self.held())
        gone = Stub()
        gone.__exit__()
        self.assertEqual(orders_of(gone)[0], "orders 1 " + self.held())

    def test_the_prompt_says_what_the_game_is_about(self):
        bot = llm.LanguageModel(None)
        prompt = bot.messages(Seen(support.positions()[0], support.scenario()))[0]["content"]
        for word in ("Score", "Red lines", "Covert levels", "Accusations", "Breach", "red_lines", "caught_on", "snap_back_right"):
            self.assertIn(word, prompt)

    def test_every_answer_without_the_model_says_so(self):
        closed = Stub()
        closed.__exit__()
        for broken in (
            closed,
            Stub('{"orders": {"PORT": "80"}}', status=500),
            Stub("I would rather talk about the weather."),
            Stub('{"orders": {"PORT": "81"}}'),
            Stub('{"orders": '),
            Stub("{}"),
        ):
            with self.subTest(reply=broken.reply, status=broken.status):
                lines = orders_of(broken)[1]
                rounds = [line.split()[1] for line in lines if line.startswith("offers")]
                self.assertTrue(rounds)
                for number in rounds:
                    place = next(i for i, line in enumerate(lines) if line.startswith("offers " + number))
                    self.assertTrue(lines[place - 1].startswith("info no-answer "), lines[place - 1])
                if broken is not closed:
                    broken.__exit__()

    def test_a_usable_answer_says_nothing_of_the_kind(self):
        for reply in (
            '{"orders": {"PORT": "80"}}',
            '{"orders": {}}',
            '{"offer": "{US.FENT<=5; for 4}"}',
            '{"judge": "CN.SOY rest"}',
            'As {x} says: {"orders": {"PORT": "80"}}. Good luck {x}.',
            '{"orders": {"PORT": "80"}} and not {"orders": {"PORT": "0"}}',
        ):
            with self.subTest(reply), Stub(reply) as stub:
                self.assertFalse([line for line in orders_of(stub)[1] if line.startswith("info")])

    def test_an_endpoint_that_trickles_is_not_waited_for_any_longer(self):
        for head in (b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "):
            with self.subTest(head), Raw(head, trickles=True) as raw:
                begun = time.monotonic()
                with self.assertRaises(llm.ModelError):
                    llm.Endpoint(raw.url, "small", seconds=0.5).ask([])
                self.assertLess(time.monotonic() - begun, 5)

    def test_an_answer_that_is_no_http_or_too_deep_is_none(self):
        deep = b"[" * 90_000
        for answer in (b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n" + deep):
            with self.subTest(answer[:20]), Raw(answer) as raw:
                with self.assertRaises(llm.ModelError):
                    llm.Endpoint(raw.url, "small").ask([])
        self.assertEqual(llm.LanguageModel.read('{"a": ' + "[" * 90_000 + "}"), {})

    def test_it_plays_a_whole_match_and_passes_the_examination(self):
        def reply(asked):
            legal = json.loads(asked["messages"][1]["content"])["legal"]
            return json.dumps({"orders": {word: levels[0] for word, levels in list(legal.items())[:1]}})

        with Stub(reply) as stub:
            command = support.python("llm.py", "--url", stub.url, "--model", "small")
            record = os.path.join(support.HERE, "llm.twg")
            try:
                demo = support.truce("demo", "--cn", command, "--us", "tft", "--rounds", "3", "--seed", "2", "--record", record)
            finally:
                if os.path.exists(record):
                    os.remove(record)
            self.assertEqual((demo.returncode, demo.stderr), (0, ""))
            self.assertGreaterEqual(len(stub.asked), 3)
            checked = support.truce("check-bot", "--cmd", command)
            self.assertEqual(checked.returncode, 0, checked.stdout)

    def test_a_tournament_ends_with_a_code_when_the_endpoint_is_dead(self):
        """A port on which nothing listens, an endpoint that answers 500, and one that only chats."""
        closed = Stub()
        closed.__exit__()
        for broken in (closed, Stub("{}", status=500), Stub("Peace in our time.")):
            with self.subTest(reply=broken.reply, status=broken.status), tempfile.TemporaryDirectory() as folder:
                out = os.path.join(folder, "out")
                bot = "model=" + support.python("llm.py", "--url", broken.url, "--model", "small")
                played = support.truce(
                    "tournament", "--bot", bot, "--bot", "tft", "--pairs", "20", "--seed", "3", "--tables", "csv,jsonl",
                    "--records", "none", "--out", out,
                )
                self.assertEqual(played.returncode, 1, played.stdout + played.stderr)
                self.assertIn("ENDPOINT_DEAD", played.stderr)
                self.assertIn("truce tournament --resume " + out, played.stderr)
                with open(os.path.join(out, "matches.csv"), encoding="utf-8") as matches:
                    self.assertEqual(len(matches.readlines()), 1)
                if broken is not closed:
                    broken.__exit__()


if __name__ == "__main__":
    unittest.main()
