import { readControlsAsWindows } from "../text/windows-1252.ts";

/** By character, the byte that Windows-1252 writes it as. */
const bytesOf = new Map<string, number>(
  Array.from({ length: 128 }, (_, at) => {
    const byte = 0x80 + at;
    const character = String.fromCharCode(byte);
    return [readControlsAsWindows(character), byte] as const;
  }).filter(([character]) => character !== "\uFFFD"),
);
// The five bytes that mean nothing are handed on as they are.
for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d])
  bytesOf.set(String.fromCharCode(byte), byte);

const high = [...bytesOf.keys()].join("");
const runs = new RegExp(`[${high}]+`, "g");

export type Mending = {
  text: string;
  /** How many places were read as they were meant. */
  mendedCount: number;
  /** How many look so, in a file in which others do not: they are left. */
  leftCount: number;
};

/**
 * Reads text whose UTF-8 was taken for Windows-1252 and written as UTF-8 once
 * more, so that "café" came as "cafÃ©". It is mended where nearly every place
 * with such letters is one: a file with well written accents beside is left.
 */
export function mendDoublyEncoded(text: string): Mending {
  let [twice, once] = [0, 0];
  for (const [run] of text.matchAll(runs))
    if (decodeRun(run) === undefined) once += 1;
    else twice += 1;
  if (twice === 0) return { text, mendedCount: 0, leftCount: 0 };
  if (once * 9 > twice) return { text, mendedCount: 0, leftCount: twice };
  const mended = text.replace(runs, (run) => decodeRun(run) ?? run);
  return { text: mended, mendedCount: twice, leftCount: 0 };
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeRun(run: string): string | undefined {
  const bytes = Uint8Array.from(
    run,
    (character) => bytesOf.get(character) ?? 0,
  );
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
