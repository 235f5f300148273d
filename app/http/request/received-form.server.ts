import { data } from "@remix-run/node";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import { cutText, maxTextCodeUnits } from "#app/domain/text/foreign-text.ts";
import type { KnownFields } from "./known-fields.server.ts";
import { mostPairs, readUrlencoded } from "./urlencoded-fields.server.ts";

/** A part of the body that could not be taken, told beside the field it belongs to. */
export type RefusedPart = {
  questionId: string | undefined;
  /** As sent by the browser, where the part was a file with a name. */
  originalName?: string | undefined;
  reason:
    | "too-big"
    | "too-many-files"
    | "too-many-fields"
    | "text-too-long"
    | "not-taken"
    | "draft-full"
    | "no-room"
    | "busy"
    | "unreadable";
};

/** What a multipart body came to: the text fields and the files that arrived whole. */
export type ReceivedForm = {
  fields: FormData;
  stagedFiles: StagedFile[];
  refusedParts: RefusedPart[];
};

type FormSource = {
  request: Request;
  context: { receivedForm?: ReceivedForm; urlencodedBody?: string };
};

/**
 * An action's form from whichever source has it: multer's reading of a
 * multipart body, or the text of a urlencoded one. It holds the
 * fields that the action knows and no other, each bounded before anything looks
 * at it; what had to be left out of them is in `refusedParts`.
 *
 * @throws a 400 where the body is not a form at all.
 */
export async function readForm(
  { request, context }: FormSource,
  known: KnownFields,
): Promise<ReceivedForm> {
  const received = context.receivedForm;
  if (received) {
    const kept = keepFields(received.fields, (name) => known.get(name) ?? 0);
    const refusedParts = [...received.refusedParts, ...kept.refusedParts];
    return { ...received, fields: kept.fields, refusedParts };
  }
  const body = await readUrlencodedBody({ request, context });
  const { pairs, hasMore } = readUrlencoded(body, (name) => known.has(name));
  const kept = keepFields(pairs, (name) => known.get(name) ?? 0);
  if (hasMore) kept.refusedParts.push(tooManyFields(undefined));
  return { ...kept, stagedFiles: [] };
}

/**
 * The fields of a form whose action is not known yet, to be held and sent again.
 *
 * @throws a 400 where the body is not a form at all.
 */
export async function readEveryField({
  request,
  context,
}: FormSource): Promise<ReceivedForm> {
  if (context.receivedForm) return context.receivedForm;
  const body = await readUrlencodedBody({ request, context });
  const { pairs, hasMore } = readUrlencoded(body, () => true);
  const kept = keepFields(pairs, () => mostPairs);
  if (hasMore) kept.refusedParts.push(tooManyFields(undefined));
  return { ...kept, stagedFiles: [] };
}

/** A form that came to nothing is read a second time. */
async function readUrlencodedBody({ request, context }: FormSource) {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    throw data(null, { status: 400 });
  context.urlencodedBody ??= await request.text();
  return context.urlencodedBody;
}

function keepFields(
  pairs: Iterable<[name: string, value: FormDataEntryValue]>,
  mostValuesOf: (name: string) => number,
) {
  const fields = new FormData();
  const counts = new Map<string, number>();
  const refused = new Map<string, RefusedPart>();
  for (const [name, value] of pairs) {
    const mostValues = mostValuesOf(name);
    if (mostValues === 0 || typeof value !== "string") continue;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count > mostValues) {
      refused.set(name, tooManyFields(name));
      continue;
    }
    if (value.length > maxTextCodeUnits)
      refused.set(name, { questionId: name, reason: "text-too-long" });
    fields.append(name, cutText(value, maxTextCodeUnits));
  }
  return { fields, refusedParts: [...refused.values()] };
}

function tooManyFields(questionId: string | undefined): RefusedPart {
  return { questionId, reason: "too-many-fields" };
}
