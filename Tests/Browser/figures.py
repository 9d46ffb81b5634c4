"""How fast pages open, for Benchmarks/RESULTS.md: figures.py (PARALLAX names the binary)."""
import time

import pages
from browser import Browser


def measure(file):
    """Size, and the median of five openings: load, idle after it, heap, and one switch of voices or a key."""
    rows = []
    for _ in range(5):
        with Browser() as browser:
            browser.command("Performance.enable")
            browser.open(file)
            idle = browser.driver.execute_async_script(
                "const done = arguments[0]; requestIdleCallback(() => done(performance.now()), {timeout: 20000})")
            load = browser.run("return performance.getEntriesByType('navigation')[0].loadEventEnd")
            browser.command("HeapProfiler.collectGarbage")
            metrics = {m["name"]: m["value"] for m in browser.command("Performance.getMetrics")["metrics"]}
            act = browser.driver.execute_async_script("""
                const done = arguments[0], start = performance.now();
                const box = document.querySelector('#voices-all, #voice-author'); box.click();
                requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));""")
            rows.append((load, idle, metrics["JSHeapUsedSize"] / 1e6, metrics["Nodes"], act))
    middle = [sorted(column)[2] for column in zip(*rows)]
    return file.stat().st_size, *middle


def line(name, file):
    size, load, idle, heap, nodes, act = measure(file)
    print(f"| {name} | {size / 1000:,.0f} KB | {load:,.0f} ms | {idle:,.0f} ms | {heap:.1f} MB | {nodes:,.0f} | {act:,.0f} ms |",
          flush=True)


print("| page | size | load | idle | heap | nodes | switch of voices |\n|---|---|---|---|---|---|---|")
thousand = pages.OUT / "thousand.txt"
thousand.write_text(pages.text_of(1_000), encoding="utf-8")
line("report, 1,000 words", pages.report(thousand, "thousand"))
for count in (100, 1_000):
    line(f"comparison of {count:,} articles", pages.comparison(f"comparison-{count}", pages.records(count)))
long = pages.OUT / "long.txt"
long.write_text(pages.text_of(50_000), encoding="utf-8")
line("report, 50,000 words", pages.report(long, "long"))
