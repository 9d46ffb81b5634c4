"""A headless Chromium that opens one page from disk and says what went on in it."""
import atexit
import base64
import json
import os
import shutil
from pathlib import Path

import axe_core_python
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def is_available():
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


class Browser:
    """A window of a given size. One browser serves all; `with` sets its window up and clears what it logged."""

    driver = None

    def __init__(self, width=1280, height=900, dark=False, scripts=True, forced=False):
        if Browser.driver is None:
            Browser.driver = self.start()
            atexit.register(Browser.driver.quit)
        self.driver.get("about:blank")
        self.command("Emulation.setDeviceMetricsOverride",
                     dict(width=width, height=height, deviceScaleFactor=1, mobile=False))
        self.command("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "forced-colors", "value": "active" if forced else "none"}]})
        self.command("Emulation.setScriptExecutionDisabled", {"value": not scripts})

    @staticmethod
    def start():
        options = Options()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless=new", "--disable-gpu", "--hide-scrollbars"):
            options.add_argument(argument)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
        driver.set_script_timeout(180)
        driver.set_page_load_timeout(180)
        return driver

    def __enter__(self):
        for log in ("browser", "performance"):
            self.driver.get_log(log)
        return self

    def __exit__(self, *_):
        self.command("Emulation.setScriptExecutionDisabled", {"value": False})

    def command(self, name, parameters=None):
        return self.driver.execute_cdp_cmd(name, parameters or {})

    def open(self, file, fragment=""):
        self.driver.get(Path(file).resolve().as_uri() + fragment)
        return self

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def press(self, key, count=1):
        """Presses a key the way a keyboard does, so that focus moves and handlers run."""
        named = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}
        for _ in range(count):
            event = {"key": key, "code": key if key in named else "Key" + key.upper(),
                     "windowsVirtualKeyCode": named.get(key, ord(key.upper()) if len(key) == 1 else 0)}
            text = {"Enter": "\r"}.get(key, key if len(key) == 1 else None)
            self.command("Input.dispatchKeyEvent", {"type": "keyDown", **event, **({"text": text} if text else {})})
            self.command("Input.dispatchKeyEvent", {"type": "keyUp", **event})

    def complaints(self):
        """What the console says, warnings and errors."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] != "INFO"]

    def requests(self):
        """Addresses asked for since the last call, those of the opened file aside."""
        asked = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        here = self.driver.current_url.split("#")[0]
        return [url for url in asked if url.split("#")[0] != here and not url.startswith(("data:", "about:", "blob:"))]

    def violations(self):
        """What axe-core finds, with every fold open: rule, element and why."""
        self.run("document.querySelectorAll('details').forEach(each => each.open = true)")
        self.run(AXE)
        found = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(done)")
        return [f"{rule['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
                for rule in found["violations"] for node in rule["nodes"]]

    def overflow(self):
        """How far the page reaches beyond the window's width."""
        return self.run("return document.documentElement.scrollWidth - innerWidth")

    def picture(self, path):
        size = self.command("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16_000), "scale": 1}
        shot = self.command("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        Path(path).write_bytes(base64.b64decode(shot["data"]))

    def print(self, path):
        pdf = self.command("Page.printToPDF", {"printBackground": False, "preferCSSPageSize": True})
        content = base64.b64decode(pdf["data"])
        Path(path).write_bytes(content)
        return content
