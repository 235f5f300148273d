import { createReadStream } from "node:fs";
import net from "node:net";

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

function connect(address: string): net.Socket {
  const hostAndPort = /^(?:\[(.+)\]|([^/:]+)):(\d+)$/.exec(address);
  if (!hostAndPort) return net.createConnection(address);
  const [, ipv6, host, port] = hostAndPort;
  return net.createConnection(Number(port), ipv6 ?? host);
}

/** One INSTREAM conversation: the command, chunks with their length in front, a length of 0, the reply. */
function askClamd(
  address: string,
  path: string,
  timeoutMilliseconds: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const file = createReadStream(path);
    let reply = "";
    const timeout = setTimeout(
      () => end(() => reject(new Error("clamd did not answer in time"))),
      timeoutMilliseconds,
    );
    const end = (settle: () => void) => {
      clearTimeout(timeout);
      file.destroy();
      socket.destroy();
      settle();
    };
    // clamd may answer and hang up while the file is still being sent: what it said counts.
    const onBroken = (error: Error) =>
      end(() => (reply === "" ? reject(error) : resolve(reply)));
    socket.on("data", (chunk) => {
      reply += chunk.toString("utf8");
      if (reply.endsWith("\0")) end(() => resolve(reply));
    });
    socket.on("error", onBroken);
    socket.on("close", () => onBroken(new Error("clamd hung up")));
    file.on("error", onBroken);
    socket.write("zINSTREAM\0");
    file.on("data", (chunk) => {
      if (!socket.write(withLength(Buffer.from(chunk)))) file.pause();
    });
    socket.on("drain", () => file.resume());
    file.on("end", () => socket.write(Buffer.alloc(4)));
  });
}

function withLength(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return Buffer.concat([length, chunk]);
}
