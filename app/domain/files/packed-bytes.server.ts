import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

const pieceCharacters = 400_000;

/** Bytes as pieces of text, none too long for a statement. Base64 of a mail's own base64 packs to its true size. */
export async function packBytes(bytes: Uint8Array): Promise<string[]> {
  const packed = (await promisify(gzip)(bytes)).toString("base64");
  const pieces: string[] = [];
  for (let at = 0; at < packed.length; at += pieceCharacters)
    pieces.push(packed.slice(at, at + pieceCharacters));
  return pieces;
}

export async function unpackBytes(pieces: string[]): Promise<Buffer> {
  return promisify(gunzip)(Buffer.from(pieces.join(""), "base64"));
}
