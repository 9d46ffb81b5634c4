"""Pictures of the samples for README: screenshot.py (needs Pillow to make them small)."""
import base64
import io

from PIL import Image

import pages
from browser import Browser

SAMPLES = pages.ROOT / "Reports/Samples"


def picture(name, keys, script):
    with Browser(1180, 760) as browser:
        browser.open(SAMPLES / f"{name}.html")
        browser.press("j", keys)
        browser.run(script)
        shot = base64.b64decode(browser.command("Page.captureScreenshot")["data"])
    image = Image.open(io.BytesIO(shot)).convert("RGB").quantize(96, method=Image.Quantize.MEDIANCUT, dither=0)
    image.save(SAMPLES / f"{name}.png", optimize=True)


picture("report", 9, "document.querySelector('#p5').scrollIntoView(); scrollBy(0, -150)")
picture("comparison", 0, "document.querySelector('#rates').scrollIntoView(); scrollBy(0, -10)")
