import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { chromium } from "playwright-core";

/** Debian's Chromium, with a door for Lighthouse and a profile of its own: what the walk is let into, Lighthouse is too. */
export async function openBrowser(asked: {
  executablePath: string;
  profile: string;
  debuggingPort: number;
}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(asked.profile, {
    executablePath: asked.executablePath,
    viewport: { width: 360, height: 740 },
    reducedMotion: "reduce",
    args: [
      "--no-sandbox",
      `--remote-debugging-port=${asked.debuggingPort}`,
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    ],
  });
}

/** A phone of some years ago on a slow line: 1.6 Mbit/s down, 150 ms there and back, a processor four times slower. */
export async function slowDown(session: CDPSession) {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

/** What comes over the line for one page with nothing kept, in bytes as they are sent, headers too. */
export async function weigh(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await session.detach();
  return bytes;
}

/** From the start of the journey to a page until it is drawn and its scripts have run. */
export function readUsable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const [drawn] = performance.getEntriesByName("first-contentful-paint");
    const { domContentLoadedEventEnd = 0 } = (navigation ??
      {}) as Partial<PerformanceNavigationTiming>;
    return Math.max(drawn?.startTime ?? 0, domContentLoadedEventEnd);
  });
}
