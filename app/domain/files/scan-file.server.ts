import { askClamd } from "./scan/clamd.server.ts";

export type ScanVerdict =
  | { state: "clean" }
  | { state: "infected"; signature: string }
  | {
      state: "not-scanned";
      reason: "no-scanner" | "over-limit" | "unreachable" | "unexpected-reply";
    };

/** Scans the file at a path. It never throws: what it could not do is a verdict too. */
export type Scanner = (path: string) => Promise<ScanVerdict>;

/** Where no scanner is configured nothing is called clean. */
export const noScanner: Scanner = () =>
  Promise.resolve({ state: "not-scanned", reason: "no-scanner" });

/**
 * The scanner of the settings.
 *
 * @param address of clamd: a Unix socket's path, or host:port; empty for none.
 */
export function openScanner(
  address: string,
  { timeoutMilliseconds = 120_000 } = {},
): Scanner {
  if (address === "") return noScanner;
  return async (path) => {
    try {
      return readVerdict(await askClamd(address, path, timeoutMilliseconds));
    } catch {
      return { state: "not-scanned", reason: "unreachable" };
    }
  };
}

/**
 * Only the one whole reply that says so is clean (docs/decisions/012). Run clamd with
 * `AlertExceedsMax yes`: without it a file beyond its limits is called OK unread.
 */
function readVerdict(reply: string): ScanVerdict {
  if (reply === "stream: OK\0") return { state: "clean" };
  const signature = /^stream: (.+) FOUND\0$/.exec(reply)?.[1];
  if (
    signature?.startsWith("Heuristics.Limits.Exceeded") ||
    /size limit exceeded/i.test(reply)
  )
    return { state: "not-scanned", reason: "over-limit" };
  if (signature) return { state: "infected", signature };
  return { state: "not-scanned", reason: "unexpected-reply" };
}
