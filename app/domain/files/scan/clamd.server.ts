import { createReadStream } from "node:fs";
import net from "node:net";

function connect(address: string): net.Socket {
  const hostAndPort = /^(?:\[(.+)\]|([^/:]+)):(\d+)$/.exec(address);
  if (!hostAndPort) return net.createConnection(address);
  const [, ipv6, host, port] = hostAndPort;
  return net.createConnection(Number(port), ipv6 ?? host);
}

/** One INSTREAM conversation: the command, chunks with their length in front, a length of 0, the reply. */
export function askClamd(
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
