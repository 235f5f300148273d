import type { Request } from "express";
import {
  hasTyped,
  type TypedField,
  typedFields,
} from "../request/typed-fields.server.ts";
import { readUrlencoded } from "../request/urlencoded-fields.server.ts";
import type { GivenBack } from "./plain-page.server.ts";

/** What was typed into a form that no route has seen. */
export type TypedForm = {
  fields: TypedField[];
  /** There was more than is read of such a form; the last field ends early. */
  isCut: boolean;
};

/**
 * For a page that refuses a form: the form as it was, to be sent again, or its
 * words alone, to be copied. Undefined where nobody typed anything.
 */
export function giveBack(
  request: Request,
  { fields }: TypedForm,
  how: "to-send" | "to-copy",
): GivenBack | undefined {
  if (!hasTyped(fields)) return undefined;
  const action = request.originalUrl.replace(/\.data(?=$|\?)/, "");
  return { fields, ...(how === "to-send" && { action }) };
}

/** A browser that is still sending shows no answer; cut off, it shows "connection reset". */
const drainMilliseconds = 5_000;

/**
 * Reads a form that is refused before its route, so that its words can be given
 * back: no further than a form of its address may go. What comes after is let
 * pass by for a while.
 */
export async function readTypedForm(
  request: Request,
  maxBytes: number,
): Promise<TypedForm> {
  if (request.receivedForm)
    return { fields: typedFields(request.receivedForm.fields), isCut: false };
  if (request.urlencodedBody !== undefined) {
    const { pairs } = readUrlencoded(request.urlencodedBody, () => true);
    return { fields: typedFields(pairs), isCut: false };
  }
  // What somebody else has begun to read is not whole any more.
  if (request.method !== "POST" || request.readableDidRead)
    return { fields: [], isCut: false };
  const { body, isCut } = await readUpTo(request, maxBytes);
  const type = request.headers["content-type"] ?? "";
  return { fields: typedFields(await readPairs(body, { type, isCut })), isCut };
}

async function readPairs(
  body: Buffer,
  { type, isCut }: { type: string; isCut: boolean },
): Promise<[name: string, value: FormDataEntryValue][]> {
  if (/^multipart\/form-data/i.test(type)) return readMultipart(body, type);
  const text = asText(body, isCut);
  if (/^application\/x-www-form-urlencoded/i.test(type))
    return readUrlencoded(text, () => true).pairs;
  return text.includes("\0") ? [] : [["", text]];
}

function readUpTo(request: Request, maxBytes: number) {
  const chunks: Buffer[] = [];
  let receivedBytes = 0;
  return new Promise<{ body: Buffer; isCut: boolean }>((resolve) => {
    const finish = () =>
      resolve({
        body: Buffer.concat(chunks).subarray(0, maxBytes),
        isCut: receivedBytes > maxBytes,
      });
    request.on("data", (chunk: Buffer) => {
      if (receivedBytes <= maxBytes) chunks.push(chunk);
      const wasOver = receivedBytes > maxBytes;
      receivedBytes += chunk.byteLength;
      if (receivedBytes > maxBytes && !wasOver)
        setTimeout(finish, drainMilliseconds).unref();
    });
    for (const event of ["end", "close", "error"]) request.once(event, finish);
  });
}

/** As far as the last character that is whole. */
function asText(body: Buffer, isCut: boolean): string {
  const text = body.toString("utf8");
  return isCut ? text.replace(/(%[0-9A-F]{0,2})+$/i, "") : text;
}

const mostParts = 500;

/** The texts of a multipart form that stand in it whole; they come before its files where the page has them so. */
async function readMultipart(body: Buffer, type: string) {
  const boundary = /\bboundary=(?:"([^"]+)"|([^\s";]+))/i.exec(type);
  const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ""}`;
  const end = endOfParts(body, mark);
  const whole = Buffer.concat([
    body.subarray(0, end),
    Buffer.from(`${mark}--\r\n`),
  ]);
  const answer = new Response(whole, { headers: { "Content-Type": type } });
  const form = await answer.formData().catch(() => new FormData());
  return [...form];
}

function endOfParts(body: Buffer, mark: string): number {
  let end = 0;
  for (let count = 0; count <= mostParts; count += 1) {
    const next = body.indexOf(mark, count === 0 ? 0 : end + mark.length);
    if (next === -1) break;
    end = next;
  }
  return end;
}
